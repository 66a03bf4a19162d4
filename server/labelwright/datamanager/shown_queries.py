"""What a page shows of its tasks: a statement each for them, for their annotations and for their predictions."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, cast, exists, func, select

from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.datamanager.columns import mean_score
from labelwright.db import Tx, one_of, raw
from labelwright.tasks.queries import COLUMNS
from labelwright.tasks.tables import file_uploads, tasks

RESULTS_SHOWN = 500
a, p = annotations.c, predictions.c


def rows(tx: Tx, project: Row[Any], ids: Sequence[int]) -> dict[int, Row[Any]]:
    """`tasks.queries.COLUMNS` of the tasks, then `score`, `file` and `has_draft`."""
    version = project.model_version
    found = tx.execute(_tasks(of_version=bool(version)), {"ids": ids, "version": version} if version else {"ids": ids})
    return {row[0]: row for row in found}


@cache
def _tasks(*, of_version: bool) -> Select[Any]:
    score = mean_score(bindparam("version") if of_version else None).label("score")
    file = select(file_uploads.c.file).where(file_uploads.c.id == tasks.c.file_upload_id).scalar_subquery()
    has_draft = exists().where(drafts.c.task_id == tasks.c.id)
    found: Select[Any] = select(*COLUMNS, score, file.label("file"), has_draft.label("has_draft"))
    return found.where(one_of(tasks.c.id, "ids"))


def annotations_of(tx: Tx, ids: Sequence[int], *, results: bool) -> Sequence[Row[Any]]:
    """`task_id, id, completed_by_id, lead_time` of the annotations of some tasks, by id, and `start` of their results."""
    return tx.execute(_annotations(results=results), {"ids": ids}).all()


@cache
def _annotations(*, results: bool) -> Select[Any]:
    found: Select[Any] = select(a.task_id, a.id, a.completed_by_id, a.lead_time, *_start(annotations, wanted=results))
    return found.where(one_of(a.task_id, "ids")).order_by(a.id)


def predictions_of(tx: Tx, ids: Sequence[int], *, results: bool) -> Sequence[Row[Any]]:
    """`task_id, model_version` of the predictions of some tasks, by id, and `start` of their results."""
    return tx.execute(_predictions(results=results), {"ids": ids}).all()


@cache
def _predictions(*, results: bool) -> Select[Any]:
    found: Select[Any] = select(p.task_id, p.model_version, *_start(predictions, wanted=results))
    return found.where(one_of(p.task_id, "ids")).order_by(p.id)


def _start(table: Any, *, wanted: bool) -> tuple[Any, ...]:
    """As many characters as are shown, quotation marks not counted."""
    return (func.substr(cast(table.c.result, String), 1, RESULTS_SHOWN * 2).label("start"),) if wanted else ()


def results(tx: Tx, ids: Sequence[int], of: str) -> Iterator[Row[Any]]:
    """The whole results of `annotations` or `predictions`, not decoded."""
    table = annotations if of == "annotations" else predictions
    found: Select[Any] = select(table.c.task_id, raw(table.c.result).label("result"))
    return iter(tx.execute(found.where(one_of(table.c.task_id, ids), table.c.result.is_not(None))))
