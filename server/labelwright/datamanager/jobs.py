"""Actions on many tasks as jobs: a part of the selection at a time, so that nobody waits for the writer meanwhile."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from labelwright.access import Caller
from labelwright.datamanager import actions
from labelwright.datamanager.index_jobs import INDEX
from labelwright.datamanager.query import Query
from labelwright.db import Tx
from labelwright.jobs import Kind, Lane, Step, Steps, Work
from labelwright.jobs import service as jobs
from labelwright.jobs.schemas import JobOut
from labelwright.kit.groups import Alike, Groups
from labelwright.kit.pace import Pace
from labelwright.kit.ranges import Ranges, numbers, ranges
from labelwright.tasks.actions import Run

# Tasks for the next call of the action, and how many of them count as progress.
Parts = Iterator[tuple[list[int], int]]
_LOOKED_AT_ONCE = 1000


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
    """Raises NotFound for an action that there is not, and Invalid when it is given what it cannot use."""
    action, task_ids = actions.selected(tx, caller, project_id, action_id, query)
    # With no tasks there is nothing to do but to look at what is given.
    action.run(Run(tx, caller.id, project_id, [], given))
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
    action, pace = actions.named(given.action), Pace(100, work.db.step_seconds)
    total = sum(last - first + 1 for first, last in given.tasks)
    with Groups() as groups:
        if action.alike is None:
            parts = _one_by_one(given.tasks, place.looked_at, pace)
        else:
            yield from _group(groups, work, action.alike, given.tasks, total)
            total = place.looked_at + groups.others()
            parts = _group_by_group(groups, pace)
        for part, count in parts:

            def perform(tx: Tx, part: list[int] = part, count: int = count) -> Any:
                call = Run(tx, given.user, project_id, part, given.given, place.looked_at, total)
                answer = action.run(call)
                place.looked_at += count
                place.processed += answer.get("processed_items", 0)
                return msgspec.to_builtins(place)

            pace.took((yield Step(place.looked_at + count, total, "working", perform)))
    yield from _finish(work, given.action, total)
    return {"processed_items": place.processed}


def _undo(work: Work) -> Steps:
    """What was done stays, and the project is told of it as if that had been all."""
    if work.cursor:
        looked_at = msgspec.convert(work.cursor, _Place).looked_at
        yield from _finish(work, msgspec.convert(work.arguments, _Arguments).action, looked_at)


def _finish(work: Work, action_id: str, done: int) -> Steps:
    """Not to be cancelled: undoing would be the same."""
    action, project_id = actions.named(action_id), work.project
    assert project_id is not None

    def finish(tx: Tx) -> None:
        actions.finish(tx, action, project_id)

    if action.after is not None:
        yield Step(done, done, "finishing", finish, certain=True)


def _one_by_one(tasks: Ranges, looked_at: int, pace: Pace) -> Parts:
    left = islice(numbers(tasks), looked_at, None)
    while part := list(islice(left, pace.size)):
        yield part, len(part)


def _group(
    groups: Groups, work: Work, alike: Callable[[Tx, Sequence[int]], Iterable[Alike]], tasks: Ranges, total: int
) -> Steps:
    """Those of tasks that still exist: after a restart what was done before is not among them."""
    left, looked_at = numbers(tasks), 0
    while part := list(islice(left, _LOOKED_AT_ONCE)):
        with work.db.read() as tx:
            groups.add(alike(tx, part))
        looked_at += len(part)
        yield Step(looked_at, total, "checking")


def _group_by_group(groups: Groups, pace: Pace) -> Parts:
    """A group may go into several parts, its first task into each; what counts are the others."""
    part, count = list[int](), 0
    for first, others in groups:
        head = [first]
        for other in others:
            if count >= pace.size:
                yield part, count
                part, count, head = [], 0, [first]
            part += [*head, other]
            head, count = [], count + 1
    if part:
        yield part, count


ACTION = Kind("action", Lane.HEAVY, _run, _undo)
KINDS: tuple[Any, ...] = (ACTION, INDEX)
