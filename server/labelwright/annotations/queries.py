"""Reads and writes of annotations and drafts, and what a submission moves along the label stream."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from labelwright.access import Home
from labelwright.accounts.tables import users
from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.comments.tables import comments
from labelwright.db import Tx, inserting, one_of, raw
from labelwright.organizations.tables import memberships
from labelwright.projects.tables import projects, stream_history
from labelwright.tasks.tables import of_project, task_locks, tasks

_PERSON = (users.c.email, users.c.first_name, users.c.last_name)
_ANNOTATION = tuple(c for c in annotations.c if c.key not in ("result", "prediction", "tally"))
# Rows of the stream's history between two clean-ups.
_FORGOTTEN_EVERY = 16
_DRAFT = tuple(c for c in drafts.c if c.key != "result")


def _home(tx: Tx, column: ColumnElement[Any], project: ColumnElement[Any], number: int, table: Any) -> Home | None:
    found: Select[Any] = (
        select(projects.c.organization_id, projects.c.id)
        .select_from(table.join(projects, projects.c.id == project))
        .where(column == number)
    )
    row = tx.execute(found).one_or_none()
    return None if row is None else Home(row.organization_id, row.id)


def home_of_annotation(tx: Tx, annotation_id: int) -> Home | None:
    return _home(tx, annotations.c.id, annotations.c.project_id, annotation_id, annotations)


def home_of_draft(tx: Tx, draft_id: int) -> Home | None:
    return _home(tx, drafts.c.id, tasks.c.project_id, draft_id, drafts.join(tasks, tasks.c.id == drafts.c.task_id))


# Annotations


def shown() -> Select[Any]:
    """Annotations with their author's name; the result is handed through."""
    return select(*_ANNOTATION, raw(annotations.c.result).label("result"), *_PERSON).outerjoin(
        users, users.c.id == annotations.c.completed_by_id
    )


_BY_ID = shown().where(annotations.c.id == bindparam("id"))


def by_id(tx: Tx, annotation_id: int) -> Row[Any] | None:
    return tx.execute(_BY_ID, {"id": annotation_id}).one_or_none()


def task_of(tx: Tx, annotation_id: int) -> int | None:
    return tx.execute(select(annotations.c.task_id).where(annotations.c.id == annotation_id)).scalar_one_or_none()


def by_unique_id(tx: Tx, unique_id: str) -> Row[Any] | None:
    return tx.execute(shown().where(annotations.c.unique_id == unique_id)).one_or_none()


def of_task(tx: Tx, task_id: int, *, cancelled: bool) -> Sequence[Row[Any]]:
    found = shown().where(annotations.c.task_id == task_id).order_by(annotations.c.id)
    return tx.execute(found if cancelled else found.where(annotations.c.was_cancelled.is_(False))).all()


def of_tasks(tx: Tx, task_ids: Sequence[int]) -> Sequence[Row[Any]]:
    return tx.execute(_OF_TASKS, {"tasks": task_ids}).all()


_OF_TASKS = shown().where(one_of(annotations.c.task_id, "tasks")).order_by(annotations.c.id)


def add(tx: Tx, values: dict[str, Any]) -> int | None:
    """The new id; None when its `unique_id` is taken."""
    return tx.execute(_add(tx.dialect.name), values).scalar_one_or_none()


@cache
def _add(dialect: str) -> Executable:
    statement = inserting(dialect, annotations).on_conflict_do_nothing(index_elements=[annotations.c.unique_id])
    return statement.returning(annotations.c.id)


def change(tx: Tx, annotation_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(annotations).where(annotations.c.id == annotation_id).values(**values))


def only_ground_truth(tx: Tx, task_id: int, annotation_id: int) -> None:
    others = (annotations.c.task_id == task_id, annotations.c.id != annotation_id, annotations.c.ground_truth.is_(True))
    tx.execute(update(annotations).where(*others).values(ground_truth=False))


def remove(tx: Tx, annotation_id: int) -> None:
    tx.execute(delete(annotations).where(annotations.c.id == annotation_id))


def project_task_ids(tx: Tx, project_id: int) -> Sequence[int]:
    """Tasks of a project that have annotations."""
    found = select(annotations.c.task_id).where(of_project(annotations, project_id)).distinct()
    return tx.execute(found).scalars().all()


def remove_of_project(tx: Tx, project_id: int) -> Sequence[int]:
    """The ids of those that were there."""
    these = delete(annotations).where(of_project(annotations, project_id)).returning(annotations.c.id)
    return tx.execute(these).scalars().all()


# What a body may point at


def is_member(tx: Tx, organization_id: int, user_id: int) -> bool:
    found = select(memberships.c.id).where(
        memberships.c.organization_id == organization_id,
        memberships.c.user_id == user_id,
        memberships.c.deleted_at.is_(None),
    )
    return tx.execute(found).first() is not None


def has_prediction(tx: Tx, task_id: int, prediction_id: int) -> bool:
    found = select(predictions.c.id).where(predictions.c.id == prediction_id, predictions.c.task_id == task_id)
    return tx.execute(found).first() is not None


def has_annotation(tx: Tx, task_id: int, annotation_id: int) -> bool:
    found = select(annotations.c.id).where(annotations.c.id == annotation_id, annotations.c.task_id == task_id)
    return tx.execute(found).first() is not None


def first_prediction(tx: Tx, task_id: int, model_version: str) -> dict[str, Any] | None:
    found: Select[Any] = (
        select(
            predictions.c.id,
            predictions.c.model_version,
            predictions.c.score,
            raw(predictions.c.result).label("result"),
        )
        .where(predictions.c.task_id == task_id, predictions.c.model_version == model_version)
        .order_by(predictions.c.id)
        .limit(1)
    )
    row = tx.execute(found).one_or_none()
    return None if row is None else dict(row._mapping)


# Drafts


def shown_drafts() -> Select[Any]:
    return select(*_DRAFT, raw(drafts.c.result).label("result"), *_PERSON).join(users, users.c.id == drafts.c.user_id)


def draft(tx: Tx, draft_id: int) -> Row[Any] | None:
    return tx.execute(shown_drafts().where(drafts.c.id == draft_id)).one_or_none()


def drafts_of(tx: Tx, task_ids: Sequence[int], user_id: int) -> Sequence[Row[Any]]:
    """One person's drafts of tasks, those of their edits of annotations too."""
    return tx.execute(_DRAFTS_OF, {"tasks": task_ids, "user": user_id}).all()


_DRAFTS_OF = (
    shown_drafts().where(one_of(drafts.c.task_id, "tasks"), drafts.c.user_id == bindparam("user")).order_by(drafts.c.id)
)


def add_draft(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(drafts).values(**values).returning(drafts.c.id)).scalar_one())


def change_draft(tx: Tx, draft_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(drafts).where(drafts.c.id == draft_id).values(**values))


def remove_draft(tx: Tx, draft_id: int) -> None:
    tx.execute(delete(drafts).where(drafts.c.id == draft_id))


def remove_drafts_of_annotation(tx: Tx, annotation_id: int) -> None:
    tx.execute(delete(drafts).where(drafts.c.annotation_id == annotation_id))


# Comments follow the work they are about


def hand_comments_to_annotation(tx: Tx, draft_id: int, annotation_id: int) -> None:
    about = comments.c.draft_id == draft_id
    tx.execute(update(comments).where(about).values(annotation_id=annotation_id, draft_id=None))


def hand_comments_to_draft(tx: Tx, annotation_id: int, draft_id: int) -> None:
    about = comments.c.annotation_id == annotation_id
    tx.execute(update(comments).where(about).values(annotation_id=None, draft_id=draft_id))


# The label stream

_RELEASE = delete(task_locks).where(
    task_locks.c.task_id == bindparam("task"),
    or_(task_locks.c.user_id == bindparam("user"), task_locks.c.expire_at <= bindparam("at")),
)


def release_lock(tx: Tx, task_id: int, user_id: int, at: datetime) -> None:
    """A person's lock on a task goes, and with it those that have expired."""
    tx.execute(_RELEASE, {"task": task_id, "user": user_id, "at": at})


def remember(
    tx: Tx, project_id: int, user_id: int, task_id: int, annotation_id: int | None, at: datetime, limit: int
) -> None:
    """Keep a task in a person's history of the stream, at its first place; now and then the oldest beyond `limit` are forgotten."""
    values = {"project_id": project_id, "user_id": user_id, "task_id": task_id, "seen_at": at}
    number = tx.execute(_remember(tx.dialect.name), {**values, "annotation_id": annotation_id}).scalar_one()
    if number % _FORGOTTEN_EVERY:
        return
    h = stream_history.c
    mine = (h.project_id == project_id, h.user_id == user_id)
    oldest_kept = select(h.id).where(*mine).order_by(h.id.desc()).offset(limit - 1).limit(1).scalar_subquery()
    tx.execute(delete(stream_history).where(*mine, h.id < oldest_kept))


@cache
def _remember(dialect: str) -> Executable:
    h = stream_history.c
    statement = inserting(dialect, stream_history)
    again = {
        "seen_at": statement.excluded.seen_at,
        # An annotation once noted stays noted when the task is only seen again.
        "annotation_id": func.coalesce(statement.excluded.annotation_id, h.annotation_id),
    }
    statement = statement.on_conflict_do_update(index_elements=[h.project_id, h.user_id, h.task_id], set_=again)
    return statement.returning(h.id)
