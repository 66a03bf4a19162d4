"""Reads and writes of the work on many tasks at once."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Row, Select, delete, exists, insert, select, update

from labelwright.accounts.tables import users
from labelwright.annotations import history, queries, tables
from labelwright.annotations.bodies import AnnotationIn, checked
from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.comments.tables import comments
from labelwright.db import Tx, raw
from labelwright.kit.clock import now
from labelwright.projects import tally
from labelwright.results import result_count
from labelwright.tasks.tables import of_project, tasks

_IN_ONE_STATEMENT = 500
_sorted = msgspec.json.Encoder(order="sorted")


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _IN_ONE_STATEMENT] for start in range(0, len(ids), _IN_ONE_STATEMENT))


def remove_annotations(tx: Tx, project_id: int, task_ids: Sequence[int], user_id: int | None) -> list[int]:
    """The ids of those that were there."""
    a = annotations.c
    of_user = [a.completed_by_id == user_id] if user_id is not None else []
    removed: list[int] = []
    for part in _parts(task_ids):
        these = delete(annotations).where(a.project_id == project_id, a.task_id.in_(part), *of_user)
        removed += tx.execute(these.returning(a.id)).scalars()
    return removed


def remove_drafts(tx: Tx, task_ids: Sequence[int], user_id: int | None) -> None:
    of_user = [drafts.c.user_id == user_id] if user_id is not None else []
    for part in _parts(task_ids):
        tx.execute(delete(drafts).where(drafts.c.task_id.in_(part), *of_user))


def remove_predictions(tx: Tx, task_ids: Sequence[int]) -> int:
    return sum(
        tx.execute(delete(predictions).where(predictions.c.task_id.in_(part))).rowcount for part in _parts(task_ids)
    )


def annotator_options(tx: Tx, project_id: int) -> list[dict[str, Any]]:
    wrote = select(annotations.c.completed_by_id).where(of_project(annotations, project_id))
    found: Select[Any] = select(users.c.id, users.c.email).where(users.c.id.in_(wrote)).order_by(users.c.id)
    return [{"label": row.email, "value": str(row.id)} for row in tx.execute(found)]


def data_digests(tx: Tx, task_ids: Sequence[int]) -> Iterator[tuple[int, bytes, bool]]:
    """Task, digest of its data whatever the order of its keys, and whether somebody annotated it."""
    t = tasks.c
    for part in _parts(task_ids):
        found: Select[Any] = select(t.id, t.data, (t.total_annotations + t.cancelled_annotations) > 0)
        for task_id, data, annotated in tx.execute(found.where(t.id.in_(part))):
            yield task_id, hashlib.sha256(_sorted.encode(data)).digest(), annotated


def move_work(tx: Tx, from_tasks: Sequence[int], to_task: int) -> None:
    """Give the annotations and drafts of some tasks to another, with what was said about them."""
    for part in _parts(from_tasks):
        for table in (annotations, drafts, comments):
            tx.execute(update(table).where(table.c.task_id.in_(part)).values(task_id=to_task))


def annotate_by_predictions(
    tx: Tx, user_id: int, project_id: int, task_ids: Sequence[int], versions: Sequence[str]
) -> tuple[list[int], list[int]]:
    """One annotation for each prediction that none was made of yet; their ids, and their tasks."""
    p, made, touched = predictions.c, list[int](), list[int]()
    done = exists().where(annotations.c.parent_prediction_id == p.id)
    for part in _parts(task_ids):
        found: Select[Any] = select(p.id, p.task_id, raw(p.result).label("result"))
        found = found.where(p.task_id.in_(part), p.model_version.in_(versions), ~done).order_by(p.id)
        rows = tx.execute(found).all()
        if rows:
            values = [_of_prediction(row, user_id, project_id) for row in rows]
            made += tx.execute(insert(annotations).returning(annotations.c.id), values).scalars()
            touched += [row.task_id for row in rows]
    return made, touched


def _of_prediction(row: Any, user_id: int, project_id: int) -> dict[str, Any]:
    result, at = msgspec.json.decode(row.result), now()
    return {
        "task_id": row.task_id,
        "project_id": project_id,
        "completed_by_id": user_id,
        "updated_by_id": user_id,
        "result": row.result,
        "result_count": result_count(result),
        "tally": tally.write(tally.of(result)),
        "parent_prediction_id": row.id,
        "created_at": at,
        "updated_at": at,
    }


def results_of(tx: Tx, task_ids: Sequence[int], *, predictions: bool) -> Iterator[tuple[int, Any]]:
    """Task and decoded result of the annotations, or of the predictions, of some tasks."""
    table = tables.predictions if predictions else annotations
    for part in _parts(task_ids):
        found: Select[Any] = select(table.c.task_id, table.c.result)
        for row in tx.execute(found.where(table.c.task_id.in_(part), table.c.result.is_not(None)).order_by(table.c.id)):
            yield row.task_id, row.result


def results_to_change(tx: Tx, task_ids: Sequence[int]) -> Iterator[tuple[int, Any]]:
    """Annotation and decoded result, which nobody else changes until the transaction ends."""
    a = annotations.c
    for part in _parts(task_ids):
        found: Select[Any] = select(a.id, a.result).where(a.task_id.in_(part), a.result.is_not(None)).order_by(a.id)
        for row in tx.execute(found.with_for_update(key_share=True)):
            yield row.id, row.result


def store_result(tx: Tx, user_id: int, annotation_id: int, result: msgspec.Raw) -> None:
    """Replace what an annotation says; the state before stays in its history."""
    known, new = queries.by_id(tx, annotation_id), checked(result)
    assert known is not None
    assert new is not None
    action = history.keep(tx, known, AnnotationIn(), new)
    values = {"updated_at": now(), "updated_by_id": user_id, "last_action": action}
    queries.change(tx, annotation_id, {**new.columns, **values})


def annotation_of(tx: Tx, project_id: int, annotation_id: int) -> Row[Any] | None:
    a = annotations.c
    found: Select[Any] = select(
        a.id,
        a.task_id,
        a.project_id,
        raw(a.result).label("result"),
        a.result_count,
        a.tally,
        a.was_cancelled,
        a.lead_time,
    )
    return tx.execute(found.where(of_project(annotations, project_id), a.id == annotation_id)).one_or_none()


def copy_annotation(tx: Tx, user_id: int, source: Row[Any], task_ids: Sequence[int]) -> list[int]:
    """The ids of the copies, one a task."""
    at, values = now(), dict(source._mapping)
    values |= {"parent_annotation_id": values.pop("id"), "completed_by_id": user_id, "updated_by_id": user_id}
    values |= {"created_at": at, "updated_at": at}
    made: list[int] = []
    for part in _parts(task_ids):
        copies = [{**values, "task_id": task_id} for task_id in part]
        made += tx.execute(insert(annotations).returning(annotations.c.id), copies).scalars()
    return made
