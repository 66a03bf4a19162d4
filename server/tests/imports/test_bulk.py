"""Many rows in one statement: each is stored as it is, whatever it shares with the others."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from harness.live import Client, LiveServer
from labelwright.imports.bulk import insert_rows, moment, take_ids
from labelwright.kit.clock import now
from labelwright.tasks.tables import tasks

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'


@pytest.mark.parametrize("count", [1, 99, 100, 101, 350])
@pytest.mark.parametrize("every", [1, 2, 99, 1000])
def test_rows_are_stored_as_they_are(server: LiveServer, owner: Client, count: int, every: int) -> None:
    """`every`: how many rows in a row differ in nothing but what they must."""
    project, at = owner.project(CONFIG)["id"], now()
    kinds = [number // every for number in range(count)]
    with server.db.write() as tx:
        ids = list(take_ids(tx, tasks, count))
        texts = [json.dumps({"text": f"é \\ ' {kind}"}, ensure_ascii=False) for kind in kinds]
        metas = [None if kind % 3 else json.dumps([kind]) for kind in kinds]
        made = {
            "id": ids,
            "project_id": [project] * count,
            "inner_id": range(1, count + 1),
            "data": texts,
            "meta": metas,
            "created_at": [moment(tx, at)] * count,
            "updated_at": [moment(tx, at)] * count,
            "allow_skip": [kind % 2 == 0 for kind in kinds],
            "overlap": [1 + kind for kind in kinds],
        }
        insert_rows(tx, tasks, made)
        stored = tx.execute(select(tasks).where(tasks.c.project_id == project).order_by(tasks.c.id)).mappings().all()
    shown = {**made, "data": map(json.loads, texts), "meta": [text and json.loads(text) for text in metas]}
    shown |= {"created_at": [at] * count, "updated_at": [at] * count}
    assert [{name: row[name] for name in made} for row in stored] == [
        dict(zip(made, values, strict=True)) for values in zip(*(shown[name] for name in made), strict=True)
    ]


def test_tasks_that_differ_in_everything_are_imported_as_they_are(owner: Client) -> None:
    project = owner.project(CONFIG)["id"]
    body = [_task(number) for number in range(230)]
    answer = owner.call("POST", f"/api/projects/{project}/import", json=body)
    assert (answer["task_count"], answer["annotation_count"]) == (230, 77)
    assert answer["prediction_count"] == sum(len(task["predictions"]) for task in body)
    listed = owner.call("GET", f"/api/tasks/?project={project}&fields=all&page_size=300")["tasks"]
    assert [_said(task) for task in listed] == [_said(task) for task in body]
    assert [task["inner_id"] for task in listed] == list(range(1, 231))
    # The others wait for their label.
    assert owner.call("GET", f"/api/projects/{project}/")["finished_task_number"] == 77


def _task(number: int) -> dict[str, Any]:
    result = [{"id": f"r{number}", "from_name": "c", "to_name": "t", "type": "choices", "value": {"choices": ["A"]}}]
    made: dict[str, Any] = {"data": {"text": f"number {number}", f"key{number % 7}": number / 4}, "meta": None}
    if number % 2:
        made["meta"] = {"number": number}
    made["annotations"] = [] if number % 3 else [{"result": result, "lead_time": number / 8}]
    made["predictions"] = [
        {"result": result, "score": None if number % 5 else number / 1000, "model_version": f"m{number % 4}"}
    ] * (number % 3)
    return made


def _said(task: dict[str, Any]) -> Any:
    """What was given of a task, and comes back."""
    keys = ("result", "lead_time", "score", "model_version")
    return (
        task["data"],
        task["meta"] or {},
        *([{key: one.get(key) for key in keys} for one in task[kind]] for kind in ("annotations", "predictions")),
    )
