"""Reads and writes of the Data Manager: views, and pages of tasks."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Row,
    Select,
    String,
    any_,
    bindparam,
    cast,
    delete,
    false,
    func,
    insert,
    literal,
    literal_column,
    select,
    update,
)
from sqlalchemy.exc import DataError

from labelwright.access import Home
from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.datamanager.column import Scope
from labelwright.datamanager.columns import prediction_score
from labelwright.datamanager.fields import inline_number
from labelwright.datamanager.sorting import Order
from labelwright.db import Tx, patterns
from labelwright.errors import NotFound
from labelwright.projects.tables import projects, views
from labelwright.tasks.tables import file_uploads, is_visible, tasks

RESULTS_SHOWN = 500


def home_of_view(tx: Tx, view_id: int) -> Home | None:
    found: Select[Any] = (
        select(projects.c.organization_id, projects.c.id)
        .join(views, views.c.project_id == projects.c.id)
        .where(views.c.id == view_id)
    )
    row = tx.execute(found).one_or_none()
    return None if row is None else Home(row.organization_id, row.id)


def takes_pattern(tx: Tx, pattern: str) -> bool:
    """Whether the database can run a regular expression."""
    patterns.limit(tx)
    try:
        with tx.begin_nested():
            tx.execute(select(literal("").regexp_match(pattern)))
    except DataError:
        return False
    return True


def is_one_of(tx: Tx, ids: Sequence[int]) -> ColumnElement[bool]:
    """A condition on the task's id for any number of ids: one parameter, not thousands."""
    if tx.dialect.name == "postgresql":
        return tasks.c.id == any_(bindparam(None, list(ids), type_=ARRAY(BigInteger)))
    each = func.json_each(str(list(ids))).table_valued("value")
    return tasks.c.id.in_(select(each.c.value))


def weigh(tx: Tx) -> None:
    """Tell PostgreSQL what looking into JSON costs: it thinks of it as of adding two numbers, and reads all tasks where half of them would do."""
    if tx.dialect.name == "postgresql":
        tx.exec_driver_sql("SET LOCAL cpu_operator_cost = 0.02")


def has_more_tasks(tx: Tx, project_id: int, count: int) -> bool:
    found = select(tasks.c.id).where(tasks.c.project_id == project_id).order_by(tasks.c.id).offset(count).limit(1)
    return tx.execute(found).first() is not None


# Pages


def conditions_of(
    tx: Tx,
    project_id: int,
    conditions: Sequence[ColumnElement[bool]],
    narrowing: Sequence[ColumnElement[bool]],
    *,
    all_of_them: bool = False,
) -> list[ColumnElement[bool]]:
    """What the tasks of a page, or all that are found, fulfil, written so that a good index is used.

    PostgreSQL knows how many rows have a value, SQLite does not: there we count, up to where walking through all tasks in their order is no slower. The
    project's number is a literal, since indexes of one project are meant.
    """
    here, visible = tasks.c.project_id == inline_number(project_id), is_visible(tasks, project_id)
    if tx.dialect.name != "sqlite" or not narrowing:
        return [here, visible, *conditions]
    counted = [(_count_up_to(tx, [here, one], _FEW), one) for one in narrowing]
    fewest, narrow = min(counted, key=lambda pair: pair[0])
    # Wrapped, a condition does not draw SQLite to an index on it.
    wrapped = [func.coalesce(condition, false()) for condition in conditions]
    if fewest >= _FEW:
        return [here, visible, *(conditions if all_of_them else wrapped)]
    first = tasks.c.id.in_(select(tasks.c.id).where(here, narrow).correlate(None))
    return [first, func.coalesce(tasks.c.project_id, 0) == project_id, visible, *wrapped]


_FEW = 100_000


def _count_up_to(tx: Tx, conditions: Sequence[ColumnElement[bool]], most: int) -> int:
    found = select(literal_column("1")).select_from(tasks).where(*conditions).limit(most).subquery()
    return int(tx.execute(select(func.count()).select_from(found)).scalar_one())


def totals(tx: Tx, conditions: Sequence[ColumnElement[bool]]) -> Row[Any]:
    found: Select[Any] = select(
        func.count().label("tasks"),
        func.coalesce(func.sum(tasks.c.total_annotations), 0).label("annotations"),
        func.coalesce(func.sum(tasks.c.total_predictions), 0).label("predictions"),
    )
    return tx.execute(found.where(*conditions)).one()


def count(tx: Tx, conditions: Sequence[ColumnElement[bool]]) -> int:
    return int(tx.execute(select(func.count()).select_from(tasks).where(*conditions)).scalar_one())


def task_ids(tx: Tx, conditions: Sequence[ColumnElement[bool]]) -> list[int]:
    return list(tx.execute(select(tasks.c.id).where(*conditions)).scalars())


def page_ids(
    tx: Tx, conditions: Sequence[ColumnElement[bool]], order: Order, *, offset: int, limit: int, after: int | None
) -> list[int]:
    """A page of the tasks in their order, behind the task `after`. Raises NotFound when that one is gone."""
    values = None if after is None else _values_of(tx, order, after)
    ids: list[int] = []
    for part in order.parts:
        there = [*conditions, part.condition, *([part.after(values)] if values else [])]
        found = select(tasks.c.id).where(*there).order_by(*part.columns).limit(limit - len(ids)).offset(offset)
        ids += tx.execute(found).scalars()
        if len(ids) == limit:
            break
        if offset:
            offset = 0 if ids else max(0, offset - count(tx, there))
    return ids


def _values_of(tx: Tx, order: Order, task_id: int) -> Sequence[Any]:
    found: Select[Any] = select(*(term.value for term in order.terms)).where(tasks.c.id == task_id)
    row = tx.execute(found).one_or_none()
    if row is None:
        raise NotFound.of("Task")
    return tuple(row)


def annotation_facts(tx: Tx, ids: Sequence[int]) -> Sequence[Row[Any]]:
    """`task_id, id, completed_by_id, lead_time` of the annotations of some tasks, by id."""
    found: Select[Any] = select(
        annotations.c.task_id, annotations.c.id, annotations.c.completed_by_id, annotations.c.lead_time
    )
    return tx.execute(found.where(annotations.c.task_id.in_(ids)).order_by(annotations.c.id)).all()


def prediction_versions(tx: Tx, ids: Sequence[int]) -> Sequence[Row[Any]]:
    found: Select[Any] = select(predictions.c.task_id, predictions.c.model_version).distinct()
    found = found.where(predictions.c.task_id.in_(ids)).order_by(predictions.c.model_version)
    return tx.execute(found).all()


def scores(tx: Tx, scope: Scope, ids: Sequence[int]) -> dict[int, float | None]:
    found: Select[Any] = select(tasks.c.id, prediction_score(scope)).where(tasks.c.id.in_(ids))
    return dict(tuple(row) for row in tx.execute(found))


def result_starts(tx: Tx, ids: Sequence[int], of: str) -> Sequence[Row[Any]]:
    """Beginnings of the results of `annotations` or `predictions`, as many characters as are shown."""
    table = annotations if of == "annotations" else predictions
    start = func.substr(cast(table.c.result, String), 1, RESULTS_SHOWN * 2).label("start")
    found: Select[Any] = select(table.c.task_id, start).where(table.c.task_id.in_(ids), table.c.result.is_not(None))
    return tx.execute(found.order_by(table.c.id)).all()


def tasks_with_drafts(tx: Tx, ids: Sequence[int]) -> set[int]:
    return set(tx.execute(select(drafts.c.task_id).where(drafts.c.task_id.in_(ids)).distinct()).scalars())


def file_names(tx: Tx, ids: Sequence[int]) -> dict[int, str]:
    found: Select[Any] = select(file_uploads.c.id, file_uploads.c.file).where(file_uploads.c.id.in_(ids))
    return dict(tuple(row) for row in tx.execute(found))


# Views


def views_of(tx: Tx, project_id: int) -> Sequence[Row[Any]]:
    found = select(views).where(views.c.project_id == project_id)
    return tx.execute(found.order_by(views.c.order, views.c.id)).all()


def view(tx: Tx, view_id: int, *, hold: bool = False) -> Row[Any] | None:
    """`hold`: nobody else changes it before this transaction ends."""
    found = select(views).where(views.c.id == view_id)
    return tx.execute(found.with_for_update() if hold else found).one_or_none()


def add_view(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(views).values(**values).returning(views.c.id)).scalar_one())


def change_view(tx: Tx, view_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(views).where(views.c.id == view_id).values(**values))


def remove_view(tx: Tx, view_id: int) -> None:
    tx.execute(delete(views).where(views.c.id == view_id))


def remove_views(tx: Tx, project_id: int) -> None:
    tx.execute(delete(views).where(views.c.project_id == project_id))


def order_views(tx: Tx, project_id: int, ids: Sequence[int]) -> None:
    for place, view_id in enumerate(ids):
        tx.execute(update(views).where(views.c.id == view_id, views.c.project_id == project_id).values(order=place))
