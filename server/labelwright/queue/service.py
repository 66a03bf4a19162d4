"""The next task for a person: choose one and lock it, in one transaction.

Never more people than the overlap: on SQLite the writer lock makes choosing and locking one step. On PostgreSQL many choose at once, so a choice is
only a proposal: `SELECT … FOR UPDATE SKIP LOCKED` takes the row of the first task that is free and that nobody else is taking, and another statement,
which sees all that was committed before the row was ours, asks once more whether the task is free. (The row lock alone would not do: the statement that
takes it may have looked at the locks before the last taker wrote his.) Submitting holds the same row. Who lost the race lets go of everything and tries
again in a new transaction: nobody waits for somebody who waits.
"""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.annotations import queries as annotation_queries
from labelwright.annotations import work
from labelwright.db import Database, Tx
from labelwright.errors import NotFound
from labelwright.kit.clock import now
from labelwright.labelconfig import Config
from labelwright.queue import queries
from labelwright.queue.candidates import TASK_LOCK, Rules, Selection, Stream, t
from labelwright.queue.ranking import Offer, offers
from labelwright.settings import Settings
from labelwright.tasks import service as tasks

R = TypeVar("R")

# Lost races before a taker waits for its turn.
_TRIES = 3


class Lost(Exception):
    """Others were faster with all the tasks that were proposed. Another transaction sees what is free now."""


class Taken(NamedTuple):
    task_id: int
    lock: str | None
    queue: str


def in_turns(db: Database, choose: Callable[[Tx, bool], R]) -> R:
    """`choose(tx, patient)` in a transaction of its own, again as often as it raises Lost; `patient`: wait for whoever is at the first task."""
    lost = 0
    while True:
        try:
            # A lock that a power cut takes back costs nothing: the task is offered again.
            with db.write(durable=False) as tx:
                return choose(tx, lost >= _TRIES)
        except Lost:
            lost += 1


def take(
    tx: Tx,
    caller: Caller,
    settings: Settings,
    project: Row[Any],
    selection: Selection,
    *,
    patient: bool,
    prefetch: bool = False,
    after: int | None = None,
) -> Taken:
    """The caller's next task, locked for them. `prefetch` reserves the one after the current (`after`) for a short while.

    Raises NotFound when there is none, and Lost (see `in_turns`).
    """
    at = now()
    if prefetch and after is not None:
        selection = selection.where(t.id != after)
    rules = Rules(project.skip_queue, project.annotator_evaluation_enabled, ahead=prefetch)
    stream = Stream(project, caller.id, at, selection, rules)
    if project.show_overlap_first:
        rules = replace(rules, shared=queries.any_shared(tx, stream))
        stream = replace(stream, rules=rules)
    ttl = settings.prefetch_lock_ttl if prefetch else settings.task_lock_ttl
    expire_at = at + timedelta(seconds=ttl)
    taken = _held(tx, stream, expire_at, prefetch=prefetch)
    if taken is None:
        sample = settings.random_next_task_sample_size
        taken = _choose(tx, stream, sample, expire_at, patient=patient, prefetch=prefetch)
        if taken is None and not prefetch:
            over_prefetched = replace(stream, rules=replace(rules, over_prefetched=True))
            taken = _choose(tx, over_prefetched, sample, expire_at, patient=patient, prefetch=False)
    if taken is None:
        raise NotFound(f"There are no tasks for {caller.email}")
    if not prefetch:
        limit = settings.label_stream_history_limit
        annotation_queries.remember(tx, project.id, caller.id, taken.task_id, None, at, limit)
    return taken


def payload(tx: Tx, caller: Caller, project: Row[Any], taken: Taken) -> dict[str, Any]:
    """What the label stream needs of a task."""
    row = tasks.get(tx, taken.task_id)
    shown = (
        work.predictions_of(tx, [row.id], project.model_version).get(row.id, [])
        if project.show_collab_predictions and row.total_predictions
        else []
    )
    return {
        **tasks.simple(row, tasks.comment_authors(tx, [row])[row.id]),
        "data": tasks.served(row.data, Config.of(project.label_config)),
        "predictions": shown,
        "annotations": [],
        "drafts": work.drafts_of(tx, caller, [row.id]).get(row.id, []),
        "updated_by": [{"user_id": row.updated_by_id}] if row.updated_by_id else [],
        "unique_lock_id": taken.lock,
        "queue": taken.queue,
    }


def _held(tx: Tx, stream: Stream, expire_at: datetime, *, prefetch: bool) -> Taken | None:
    """The task this person holds already. One reserved ahead becomes theirs; one at work keeps its term."""
    if stream.selection.as_displayed:
        return None
    row = queries.held(tx, stream)
    if row is None:
        return None
    if row.prefetched and not _claimed(tx, stream, row.task_id, expire_at, prefetch=prefetch):
        return None
    return Taken(row.task_id, row.unique_id, TASK_LOCK)


def _claimed(tx: Tx, stream: Stream, task_id: int, expire_at: datetime, *, prefetch: bool) -> bool:
    """Whether a reservation made ahead is still there to be turned into work.

    The task's row comes first: who takes a reservation away holds it, and would not see one that is being claimed.
    """
    if tx.dialect.name == "postgresql" and queries.hold(tx, task_id) is None:
        return False
    return queries.renew(tx, task_id, stream.user, expire_at, stream.at, prefetched=prefetch)


def _choose(tx: Tx, stream: Stream, sample: int, expire_at: datetime, *, patient: bool, prefetch: bool) -> Taken | None:
    for offer in offers(tx, stream, sample, patient=patient):
        task_id = _hold(tx, stream, offer, patient=patient)
        if task_id is not None:
            return _locked(tx, stream, task_id, offer.queue, expire_at, prefetch=prefetch)
    return None


def _hold(tx: Tx, stream: Stream, offer: Offer, *, patient: bool) -> int | None:
    """The first task of an offer that is ours to lock."""
    if not offer.task_ids:
        return None
    first = offer.task_ids[0]
    if tx.dialect.name != "postgresql":
        return first
    if offer.is_held:
        held: int | None = first
    else:
        held = queries.hold(tx, first) if patient else queries.hold_first_free(tx, stream, offer.task_ids)
    if held is None or not queries.is_free(tx, stream, held):
        raise Lost
    return held


def _locked(tx: Tx, stream: Stream, task_id: int, queue: str, expire_at: datetime, *, prefetch: bool) -> Taken:
    if stream.rules.over_prefetched:
        queries.give_up_prefetched(tx, task_id, stream.user)
    unique_id = str(uuid.uuid4())
    queries.lock(tx, task_id, stream.user, unique_id, expire_at, prefetched=prefetch)
    return Taken(task_id, unique_id, queue)
