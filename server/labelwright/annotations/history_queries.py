"""Reads and writes of the states an annotation went through."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw
from sqlalchemy import ColumnElement, Row, Select, String, case, cast, exists, insert, literal, select, type_coerce

from labelwright.accounts.tables import users
from labelwright.annotations.tables import annotation_history, annotations
from labelwright.db import Tx, raw
from labelwright.projects.tables import projects

a, h = annotations.c, annotation_history.c
_PERSON = (users.c.email, users.c.first_name, users.c.last_name)
_NULL = Raw(b"null")


def add(tx: Tx, annotation: Row[Any], *, keeps_result: bool) -> None:
    result = annotation.result if annotation.result is not None else _NULL
    values = {
        "annotation_id": annotation.id,
        "action": annotation.last_action,
        "created_by_id": annotation.updated_by_id,
        "created_at": annotation.updated_at,
        "lead_time": annotation.lead_time,
        "was_cancelled": annotation.was_cancelled,
        "result": result if keeps_result else None,
    }
    tx.execute(insert(annotation_history).values(**values))


def action_for(annotation_id: int, result: Raw) -> ColumnElement[str]:
    """`restored` when the annotation had this result once, else `updated`."""
    text: ColumnElement[str] = cast(type_coerce(h.result, String), String)
    had = exists().where(h.annotation_id == annotation_id, text == bytes(result).decode())
    return case((had, literal("restored")), else_=literal("updated"))


def newest(tx: Tx, annotation_id: int) -> Row[Any]:
    """The annotation as the last of its states."""
    found: Select[Any] = (
        select(
            a.task_id,
            a.project_id,
            a.lead_time,
            a.was_cancelled,
            a.last_action.label("action"),
            a.updated_by_id.label("created_by_id"),
            a.updated_at.label("created_at"),
            a.id.label("annotation_id"),
            raw(a.result).label("result"),
            projects.c.organization_id,
            *_PERSON,
        )
        .join(projects, projects.c.id == a.project_id)
        .outerjoin(users, users.c.id == a.updated_by_id)
        .where(a.id == annotation_id)
    )
    return tx.execute(found).one()


def earlier(tx: Tx, annotation_id: int) -> Sequence[Row[Any]]:
    """The states before, newest first."""
    plain = [column for column in annotation_history.c if column.key != "result"]
    found: Select[Any] = (
        select(*plain, raw(h.result).label("result"), *_PERSON)
        .outerjoin(users, users.c.id == h.created_by_id)
        .where(h.annotation_id == annotation_id)
        .order_by(h.id.desc())
    )
    return tx.execute(found).all()
