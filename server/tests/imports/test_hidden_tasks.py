"""While a large import is being written nobody sees, counts, labels or deletes any of it."""

from typing import Any

import pytest

from harness.live import Client, LiveServer
from labelwright.imports import queries
from labelwright.jobs.tables import jobs

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
RESULT = [{"id": "r", "from_name": "c", "to_name": "t", "type": "choices", "value": {"choices": ["A"]}}]
HIDDEN = "hidden-b7c6d5"


def work(text: str) -> dict[str, Any]:
    return {
        "data": {"text": text, text: "a column of its own"},
        "annotations": [{"result": RESULT, "ground_truth": True}],
        "predictions": [{"result": RESULT, "model_version": text, "score": 0.5}],
    }


@pytest.fixture
def project(owner: Client) -> int:
    return int(owner.project(CONFIG, maximum_annotations=2)["id"])


def hide(server: LiveServer, owner: Client, project: int, ids: list[int]) -> None:
    assert owner.account
    with server.db.write() as tx:
        at = queries.project(tx, project).created_at  # type: ignore[union-attr]
        job = {
            "organization_id": owner.account.organization, "project_id": project, "kind": "import", "lane": "none",
            "state": "running", "arguments": {}, "run_at": at, "created_at": at,
        }  # fmt: skip
        job_id = tx.execute(jobs.insert().values(**job).returning(jobs.c.id)).scalar_one()
        queries.hide(tx, project, job_id, ids[0], ids[-1])


def reads(project: int) -> dict[str, dict[str, Any]]:
    """Everything that is told of a project."""
    of = {"project": project}
    return {
        f"/api/projects/{project}/": {},
        "/api/projects/": {"ids": project},
        "/api/projects/counts/": {"ids": project},
        f"/api/projects/{project}/summary/": {},
        f"/api/projects/{project}/model-versions/": {"extended": "true"},
        f"/api/projects/{project}/tasks/": {},
        f"/api/projects/{project}/export": {"exportType": "JSON", "download_all_tasks": "true"},
        f"/api/projects/{project}/export ": {"exportType": "CSV", "download_all_tasks": "true"},
        "/api/tasks/": {**of, "fields": "all"},
        "/api/tasks/ ": {**of, "query": '{"filters":{"conjunction":"and","items":[]},"ordering":["-tasks:id"]}'},
        "/api/dm/project/": of,
        "/api/dm/columns/": of,
        "/api/predictions/": of,
        "/api/dm/actions/predictions_to_annotations/form/": of,
        "/api/dm/actions/delete_tasks_annotations/form/": of,
    }


def answers(owner: Client, project: int) -> dict[str, Any]:
    found = {}
    for path, query in reads(project).items():
        answer = owner.get(path.strip(), params=query)
        assert answer.is_success, f"{path}: {answer.text[:500]}"
        found[path] = answer.text
    return found


def test_no_figure_and_no_list_knows_a_hidden_task(server: LiveServer, owner: Client, project: int) -> None:
    owner.import_tasks(project, [work("seen")])
    before = answers(owner, project)
    hidden = owner.import_tasks(project, [work(HIDDEN)] * 3)
    assert any(HIDDEN in text for text in answers(owner, project).values())
    with server.db.write() as tx:
        # What an import changes only when it shows its tasks.
        tx.exec_driver_sql(
            f"""UPDATE project_summaries SET all_data_columns = '{{"text":1,"seen":1}}' WHERE project_id = {project}"""
        )
    hide(server, owner, project, hidden)
    after = answers(owner, project)
    for path, text in after.items():
        assert HIDDEN not in text, path
        if "ago" not in text:
            assert text == before[path], path


def test_a_hidden_task_is_not_found_and_not_given_to_anybody(server: LiveServer, owner: Client, project: int) -> None:
    hidden = owner.import_tasks(project, [{"text": HIDDEN}] * 3)
    hide(server, owner, project, hidden)
    assert owner.get(f"/api/tasks/{hidden[1]}/").status_code == 404
    assert owner.get(f"/api/projects/{project}/next").status_code == 404
    assert owner.post(f"/api/tasks/{hidden[1]}/annotations/", json={"result": RESULT}).status_code == 404


def test_deleting_everything_leaves_hidden_tasks(server: LiveServer, owner: Client, project: int) -> None:
    owner.import_tasks(project, [work("seen")] * 2)
    hidden = owner.import_tasks(project, [work(HIDDEN)] * 3)
    hide(server, owner, project, hidden)
    body = {"selectedItems": {"all": True, "excluded": []}}
    for action in ("delete_tasks_annotations", "delete_tasks_predictions", "remove_duplicates", "delete_tasks"):
        owner.call("POST", "/api/dm/actions/", params={"id": action, "project": project}, json=body)
    assert owner.call("GET", f"/api/projects/{project}/")["task_number"] == 0
    with server.db.write() as tx:
        tx.exec_driver_sql("DELETE FROM hidden_tasks")
    found = owner.call("GET", f"/api/projects/{project}/")
    assert found["task_number"] == 3
    assert (found["total_annotations_number"], found["total_predictions_number"]) == (3, 3)


def test_an_import_of_few_goes_in_beside_a_hidden_one(server: LiveServer, owner: Client, project: int) -> None:
    hidden = owner.import_tasks(project, [{"text": HIDDEN}] * 3)
    hide(server, owner, project, hidden)
    owner.import_tasks(project, [{"text": "new"}])
    page = owner.call("GET", "/api/tasks/", params={"project": project})["tasks"]
    assert [task["data"] for task in page] == [{"text": "new"}]
    assert page[0]["inner_id"] == 4


def test_a_project_can_be_deleted_in_the_middle_of_an_import(server: LiveServer, owner: Client, project: int) -> None:
    hidden = owner.import_tasks(project, [{"text": HIDDEN}] * 3)
    hide(server, owner, project, hidden)
    assert owner.delete(f"/api/projects/{project}/").status_code == 204
    with server.db.read() as tx:
        left = f"SELECT (SELECT count(*) FROM tasks WHERE project_id = {project}) + (SELECT count(*) FROM hidden_tasks WHERE project_id = {project})"
        assert tx.exec_driver_sql(left).scalar_one() == 0
