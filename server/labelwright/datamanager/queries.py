"""Reads and writes of the Data Manager's views, and what is asked of a whole project."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, insert, literal, select, update
from sqlalchemy.exc import DataError

from labelwright.access import Home
from labelwright.db import Tx, patterns
from labelwright.projects.tables import projects, views
from labelwright.tasks.tables import tasks

_HOME: Select[Any] = (
    select(projects.c.organization_id, projects.c.id)
    .join(views, views.c.project_id == projects.c.id)
    .where(views.c.id == bindparam("id"))
)
_VIEW = select(views).where(views.c.id == bindparam("id"))


def home_of_view(tx: Tx, view_id: int) -> Home | None:
    row = tx.execute(_HOME, {"id": view_id}).one_or_none()
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


def weigh(tx: Tx) -> None:
    """Tell PostgreSQL what looking into JSON costs: it thinks of it as of adding two numbers, and reads all tasks where half of them would do."""
    if tx.dialect.name == "postgresql":
        tx.exec_driver_sql("SET LOCAL cpu_operator_cost = 0.02")


def has_more_tasks(tx: Tx, project_id: int, count: int) -> bool:
    found = select(tasks.c.id).where(tasks.c.project_id == project_id).order_by(tasks.c.id).offset(count).limit(1)
    return tx.execute(found).first() is not None


# Views


def views_of(tx: Tx, project_id: int) -> Sequence[Row[Any]]:
    found = select(views).where(views.c.project_id == project_id)
    return tx.execute(found.order_by(views.c.order, views.c.id)).all()


def view(tx: Tx, view_id: int, *, hold: bool = False) -> Row[Any] | None:
    """`hold`: nobody else changes it before this transaction ends."""
    return tx.execute(_VIEW.with_for_update() if hold else _VIEW, {"id": view_id}).one_or_none()


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
