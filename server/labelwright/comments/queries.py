"""Reads and writes of comments."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, insert, or_, select, update

from labelwright.access import Caller, Home
from labelwright.accounts.tables import users
from labelwright.annotations.tables import drafts
from labelwright.comments.tables import comments
from labelwright.db import Tx
from labelwright.projects.tables import projects
from labelwright.tasks.tables import tasks

c = comments.c
_AUTHOR = (users.c.email, users.c.first_name, users.c.last_name, users.c.avatar)
_ORDERS = {"id": c.id, "created_at": c.created_at, "updated_at": c.updated_at}


def home_of_comment(tx: Tx, comment_id: int) -> Home | None:
    found: Select[Any] = (
        select(projects.c.organization_id, projects.c.id)
        .select_from(comments.join(tasks, tasks.c.id == c.task_id).join(projects, projects.c.id == tasks.c.project_id))
        .where(c.id == comment_id)
    )
    row = tx.execute(found).one_or_none()
    return None if row is None else Home(row.organization_id, row.id)


def _visible(caller: Caller) -> Select[Any]:
    """Comments of the caller's organisation with their authors; what is said about a draft is as private as the draft."""
    return (
        select(comments, tasks.c.project_id, *_AUTHOR)
        .join(tasks, tasks.c.id == c.task_id)
        .join(projects, projects.c.id == tasks.c.project_id)
        .outerjoin(users, users.c.id == c.created_by_id)
        .outerjoin(drafts, drafts.c.id == c.draft_id)
        .where(projects.c.organization_id == caller.organization)
        .where(or_(c.draft_id.is_(None), drafts.c.user_id == caller.id))
    )


def by_id(tx: Tx, caller: Caller, comment_id: int) -> Row[Any] | None:
    return tx.execute(_visible(caller).where(c.id == comment_id)).one_or_none()


def found(tx: Tx, caller: Caller, conditions: Sequence[ColumnElement[bool]], ordering: str) -> Sequence[Row[Any]]:
    column = _ORDERS.get(ordering.lstrip("-"), c.id)
    order = (column.desc(), c.id.desc()) if ordering.startswith("-") else (column, c.id)
    return tx.execute(_visible(caller).where(*conditions).order_by(*order)).all()


def about(
    *,
    annotation: int | None,
    draft: int | None,
    task: int | None,
    of_projects: Sequence[int],
    authors: Sequence[int],
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if annotation is not None:
        conditions.append(c.annotation_id == annotation)
    if draft is not None:
        conditions.append(c.draft_id == draft)
    if task is not None:
        conditions.append(c.task_id == task)
    if of_projects:
        conditions.append(tasks.c.project_id.in_(of_projects))
    if authors:
        conditions.append(c.created_by_id.in_(authors))
    return conditions


def draft(tx: Tx, draft_id: int, user_id: int) -> Row[Any] | None:
    wanted: Select[Any] = select(drafts.c.id, drafts.c.task_id, drafts.c.annotation_id)
    return tx.execute(wanted.where(drafts.c.id == draft_id, drafts.c.user_id == user_id)).one_or_none()


def add(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(comments).values(**values).returning(c.id)).scalar_one())


def change(tx: Tx, comment_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(comments).where(c.id == comment_id).values(**values))


def remove(tx: Tx, comment_id: int) -> None:
    tx.execute(delete(comments).where(c.id == comment_id))
