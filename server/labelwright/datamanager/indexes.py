"""Indexes on what the tasks of one project are filtered and sorted by.

They are made in the background: of what a saved view of a project that is not small filters and sorts on, and of what somebody asks for. Nothing is
wrong without them, only slower.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.datamanager import index_queries, queries
from labelwright.datamanager.column import CONTAINS, Scope, Target
from labelwright.datamanager.columns import COLUMNS
from labelwright.datamanager.fields import PREFIX
from labelwright.datamanager.filters import named
from labelwright.datamanager.index_jobs import INDEX
from labelwright.datamanager.indexable import can_be_sorted, looks_further, usable, written
from labelwright.datamanager.query import Query, scope_of
from labelwright.datamanager.sorting import bare
from labelwright.db import Tx
from labelwright.errors import Invalid, NotFound
from labelwright.jobs import service as jobs
from labelwright.kit.clock import now
from labelwright.projects import service as projects

# Projects with fewer tasks are quick without. Numbers of the tasks themselves are looked at quickly in larger ones, too: an index with half of the tasks
# in it would be slower.
SMALL, LARGE = 5_000, 100_000
_MOST = 30


class IndexIn(msgspec.Struct):
    column: str
    kind: str = "String"


class IndexOut(msgspec.Struct):
    """`kind`: what the values are read as, or `contains` for words inside texts. `size` in bytes, `seconds` it took."""

    id: int
    column: str
    kind: str
    ready: bool
    size: int | None
    seconds: float | None
    created_at: datetime


def listed(tx: Tx, project_id: int) -> list[IndexOut]:
    return [_out(row) for row in index_queries.listed(tx, project_id)]


def _out(row: Row[Any]) -> IndexOut:
    return IndexOut(row.id, row.column_id, row.kind, row.ready_at is not None, row.size, row.seconds, row.created_at)


def add(tx: Tx, caller: Caller, project_id: int, given: IndexIn) -> IndexOut:
    """Begin to make an index; the one that is there, when there is one. Raises Invalid for what cannot have one."""
    scope = scope_of(tx, projects.get(tx, project_id))
    expression = written(tx, scope, given.column, given.kind)
    known = index_queries.listed(tx, project_id)
    for row in known:
        if (row.column_id, row.kind) == (given.column, given.kind):
            if row.expression == expression and (row.ready_at or _is_being_made(tx, row)):
                return _out(row)
            index_queries.remove(tx, row.id)
    if len(known) >= _MOST:
        raise Invalid({"column": [f"A project has at most {_MOST} indexes; remove one first."]})
    values = {"project_id": project_id, "column_id": given.column, "kind": given.kind}
    made = index_queries.add(tx, {**values, "expression": expression, "created_at": now()})
    jobs.enqueue(tx, caller, INDEX, project=project_id, title=given.column, arguments={"index": made})
    return next(_out(row) for row in index_queries.listed(tx, project_id) if row.id == made)


def _is_being_made(tx: Tx, row: Row[Any]) -> bool:
    """A job that was cancelled before it began leaves the row behind: nobody was there to take it away."""
    return any(given["index"] == row.id for given in jobs.arguments_of_active(tx, row.project_id, INDEX))


def remove(tx: Tx, project_id: int, index_id: int) -> None:
    row = index_queries.by_id(tx, index_id)
    if row is None or row.project_id != project_id:
        raise NotFound.of("Index")
    if row.ready_at is None and _is_being_made(tx, row):
        # The job finds out, and takes away what there is: PostgreSQL would have us wait until it is made.
        index_queries.forget(tx, index_id)
    else:
        index_queries.remove(tx, index_id)


def prepare(tx: Tx, caller: Caller, project_id: int, query: Query) -> None:
    """Begin to make what a saved query of a project that is not small is quicker with. Raises Invalid for one that means nothing."""
    scope = scope_of(tx, projects.get(tx, project_id))
    wanted = list(_wanted(scope, query))
    if wanted and not queries.has_more_tasks(tx, project_id, LARGE):
        is_small = not queries.has_more_tasks(tx, project_id, SMALL)
        wanted = [] if is_small else [(column, kind) for column, kind in wanted if looks_further(column)]
    if not wanted:
        return
    known = set(usable(tx, scope))
    for column, kind in wanted:
        if (column, kind) not in known and len(known) < _MOST:
            known.add((column, kind))
            add(tx, caller, project_id, IndexIn(column, kind))


def _wanted(scope: Scope, query: Query) -> Iterator[tuple[str, str]]:
    for item in query.filters.items if query.filters else ():
        if "items" in item:
            continue
        target, name = named(str(item.get("filter", "")))
        kind = item["type"] if item.get("type") in ("Number", "Boolean") else "String"
        if target is Target.TASKS and name.startswith(PREFIX):
            yield name, CONTAINS if item.get("operator") == "contains" and kind == "String" else kind
        elif target is Target.TASKS and can_be_sorted(name) and COLUMNS[name].equals is None:
            yield name, COLUMNS[name].type
    for key in (query.ordering or [])[:1]:
        name = bare(key.replace("-", "", 1) if key.startswith(("-", "tasks:-")) else key)
        if name.startswith(PREFIX):
            yield name, "Number" if name in query.number_columns else "Native" if scope.sqlite else "String"
        elif can_be_sorted(name):
            yield name, COLUMNS[name].type
