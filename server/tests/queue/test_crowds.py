"""A crowd at full speed, each in their own way, on every kind of project: nobody gets a task twice, none is left over, and the overlap is met exactly."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec import Raw
from sqlalchemy import select

from harness.live import Account, LiveServer
from harness.together import at_once
from labelwright.access import Caller, Role
from labelwright.annotations import service as annotations
from labelwright.annotations.bodies import AnnotationIn, DraftIn, checked
from labelwright.annotations.tables import annotations as annotation_table
from labelwright.db import Tx
from labelwright.errors import NotFound
from labelwright.projects import service as projects
from labelwright.queue import service as queue
from labelwright.queue.candidates import Selection
from labelwright.tasks.tables import tasks as task_table

CHOICES = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""
RESULT = [{"from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]
TASKS = 16
# How often a person may do something else than label.
WHIMS = 4

PROJECTS = st.fixed_dictionaries(
    {
        "maximum_annotations": st.integers(1, 4),
        "overlap_cohort_percentage": st.sampled_from([0, 30, 100]),
        "show_overlap_first": st.booleans(),
        "sampling": st.sampled_from(["Sequential sampling", "Uniform sampling", "Uncertainty sampling"]),
        "skip_queue": st.sampled_from(["REQUEUE_FOR_OTHERS", "REQUEUE_FOR_ME", "IGNORE_SKIPPED"]),
    }
)


@dataclass
class Person:
    server: LiveServer
    project: int
    account: Account
    dice: random.Random
    whims: int = WHIMS
    given: list[int] = field(default_factory=list)

    @property
    def caller(self) -> Caller:
        return Caller(
            id=self.account.id,
            email=self.account.email,
            organization=self.account.organization,
            role=Role.ANNOTATOR,
            roles_enabled=False,
            via="token",
        )

    def take(self, **options: Any) -> int | None:
        def take(tx: Tx, patient: bool) -> queue.Taken:
            project = projects.get(tx, self.project)
            return queue.take(tx, self.caller, self.server.settings, project, Selection(), patient=patient, **options)

        try:
            return queue.in_turns(self.server.db, take).task_id
        except NotFound:
            return None

    def work(self) -> None:
        """Until there is nothing for this person."""
        while (task := self.take()) is not None:
            self.given.append(task)
            whim = self.dice.choice(["label", "skip", "put off", "look ahead"]) if self.whims else "label"
            self.whims -= whim != "label"
            if whim == "put off":
                with self.server.db.write() as tx:
                    annotations.add_draft(tx, self.caller, task, None, DraftIn(was_postponed=True), checked(Raw(b"[]")))
                continue
            if whim == "look ahead":
                self.take(prefetch=True, after=task)
            with self.server.db.write() as tx:
                annotation = AnnotationIn(was_cancelled=whim == "skip")
                annotations.submit(tx, self.caller, task, annotation, checked(Raw(b"[]")), history_limit=100)


def labelled(server: LiveServer, project: int, *, skips_count: bool) -> list[tuple[int, int]]:
    """Task and person of each annotation that takes a place."""
    a = annotation_table.c
    with server.db.read() as tx:
        rows = tx.execute(select(a.task_id, a.completed_by_id, a.was_cancelled).where(a.project_id == project)).all()
    return [(row.task_id, row.completed_by_id) for row in rows if skips_count or not row.was_cancelled]


def overlaps(server: LiveServer, project: int) -> dict[int, int]:
    with server.db.read() as tx:
        rows: Sequence[Any] = tx.execute(
            select(task_table.c.id, task_table.c.overlap, task_table.c.is_labeled).where(
                task_table.c.project_id == project
            )
        ).all()
    assert all(row.is_labeled for row in rows), "a task was left over"
    return {row.id: row.overlap for row in rows}


# Not made smaller when it fails: which thread is faster is another matter each time.
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(options=PROJECTS, seed=st.integers(0, 2**16))
def test_a_crowd_meets_the_overlap_exactly(server: LiveServer, options: dict[str, Any], seed: int) -> None:
    dice = random.Random(seed)
    account = server.organization()
    owner = server.by_token(account)
    project = owner.project(CHOICES, **options)["id"]
    prediction = {"result": RESULT, "model_version": "m"}
    owner.import_tasks(
        project,
        [
            {"data": {"text": f"Text {number}"}, "predictions": [{**prediction, "score": dice.random()}] * (number % 2)}
            for number in range(TASKS)
        ],
    )
    people = [
        Person(server, project, server.member(account), random.Random(dice.random()))
        for _ in range(options["maximum_annotations"] + 5)
    ]

    at_once([person.work for person in people])

    # Skips use people up, and whoever came while others held the last tasks went away with nothing: all come once more, and some who skip nothing.
    people += [
        Person(server, project, server.member(account), dice, whims=0) for _ in range(options["maximum_annotations"])
    ]
    while any(person.take() is not None for person in people):
        for person in people:
            person.whims = 0
            person.work()

    pairs = labelled(server, project, skips_count=options["skip_queue"] == "IGNORE_SKIPPED")
    assert max(Counter(pairs).values()) == 1, "a task was labelled twice by the same person"
    assert Counter(task for task, _ in pairs) == overlaps(server, project)
