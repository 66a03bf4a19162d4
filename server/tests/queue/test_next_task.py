"""Which task comes next, for one person and for several."""

from typing import Any

import pytest

from harness.live import Client, LiveServer

CHOICES = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""
RESULT = [{"id": "r1", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]


def project(client: Client, tasks: int, **settings: Any) -> tuple[int, list[int]]:
    """A project with tasks; their ids in order."""
    made = client.project(CHOICES, **settings)["id"]
    return made, client.import_tasks(made, [{"text": f"Text {number}"} for number in range(tasks)])


def take(client: Client, project_id: int, **params: Any) -> dict[str, Any]:
    task: dict[str, Any] = client.call("GET", f"/api/projects/{project_id}/next/", params=params)
    return task


def submit(client: Client, task: int, **fields: Any) -> dict[str, Any]:
    made: dict[str, Any] = client.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT, **fields})
    return made


def nothing_left(client: Client, project_id: int) -> bool:
    answer = client.get(f"/api/projects/{project_id}/next/")
    if answer.status_code == 404:
        assert answer.json()["detail"] == f"There are no tasks for {client.account.email}"  # type: ignore[union-attr]
    return answer.status_code == 404


@pytest.fixture
def second(annotator: Client) -> Client:
    return annotator


def test_tasks_come_in_order_until_none_is_left(owner: Client) -> None:
    made, ids = project(owner, 3)
    for expected in ids:
        task = take(owner, made)
        assert task["id"] == expected
        assert task["queue"] == "Sequence queue"
        assert task["annotations"] == []
        submit(owner, expected)
    assert nothing_left(owner, made)


def test_asking_again_gives_the_same_task_by_its_lock(owner: Client) -> None:
    made, _ids = project(owner, 2)
    first, again = take(owner, made), take(owner, made)
    assert (again["id"], again["queue"]) == (first["id"], "Task lock")
    assert again["unique_lock_id"] == first["unique_lock_id"]


def test_two_people_never_hold_a_task_that_needs_one(owner: Client, second: Client) -> None:
    made, ids = project(owner, 2)
    assert {take(owner, made)["id"], take(second, made)["id"]} == set(ids)
    submit(owner, ids[0])
    assert nothing_left(owner, made)


def test_a_draft_keeps_the_lock(owner: Client, second: Client) -> None:
    made, ids = project(owner, 1)
    take(owner, made)
    owner.call("POST", f"/api/tasks/{ids[0]}/drafts", json={"result": RESULT})
    assert nothing_left(second, made)
    assert take(owner, made)["drafts"][0]["result"] == RESULT


def test_with_an_overlap_of_two_the_second_person_finishes_what_the_first_began(owner: Client, second: Client) -> None:
    made, ids = project(owner, 3, maximum_annotations=2)
    submit(owner, take(owner, made)["id"])
    task = take(second, made)
    assert (task["id"], task["queue"]) == (ids[0], "Breadth first queue")
    assert owner.call("GET", f"/api/tasks/{ids[0]}/")["is_labeled"] is False
    submit(second, ids[0])
    assert owner.call("GET", f"/api/tasks/{ids[0]}/")["is_labeled"] is True
    assert take(second, made)["id"] == ids[1]


def test_the_last_place_of_a_task_is_given_once(server: LiveServer, owner: Client, second: Client) -> None:
    made, ids = project(owner, 1, maximum_annotations=2)
    third = server.by_token(server.member(owner.account))  # type: ignore[arg-type]
    assert take(owner, made)["id"] == take(second, made)["id"] == ids[0]
    assert nothing_left(third, made)
    submit(owner, ids[0])
    assert nothing_left(third, made)


def test_a_skipped_task_goes_to_others(owner: Client, second: Client) -> None:
    made, ids = project(owner, 1)
    submit(owner, take(owner, made)["id"], was_cancelled=True)
    assert nothing_left(owner, made)
    assert take(second, made)["id"] == ids[0]


def test_a_skipped_task_comes_back_to_me_at_the_end(owner: Client, second: Client) -> None:
    made, ids = project(owner, 2, skip_queue="REQUEUE_FOR_ME")
    submit(owner, take(owner, made)["id"], was_cancelled=True)
    submit(owner, take(owner, made)["id"])
    assert nothing_left(second, made)
    task = take(owner, made)
    assert (task["id"], task["queue"]) == (ids[0], "Skipped queue")
    submit(owner, ids[0])
    assert nothing_left(owner, made)


def test_where_skips_are_ignored_a_skip_finishes_the_task(owner: Client, second: Client) -> None:
    made, ids = project(owner, 1, skip_queue="IGNORE_SKIPPED")
    submit(owner, take(owner, made)["id"], was_cancelled=True)
    assert nothing_left(second, made)
    assert owner.call("GET", f"/api/tasks/{ids[0]}/")["is_labeled"] is True


def test_what_was_put_off_comes_at_the_end(owner: Client) -> None:
    made, ids = project(owner, 2)
    take(owner, made)
    owner.call("POST", f"/api/tasks/{ids[0]}/drafts", json={"result": RESULT, "was_postponed": True})
    assert take(owner, made)["id"] == ids[1]
    submit(owner, ids[1])
    task = take(owner, made)
    assert (task["id"], task["queue"]) == (ids[0], "Postponed draft queue")


def test_uniform_sampling_reaches_every_task(owner: Client) -> None:
    made, ids = project(owner, 6, sampling="Uniform sampling")
    seen = []
    while not nothing_left(owner, made):
        seen.append(take(owner, made)["id"])
        submit(owner, seen[-1])
    assert sorted(seen) == ids


def test_uncertainty_sampling_takes_the_lowest_score_first(owner: Client) -> None:
    made, ids = project(owner, 3, sampling="Uncertainty sampling")
    for task, score in zip(ids, (0.5, 0.1, 0.3), strict=True):
        owner.call(
            "POST", "/api/predictions/", json={"task": task, "result": RESULT, "score": score, "model_version": "v1"}
        )
    owner.call("PATCH", f"/api/projects/{made}/", json={"model_version": "v1"})
    order = []
    for _ in ids:
        task = take(owner, made)
        assert task["predictions"][0]["model_version"] == "v1"
        order.append(task["id"])
        submit(owner, task["id"])
    assert order == [ids[1], ids[2], ids[0]]


def test_of_the_clusters_the_one_solved_least_comes_first(owner: Client) -> None:
    made, ids = project(owner, 4, sampling="Uncertainty sampling")
    for task, score, cluster in zip(ids, (0.1, 0.2, 0.3, 0.4), (0, 0, 1, 1), strict=True):
        body = {"task": task, "result": RESULT, "score": score, "cluster": cluster, "model_version": "v1"}
        owner.call("POST", "/api/predictions/", json=body)
    owner.call("PATCH", f"/api/projects/{made}/", json={"model_version": "v1"})
    order = []
    for _ in ids:
        order.append(take(owner, made)["id"])
        submit(owner, order[-1])
    assert order == [ids[0], ids[2], ids[1], ids[3]]


def test_tasks_for_several_people_come_first_when_asked_for(owner: Client) -> None:
    made, ids = project(owner, 4, maximum_annotations=2, overlap_cohort_percentage=50, show_overlap_first=True)
    shared = {task for task in ids if owner.call("GET", f"/api/tasks/{task}/")["overlap"] == 2}
    assert len(shared) == 2
    first = []
    for _ in range(2):
        first.append(take(owner, made)["id"])
        submit(owner, first[-1])
    assert set(first) == shared


def test_an_expired_lock_holds_nobody_up(start_live: Any) -> None:
    server = start_live(task_lock_ttl=0)
    owner = server.by_token(server.organization())
    second = server.by_token(server.member(owner.account))
    made, ids = project(owner, 1)
    assert take(owner, made)["id"] == take(second, made)["id"] == ids[0]


def test_a_prefetched_task_is_the_one_after_and_becomes_the_next(owner: Client) -> None:
    made, ids = project(owner, 3)
    current = take(owner, made)["id"]
    ahead = take(owner, made, prefetch=1, after=current)
    assert ahead["id"] == ids[1]
    assert take(owner, made, prefetch=1, after=current)["id"] == ids[1]
    assert take(owner, made)["id"] == current
    submit(owner, current)
    assert take(owner, made)["id"] == ids[1]
    history = owner.call("GET", f"/api/projects/{made}/label-stream-history/")
    assert [entry["taskId"] for entry in history] == [ids[0], ids[1]]


def test_a_prefetched_task_is_given_up_for_somebody_who_would_get_none(owner: Client, second: Client) -> None:
    made, ids = project(owner, 2)
    current = take(owner, made)["id"]
    assert take(owner, made, prefetch=1, after=current)["id"] == ids[1]
    assert take(second, made)["id"] == ids[1]
    submit(owner, current)
    assert nothing_left(owner, made)


def test_nobody_prefetches_what_another_prefetched(owner: Client, second: Client) -> None:
    made, ids = project(owner, 3)
    mine, theirs = take(owner, made)["id"], take(second, made)["id"]
    assert take(owner, made, prefetch=1, after=mine)["id"] == ids[2]
    assert second.get(f"/api/projects/{made}/next/", params={"prefetch": 1, "after": theirs}).status_code == 404


def test_the_history_remembers_the_order_and_the_annotations(owner: Client) -> None:
    made, ids = project(owner, 2)
    annotation = submit(owner, take(owner, made)["id"])
    take(owner, made)
    assert owner.call("GET", f"/api/projects/{made}/label-stream-history/") == [
        {"taskId": ids[0], "annotationId": annotation["id"]},
        {"taskId": ids[1], "annotationId": None},
    ]
    owner.call("DELETE", f"/api/annotations/{annotation['id']}/")
    owner.call("DELETE", f"/api/tasks/{ids[1]}/")
    assert owner.call("GET", f"/api/projects/{made}/label-stream-history/") == [
        {"taskId": ids[0], "annotationId": None}
    ]


def test_the_history_is_cut_at_its_limit(start_live: Any) -> None:
    server = start_live(label_stream_history_limit=2)
    owner = server.by_token(server.organization())
    made, ids = project(owner, 4)
    for task in ids:
        take(owner, made)
        submit(owner, task)
    history = owner.call("GET", f"/api/projects/{made}/label-stream-history/")
    assert [entry["taskId"] for entry in history] == ids[2:]
