"""Reads and writes of the Data Manager: views, and pages of tasks."""

from collections.abc import Iterator, Sequence
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
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.exc import DataError

from labelwright.access import Home
from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.datamanager.column import Scope
from labelwright.datamanager.columns import prediction_score
from labelwright.db import Tx, patterns, raw
from labelwright.projects.tables import projects, views
from labelwright.tasks.tables import file_uploads, tasks

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


# What a page shows


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


def results(tx: Tx, ids: Sequence[int], of: str) -> Iterator[Row[Any]]:
    """The whole results of `annotations` or `predictions`, not decoded."""
    table = annotations if of == "annotations" else predictions
    found: Select[Any] = select(table.c.task_id, raw(table.c.result).label("result"))
    return iter(tx.execute(found.where(table.c.task_id.in_(ids), table.c.result.is_not(None))))


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
