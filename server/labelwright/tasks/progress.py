"""How far tasks are: their counters, whether they are labelled, and how many annotations they need.

Everything is computed from what is there by one statement for any number of tasks, so nothing can drift.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Update, and_, bindparam, case, func, select, true, update

from labelwright.annotations.tables import annotations, predictions
from labelwright.comments.tables import comments
from labelwright.db import Tx
from labelwright.projects.tables import projects
from labelwright.tasks.tables import of_project, tasks

_IN_ONE_STATEMENT = 500
a, c, t = annotations.c, comments.c, tasks.c


def recount(tx: Tx, task_ids: Iterable[int], skip_queue: str, at: datetime, user_id: int | None = None) -> None:
    """Bring these tasks up to date after their annotations changed. `user_id` changed them."""
    statement = _recount(skip_queue, somebody=user_id is not None)
    for part in _parts(task_ids):
        tx.execute(statement, {"tasks": part, "at": at, "user": user_id})


@cache
def _recount(skip_queue: str, *, somebody: bool) -> Update:
    """Built once: every submission runs it."""
    touched: dict[str, Any] = {
        "updated_at": bindparam("at"),
        **({"updated_by_id": bindparam("user")} if somebody else {}),
    }
    values = {**_counts(), **_comment_counts(), **_completion(skip_queue), **touched}
    return update(tasks).where(t.id.in_(bindparam("tasks", expanding=True))).values(values)


def recount_comments(tx: Tx, task_id: int) -> None:
    tx.execute(update(tasks).where(t.id == task_id).values(_comment_counts()))


def recount_predictions(tx: Tx, task_ids: Iterable[int], at: datetime) -> None:
    count = select(func.count()).where(predictions.c.task_id == t.id).scalar_subquery()
    for part in _parts(task_ids):
        tx.execute(update(tasks).where(t.id.in_(part)).values(total_predictions=count, updated_at=at))


def redistribute(tx: Tx, project_id: int, had_overlap: int, had_percentage: int) -> None:
    """Give every task the overlap that the project asks for now."""
    project = tx.execute(select(projects).where(projects.c.id == project_id)).one()
    of_project, overlap = t.project_id == project_id, project.maximum_annotations
    if overlap == 1:
        tx.execute(update(tasks).where(of_project, t.overlap != 1).values(overlap=1))
    elif project.overlap_cohort_percentage != had_percentage:
        _draw(tx, project_id, overlap, project.overlap_cohort_percentage)
    elif overlap != had_overlap:
        raised = tx.execute(update(tasks).where(of_project, t.overlap > 1).values(overlap=overlap))
        if not raised.rowcount:
            _draw(tx, project_id, overlap, project.overlap_cohort_percentage)
    tx.execute(update(tasks).where(of_project).values(_completion(project.skip_queue)))


def redraw(tx: Tx, project_id: int) -> None:
    """After tasks came or went: only a share of them is annotated by several people, and the share has changed."""
    project = tx.execute(select(projects).where(projects.c.id == project_id)).one()
    if project.maximum_annotations > 1 and project.overlap_cohort_percentage < 100:
        _draw(tx, project_id, project.maximum_annotations, project.overlap_cohort_percentage)
        tx.execute(update(tasks).where(t.project_id == project_id).values(_completion(project.skip_queue)))


def _draw(tx: Tx, project_id: int, overlap: int, percentage: int) -> None:
    """Choose the cohort: finished tasks first, then those with most annotations, ties at random."""
    mine = of_project(tasks, project_id)
    finished = (
        select(a.task_id, func.count().label("number"))
        .where(of_project(annotations, project_id), a.was_cancelled.is_(False), a.ground_truth.is_(False))
        .group_by(a.task_id)
        .subquery()
    )
    number = func.coalesce(finished.c.number, 0)
    total = tx.execute(select(func.count()).select_from(tasks).where(mine)).scalar_one()
    full = tx.execute(select(func.count()).where(finished.c.number >= overlap)).scalar_one()
    size = max(int(total * percentage / 100 + 0.5), full)
    cohort = select(t.id).outerjoin(finished, finished.c.task_id == t.id).where(mine)
    cohort = cohort.order_by(number.desc(), func.random()).limit(size)
    tx.execute(update(tasks).where(mine, t.overlap != 1).values(overlap=1))
    tx.execute(update(tasks).where(t.id.in_(cohort)).values(overlap=overlap))


def _counts() -> dict[str, Any]:
    def number(*conditions: ColumnElement[bool]) -> Any:
        return select(func.count()).where(a.task_id == t.id, *conditions).scalar_subquery()

    return {
        "total_annotations": number(a.was_cancelled.is_(False)),
        "cancelled_annotations": number(a.was_cancelled.is_(True)),
    }


def _comment_counts() -> dict[str, Any]:
    of_task = c.task_id == t.id
    return {
        "comment_count": select(func.count()).where(of_task).scalar_subquery(),
        "unresolved_comment_count": select(func.count()).where(of_task, c.is_resolved.is_(False)).scalar_subquery(),
        "last_comment_updated_at": select(func.max(c.updated_at)).where(of_task).scalar_subquery(),
    }


def _completion(skip_queue: str) -> dict[str, Any]:
    """Labelled: as many different people as the overlap. Work of an account that was deleted still counts, each annotation as one person's."""
    counted = true() if skip_queue == "IGNORE_SKIPPED" else and_(a.was_cancelled.is_(False), a.result.is_not(None))
    people = func.count(func.coalesce(a.completed_by_id, -a.id).distinct())
    labelled = select(people).where(a.task_id == t.id, counted).scalar_subquery() >= t.overlap
    newest = select(a.created_at).where(a.task_id == t.id).order_by(a.id.desc()).limit(1).scalar_subquery()
    return {"is_labeled": labelled, "completed_at": case((labelled, newest), else_=None)}


def _parts(ids: Iterable[int]) -> Iterable[list[int]]:
    every = sorted(set(ids))
    return (every[start : start + _IN_ONE_STATEMENT] for start in range(0, len(every), _IN_ONE_STATEMENT))
