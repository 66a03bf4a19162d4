"""Actions on many tasks as jobs that are cancelled, and continued by other processes."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from datamanager.test_views_and_actions import ALL, CHOICES, RESULT
from harness.live import LiveServer
from harness.workplace import Workplace
from labelwright.datamanager.jobs import ACTION


@pytest.fixture
def workplace(start_live: Callable[..., LiveServer]) -> Workplace:
    return Workplace(start_live(jobs_in_server=False))


def start(workplace: Workplace, project: int, action: str, **body: Any) -> int:
    path, json = f"/api/projects/{project}/jobs/action", {**ALL, **body, "id": action}
    return int(workplace.owner.call("POST", path, json=json)["id"])


TASKS, COHORT = 400, 50
COMING = [("delete_tasks", "number {n}"), ("remove_duplicates", "the same")]


def shared_project(workplace: Workplace, text: str) -> int:
    """Half of its tasks are for two people."""
    asked = {"maximum_annotations": 2, "overlap_cohort_percentage": COHORT}
    project = int(workplace.owner.project(CHOICES, **asked)["id"])
    workplace.owner.import_tasks(project, [{"text": text.format(n=n)} for n in range(TASKS)])
    return project


def check_cohort(workplace: Workplace, project: int) -> int:
    """How many tasks there are, half of them for two people."""
    overlaps = Counter(task["overlap"] for task in workplace.tasks(project))
    assert overlaps[2] == (overlaps.total() * COHORT + 50) // 100, overlaps
    return overlaps.total()


@pytest.mark.parametrize(("action", "text"), COMING)
def test_a_cancelled_deletion_leaves_the_share_of_what_is_left(workplace: Workplace, action: str, text: str) -> None:
    project = shared_project(workplace, text)
    job = start(workplace, project, action)
    workplace.run_until_cancelled(ACTION, job, "working")
    assert workplace.job(job)["state"] == "cancelled"
    assert 0 < check_cohort(workplace, project) < TASKS


@pytest.mark.parametrize(("action", "text"), COMING)
def test_a_deletion_cancelled_after_its_process_died_is_brought_to_order_by_another(
    workplace: Workplace, action: str, text: str
) -> None:
    project = shared_project(workplace, text)
    job = start(workplace, project, action)
    workplace.run(ACTION, stops=stops_in_the_middle(action))
    workplace.cancel(job)
    workplace.run(ACTION)
    assert workplace.job(job)["state"] == "cancelled"
    assert 0 < check_cohort(workplace, project) < TASKS


@pytest.mark.parametrize(("action", "text"), COMING)
def test_a_deletion_is_continued_by_another_process(workplace: Workplace, action: str, text: str) -> None:
    project, [kept, *gone] = shared_project(workplace, text), range(TASKS)
    tasks = sorted(task["id"] for task in workplace.tasks(project))
    chosen = {"selectedItems": {"all": True, "excluded": [tasks[kept]]}}
    job = start(workplace, project, action, **chosen)
    workplace.run(ACTION, stops=stops_in_the_middle(action))
    assert workplace.job(job)["state"] == "queued"
    workplace.run(ACTION)
    ended = workplace.job(job)
    assert (ended["state"], ended["result"]) == (
        "completed",
        {"processed_items": len(gone) - (action != "delete_tasks")},
    )
    assert check_cohort(workplace, project) == TASKS - ended["result"]["processed_items"]


def stops_in_the_middle(action: str) -> list[bool]:
    """After one part was done; duplicates are looked for before."""
    return [False, False, True] if action == "remove_duplicates" else [False, True]


def test_a_deletion_that_was_cancelled_before_it_began_changes_nothing(workplace: Workplace) -> None:
    project = shared_project(workplace, "number {n}")
    before = workplace.tasks(project)
    job = start(workplace, project, "delete_tasks")
    workplace.run(ACTION, stops=[True])
    workplace.cancel(job)
    workplace.run(ACTION)
    assert workplace.job(job)["state"] == "cancelled"
    assert workplace.tasks(project) == before


RENAMING = {"control_tag": "c", "old_label_name": "A", "new_label_name": "Z"}


def annotated_project(workplace: Workplace) -> int:
    """Its tasks say A."""
    project = int(workplace.owner.project(CHOICES)["id"])
    annotated = [{"data": {"text": f"number {n}"}, "annotations": [{"result": RESULT}]} for n in range(TASKS)]
    workplace.owner.import_tasks(project, annotated)
    return project


def labels(workplace: Workplace, project: int) -> dict[str, int]:
    found: dict[str, int] = workplace.owner.call("GET", f"/api/projects/{project}/summary/")["created_labels"]["c"]
    return found


def test_a_label_is_renamed_part_by_part_whatever_is_selected(workplace: Workplace) -> None:
    project = annotated_project(workplace)
    job = start(workplace, project, "rename_labels", **RENAMING, selectedItems={"all": False, "included": []})
    assert workplace.job(job)["total"] == TASKS
    workplace.run(ACTION, stops=[False, True])
    between = labels(workplace, project)
    assert between["A"] + between["Z"] == TASKS
    assert 0 < between["Z"] < TASKS
    workplace.run(ACTION)
    ended = workplace.job(job)
    assert (ended["state"], ended["result"]) == ("completed", {"processed_items": TASKS})
    assert labels(workplace, project) == {"Z": TASKS}


@pytest.mark.parametrize(
    ("action", "given", "named"),
    [
        ("rename_labels", {**RENAMING, "old_label_name": ""}, "old_label_name"),
        ("delete_tasks_annotations", {"annotator": "nobody"}, "annotator"),
        ("predictions_to_annotations", {"model_version": []}, "model_version"),
        ("propagate_annotations", {"source_annotation_id": 10**9}, "source_annotation_id"),
        ("add_data_field", {"value_name": "new", "value_type": "Number", "value": "many"}, "value"),
        ("cache_labels", {"source": "Guesses"}, "source"),
    ],
)
def test_what_an_action_cannot_use_is_refused_before_a_job_is_made(
    workplace: Workplace, action: str, given: dict[str, Any], named: str
) -> None:
    project = annotated_project(workplace)
    answer = workplace.owner.post(f"/api/projects/{project}/jobs/action", json={**ALL, **given, "id": action})
    assert (answer.status_code, list(answer.json()["validation_errors"])) == (400, [named])
    assert workplace.owner.call("GET", "/api/jobs/")["count"] == 0
    assert labels(workplace, project) == {"A": TASKS}


def test_renaming_that_was_cancelled_can_be_asked_for_again(workplace: Workplace) -> None:
    project = annotated_project(workplace)
    job = start(workplace, project, "rename_labels", **RENAMING)
    workplace.run_until_cancelled(ACTION, job, "working")
    renamed = labels(workplace, project)["Z"]
    assert 0 < renamed < TASKS
    again = start(workplace, project, "rename_labels", **RENAMING)
    workplace.run(ACTION)
    assert workplace.job(again)["result"] == {"processed_items": TASKS - renamed}
    assert labels(workplace, project) == {"Z": TASKS}
