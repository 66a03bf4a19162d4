"""Many annotators at once: nothing is given to more people than it needs, nothing is left over."""

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Raw

from harness.live import Client, LiveServer
from harness.together import at_once
from labelwright.access import Caller, Role
from labelwright.annotations import service as annotations
from labelwright.annotations.bodies import AnnotationIn, checked
from labelwright.db import Tx
from labelwright.errors import NotFound
from labelwright.projects import service as projects
from labelwright.queue import service as queue
from labelwright.queue.candidates import Selection

CHOICES = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""
RESULT = [{"id": "r1", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]
PEOPLE = 20


def tasks_of(owner: Client, count: int, **options: Any) -> tuple[int, list[int]]:
    made = owner.project(CHOICES, **options)["id"]
    return made, owner.import_tasks(made, [{"text": f"Text {number}"} for number in range(count)])


def members(server: LiveServer, owner: Client, count: int) -> list[Client]:
    assert owner.account
    return [server.by_token(server.member(owner.account)) for _ in range(count)]


def label_all(client: Client, project: int, given: list[tuple[int, int]]) -> None:
    """Next, submit, until there is none; every task that was given is noted."""
    assert client.account
    while True:
        answer = client.get(f"/api/projects/{project}/next/")
        if answer.status_code == 404:
            return
        assert answer.status_code == 200, answer.text
        task = answer.json()["id"]
        given.append((task, client.account.id))
        client.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT})


@pytest.mark.parametrize("overlap", [1, 2])
@pytest.mark.parametrize("sampling", ["Sequential sampling", "Uniform sampling"])
def test_twenty_people_label_everything_exactly_as_often_as_asked(
    server: LiveServer, owner: Client, overlap: int, sampling: str
) -> None:
    project, ids = tasks_of(owner, 40, maximum_annotations=overlap, sampling=sampling)
    people = members(server, owner, PEOPLE)
    given: list[tuple[int, int]] = []

    at_once([lambda client=client: label_all(client, project, given) for client in people])  # type: ignore[misc]

    # Whoever came while others held the last tasks went away with nothing; nobody held any when the last one left.
    assert len(set(given)) == len(given), "a task was given to the same person twice"
    assert Counter(task for task, _ in given) == dict.fromkeys(ids, overlap)
    shown = owner.call("GET", f"/api/projects/{project}/")
    assert shown["finished_task_number"] == len(ids)
    assert shown["total_annotations_number"] == overlap * len(ids)


@pytest.mark.parametrize(("overlap", "sampling"), [(1, "Sequential sampling"), (3, "Uniform sampling")])
def test_choosing_at_full_speed_neither_fails_nor_gives_twice(
    server: LiveServer, owner: Client, overlap: int, sampling: str
) -> None:
    """Without HTTP between: what races and deadlocks there are come out here."""
    project, ids = tasks_of(owner, 60, maximum_annotations=overlap, sampling=sampling)
    assert owner.account
    callers = [
        Caller(
            id=account.id,
            email=account.email,
            organization=account.organization,
            role=Role.ANNOTATOR,
            roles_enabled=False,
            via="token",
        )
        for account in (server.member(owner.account) for _ in range(16))
    ]
    given: list[tuple[int, int]] = []

    def work(caller: Caller) -> None:
        def take(tx: Tx, patient: bool) -> queue.Taken:
            return queue.take(tx, caller, server.settings, projects.get(tx, project), Selection(), patient=patient)

        while True:
            try:
                task = queue.in_turns(server.db, take).task_id
            except NotFound:
                return
            given.append((task, caller.id))
            with server.db.write() as tx:
                annotations.submit(tx, caller, task, AnnotationIn(), checked(Raw(b"[]")), history_limit=100)

    at_once([lambda caller=caller: work(caller) for caller in callers])  # type: ignore[misc]

    assert len(set(given)) == len(given)
    assert Counter(task for task, _ in given) == dict.fromkeys(ids, overlap)


def test_two_resends_at_once_make_one_annotation(owner: Client) -> None:
    project, ids = tasks_of(owner, 1)
    body = {"result": RESULT, "unique_id": "1f7c3f0e-6a55-4c0e-9a41-7a3a1d3f9c11"}
    answers: list[Any] = []

    def send() -> None:
        answers.append(owner.post(f"/api/tasks/{ids[0]}/annotations/", json=body))

    at_once([send] * 8)

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert owner.call("GET", f"/api/projects/{project}/")["total_annotations_number"] == 1


def test_people_who_prefetch_leave_nothing_over_and_take_nothing_twice(server: LiveServer, owner: Client) -> None:
    project, ids = tasks_of(owner, 30)
    people = members(server, owner, 8)
    given: list[int] = []

    def work(client: Client) -> None:
        while (answer := client.get(f"/api/projects/{project}/next/")).status_code == 200:
            task = answer.json()["id"]
            given.append(task)
            ahead = client.get(f"/api/projects/{project}/next/", params={"prefetch": 1, "after": task})
            assert ahead.status_code in {200, 404}, ahead.text
            client.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT})

    at_once([lambda client=client: work(client) for client in people])  # type: ignore[misc]
    # A reservation that was given up and not wanted after all is left for whoever asks next.
    work(people[0])

    assert Counter(given) == dict.fromkeys(ids, 1)


@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    overlap=st.integers(1, 3),
    skip_queue=st.sampled_from(["REQUEUE_FOR_OTHERS", "REQUEUE_FOR_ME", "IGNORE_SKIPPED"]),
    sampling=st.sampled_from(["Sequential sampling", "Uniform sampling", "Uncertainty sampling"]),
    show_overlap_first=st.booleans(),
    seed=st.integers(0, 2**16),
)
def test_any_way_of_working_ends_with_every_task_labelled(
    server: LiveServer, overlap: int, skip_queue: str, sampling: str, show_overlap_first: bool, seed: int
) -> None:
    """People come and go in any order, submit, skip, put off and prefetch. Nobody is ever one too many, and the work ends complete."""
    dice = random.Random(seed)
    owner = server.by_token(server.organization())
    project, ids = tasks_of(
        owner,
        6,
        maximum_annotations=overlap,
        skip_queue=skip_queue,
        sampling=sampling,
        show_overlap_first=show_overlap_first,
    )
    people = members(server, owner, overlap + 2)
    done: Counter[int] = Counter()
    skipped: set[tuple[int, int]] = set()
    holding: dict[int, int] = {}

    def step(index: int, *, may_dodge: bool) -> bool:
        """One turn of one person; whether they had a task."""
        client = people[index]
        answer = client.get(f"/api/projects/{project}/next/")
        if answer.status_code == 404:
            return False
        task = answer.json()["id"]
        holding[index] = task
        held = Counter(holding.values())
        assert done[task] + held[task] <= overlap, f"task {task} was given to one too many"
        what = dice.random() if may_dodge else 1.0
        if what < 0.15:
            client.get(f"/api/projects/{project}/next/", params={"prefetch": 1, "after": task})
        elif what < 0.25 and (index, task) not in skipped:
            client.call("POST", f"/api/tasks/{task}/annotations/", json={"was_cancelled": True, "result": []})
            skipped.add((index, task))
            done[task] += skip_queue == "IGNORE_SKIPPED"
            holding.pop(index)
        elif what > 0.4:
            client.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT})
            done[task] += 1
            holding.pop(index)
        return True

    for _ in range(30):
        step(dice.randrange(len(people)), may_dodge=True)
    # Skips may have used people up; fresh ones finish the rest.
    people.extend(members(server, owner, overlap))
    while sum(step(index, may_dodge=False) for index in range(len(people))):
        pass

    labelled = {task: owner.call("GET", f"/api/tasks/{task}/")["is_labeled"] for task in ids}
    assert labelled == dict.fromkeys(ids, True)
