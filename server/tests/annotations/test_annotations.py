"""Annotations: storing, changing, deleting them, and what that does to their task and project."""

from typing import Any

import httpx
import msgspec
import pytest

from harness.live import Client, LiveServer

CHOICES = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""
RESULT = [{"id": "r1", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]
UNIQUE = "1f7c3f0e-6a55-4c0e-9a41-7a3a1d3f9c11"


def a_task(client: Client, **settings: Any) -> tuple[int, int]:
    project = client.project(CHOICES, **settings)["id"]
    return project, client.import_tasks(project, [{"text": "Some text"}])[0]


def submit(client: Client, task: int, **fields: Any) -> dict[str, Any]:
    made: dict[str, Any] = client.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT, **fields})
    return made


def shown(client: Client, task: int) -> dict[str, Any]:
    found: dict[str, Any] = client.call("GET", f"/api/tasks/{task}/")
    return found


def test_a_submitted_annotation_has_label_studios_fields_and_labels_the_task(owner: Client) -> None:
    project, task = a_task(owner)
    assert owner.account

    made = submit(owner, task, lead_time=4.5)

    assert made["result"] == RESULT
    assert made["completed_by"] == made["updated_by"] == owner.account.id
    assert made["created_username"] == f" {owner.account.email}, {owner.account.id}"
    assert made["created_ago"] == "0\u00a0minutes"
    assert (made["task"], made["project"], made["lead_time"]) == (task, project, 4.5)
    assert (made["was_cancelled"], made["ground_truth"], made["bulk_created"]) == (False, False, False)
    assert set(made) == {
        "id", "result", "created_username", "created_ago", "completed_by", "was_cancelled", "ground_truth", "created_at",
        "updated_at", "draft_created_at", "lead_time", "import_id", "last_action", "bulk_created", "task", "project",
        "updated_by", "parent_prediction", "parent_annotation", "last_created_by",
    }  # fmt: skip
    found = shown(owner, task)
    assert (found["is_labeled"], found["total_annotations"]) == (True, 1)
    assert found["completed_at"] == made["created_at"]
    assert found["annotations"][0]["completed_by"]["email"] == owner.account.email
    assert found["updated_by"] == [{"user_id": owner.account.id}]


# Numbers keep their spelling, keys their order, unknown keys stay.
RECTANGLE = (
    b'[{"original_width":6000,"original_height":4000,"image_rotation":0,"value":{"x":12.50,"y":3.3333333333333335,'
    b'"width":1e1,"height":100,"rotation":0,"rectanglelabels":["Car"]},"id":"r1","from_name":"label","to_name":"image",'
    b'"type":"rectanglelabels","origin":"manual","zz":{"b":1,"a":2}}]'
)


def test_a_rectangle_is_read_back_byte_for_byte(owner: Client) -> None:
    _, task = a_task(owner)
    body = b'{"lead_time": 1, "result": ' + RECTANGLE + b"}"
    headers = {"Content-Type": "application/json"}
    made = owner.post(f"/api/tasks/{task}/annotations/", content=body, headers=headers)
    assert made.status_code == 201
    assert RECTANGLE in made.content
    assert RECTANGLE in owner.get(f"/api/annotations/{made.json()['id']}/").content
    assert RECTANGLE in owner.get(f"/api/tasks/{task}/").content


def test_a_form_with_the_result_as_text_is_an_annotation(owner: Client) -> None:
    _, task = a_task(owner)
    form = {"result": msgspec.json.encode(RESULT).decode(), "lead_time": "2.5", "ground_truth": "true"}
    made = owner.call("POST", f"/api/tasks/{task}/annotations/", data=form)
    assert (made["result"], made["lead_time"], made["ground_truth"]) == (RESULT, 2.5, True)


@pytest.mark.parametrize("result", [[], None])
def test_empty_results_are_accepted(owner: Client, result: Any) -> None:
    _, task = a_task(owner)
    assert submit(owner, task, result=result)["result"] == result
    assert shown(owner, task)["is_labeled"] is (result is not None)


def refused(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 400, answer.text
    errors: dict[str, Any] = answer.json()["validation_errors"]
    return errors


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        ({"result": {"a": 1}}, "result", 'annotation "result" field in annotation must be list'),
        ({"result": 5}, "result", 'annotation "result" field in annotation must be list'),
        ({"result": [], "completed_by": 999999}, "completed_by", 'Invalid pk "999999" - object does not exist.'),
        (
            {"result": [], "parent_prediction": 999999},
            "parent_prediction",
            'Invalid pk "999999" - object does not exist.',
        ),
        ({"result": [], "unique_id": "abc"}, "unique_id", "Must be a valid UUID."),
        ({"result": [], "lead_time": "soon"}, "lead_time", "A valid number is required."),
    ],
)
def test_a_bad_field_is_named(owner: Client, body: dict[str, Any], field: str, message: str) -> None:
    _, task = a_task(owner)
    assert refused(owner.post(f"/api/tasks/{task}/annotations/", json=body)) == {field: [message]}
    assert shown(owner, task)["total_annotations"] == 0


def test_a_result_that_is_no_json_is_refused(owner: Client) -> None:
    _, task = a_task(owner)
    assert "result" in refused(owner.post(f"/api/tasks/{task}/annotations/", json={"result": "[oops"}))
    answer = owner.post(
        f"/api/tasks/{task}/annotations/", content=b"{oops", headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("JSON parse error")


def test_a_submission_sent_again_gives_the_first_annotation(owner: Client, annotator: Client) -> None:
    project, task = a_task(owner)
    first = submit(owner, task, unique_id=UNIQUE)
    again = owner.post(f"/api/tasks/{task}/annotations/", json={"result": [], "unique_id": UNIQUE})
    assert (again.status_code, again.json()["id"], again.json()["result"]) == (201, first["id"], RESULT)
    assert shown(owner, task)["total_annotations"] == 1

    other = owner.import_tasks(project, [{"text": "Another"}])[0]
    for client, where in ((annotator, task), (owner, other)):
        answer = client.post(f"/api/tasks/{where}/annotations/", json={"result": RESULT, "unique_id": UNIQUE})
        assert (answer.status_code, answer.json()["detail"]) == (409, "Annotation with this unique id already exists")


def test_two_annotations_of_one_person_do_not_fill_an_overlap_of_two(owner: Client, annotator: Client) -> None:
    _, task = a_task(owner, maximum_annotations=2)
    submit(owner, task)
    submit(owner, task)
    assert shown(owner, task)["is_labeled"] is False
    theirs = submit(annotator, task)
    assert shown(owner, task)["is_labeled"] is True
    owner.call("DELETE", f"/api/annotations/{theirs['id']}/")
    assert (shown(owner, task)["is_labeled"], shown(owner, task)["completed_at"]) == (False, None)


def test_skipping_and_taking_the_skip_back_is_counted(owner: Client) -> None:
    _, task = a_task(owner)
    made = owner.call(
        "POST", f"/api/tasks/{task}/annotations/", params={"was_cancelled": 1}, json={"was_cancelled": False}
    )
    assert made["was_cancelled"] is True
    found = shown(owner, task)
    assert (found["cancelled_annotations"], found["total_annotations"], found["is_labeled"]) == (1, 0, False)
    assert owner.call("GET", f"/api/tasks/{task}/annotations/") == []
    owner.call("PATCH", f"/api/annotations/{made['id']}/", json={"was_cancelled": False, "result": RESULT})
    found = shown(owner, task)
    assert (found["cancelled_annotations"], found["total_annotations"], found["is_labeled"]) == (0, 1, True)


def test_a_task_has_one_ground_truth(owner: Client) -> None:
    project, task = a_task(owner)
    first, second = submit(owner, task, ground_truth=True), submit(owner, task)
    owner.call("PATCH", f"/api/annotations/{second['id']}/", json={"ground_truth": True})
    flags = {a["id"]: a["ground_truth"] for a in owner.call("GET", f"/api/tasks/{task}/annotations/")}
    assert flags == {first["id"]: False, second["id"]: True}
    counted = owner.call("GET", f"/api/projects/{project}/")
    assert (counted["ground_truth_number"], counted["useful_annotation_number"]) == (1, 1)


def test_an_edit_names_its_editor_and_keeps_what_is_not_sent(owner: Client, annotator: Client) -> None:
    _, task = a_task(owner)
    assert annotator.account
    made = submit(owner, task, lead_time=3.0)
    changed = annotator.call("PUT", f"/api/annotations/{made['id']}/", json={"result": []})
    assert (changed["result"], changed["lead_time"], changed["completed_by"]) == ([], 3.0, made["completed_by"])
    assert changed["updated_by"] == annotator.account.id
    assert changed["updated_at"] > made["updated_at"]


def test_work_may_be_given_to_a_member_only(owner: Client, annotator: Client, stranger: Client) -> None:
    _, task = a_task(owner)
    assert annotator.account
    assert stranger.account
    assert submit(owner, task, completed_by=annotator.account.id)["completed_by"] == annotator.account.id
    assert "completed_by" in refused(
        owner.post(f"/api/tasks/{task}/annotations/", json={"result": [], "completed_by": stranger.account.id})
    )


def test_submitting_a_draft_takes_its_place(owner: Client, annotator: Client) -> None:
    project, task = a_task(owner)
    draft = owner.call("POST", f"/api/tasks/{task}/drafts", json={"result": RESULT})
    made = submit(owner, task, draft_id=draft["id"])
    assert made["draft_created_at"] == draft["created_at"]
    assert owner.get(f"/api/drafts/{draft['id']}/").status_code == 404
    assert submit(owner, task, draft_id=draft["id"])["draft_created_at"] is None

    theirs = annotator.call("POST", f"/api/tasks/{task}/drafts", json={"result": RESULT})
    other = owner.import_tasks(project, [{"text": "Another"}])[0]
    mine = owner.call("POST", f"/api/tasks/{other}/drafts", json={"result": RESULT})
    for number in (theirs["id"], mine["id"]):
        answer = owner.post(f"/api/tasks/{task}/annotations/", json={"result": [], "draft_id": number})
        assert (answer.status_code, answer.json()["detail"]) == (403, f"You have no permission to draft id:{number}")


def test_drafts_are_seen_by_their_author_only(owner: Client, annotator: Client) -> None:
    _, task = a_task(owner)
    assert owner.account
    draft = owner.call("POST", f"/api/tasks/{task}/drafts", json={"result": RESULT, "lead_time": 1.5})
    assert draft["user"] == owner.account.email
    assert draft["created_username"] == f"{owner.account.email}, {owner.account.id}"
    assert (draft["was_postponed"], draft["annotation"]) == (False, None)
    assert [d["id"] for d in owner.call("GET", f"/api/tasks/{task}/drafts")] == [draft["id"]]
    assert annotator.call("GET", f"/api/tasks/{task}/drafts") == []
    assert annotator.get(f"/api/drafts/{draft['id']}/").status_code == 404
    assert annotator.patch(f"/api/drafts/{draft['id']}/", json={"result": []}).status_code == 404
    changed = owner.call("PATCH", f"/api/drafts/{draft['id']}/", json={"was_postponed": True})
    assert (changed["was_postponed"], changed["result"]) == (True, RESULT)
    assert refused(owner.post(f"/api/tasks/{task}/drafts", json={})) == {"result": ["This field is required."]}


def test_saving_an_annotation_ends_the_drafts_of_its_edit(owner: Client) -> None:
    _, task = a_task(owner)
    made = submit(owner, task)
    draft = owner.call("POST", f"/api/tasks/{task}/annotations/{made['id']}/drafts", json={"result": []})
    assert draft["annotation"] == made["id"]
    owner.call("PATCH", f"/api/annotations/{made['id']}/", json={"result": []})
    assert owner.call("GET", f"/api/tasks/{task}/drafts") == []
    assert owner.post(f"/api/tasks/{task}/annotations/999999/drafts", json={"result": []}).status_code == 404


def test_an_annotation_can_be_taken_back_as_a_draft(owner: Client) -> None:
    _, task = a_task(owner)
    made = submit(owner, task)
    draft = owner.call("POST", f"/api/annotations/{made['id']}/convert-to-draft")
    assert (draft["result"], draft["annotation"]) == (RESULT, None)
    assert owner.get(f"/api/annotations/{made['id']}/").status_code == 404
    assert (shown(owner, task)["is_labeled"], shown(owner, task)["drafts"][0]["id"]) == (False, draft["id"])


def test_all_annotations_of_a_project_can_be_deleted(owner: Client) -> None:
    project, task = a_task(owner)
    submit(owner, task)
    assert owner.delete(f"/api/projects/{project}/annotations").status_code == 204
    assert (shown(owner, task)["is_labeled"], shown(owner, task)["total_annotations"]) == (False, 0)


def test_the_summary_follows_every_change_without_drift(owner: Client) -> None:
    project, task = a_task(owner)

    def summary() -> dict[str, Any]:
        found: dict[str, Any] = owner.call("GET", f"/api/projects/{project}/summary/")
        return {name: found[name] for name in ("created_annotations", "created_labels", "created_labels_drafts")}

    owner.call("POST", f"/api/tasks/{task}/drafts", json={"result": RESULT})
    made = submit(owner, task)
    assert summary() == {
        "created_annotations": {"c|text|choices": 1},
        "created_labels": {"c": {"A": 1}},
        "created_labels_drafts": {"c": {"A": 1}},
    }
    before = summary()
    owner.call("POST", f"/api/projects/{project}/summary/reset/")
    assert summary() == before
    owner.call("PATCH", f"/api/annotations/{made['id']}/", json={"result": RESULT * 2})
    assert summary()["created_annotations"] == {"c|text|choices": 2}
    owner.call("DELETE", f"/api/tasks/{task}/")
    assert summary() == {"created_annotations": {}, "created_labels": {}, "created_labels_drafts": {}}


def test_a_config_must_fit_the_work_that_exists(owner: Client) -> None:
    project, task = a_task(owner)
    submit(owner, task)
    path = f"/api/projects/{project}/"
    renamed = CHOICES.replace('name="c"', 'name="other"')
    found = refused(owner.patch(path, json={"label_config": renamed}))
    assert "1 with from_name=c, to_name=text, type=choices" in str(found["label_config"])
    without = CHOICES.replace('<Choice value="A"/>', "")
    strict = refused(owner.post(f"{path}validate/", json={"label_config": without}))
    assert (
        "These labels still exist in annotations or drafts:\nA (1 annotations, 0 drafts)"
        in strict["non_field_errors"][0]
    )
    assert owner.patch(path, json={"label_config": without}).status_code == 200
    back = owner.call("POST", f"{path}validate/", json={"label_config": CHOICES})
    assert back == {"config_essential_data_has_changed": None}


def test_nothing_of_another_organization_can_be_reached(owner: Client, stranger: Client) -> None:
    _, task = a_task(owner)
    made = submit(owner, task)
    draft = owner.call("POST", f"/api/tasks/{task}/drafts", json={"result": RESULT})
    assert stranger.get(f"/api/tasks/{task}/annotations/").status_code == 404
    assert stranger.post(f"/api/tasks/{task}/annotations/", json={"result": []}).status_code == 404
    assert stranger.patch(f"/api/annotations/{made['id']}/", json={}).status_code == 404
    assert stranger.delete(f"/api/drafts/{draft['id']}/").status_code == 404


def test_stored_counts_are_those_of_the_result(server: LiveServer, owner: Client) -> None:
    from sqlalchemy import select

    from labelwright.annotations.tables import annotations

    _, task = a_task(owner)
    regions = [{"id": "a", "type": "choices"}, {"id": "a"}, {"value": {}}, {"value": {}}]
    made = submit(owner, task, result=regions)
    with server.db.read() as tx:
        stored = tx.execute(select(annotations.c.result_count).where(annotations.c.id == made["id"])).scalar_one()
    assert stored == 2
