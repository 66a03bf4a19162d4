"""Predictions: by hand, in short forms, and as versions of a model."""

from typing import Any

import pytest

from harness.live import Client

CONFIG = """<View><Text name="text" value="$text"/><Choices name="c" toName="text"><Choice value="A"/><Choice value="B"/></Choices>
<Rating name="r" toName="text"/></View>"""
RESULT = [{"from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]


def tasks(client: Client, count: int) -> tuple[int, list[int]]:
    project = client.project(CONFIG)["id"]
    return project, client.import_tasks(project, [{"text": f"Text {number}"} for number in range(count)])


def predict(client: Client, task: int, **fields: Any) -> dict[str, Any]:
    made: dict[str, Any] = client.call("POST", "/api/predictions/", json={"task": task, "result": RESULT, **fields})
    return made


def test_a_prediction_has_label_studios_fields_and_is_counted(owner: Client) -> None:
    project, ids = tasks(owner, 1)
    made = predict(owner, ids[0], score=0.25, model_version="v1")
    assert (made["result"], made["score"], made["model_version"]) == (RESULT, 0.25, "v1")
    assert (made["task"], made["project"], made["model"], made["mislabeling"]) == (ids[0], project, None, 0.0)
    found = owner.call("GET", f"/api/tasks/{ids[0]}/")
    assert (found["total_predictions"], found["predictions"][0]["id"]) == (1, made["id"])
    assert (found["predictions_score"], found["predictions_model_versions"]) == (0.25, "v1")
    owner.call("DELETE", f"/api/predictions/{made['id']}/")
    assert owner.call("GET", f"/api/tasks/{ids[0]}/")["total_predictions"] == 0


@pytest.mark.parametrize(
    ("short", "region"),
    [
        ({"choices": ["B"]}, {"from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["B"]}}),
        ("B", {"from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["B"]}}),
        (4, {"from_name": "r", "to_name": "text", "type": "rating", "value": {"rating": 4}}),
    ],
)
def test_short_forms_are_stored_as_regions(owner: Client, short: Any, region: dict[str, Any]) -> None:
    _, ids = tasks(owner, 1)
    (made,) = predict(owner, ids[0], result=short)["result"]
    assert made.pop("id")
    assert made == region


def test_what_is_missing_or_foreign_is_refused(owner: Client, stranger: Client) -> None:
    _, ids = tasks(owner, 1)
    answer = owner.post("/api/predictions/", json={})
    assert answer.json()["validation_errors"] == {
        "task": ["This field is required."],
        "result": ["This field is required."],
    }
    assert stranger.post("/api/predictions/", json={"task": ids[0], "result": RESULT}).status_code == 404
    assert owner.post("/api/predictions/", json={"task": ids[0], "result": {"nothing": 1}}).status_code == 400


def test_the_list_is_narrowed_by_task_and_project(owner: Client, stranger: Client) -> None:
    project, ids = tasks(owner, 2)
    made = [predict(owner, task)["id"] for task in ids]

    def listed(client: Client, **params: Any) -> list[int]:
        return [prediction["id"] for prediction in client.call("GET", "/api/predictions/", params=params)]

    assert listed(owner, task=ids[1]) == [made[1]]
    assert listed(owner, project=project) == listed(owner, task__project=project) == made
    assert listed(stranger) == []


def test_a_change_keeps_what_is_not_sent(owner: Client) -> None:
    _, ids = tasks(owner, 1)
    made = predict(owner, ids[0], score=0.5, model_version="v1")
    changed = owner.call("PATCH", f"/api/predictions/{made['id']}/", json={"score": 0.75})
    assert (changed["score"], changed["model_version"], changed["result"]) == (0.75, "v1", RESULT)


def test_a_model_version_can_be_listed_chosen_and_deleted(owner: Client) -> None:
    project, ids = tasks(owner, 2)
    for task, version in zip(ids, ("v1", "v2"), strict=True):
        predict(owner, task, model_version=version)
    owner.call("PATCH", f"/api/projects/{project}/", json={"model_version": "v2"})
    path = f"/api/projects/{project}/model-versions/"
    assert owner.call("GET", path) == {"v2": 1, "v1": 1}
    extended = owner.call("GET", path, params={"extended": "true"})
    assert [entry["model_version"] for entry in extended["static"]] == ["v2", "v1"]
    assert extended["live"] is None
    assert owner.call("DELETE", path, json={"model_version": "v2"}) == {"deleted_predictions": 1}
    assert owner.call("GET", f"/api/projects/{project}/")["model_version"] == ""
    assert owner.call("GET", f"/api/tasks/{ids[1]}/")["total_predictions"] == 0
    assert owner.delete(path).status_code == 400


def test_what_the_model_said_is_kept_with_the_annotation(server: Any, owner: Client) -> None:
    from sqlalchemy import select

    from labelwright.annotations.tables import annotations

    project, ids = tasks(owner, 1)
    made = predict(owner, ids[0], model_version="v1")
    owner.call("PATCH", f"/api/projects/{project}/", json={"model_version": "v1"})
    annotation = owner.call("POST", f"/api/tasks/{ids[0]}/annotations/", json={"result": []})
    with server.db.read() as tx:
        kept = tx.execute(select(annotations.c.prediction).where(annotations.c.id == annotation["id"])).scalar_one()
    assert kept == {"id": made["id"], "model_version": "v1", "score": None, "result": RESULT}
