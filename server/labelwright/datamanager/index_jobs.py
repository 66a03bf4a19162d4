"""Making an index as a job."""

import time
from typing import Any

from sqlalchemy import Row

from labelwright.datamanager import index_queries, indexable, value_queries
from labelwright.datamanager.query import scope_of
from labelwright.db import Database, Tx
from labelwright.errors import Conflict
from labelwright.jobs import Kind, Lane, Step, Steps, Work
from labelwright.kit.clock import now
from labelwright.kit.pace import Pace
from labelwright.projects import service as projects


def _run(work: Work) -> Steps:
    """It is filled part by part, while others write."""
    index_id, began = int(work.arguments["index"]), time.monotonic()
    with work.db.read() as tx:
        row = _row(tx, index_id)

    def begin(tx: Tx) -> Any:
        for orphan in index_queries.orphans(tx):
            index_queries.drop(tx, orphan)
        row = _row(tx, index_id)
        for old in indexable.outdated(tx, scope_of(tx, projects.get(tx, row.project_id))):
            index_queries.remove(tx, old)
        value_queries.create(tx, row, indexable.decides(row.column_id))
        return {"begun": True}

    if not work.cursor:
        yield Step(0, None, "indexing", begin)
    yield from _fill(work.db, row)
    if work.db.is_sqlite:
        yield Step(1, 1, "indexing", lambda tx: value_queries.sort(tx, _row(tx, index_id)))
    else:
        with work.db.outside_transactions() as connection:
            value_queries.settle(connection, row)
    with work.db.read() as tx:
        size = index_queries.size_of(tx, index_id)

    def finish(tx: Tx) -> Any:
        _row(tx, index_id)
        index_queries.set_ready(tx, index_id, now(), time.monotonic() - began, size)

    yield Step(1, 1, "indexing", finish)


def _undo(work: Work) -> Steps:
    yield Step(0, None, "removing", lambda tx: index_queries.remove(tx, int(work.arguments["index"])))


def _row(tx: Tx, index_id: int) -> Row[Any]:
    """Raises Conflict when somebody has removed it meanwhile."""
    row = index_queries.by_id(tx, index_id)
    if row is None:
        raise Conflict("The index was removed while it was made.")
    return row


def _fill(db: Database, row: Row[Any]) -> Steps:
    pace, done = Pace(500, db.step_seconds), 0
    with db.read() as tx:
        left = not index_queries.is_filled(tx, row.id)
    while left:
        counted = pace.size

        def perform(tx: Tx, counted: int = counted) -> Any:
            nonlocal done, left
            _row(tx, row.id)
            done += (filled := value_queries.fill(tx, row, counted))
            left = filled == counted

        pace.took((yield Step(done, None, "indexing", perform)))


INDEX = Kind("index", Lane.HEAVY, _run, _undo)
