"""Writing checked tasks in the caller's transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from labelwright.annotations.tables import annotations, predictions
from labelwright.db import Tx
from labelwright.imports.bulk import insert_rows, moment, take_ids
from labelwright.imports.rows import AnnotationRow, PredictionRow, TaskRow
from labelwright.tasks.tables import tasks


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
    stamp, number = moment(tx, at), len(rows)
    labelled = _labelled(rows, project)
    cancelled = [sum(a.was_cancelled for a in row.annotations) if row.annotations else 0 for row in rows]
    insert_rows(
        tx,
        tasks,
        {
            "id": ids,
            "project_id": [project.id] * number,
            "inner_id": range(inner + 1, inner + 1 + number),
            "data": [row.data for row in rows],
            "meta": [row.meta for row in rows],
            "created_at": [stamp] * number,
            "updated_at": [stamp] * number,
            "updated_by_id": [user_id] * number,
            "file_upload_id": [None if row.file is None else files[row.file] for row in rows],
            "overlap": [project.maximum_annotations] * number,
            "allow_skip": [row.allow_skip for row in rows],
            "is_labeled": labelled,
            "completed_at": [stamp if done else None for done in labelled],
            "total_annotations": [len(row.annotations) - skips for row, skips in zip(rows, cancelled, strict=True)],
            "cancelled_annotations": cancelled,
            "total_predictions": [len(row.predictions) for row in rows],
        },
    )
    _write_annotations(
        tx, project.id, user_id, [(i, a) for i, row in zip(ids, rows, strict=True) for a in row.annotations], at
    )
    write_predictions(tx, project.id, [(i, p) for i, row in zip(ids, rows, strict=True) for p in row.predictions], at)


def _write_annotations(
    tx: Tx, project_id: int, user_id: int, rows: Sequence[tuple[int, AnnotationRow]], at: datetime
) -> None:
    if not rows:
        return
    stamp, number, made = moment(tx, at), len(rows), [row for _, row in rows]
    insert_rows(
        tx,
        annotations,
        {
            "id": list(take_ids(tx, annotations, number)),
            "task_id": [task_id for task_id, _ in rows],
            "project_id": [project_id] * number,
            "completed_by_id": [row.author for row in made],
            "updated_by_id": [user_id] * number,
            "tally": [row.tally for row in made],
            "result": [row.result for row in made],
            "result_count": [row.result_count for row in made],
            "was_cancelled": [row.was_cancelled for row in made],
            "ground_truth": [row.ground_truth for row in made],
            "lead_time": [row.lead_time for row in made],
            "created_at": [stamp] * number,
            "updated_at": [stamp] * number,
            "import_id": [row.import_id for row in made],
        },
    )


def write_predictions(tx: Tx, project_id: int, rows: Sequence[tuple[int, PredictionRow]], at: datetime) -> None:
    """Predictions, each with the task that it is of."""
    if not rows:
        return
    stamp, number = moment(tx, at), len(rows)
    insert_rows(
        tx,
        predictions,
        {
            "id": list(take_ids(tx, predictions, number)),
            "task_id": [task_id for task_id, _ in rows],
            "project_id": [project_id] * number,
            "result": [row.result for _, row in rows],
            "score": [row.score for _, row in rows],
            "model_version": [row.model_version for _, row in rows],
            "created_at": [stamp] * number,
            "updated_at": [stamp] * number,
        },
    )


def _labelled(rows: Sequence[TaskRow], project: Row[Any]) -> list[bool]:
    """Whether enough different people have annotated each; skipped ones count where the project ignores skips."""
    every, wanted = project.skip_queue == "IGNORE_SKIPPED", int(project.maximum_annotations)

    def people(row: TaskRow) -> set[int]:
        return {a.author for a in row.annotations if every or (not a.was_cancelled and a.result is not None)}

    nobody = wanted <= 0
    return [len(people(row)) >= wanted if row.annotations else nobody for row in rows]
