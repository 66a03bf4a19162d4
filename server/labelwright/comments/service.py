"""The rules of comments: everybody who sees an annotation may speak and settle; a text is its author's alone."""

from typing import Any

from sqlalchemy import ColumnElement, Row

from labelwright.access import Caller, require
from labelwright.accounts import service as accounts
from labelwright.accounts.schemas import SimpleUser
from labelwright.annotations.queries import home_of_annotation
from labelwright.annotations.service import task_of
from labelwright.comments import queries
from labelwright.comments.schemas import CommentChange, CommentIn
from labelwright.db import Tx
from labelwright.errors import Forbidden, Invalid, NotFound
from labelwright.http.request import changes
from labelwright.kit.clock import now
from labelwright.tasks import progress

_BLANK = "This field may not be blank."


def listed(
    tx: Tx, caller: Caller, conditions: list[ColumnElement[bool]], *, ordering: str, expand: bool
) -> list[dict[str, Any]]:
    if not conditions:
        raise Invalid("Say which comments: by annotation, draft, task, projects or annotators.")
    return [_shape(row, expand=expand) for row in queries.found(tx, caller, conditions, ordering)]


def show(tx: Tx, caller: Caller, comment_id: int, *, expand: bool) -> dict[str, Any]:
    return _shape(_get(tx, caller, comment_id), expand=expand)


def add(tx: Tx, caller: Caller, given: CommentIn, *, expand: bool) -> dict[str, Any]:
    if not given.text.strip() and not given.classifications:
        raise Invalid({"text": [_BLANK]})
    task_id, place = _place(tx, caller, given)
    at = now()
    made = queries.add(
        tx,
        {
            **place,
            "task_id": task_id,
            "text": given.text,
            "region_ref": given.region_ref,
            "classifications": given.classifications,
            "is_resolved": given.is_resolved,
            "resolved_at": at if given.is_resolved else None,
            "created_by_id": caller.id,
            "created_at": at,
            "updated_at": at,
        },
    )
    progress.recount_comments(tx, task_id)
    return show(tx, caller, made, expand=expand)


def change(tx: Tx, caller: Caller, comment_id: int, given: CommentChange, *, expand: bool) -> dict[str, Any]:
    known = _get(tx, caller, comment_id)
    values = changes(given)
    if set(values) - {"is_resolved"}:
        _refuse_others(known, caller)
    text = values.get("text", known.text)
    if not text.strip() and not values.get("classifications", known.classifications):
        raise Invalid({"text": [_BLANK]})
    at = now()
    if "is_resolved" in values and values["is_resolved"] != known.is_resolved:
        values["resolved_at"] = at if values["is_resolved"] else None
    queries.change(tx, comment_id, {**values, "updated_at": at})
    progress.recount_comments(tx, known.task_id)
    return show(tx, caller, comment_id, expand=expand)


def remove(tx: Tx, caller: Caller, comment_id: int) -> None:
    known = _get(tx, caller, comment_id)
    _refuse_others(known, caller)
    queries.remove(tx, comment_id)
    progress.recount_comments(tx, known.task_id)


def _get(tx: Tx, caller: Caller, comment_id: int) -> Row[Any]:
    comment = queries.by_id(tx, caller, comment_id)
    if comment is None:
        raise NotFound.of("Comment")
    return comment


def _refuse_others(comment: Row[Any], caller: Caller) -> None:
    if comment.created_by_id != caller.id:
        raise Forbidden("Only its author changes or deletes a comment.")


def _place(tx: Tx, caller: Caller, given: CommentIn) -> tuple[int, dict[str, int | None]]:
    """The task, and what is commented on. What is said about a draft of an annotation is about that annotation."""
    if given.annotation is not None:
        require(caller, "annotations.create", home_of_annotation(tx, given.annotation), "Annotation")
        return task_of(tx, given.annotation), {"annotation_id": given.annotation}
    if given.draft is None:
        raise Invalid({"annotation": ["An annotation or a draft is required."]})
    draft = queries.draft(tx, given.draft, caller.id)
    if draft is None:
        raise NotFound.of("AnnotationDraft")
    if draft.annotation_id is not None:
        return draft.task_id, {"annotation_id": draft.annotation_id}
    return draft.task_id, {"draft_id": draft.id}


def _shape(row: Row[Any], *, expand: bool) -> dict[str, Any]:
    return {
        "id": row.id,
        "text": row.text,
        "region_ref": row.region_ref,
        "classifications": row.classifications,
        "is_resolved": row.is_resolved,
        "resolved_at": row.resolved_at,
        "created_by": _author(row) if expand else row.created_by_id,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
        "annotation": row.annotation_id,
        "draft": row.draft_id,
        "task": row.task_id,
        "project": row.project_id,
    }


def _author(row: Row[Any]) -> SimpleUser | None:
    if row.created_by_id is None:
        return None
    return {
        "id": row.created_by_id,
        "first_name": row.first_name,
        "last_name": row.last_name,
        "email": row.email,
        "avatar": accounts.avatar(row),
    }
