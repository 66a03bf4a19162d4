"""Tasks together with the work on them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.annotations import prediction_queries, queries, shapes
from labelwright.db import Tx
from labelwright.errors import NotFound
from labelwright.results import Distribution, distributions
from labelwright.tasks import queries as task_queries
from labelwright.tasks import service as tasks


class Agreement(msgspec.Struct):
    """What the annotations of a task that are not skips say, by control."""

    total_annotations: int
    distributions: dict[str, Distribution]


Shapes = dict[int, list[dict[str, Any]]]


def annotations_of(tx: Tx, task_ids: Sequence[int]) -> Shapes:
    """All annotations of some tasks, by task."""
    found: Shapes = defaultdict(list)
    for row in queries.of_tasks(tx, task_ids) if task_ids else ():
        found[row.task_id].append(shapes.annotation(row))
    return found


def predictions_of(tx: Tx, task_ids: Sequence[int], model_version: str | None = None) -> Shapes:
    found: Shapes = defaultdict(list)
    for row in prediction_queries.of_tasks(tx, task_ids, model_version) if task_ids else ():
        found[row.task_id].append(shapes.prediction(row))
    return found


def drafts_of(tx: Tx, caller: Caller, task_ids: Sequence[int]) -> Shapes:
    """The caller's own."""
    found: Shapes = defaultdict(list)
    for row in queries.drafts_of(tx, task_ids, caller.id) if task_ids else ():
        found[row.task_id].append(shapes.draft(row))
    return found


def simple_with_work(tx: Tx, rows: Sequence[Row[Any]]) -> list[dict[str, Any]]:
    """Short forms of tasks with all their annotations and predictions."""
    ids = [row.id for row in rows]
    annotations, predictions = annotations_of(tx, ids), predictions_of(tx, ids)
    authors = tasks.comment_authors(tx, rows)
    return [
        {
            **tasks.simple(row, authors[row.id]),
            "annotations": annotations.get(row.id, []),
            "predictions": predictions.get(row.id, []),
        }
        for row in rows
    ]


def show(tx: Tx, task_id: int) -> dict[str, Any]:
    return simple_with_work(tx, [tasks.get(tx, task_id)])[0]


def listed(tx: Tx, project_id: int, offset: int, limit: int | None) -> list[dict[str, Any]]:
    """A page of a project's tasks, last changed first. Raises NotFound for an empty page, which ends a client's loop."""
    rows = task_queries.newest_changed(tx, project_id, offset, limit)
    if not rows:
        raise NotFound
    return simple_with_work(tx, rows)


def agreement(tx: Tx, task_id: int) -> Agreement:
    results = [row.result for row in queries.of_task(tx, task_id, cancelled=False)]
    return Agreement(
        len(results), distributions(None if text is None else msgspec.json.decode(text) for text in results)
    )
