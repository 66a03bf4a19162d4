"""Tasks by themselves: made, changed, deleted, listed by project; overlap and cohorts."""

from typing import Any

import pytest

from harness.live import Client

CHOICES = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""
RESULT = [{"id": "r1", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]


def project(client: Client, count: int, **settings: Any) -> tuple[int, list[int]]:
    made = client.project(CHOICES, **settings)["id"]
    return made, client.import_tasks(made, [{"text": f"Text {number}"} for number in range(count)]) if count else []


def overlaps(client: Client, project_id: int) -> list[int]:
    tasks = client.call("GET", "/api/tasks/", params={"project": project_id, "page_size": 2000})["tasks"]
    return sorted(task["overlap"] for task in tasks)


def test_a_task_made_by_itself_has_the_short_form(owner: Client) -> None:
    made, _ = project(owner, 0, maximum_annotations=3)
    assert owner.account
    task = owner.call("POST", "/api/tasks/", json={"project": made, "data": {"text": "Hello"}, "meta": {"a": 1}})
    assert task["data"] == {"text": "Hello"}
    assert (task["inner_id"], task["overlap"], task["updated_by"], task["meta"]) == (1, 1, owner.account.id, {"a": 1})
    assert set(task) == {
        "id", "data", "meta", "created_at", "updated_at", "is_labeled", "overlap", "inner_id", "total_annotations",
        "cancelled_annotations", "total_predictions", "comment_count", "unresolved_comment_count",
        "last_comment_updated_at", "project", "updated_by", "file_upload", "comment_authors",
    }  # fmt: skip
    second = owner.call("POST", f"/api/projects/{made}/tasks/", json={"data": {"text": "Again"}})
    assert second["inner_id"] == 2
    assert owner.call("GET", f"/api/projects/{made}/summary/")["all_data_columns"] == {"text": 2}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"data": {"text": "x"}}, "project"),
        ({"project": "PROJECT"}, "data"),
        ({"project": "PROJECT", "data": "text"}, "data"),
        ({"project": "PROJECT", "data": {"other": "x"}}, "data"),
        ({"project": "PROJECT", "data": {"text": {"a": 1}}}, "data"),
        ({"project": "PROJECT", "data": {"text": "x"}, "meta": "no"}, "meta"),
        ({"project": "PROJECT", "data": {"text": "x"}, "overlap": 0}, "overlap"),
    ],
)
def test_a_bad_task_is_refused(owner: Client, body: dict[str, Any], field: str) -> None:
    made, _ = project(owner, 0)
    sent = {key: made if value == "PROJECT" else value for key, value in body.items()}
    answer = owner.post("/api/tasks/", json=sent)
    assert answer.status_code == 400, answer.text
    assert list(answer.json()["validation_errors"]) == [field]
    assert owner.call("GET", f"/api/projects/{made}/")["task_number"] == 0


def test_a_change_is_not_checked_against_the_config_and_keeps_the_rest(owner: Client) -> None:
    made, ids = project(owner, 1)
    owner.call("POST", f"/api/tasks/{ids[0]}/annotations/", json={"result": RESULT})
    changed = owner.call("PATCH", f"/api/tasks/{ids[0]}/", json={"data": {"other": 1}})
    assert (changed["data"], changed["meta"], len(changed["annotations"]), changed["predictions"]) == (
        {"other": 1},
        None,
        1,
        [],
    )
    assert owner.call("GET", f"/api/projects/{made}/summary/")["all_data_columns"] == {"other": 1}
    more = owner.call("PUT", f"/api/tasks/{ids[0]}/", json={"overlap": 2, "meta": [1]})
    assert (more["data"], more["meta"], more["overlap"], more["is_labeled"]) == ({"other": 1}, [1], 2, False)


def test_tasks_of_a_project_come_last_changed_first_with_their_work(owner: Client) -> None:
    made, ids = project(owner, 3)
    owner.call("POST", f"/api/tasks/{ids[1]}/annotations/", json={"result": RESULT})
    path = f"/api/projects/{made}/tasks/"
    listed = owner.call("GET", path)
    assert listed[0]["id"] == ids[1]
    assert len(listed[0]["annotations"]) == 1
    assert len(owner.call("GET", path, params={"page": 1, "page_size": 2})) == 2
    assert len(owner.call("GET", path, params={"start": 2, "length": 2})) == 1
    assert len(owner.call("GET", path, params={"page_size": -1})) == 3
    assert owner.get(path, params={"page": 9}).status_code == 404
    assert owner.get(f"/api/projects/{project(owner, 0)[0]}/tasks/").status_code == 404


def test_deleted_tasks_take_their_work_along(owner: Client) -> None:
    made, ids = project(owner, 2)
    annotation = owner.call("POST", f"/api/tasks/{ids[0]}/annotations/", json={"result": RESULT})
    assert owner.delete(f"/api/tasks/{ids[0]}/").status_code == 204
    assert owner.get(f"/api/annotations/{annotation['id']}/").status_code == 404
    assert owner.get(f"/api/tasks/{ids[0]}/").status_code == 404
    assert owner.delete(f"/api/projects/{made}/tasks/").status_code == 204
    assert owner.call("GET", f"/api/projects/{made}/")["task_number"] == 0


def test_half_of_the_tasks_need_two_people_whenever_the_share_is_set(owner: Client) -> None:
    before, _ = project(owner, 3, maximum_annotations=2, overlap_cohort_percentage=50)
    assert overlaps(owner, before) == [1, 2, 2]
    after, _ = project(owner, 3)
    owner.call("PATCH", f"/api/projects/{after}/", json={"maximum_annotations": 2, "overlap_cohort_percentage": 50})
    assert overlaps(owner, after) == [1, 2, 2]


def test_one_percent_of_a_thousand_tasks_are_ten(owner: Client) -> None:
    made, _ = project(owner, 1000, maximum_annotations=2, overlap_cohort_percentage=1)
    assert overlaps(owner, made).count(2) == 10


def test_changes_of_the_overlap_reach_the_tasks_that_share(owner: Client) -> None:
    made, ids = project(owner, 4, maximum_annotations=2, overlap_cohort_percentage=50)
    path = f"/api/projects/{made}/"
    owner.call("PATCH", path, json={"maximum_annotations": 3})
    assert overlaps(owner, made) == [1, 1, 3, 3]
    owner.call("PATCH", path, json={"maximum_annotations": 1})
    assert overlaps(owner, made) == [1, 1, 1, 1]
    owner.call("PATCH", path, json={"overlap_cohort_percentage": 100})
    assert overlaps(owner, made) == [1, 1, 1, 1]
    owner.call("PATCH", path, json={"maximum_annotations": 2})
    assert overlaps(owner, made) == [2, 2, 2, 2]
    owner.call("POST", f"/api/tasks/{ids[0]}/annotations/", json={"result": RESULT})
    assert owner.call("GET", f"/api/tasks/{ids[0]}/")["is_labeled"] is False
    owner.call("PATCH", path, json={"maximum_annotations": 1})
    assert owner.call("GET", f"/api/tasks/{ids[0]}/")["is_labeled"] is True


def test_finished_tasks_are_the_first_of_the_cohort(owner: Client) -> None:
    made, ids = project(owner, 4, maximum_annotations=2, overlap_cohort_percentage=100)
    owner.call("POST", f"/api/tasks/{ids[3]}/annotations/", json={"result": RESULT})
    owner.call("PATCH", f"/api/projects/{made}/", json={"overlap_cohort_percentage": 25})
    assert owner.call("GET", f"/api/tasks/{ids[3]}/")["overlap"] == 2
    assert overlaps(owner, made) == [1, 1, 1, 2]


def test_what_a_skip_means_is_applied_to_the_tasks_that_exist(owner: Client) -> None:
    made, ids = project(owner, 1)
    owner.call("POST", f"/api/tasks/{ids[0]}/annotations/", json={"result": [], "was_cancelled": True})
    owner.call("PATCH", f"/api/projects/{made}/", json={"skip_queue": "IGNORE_SKIPPED"})
    assert owner.call("GET", f"/api/tasks/{ids[0]}/")["is_labeled"] is True
    owner.call("PATCH", f"/api/projects/{made}/", json={"skip_queue": "REQUEUE_FOR_ME"})
    assert owner.call("GET", f"/api/tasks/{ids[0]}/")["is_labeled"] is False


def test_the_figures_of_a_project_are_those_of_its_tasks(owner: Client, annotator: Client) -> None:
    made, ids = project(owner, 4)
    owner.call("POST", f"/api/tasks/{ids[0]}/annotations/", json={"result": RESULT, "ground_truth": True})
    owner.call("POST", f"/api/tasks/{ids[1]}/annotations/", json={"result": [], "was_cancelled": True})
    annotator.call("POST", f"/api/tasks/{ids[2]}/annotations/", json={"result": RESULT})
    owner.call("POST", "/api/predictions/", json={"task": ids[3], "result": RESULT})
    found = owner.call("GET", f"/api/projects/{made}/")
    assert {
        name: found[name] for name in found if name.endswith(("_number", "_annotations")) and "maximum" not in name
    } == {
        "task_number": 4,
        "finished_task_number": 2,
        "total_annotations_number": 2,
        "total_predictions_number": 1,
        "num_tasks_with_annotations": 2,
        "useful_annotation_number": 1,
        "ground_truth_number": 1,
        "skipped_annotations_number": 1,
    }
    # Open to me or done by me: not the one that somebody else finished.
    assert (found["queue_total"], found["queue_done"]) == (3, 2)
    people = owner.call("GET", f"/api/projects/{made}/annotators/")
    assert [person["email"] for person in people] == [owner.account.email, annotator.account.email]  # type: ignore[union-attr]
