"""Writing checked tasks in the caller's transaction."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from labelwright.annotations.tables import annotations, predictions
from labelwright.db import Tx
from labelwright.imports.bulk import insert_rows, moment, take_ids
from labelwright.imports.rows import TaskRow
from labelwright.tasks.tables import tasks

_TASK = (
    "id", "project_id", "inner_id", "data", "meta", "created_at", "updated_at", "updated_by_id", "file_upload_id", "overlap",
    "allow_skip", "is_labeled", "completed_at", "total_annotations", "cancelled_annotations", "total_predictions",
)  # fmt: skip
_ANNOTATION = (
    "id", "task_id", "project_id", "completed_by_id", "updated_by_id", "tally", "result", "result_count", "was_cancelled",
    "ground_truth", "lead_time", "created_at", "updated_at", "import_id",
)  # fmt: skip
_PREDICTION = ("id", "task_id", "project_id", "result", "score", "model_version", "created_at", "updated_at")


def write(
    tx: Tx,
    project: Row[Any],
    user_id: int,
    rows: Sequence[TaskRow],
    ids: Sequence[int],
    inner: int,
    files: Sequence[int],
    at: datetime,
) -> None:
    """Tasks with these ids, numbered in the project behind `inner`. `project` is locked by the caller; `files` are the ids of the uploaded files."""
    # All ids first: nothing else may use the connection while rows are copied in.
    annotation_ids = take_ids(tx, annotations, sum(len(row.annotations) for row in rows))
    prediction_ids = take_ids(tx, predictions, sum(len(row.predictions) for row in rows))
    stamp = moment(tx, at)

    def task_values() -> Iterator[tuple[Any, ...]]:
        for position, (task_id, row) in enumerate(zip(ids, rows, strict=True), start=1):
            labelled = _is_labelled(row, project)
            cancelled = sum(annotation.was_cancelled for annotation in row.annotations)
            yield (
                task_id, project.id, inner + position, row.data, row.meta, stamp, stamp, user_id,
                None if row.file is None else files[row.file], project.maximum_annotations, row.allow_skip, labelled,
                stamp if labelled else None, len(row.annotations) - cancelled, cancelled, len(row.predictions),
            )  # fmt: skip

    def annotation_values() -> Iterator[tuple[Any, ...]]:
        for task_id, row in zip(ids, rows, strict=True):
            for a in row.annotations:
                yield (
                    next(annotation_ids), task_id, project.id, a.author, user_id, a.tally, a.result, a.result_count, a.was_cancelled,
                    a.ground_truth, a.lead_time, stamp, stamp, a.import_id,
                )  # fmt: skip

    def prediction_values() -> Iterator[tuple[Any, ...]]:
        for task_id, row in zip(ids, rows, strict=True):
            for p in row.predictions:
                yield (next(prediction_ids), task_id, project.id, p.result, p.score, p.model_version, stamp, stamp)

    insert_rows(tx, tasks, _TASK, task_values())
    if any(row.annotations for row in rows):
        insert_rows(tx, annotations, _ANNOTATION, annotation_values())
    if any(row.predictions for row in rows):
        insert_rows(tx, predictions, _PREDICTION, prediction_values())


def write_predictions(
    tx: Tx, project_id: int, rows: Sequence[tuple[int, str, float | None, str]], at: datetime
) -> None:
    """Predictions (task, result, score, model version) of tasks that exist."""
    stamp = moment(tx, at)
    numbers = take_ids(tx, predictions, len(rows))
    insert_rows(
        tx,
        predictions,
        _PREDICTION,
        (
            (next(numbers), task, project_id, result, score, version, stamp, stamp)
            for task, result, score, version in rows
        ),
    )


def _is_labelled(row: TaskRow, project: Row[Any]) -> bool:
    """Enough different people have annotated it; skipped ones count where the project ignores skips."""
    every = project.skip_queue == "IGNORE_SKIPPED"
    counted = {a.author for a in row.annotations if every or (not a.was_cancelled and a.result is not None)}
    return len(counted) >= int(project.maximum_annotations)
