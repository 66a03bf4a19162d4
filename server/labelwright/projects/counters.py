"""The figures of projects: a few statements for a whole page of them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, case, func, not_, select

from labelwright.annotations.tables import annotations
from labelwright.db import Tx
from labelwright.projects.tables import projects
from labelwright.tasks.tables import hidden_tasks, tasks

OF_TASKS = frozenset(
    {
        "task_number",
        "finished_task_number",
        "total_annotations_number",
        "total_predictions_number",
        "num_tasks_with_annotations",
        "skipped_annotations_number",
        "useful_annotation_number",
    }
)
OF_GROUND_TRUTH = frozenset({"useful_annotation_number", "ground_truth_number"})
COUNTERS = (
    "task_number",
    "finished_task_number",
    "total_predictions_number",
    "total_annotations_number",
    "num_tasks_with_annotations",
    "useful_annotation_number",
    "ground_truth_number",
    "skipped_annotations_number",
)
OF_QUEUE = frozenset({"queue_total", "queue_done"})

Figures = dict[int, dict[str, int]]


def counters(tx: Tx, ids: Sequence[int], wanted: Collection[str] = COUNTERS) -> Figures:
    """The wanted ones of `COUNTERS`, by project; others may come along."""
    figures: Figures = {number: dict.fromkeys(COUNTERS, 0) for number in ids}
    seen = _Visible(tx, ids)
    if OF_TASKS & set(wanted):
        for row in tx.execute(_of_tasks(seen)):
            figures[row.project_id].update(row._mapping)
    if OF_GROUND_TRUTH & set(wanted):
        for row in tx.execute(_of_ground_truth(seen)):
            figures[row.project_id]["ground_truth_number"] = row.gold
            figures[row.project_id]["useful_annotation_number"] -= row.gold_not_cancelled
    return figures


def of_one(tx: Tx, project_id: int) -> dict[str, int]:
    return counters(tx, [project_id])[project_id]


class _Visible:
    """The rows of several projects that may be seen, as `of_project` is for one."""

    def __init__(self, tx: Tx, ids: Sequence[int]) -> None:
        self._ids = ids
        self._hidden = tx.execute(select(hidden_tasks).where(hidden_tasks.c.project_id.in_(ids))).all()

    def of(self, table: Table) -> ColumnElement[bool]:
        project, task = table.c.project_id, table.c.id if table is tasks else table.c.task_id
        hidden = [and_(project == row.project_id, task.between(row.first_id, row.last_id)) for row in self._hidden]
        return and_(project.in_(self._ids), *(not_(some) for some in hidden))


def _of_tasks(seen: _Visible) -> Select[Any]:
    t = tasks.c
    total = func.coalesce(func.sum(t.total_annotations), 0)
    return (
        select(
            t.project_id,
            func.count().label("task_number"),
            func.sum(case((t.is_labeled, 1), else_=0)).label("finished_task_number"),
            total.label("total_annotations_number"),
            total.label("useful_annotation_number"),
            func.sum(t.total_predictions).label("total_predictions_number"),
            func.sum(case((t.total_annotations > 0, 1), else_=0)).label("num_tasks_with_annotations"),
            func.sum(t.cancelled_annotations).label("skipped_annotations_number"),
        )
        .where(seen.of(tasks))
        .group_by(t.project_id)
    )


def _of_ground_truth(seen: _Visible) -> Select[Any]:
    a = annotations.c
    return (
        select(
            a.project_id,
            func.count().label("gold"),
            func.sum(case((a.was_cancelled, 0), else_=1)).label("gold_not_cancelled"),
        )
        .where(seen.of(annotations), a.ground_truth.is_(True))
        .group_by(a.project_id)
    )


def queues(tx: Tx, ids: Sequence[int], user_id: int) -> Figures:
    """`queue_total` (open to this person, or done by them) and `queue_done`."""
    a, t, visible = annotations.c, tasks.c, _Visible(tx, ids)
    seen = (
        select(a.project_id, a.task_id, func.min(case((a.was_cancelled, 1), else_=0)).label("only_skipped"))
        .where(visible.of(annotations), a.completed_by_id == user_id)
        .group_by(a.project_id, a.task_id)
        .subquery()
    )
    back = and_(seen.c.only_skipped == 1, projects.c.skip_queue == "REQUEUE_FOR_ME")
    mine = (
        select(
            seen.c.project_id,
            func.sum(case((t.is_labeled, 1), else_=0)).label("labelled"),
            func.sum(case((back, 0), else_=1)).label("done"),
        )
        .select_from(seen.join(tasks, t.id == seen.c.task_id).join(projects, projects.c.id == seen.c.project_id))
        .group_by(seen.c.project_id)
    )
    unlabelled = select(t.project_id, func.count()).where(visible.of(tasks), t.is_labeled.is_(False))
    unlabelled = unlabelled.group_by(t.project_id)
    # Open tasks are counted whether this person has seen them or not; those of theirs that are labelled come on top.
    open_tasks: defaultdict[int, int] = defaultdict(int, (tuple(row) for row in tx.execute(unlabelled)))
    figures: Figures = {number: {"queue_total": open_tasks[number], "queue_done": 0} for number in ids}
    for row in tx.execute(mine):
        figures[row.project_id]["queue_total"] += row.labelled
        figures[row.project_id]["queue_done"] = row.done
    return figures
