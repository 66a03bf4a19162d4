"""The rules of annotations and drafts."""

import uuid
from datetime import datetime
from typing import Any

from msgspec import UNSET, Raw
from sqlalchemy import Row

from labelwright.access import Caller, allowed
from labelwright.annotations import history, queries, shapes
from labelwright.annotations.bodies import AnnotationIn, DraftIn, Result
from labelwright.db import Tx
from labelwright.errors import Conflict, Forbidden, Invalid, NotFound, Outdated
from labelwright.kit.clock import now
from labelwright.projects import service as projects
from labelwright.tasks import progress
from labelwright.tasks import queries as task_queries
from labelwright.webhooks import Happened, emit

_DUPLICATE = "Annotation with this unique id already exists"
_NULL = Result(None)


def get(tx: Tx, annotation_id: int) -> Row[Any]:
    annotation = queries.by_id(tx, annotation_id)
    if annotation is None:
        raise NotFound.of("Annotation")
    return annotation


def task_of(tx: Tx, annotation_id: int) -> int:
    task_id = queries.task_of(tx, annotation_id)
    if task_id is None:
        raise NotFound.of("Annotation")
    return task_id


def submit(
    tx: Tx, caller: Caller, task_id: int, given: AnnotationIn, result: Result | None, *, history_limit: int
) -> dict[str, Any]:
    """Store an annotation, or a skip, and move its author on. Sent again with the same `unique_id` it is the first one that comes back."""
    task = _held(tx, task_id)
    unique_id = _unique_id(given)
    _check_references(tx, caller, task, given)
    draft = _draft_to_submit(tx, caller, task_id, given.draft_id)
    at = now()
    author = given.completed_by if isinstance(given.completed_by, int) else caller.id
    made = queries.add(
        tx,
        {
            **(result or _NULL).columns,
            "task_id": task_id,
            "project_id": task.project_id,
            "completed_by_id": author,
            "updated_by_id": caller.id,
            "was_cancelled": given.was_cancelled is True,
            "ground_truth": given.ground_truth is True,
            "lead_time": given.lead_time if given.lead_time is not UNSET else None,
            "created_at": at,
            "updated_at": at,
            "draft_created_at": draft.created_at if draft else None,
            "unique_id": unique_id,
            "parent_prediction_id": given.parent_prediction or None,
            "parent_annotation_id": given.parent_annotation or None,
            "prediction": _shown_prediction(tx, task),
            "last_action": history.SKIPPED if given.was_cancelled is True else history.SUBMITTED,
        },
    )
    if made is None:
        return _resent(queries.by_unique_id(tx, unique_id or ""), caller, task_id)
    if given.ground_truth is True:
        queries.only_ground_truth(tx, task_id, made)
    if draft:
        queries.hand_comments_to_annotation(tx, draft.id, made)
        queries.remove_draft(tx, draft.id)
    progress.recount(tx, [task_id], task.skip_queue, at, caller.id)
    queries.release_lock(tx, task_id, caller.id, at)
    queries.remember(tx, task.project_id, caller.id, task_id, made, at, history_limit)
    if task.is_heard:
        emit(tx, Happened.ANNOTATION_CREATED, task.project_id, [made])
    return shapes.annotation(get(tx, made))


def change(
    tx: Tx,
    caller: Caller,
    annotation_id: int,
    given: AnnotationIn,
    result: Result | None,
    *,
    based_on: datetime | None = None,
) -> dict[str, Any]:
    """Change an annotation; its state so far goes to its history. Raises Outdated when it was changed after `based_on`."""
    task = _held(tx, task_of(tx, annotation_id))
    known = get(tx, annotation_id)
    if based_on is not None and known.updated_at > based_on:
        raise Outdated
    _check_references(tx, caller, task, given)
    at = now()
    values: dict[str, Any] = {"updated_at": at, "updated_by_id": caller.id, **(result.columns if result else {})}
    for name in ("lead_time", "was_cancelled", "ground_truth"):
        if getattr(given, name) is not UNSET:
            values[name] = getattr(given, name)
    for name in ("completed_by", "parent_prediction", "parent_annotation"):
        if getattr(given, name) is not UNSET:
            values[f"{name}_id"] = getattr(given, name)
    values["last_action"] = history.keep(tx, known, given, result)
    queries.change(tx, annotation_id, values)
    if given.ground_truth is True:
        queries.only_ground_truth(tx, known.task_id, annotation_id)
    queries.remove_drafts_of_annotation(tx, annotation_id)
    progress.recount(tx, [known.task_id], task.skip_queue, at, caller.id)
    if task.is_heard:
        emit(tx, Happened.ANNOTATION_UPDATED, task.project_id, [annotation_id])
    return shapes.annotation(get(tx, annotation_id))


def remove(tx: Tx, caller: Caller, annotation_id: int) -> None:
    known = get(tx, annotation_id)
    task = _held(tx, known.task_id)
    queries.remove(tx, annotation_id)
    progress.recount(tx, [known.task_id], task.skip_queue, now(), caller.id)
    if task.is_heard:
        emit(tx, Happened.ANNOTATIONS_DELETED, task.project_id, [annotation_id])


def remove_of_project(tx: Tx, caller: Caller, project_id: int) -> None:
    touched = queries.project_task_ids(tx, project_id)
    removed = queries.remove_of_project(tx, project_id)
    progress.recount(tx, touched, projects.get(tx, project_id).skip_queue, now(), caller.id)
    if removed:
        emit(tx, Happened.ANNOTATIONS_DELETED, project_id, removed)


def to_draft(tx: Tx, caller: Caller, annotation_id: int) -> dict[str, Any]:
    """Take an annotation back: it becomes the caller's draft."""
    known = get(tx, annotation_id)
    at = now()
    made = queries.add_draft(
        tx,
        {
            "task_id": known.task_id,
            "user_id": caller.id,
            "result": known.result if known.result is not None else Raw(b"[]"),
            "lead_time": known.lead_time,
            "created_at": at,
            "updated_at": at,
        },
    )
    queries.hand_comments_to_draft(tx, annotation_id, made)
    remove(tx, caller, annotation_id)
    return shapes.draft(_draft(tx, made))


def of_task(tx: Tx, task_id: int) -> list[dict[str, Any]]:
    return [shapes.annotation(row) for row in queries.of_task(tx, task_id, cancelled=False)]


def show(tx: Tx, annotation_id: int) -> dict[str, Any]:
    return shapes.annotation(get(tx, annotation_id))


def _held(tx: Tx, task_id: int) -> Row[Any]:
    task = task_queries.held(tx, task_id)
    if task is None:
        raise NotFound.of("Task")
    return task


def _unique_id(given: AnnotationIn) -> str | None:
    if not isinstance(given.unique_id, str) or not given.unique_id:
        return None
    try:
        return str(uuid.UUID(given.unique_id))
    except ValueError:
        raise Invalid({"unique_id": ["Must be a valid UUID."]}) from None


def _resent(known: Row[Any] | None, caller: Caller, task_id: int) -> dict[str, Any]:
    if known is None or known.task_id != task_id or caller.id not in (known.completed_by_id, known.updated_by_id):
        raise Conflict(_DUPLICATE)
    return shapes.annotation(known)


def _check_references(tx: Tx, caller: Caller, task: Row[Any], given: AnnotationIn) -> None:
    errors: dict[str, Any] = {}
    if isinstance(given.completed_by, int) and given.completed_by != caller.id:
        if not queries.is_member(tx, caller.organization, given.completed_by):
            errors["completed_by"] = [f'Invalid pk "{given.completed_by}" - object does not exist.']
        elif "tasks.change" not in allowed(caller.role, caller.roles_enabled):
            raise Forbidden
    if isinstance(given.parent_prediction, int) and not queries.has_prediction(tx, task.id, given.parent_prediction):
        errors["parent_prediction"] = [f'Invalid pk "{given.parent_prediction}" - object does not exist.']
    if isinstance(given.parent_annotation, int) and not queries.has_annotation(tx, task.id, given.parent_annotation):
        errors["parent_annotation"] = [f'Invalid pk "{given.parent_annotation}" - object does not exist.']
    if errors:
        raise Invalid(errors)


def _shown_prediction(tx: Tx, task: Row[Any]) -> dict[str, Any] | None:
    """What the model had said when the annotation was made."""
    return queries.first_prediction(tx, task.id, task.model_version) if task.total_predictions else None


# Drafts


def _draft(tx: Tx, draft_id: int) -> Row[Any]:
    draft = queries.draft(tx, draft_id)
    if draft is None:
        raise NotFound.of("AnnotationDraft")
    return draft


def own_draft(tx: Tx, caller: Caller, draft_id: int) -> Row[Any]:
    """Drafts are private: those of others do not exist."""
    draft = _draft(tx, draft_id)
    if draft.user_id != caller.id:
        raise NotFound.of("AnnotationDraft")
    return draft


def _draft_to_submit(tx: Tx, caller: Caller, task_id: int, draft_id: Any) -> Row[Any] | None:
    """The draft that a submission replaces; one that is gone already is nobody's business."""
    draft = queries.draft(tx, draft_id) if isinstance(draft_id, int) else None
    if draft and (draft.user_id != caller.id or draft.task_id != task_id):
        raise Forbidden(f"You have no permission to draft id:{draft_id}")
    return draft


def drafts_of_task(tx: Tx, caller: Caller, task_id: int) -> list[dict[str, Any]]:
    return [shapes.draft(row) for row in queries.drafts_of(tx, [task_id], caller.id)]


def show_draft(tx: Tx, caller: Caller, draft_id: int) -> dict[str, Any]:
    return shapes.draft(own_draft(tx, caller, draft_id))


def add_draft(
    tx: Tx, caller: Caller, task_id: int, annotation_id: int | None, given: DraftIn, result: Result | None
) -> dict[str, Any]:
    if result is None or result.text is None:
        raise Invalid({"result": ["This field is required." if result is None else "This field may not be null."]})
    if annotation_id is not None and not queries.has_annotation(tx, task_id, annotation_id):
        raise NotFound.of("Annotation")
    at = now()
    made = queries.add_draft(
        tx,
        {
            "task_id": task_id,
            "annotation_id": annotation_id,
            "user_id": caller.id,
            "result": result.text,
            "lead_time": given.lead_time if given.lead_time is not UNSET else None,
            "was_postponed": given.was_postponed is True,
            "created_at": at,
            "updated_at": at,
        },
    )
    return shapes.draft(_draft(tx, made))


def change_draft(tx: Tx, caller: Caller, draft_id: int, given: DraftIn, result: Result | None) -> dict[str, Any]:
    own_draft(tx, caller, draft_id)
    values: dict[str, Any] = {"updated_at": now()}
    if result is not None:
        if result.text is None:
            raise Invalid({"result": ["This field may not be null."]})
        values["result"] = result.text
    if given.lead_time is not UNSET:
        values["lead_time"] = given.lead_time
    if given.was_postponed is not UNSET:
        values["was_postponed"] = given.was_postponed
    queries.change_draft(tx, draft_id, values)
    return shapes.draft(_draft(tx, draft_id))


def remove_draft(tx: Tx, caller: Caller, draft_id: int) -> None:
    draft = own_draft(tx, caller, draft_id)
    queries.remove_draft(tx, draft_id)
    progress.recount_comments(tx, draft.task_id)
