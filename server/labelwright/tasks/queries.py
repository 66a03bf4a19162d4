"""Reads and writes of tasks."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, func, insert, select, update

from labelwright.access import Home
from labelwright.annotations.tables import annotations, predictions
from labelwright.comments.tables import comments
from labelwright.db import Tx, one_of, raw
from labelwright.projects.tables import projects
from labelwright.tasks.tables import is_visible, of_project, tasks
from labelwright.webhooks.queries import any_active

IN_ONE_STATEMENT = 500
# Everything of a task; data and meta are handed through undecoded.
COLUMNS = tuple(raw(c).label(c.key) if c.key in ("data", "meta") else c for c in tasks.c)


def comment_authors(tx: Tx, task_ids: Sequence[int]) -> Sequence[Row[Any]]:
    """Who said something about annotations of these tasks, first things first; drafts are nobody else's business."""
    c = comments.c
    said = (c.task_id.in_(task_ids), c.annotation_id.is_not(None), c.created_by_id.is_not(None))
    first = func.min(c.id)
    wanted: Select[Any] = select(c.task_id, c.created_by_id).where(*said).group_by(c.task_id, c.created_by_id)
    return tx.execute(wanted.order_by(first)).all()


_THIS = tasks.c.id == bindparam("id")
_BY_ID: Select[Any] = select(*COLUMNS).where(_THIS)
_BY_IDS: Select[Any] = select(*COLUMNS).where(one_of(tasks.c.id, "ids"))
_HOME: Select[Any] = (
    select(projects.c.organization_id, projects.c.id)
    .join(tasks, tasks.c.project_id == projects.c.id)
    .where(_THIS, is_visible(tasks, projects.c.id))
)
_HELD: Select[Any] = (
    select(
        tasks.c.id,
        tasks.c.project_id,
        tasks.c.total_predictions,
        projects.c.organization_id,
        projects.c.skip_queue,
        projects.c.model_version,
        any_active().label("is_heard"),
    )
    .join(projects, projects.c.id == tasks.c.project_id)
    .where(_THIS)
    # The weakest lock that keeps others from changing it: foreign keys may still point at it.
    .with_for_update(of=tasks, key_share=True)
)


def home_of_task(tx: Tx, task_id: int) -> Home | None:
    row = tx.execute(_HOME, {"id": task_id}).one_or_none()
    return None if row is None else Home(row.organization_id, row.id)


def by_id(tx: Tx, task_id: int) -> Row[Any] | None:
    return tx.execute(_BY_ID, {"id": task_id}).one_or_none()


def by_ids(tx: Tx, ids: Sequence[int]) -> dict[int, Row[Any]]:
    return {row.id: row for row in tx.execute(_BY_IDS, {"ids": ids})}


def held(tx: Tx, task_id: int) -> Row[Any] | None:
    """What the rules of submitting need of a task and its project; nobody else changes the task until the transaction ends."""
    return tx.execute(_HELD, {"id": task_id}).one_or_none()


def count(tx: Tx, project_id: int) -> int:
    return int(tx.execute(select(func.count()).select_from(tasks).where(of_project(tasks, project_id))).scalar_one())


def newest_changed(tx: Tx, project_id: int, offset: int, limit: int | None) -> Sequence[Row[Any]]:
    found: Select[Any] = (
        select(*COLUMNS)
        .where(of_project(tasks, project_id))
        .order_by(tasks.c.updated_at.desc(), tasks.c.id)
        .offset(offset)
    )
    # Without a limit SQLite's OFFSET has no meaning.
    return tx.execute(found.limit(limit if limit is not None else 2**62)).all()


def add(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(tasks).values(**values).returning(tasks.c.id)).scalar_one())


def next_inner_id(tx: Tx, project_id: int) -> int:
    statement = (
        update(projects)
        .where(projects.c.id == project_id)
        .values(last_inner_id=projects.c.last_inner_id + 1)
        .returning(projects.c.last_inner_id)
    )
    return int(tx.execute(statement).scalar_one())


def change(tx: Tx, task_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(tasks).where(tasks.c.id == task_id).values(**values))


def change_data(tx: Tx, changed: Mapping[int, dict[str, Any]], at: datetime, user_id: int) -> None:
    values = [{"number": number, "new": data} for number, data in changed.items()]
    if values:
        statement = update(tasks).where(tasks.c.id == bindparam("number"))
        statement = statement.values(
            data=bindparam("new", type_=tasks.c.data.type), updated_at=at, updated_by_id=user_id
        )
        tx.execute(statement, values)


def among(tx: Tx, project_id: int, ids: Sequence[int]) -> list[int]:
    """Those of `ids` that are tasks of the project."""
    found: list[int] = []
    for start in range(0, len(ids), IN_ONE_STATEMENT):
        part = tasks.c.id.in_(ids[start : start + IN_ONE_STATEMENT])
        found += tx.execute(select(tasks.c.id).where(of_project(tasks, project_id), part)).scalars()
    return found


def remove(tx: Tx, ids: Sequence[int]) -> int:
    removed = 0
    for start in range(0, len(ids), IN_ONE_STATEMENT):
        removed += tx.execute(delete(tasks).where(tasks.c.id.in_(ids[start : start + IN_ONE_STATEMENT]))).rowcount
    return removed


def all_ids(tx: Tx, project_id: int) -> Sequence[int]:
    return tx.execute(select(tasks.c.id).where(of_project(tasks, project_id))).scalars().all()


def remove_all(tx: Tx, project_id: int) -> int:
    # Work first, by project: row by row through each task's foreign key takes far longer.
    tx.execute(delete(annotations).where(of_project(annotations, project_id)))
    tx.execute(delete(predictions).where(of_project(predictions, project_id)))
    return tx.execute(delete(tasks).where(of_project(tasks, project_id))).rowcount


def touch(tx: Tx, task_id: int, at: datetime) -> None:
    change(tx, task_id, {"updated_at": at})
