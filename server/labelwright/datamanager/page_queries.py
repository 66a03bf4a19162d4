"""Pages of the tasks that a query finds, and how many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, SelectBase, false, func, select, true
from sqlalchemy.sql.visitors import iterate

from labelwright.datamanager.fields import inline_number
from labelwright.datamanager.narrowing import Narrowing
from labelwright.datamanager.sorting import BY_ID, Order, Part, Walk
from labelwright.db import Tx
from labelwright.errors import NotFound
from labelwright.tasks.tables import is_visible, tasks

# Rows to leap over that are worth to be found first.
_DEEP = 1000


@dataclass(frozen=True)
class Found:
    """What a query finds: conditions on tasks (without the project's own), and an order. `narrowing`: what else finds them; `only`: does so alone."""

    conditions: tuple[ColumnElement[bool], ...] = ()
    order: Order = field(default=BY_ID)
    narrowing: tuple[Narrowing, ...] = ()
    only: Narrowing | None = None
    # How many tasks each narrowing finds: the page and its totals ask for it, in one transaction.
    _counts: dict[Narrowing, int] = field(default_factory=dict, init=False, compare=False, repr=False)

    def count(self, tx: Tx, narrowing: Narrowing) -> int:
        """Up to where it does not matter any more."""
        if narrowing not in self._counts:
            first = narrowing.ids.limit(narrowing.few).subquery()
            self._counts[narrowing] = int(tx.execute(select(func.count()).select_from(first)).scalar_one())
        return self._counts[narrowing]

    @property
    def is_scan(self) -> bool:
        """Each task has to be looked into, and no index helps."""
        looks_into = any(map(_looks_into_tasks, self.conditions))
        return looks_into and not self.narrowing and not self.order.index


def _looks_into_tasks(condition: ColumnElement[bool]) -> bool:
    """Not only at numbers of theirs."""
    return any(part is tasks.c.data or isinstance(part, SelectBase) for part in iterate(condition))


@dataclass(frozen=True)
class Way:
    """How the database comes to the tasks: from these rows, in this order."""

    rows: FromClause
    conditions: tuple[ColumnElement[bool], ...]
    order: Order
    # Nothing but the project itself is asked for, along this index.
    all_along: Walk | None = None

    @property
    def ids(self) -> Select[Any]:
        return select(tasks.c.id).select_from(self.rows).where(*self.conditions)


def way(tx: Tx, project_id: int, found: Found) -> Way:
    """To a page of what is found, written so that a good index is used.

    PostgreSQL knows how many rows have a value, SQLite does not: there we count, up to where walking through all tasks in their order is no slower. The
    project's number is a literal, since indexes of one project are meant.
    """
    here, visible = tasks.c.project_id == inline_number(project_id), is_visible(tasks, project_id)
    conditions = found.conditions
    if tx.dialect.name == "sqlite":
        # What is a range of the walk itself needs no counting.
        others = any(one.index is None or one.index != found.order.index for one in found.narrowing)
        counted = [(found.count(tx, one), one) for one in found.narrowing if others]
        few = [(count, one) for count, one in counted if count < one.few]
        if few:
            return _among(project_id, found, min(few, key=lambda pair: pair[0])[1])
    if not found.order.index:
        return Way(tasks, (here, visible, *conditions), found.order)
    if tx.dialect.name == "sqlite":
        # Wrapped, a condition does not draw SQLite away from the walk to an index on it.
        here, conditions = _wrapped(here), tuple(map(_wrapped, conditions))
    walk = found.order.walk
    rows = walk.table.join(tasks, tasks.c.id == walk.table.c.task_id)
    on = [one.on(walk.table.c.value) for one in found.narrowing if one.on and one.index == found.order.index]
    return Way(rows, (here, visible, *on, *conditions), walk.order, None if conditions else walk)


def way_to_all(tx: Tx, project_id: int, found: Found) -> Way:
    """In no order."""
    if tx.dialect.name != "sqlite" or not found.narrowing:
        return way(tx, project_id, Found(found.conditions))
    if found.only:
        return _all_among(tx, project_id, found, found.only)
    counted = [(found.count(tx, one), one) for one in found.narrowing if one.counted]
    fewest = min(counted, key=lambda pair: pair[0])[1] if counted else found.narrowing[0]
    return _among(project_id, found, fewest)


def _all_among(tx: Tx, project_id: int, found: Found, only: Narrowing) -> Way:
    """Many are sooner found among all of the project, by an index that has what totals are made of."""
    here, visible = tasks.c.project_id == inline_number(project_id), is_visible(tasks, project_id)
    if only.counted and found.count(tx, only) < only.few:
        return _among(project_id, Found(), only)
    return Way(tasks, (here, visible, (tasks.c.id + 0).in_(only.ids)), BY_ID)


def _among(project_id: int, found: Found, narrowing: Narrowing) -> Way:
    here, visible = tasks.c.project_id == inline_number(project_id), is_visible(tasks, project_id)
    conditions = (tasks.c.id.in_(narrowing.ids), _wrapped(here), visible, *map(_wrapped, found.conditions))
    return Way(tasks, conditions, found.order)


def _wrapped(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return func.coalesce(condition, false())


@dataclass(frozen=True)
class Totals:
    tasks: int
    annotations: int
    predictions: int


def totals(tx: Tx, project_id: int, found: Found) -> Totals:
    counted = way_to_all(tx, project_id, found).ids.with_only_columns(*_sums(tasks.c))
    return Totals(*tx.execute(counted).one())


def _sums(columns: Any) -> tuple[ColumnElement[Any], ...]:
    """What `Totals` are made of."""
    counters = (columns.total_annotations, columns.total_predictions)
    return func.count(), *(func.coalesce(func.sum(counter), 0) for counter in counters)


def all_ids(tx: Tx, project_id: int, found: Found) -> list[int]:
    return list(tx.execute(way_to_all(tx, project_id, found).ids).scalars())


def first_ids(
    project_id: int,
    found: Found,
    tx: Tx,
    conditions: Sequence[ColumnElement[bool]],
    parameters: Mapping[str, Any],
    limit: int,
) -> list[int]:
    """The first tasks of what is found that fulfil these conditions, which say all that `found` does."""
    ids: list[int] = []
    along = way(tx, project_id, replace(found, conditions=tuple(conditions)))
    for part in along.order.parts:
        wanted = along.ids.where(part.condition).order_by(*part.columns).limit(limit - len(ids))
        ids += tx.execute(wanted, parameters).scalars()
        if len(ids) == limit:
            break
    return ids


def page_ids(tx: Tx, project_id: int, found: Found, *, offset: int, limit: int, after: int | None) -> list[int]:
    """A page of the tasks in their order, behind the task `after`. Raises NotFound when that one is gone."""
    along = way(tx, project_id, found)
    values = None if after is None else _values_of(tx, found.order, after)
    ids: list[int] = []
    for part in along.order.parts:
        there = along.ids.where(part.condition, *([part.after(values)] if values else []))
        start, skipped = _leap(tx, project_id, along, part, offset)
        wanted = there.where(*start).order_by(*part.columns).limit(limit - len(ids)).offset(offset - skipped)
        ids += tx.execute(wanted).scalars().all()
        if len(ids) == limit:
            break
        if offset:
            offset = 0 if ids else max(0, offset - _count_part(tx, project_id, along, part, there))
    return ids


def page_with_totals(tx: Tx, project_id: int, found: Found, *, offset: int, limit: int) -> tuple[list[int], Totals]:
    """Both at once, where looking at a task takes longer than keeping what it is found by. No totals behind the last page."""
    along = way(tx, project_id, found)
    keys = [term.value.label(f"key_{number}") for number, term in enumerate(along.order.terms)]
    seen = along.ids.add_columns(tasks.c.total_annotations, tasks.c.total_predictions, *keys).cte("seen")
    counted = select(*_sums(seen.c)).subquery("counted")
    wanted: Select[Any] = select(seen.c.id, *counted.c).join_from(seen, counted, true())
    in_order = along.order.of([seen.c[key.name] for key in keys])
    rows = tx.execute(wanted.order_by(*in_order.columns).limit(limit).offset(offset)).all()
    return [row[0] for row in rows], Totals(*rows[0][1:]) if rows else Totals(0, 0, 0)


def _leap(tx: Tx, project_id: int, along: Way, part: Part, offset: int) -> tuple[Sequence[ColumnElement[bool]], int]:
    """Where a deep page begins, by the index alone: a condition, and how many rows it leaves out."""
    if along.all_along is None or offset < _DEEP:
        return (), 0
    *terms, by_id = part.terms
    first = terms[0] if part.present else by_id
    in_index = _in_index(project_id, along.all_along, part, first.value, by_id.value)
    row = tx.execute(in_index.order_by(first.directed, by_id.directed).limit(1).offset(offset)).one_or_none()
    if row is None:
        return (false(),), offset
    value, task_id = row
    if len(terms) <= part.present:
        before = task_id + 1 if by_id.descending else task_id - 1
        return (part.after((value, before) if part.present else (None, before)),), offset
    if not part.present:
        return (), 0
    # What else decides stands in the tasks: from the first of those that have the value.
    ahead = in_index.where(first.ahead(value)).with_only_columns(func.count())
    return (first.bounded(value),), int(tx.execute(ahead).scalar_one())


def _count_part(tx: Tx, project_id: int, along: Way, part: Part, there: Select[Any]) -> int:
    if along.all_along is not None:
        there = _in_index(project_id, along.all_along, part)
    return int(tx.execute(there.with_only_columns(func.count())).scalar_one())


def _in_index(project_id: int, walk: Walk, part: Part, *columns: ColumnElement[Any]) -> Select[Any]:
    """The rows of a part, without their tasks."""
    return select(*columns).select_from(walk.table).where(part.condition, is_visible(walk.table, project_id))


def _values_of(tx: Tx, order: Order, task_id: int) -> Sequence[Any]:
    found: Select[Any] = select(*(term.value for term in order.terms)).where(tasks.c.id == task_id)
    row = tx.execute(found).one_or_none()
    if row is None:
        raise NotFound.of("Task")
    return tuple(row)
