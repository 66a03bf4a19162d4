"""The figures of projects as one would count them by hand, to compare with those that are kept."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Row, select

from labelwright.annotations.tables import annotations
from labelwright.db import Tx
from labelwright.projects import counters
from labelwright.projects.tables import projects
from labelwright.tasks.tables import hidden_tasks, tasks

Shown = dict[int, dict[str, int]]


def shown(tx: Tx, user_id: int) -> Shown:
    """What the server answers, of all projects there are."""
    rows = tx.execute(select(projects.c.id, projects.c.skip_queue).order_by(projects.c.id)).all()
    figures = counters.counters(tx, [row.id for row in rows])
    queues = counters.queues(tx, rows, figures, user_id)
    return {row.id: {**figures[row.id], **queues[row.id]} for row in rows}


def anew(tx: Tx, user_id: int) -> Shown:
    every = tx.execute(select(projects.c.id, projects.c.skip_queue)).all()
    hidden = tx.execute(select(hidden_tasks)).all()

    def seen(project_id: int, task_id: int) -> bool:
        return not any(row.project_id == project_id and row.first_id <= task_id <= row.last_id for row in hidden)

    t, a = tasks.c, annotations.c
    task_rows = tx.execute(
        select(t.id, t.project_id, t.is_labeled, t.total_annotations, t.cancelled_annotations, t.total_predictions)
    )
    work_rows = tx.execute(select(a.task_id, a.project_id, a.completed_by_id, a.was_cancelled, a.ground_truth))
    visible = [row for row in task_rows if seen(row.project_id, row.id)]
    work = [row for row in work_rows if seen(row.project_id, row.task_id)]
    return {row.id: _of_project(row, visible, work, user_id) for row in every}


def _of_project(project: Row[Any], every: list[Row[Any]], work: list[Row[Any]], user_id: int) -> dict[str, int]:
    mine = {row.id: row for row in every if row.project_id == project.id}
    done = [row for row in work if row.project_id == project.id]
    gold = [row for row in done if row.ground_truth]
    own: dict[int, bool] = {}
    for row in done:
        if row.completed_by_id == user_id:
            own[row.task_id] = own.get(row.task_id, True) and row.was_cancelled
    finished = _times(mine.values(), lambda row: row.is_labeled)
    back = sum(own.values()) if project.skip_queue == "REQUEUE_FOR_ME" else 0
    annotated = sum(row.total_annotations for row in mine.values())
    return {
        "task_number": len(mine),
        "finished_task_number": finished,
        "total_predictions_number": sum(row.total_predictions for row in mine.values()),
        "total_annotations_number": annotated,
        "num_tasks_with_annotations": _times(mine.values(), lambda row: row.total_annotations > 0),
        "useful_annotation_number": annotated - _times(gold, lambda row: not row.was_cancelled),
        "ground_truth_number": len(gold),
        "skipped_annotations_number": sum(row.cancelled_annotations for row in mine.values()),
        "queue_total": len(mine) - finished + sum(mine[task_id].is_labeled for task_id in own),
        "queue_done": len(own) - back,
    }


def _times(rows: Any, condition: Callable[[Row[Any]], bool]) -> int:
    return sum(1 for row in rows if condition(row))
