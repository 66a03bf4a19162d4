"""Actions on many tasks as jobs: a part of the selection at a time, so that nobody waits for the writer meanwhile."""

from itertools import islice
from typing import Any

import msgspec

from labelwright.access import Caller
from labelwright.datamanager import actions
from labelwright.datamanager.query import Query
from labelwright.db import Tx
from labelwright.jobs import Kind, Lane, Step, Steps, Work
from labelwright.jobs import service as jobs
from labelwright.jobs.schemas import JobOut
from labelwright.kit.pace import Pace
from labelwright.kit.ranges import Ranges, numbers, ranges
from labelwright.tasks.actions import Run


class _Arguments(msgspec.Struct):
    """The selection of the moment when it was asked for: what comes later is not in it."""

    user: int
    action: str
    tasks: Ranges
    given: dict[str, Any]


class _Place(msgspec.Struct):
    """How many of the selected tasks were looked at, and what the action said of them together."""

    looked_at: int = 0
    processed: int = 0


def enqueue(tx: Tx, caller: Caller, project_id: int, action_id: str, query: Query, given: dict[str, Any]) -> JobOut:
    """Raises NotFound for an action that there is not."""
    action, task_ids = actions.selected(tx, caller, project_id, action_id, query)
    arguments = _Arguments(caller.id, action.id, ranges(sorted(task_ids)), given)
    made = jobs.enqueue(
        tx,
        caller,
        ACTION,
        project=project_id,
        title=action.id,
        total=len(task_ids),
        arguments=msgspec.to_builtins(arguments),
    )
    return jobs.get(tx, caller, made)


def _run(work: Work) -> Steps:
    given, project_id = msgspec.convert(work.arguments, _Arguments), work.project
    assert project_id is not None
    place = msgspec.convert(work.cursor, _Place) if work.cursor else _Place()
    action, total = actions.named(given.action), sum(last - first + 1 for first, last in given.tasks)
    pace = Pace(100, work.db.step_seconds) if action.divisible else None
    left = islice(numbers(given.tasks), place.looked_at, None)
    while part := list(islice(left, pace.size if pace else None)):

        def perform(tx: Tx, part: list[int] = part) -> Any:
            last = place.looked_at + len(part) == total
            answer = actions.run_part(action, Run(tx, given.user, project_id, part, given.given, last))
            place.looked_at += len(part)
            place.processed += answer.get("processed_items", 0)
            return msgspec.to_builtins(place)

        seconds = yield Step(place.looked_at + len(part), total, "working", perform)
        if pace:
            pace.took(seconds)
    return {"processed_items": place.processed}


ACTION = Kind("action", Lane.HEAVY, _run)
KINDS: tuple[Any, ...] = (ACTION,)
