"""The states an annotation went through, and changes of what somebody else changed meanwhile."""

from typing import Any

import pytest

from annotations.test_annotations import RESULT, a_task, submit
from harness.live import Client, LiveServer

OTHER = [{**RESULT[0], "value": {"choices": ["B"]}}]


def history(client: Client, annotation: int, **params: Any) -> list[dict[str, Any]]:
    states: list[dict[str, Any]] = client.call(
        "GET", "/api/annotation-history/", params={"annotation": annotation, **params}
    )
    return states


def change(client: Client, annotation: int, **fields: Any) -> dict[str, Any]:
    changed: dict[str, Any] = client.call("PATCH", f"/api/annotations/{annotation}/", json=fields)
    return changed


def test_every_state_is_kept_with_who_when_and_what(owner: Client, annotator: Client) -> None:
    assert owner.account
    assert annotator.account
    project, task = a_task(owner)
    first = submit(owner, task, lead_time=2)
    second = change(annotator, first["id"], result=OTHER, lead_time=5)

    newest, oldest = history(owner, first["id"])

    assert (newest["action"], newest["created_by"], newest["result"]) == ("updated", annotator.account.id, OTHER)
    assert (newest["id"], newest["created_at"]) == (None, second["updated_at"])
    assert (oldest["action"], oldest["created_by"], oldest["result"]) == ("submitted", owner.account.id, RESULT)
    assert (oldest["lead_time"], oldest["created_at"]) == (2, first["updated_at"])
    assert owner.account.email in oldest["created_username"]
    assert (oldest["annotation_id"], oldest["task_id"], oldest["project_id"]) == (first["id"], task, project)
    assert history(owner, first["id"], ordering="created_at") == [oldest, newest]


def test_going_back_to_an_earlier_result_is_called_restored(owner: Client) -> None:
    _, task = a_task(owner)
    made = submit(owner, task)["id"]
    change(owner, made, result=OTHER)
    assert change(owner, made, result=RESULT)["last_action"] == "restored"
    assert [state["action"] for state in history(owner, made)] == ["restored", "updated", "submitted"]


def test_a_skip_and_taking_it_back_are_states_that_share_one_result(server: LiveServer, owner: Client) -> None:
    _, task = a_task(owner)
    made = submit(owner, task)["id"]
    change(owner, made, result=RESULT, was_cancelled=True)
    change(owner, made, result=RESULT, was_cancelled=False)
    states = history(owner, made)
    assert [(state["action"], state["was_cancelled"]) for state in states] == [
        ("updated", False), ("skipped", True), ("submitted", False),
    ]  # fmt: skip
    assert [state["result"] for state in states] == [RESULT] * 3
    with server.db.read() as tx:
        stored = tx.exec_driver_sql(f"SELECT result FROM annotation_history WHERE annotation_id = {made}").scalars()
        assert set(stored) == {None}


def test_a_null_result_is_told_from_one_that_did_not_change(owner: Client) -> None:
    _, task = a_task(owner)
    made = submit(owner, task, result=None)["id"]
    change(owner, made, result=RESULT)
    assert [state["result"] for state in history(owner, made)] == [RESULT, None]


def test_an_imported_annotation_keeps_what_was_imported(owner: Client) -> None:
    project, _ = a_task(owner)
    task = owner.import_tasks(project, [{"data": {"text": "x"}, "annotations": [{"result": RESULT}]}])[0]
    made = owner.call("GET", f"/api/tasks/{task}/")["annotations"][0]["id"]
    change(owner, made, result=OTHER)
    assert [(state["action"], state["result"]) for state in history(owner, made)] == [
        ("updated", OTHER), ("imported", RESULT),
    ]  # fmt: skip


def test_history_is_for_those_who_may_see_the_annotation(owner: Client, stranger: Client) -> None:
    _, task = a_task(owner)
    made = submit(owner, task)["id"]
    assert stranger.get("/api/annotation-history/", params={"annotation": made}).status_code == 404
    assert stranger.get("/api/annotation-history/").status_code == 400


def test_a_change_of_what_somebody_changed_meanwhile_is_refused_when_asked_to(owner: Client) -> None:
    _, task = a_task(owner)
    seen = submit(owner, task)
    url, header = f"/api/annotations/{seen['id']}/", {"If-Match": f'"{seen["updated_at"]}"'}
    assert owner.patch(url, json={"result": RESULT}, headers=header).status_code == 200

    refused = owner.patch(url, json={"result": OTHER}, headers=header)

    assert refused.status_code == 412
    assert owner.call("GET", url)["result"] == RESULT
    # Who does not ask overwrites, as ever.
    assert owner.patch(url, json={"result": OTHER}).status_code == 200


@pytest.mark.parametrize("header", ["soon", '"2020-13-45T00:00:00Z"'])
def test_an_unreadable_condition_is_an_error(owner: Client, header: str) -> None:
    _, task = a_task(owner)
    made = submit(owner, task)["id"]
    answer = owner.patch(f"/api/annotations/{made}/", json={"result": OTHER}, headers={"If-Match": header})
    assert answer.status_code == 400
    assert owner.call("GET", f"/api/annotations/{made}/")["result"] == RESULT
