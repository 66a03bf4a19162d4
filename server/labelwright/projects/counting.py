"""How the figures of projects are counted: in ranges of tasks, from the rows themselves. What is kept was counted by the same statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, case, func, select

from labelwright.annotations.tables import annotations
from labelwright.db import Tx
from labelwright.projects.tables import BLOCK_BITS
from labelwright.tasks.tables import tasks

a, t = annotations.c, tasks.c


@dataclass(frozen=True, slots=True)
class Range:
    """Task ids of a project, both ends included."""

    project_id: int
    first: int
    last: int

    @classmethod
    def of_block(cls, project_id: int, block: int) -> "Range":
        return cls(project_id, block << BLOCK_BITS, (block + 1 << BLOCK_BITS) - 1)

    @property
    def parameters(self) -> dict[str, int]:
        return {"project": self.project_id, "first": self.first, "last": self.last}


def figures(tx: Tx, within: Range) -> dict[str, int]:
    """The columns of `counted_blocks` but for which block it is."""
    [counted], [gold] = tx.execute(_FIGURES, within.parameters), tx.execute(_GROUND_TRUTH, within.parameters)
    return {**counted._mapping, **gold._mapping}


def people(tx: Tx, within: Range) -> Sequence[Row[Any]]:
    """The columns of `counted_people` but for the block, of everybody who annotated there."""
    return tx.execute(_PEOPLE, within.parameters).all()


def person(tx: Tx, within: Range, user_id: int) -> dict[str, int]:
    """The same of one person."""
    [counted] = tx.execute(_PERSON, {**within.parameters, "user": user_id})
    return dict(counted._mapping)


def _total(value: Any) -> Any:
    return func.coalesce(func.sum(value), 0)


def _times(condition: ColumnElement[bool]) -> Any:
    return _total(case((condition, 1), else_=0))


def _within(project: ColumnElement[int], task: ColumnElement[int]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return project == bindparam("project"), task.between(bindparam("first"), bindparam("last"))


# Both values, so that the range is found in an index that holds all these columns.
_OF_TASKS = (*_within(t.project_id, t.id), t.is_labeled.in_((False, True)))
_FIGURES: Select[Any] = select(
    func.count().label("task_number"),
    _times(t.is_labeled).label("finished_task_number"),
    _total(t.total_annotations).label("total_annotations_number"),
    _total(t.total_predictions).label("total_predictions_number"),
    _times(t.total_annotations > 0).label("num_tasks_with_annotations"),
    _total(t.cancelled_annotations).label("skipped_annotations_number"),
).where(*_OF_TASKS)
_GROUND_TRUTH: Select[Any] = select(
    func.count().label("ground_truth_number"),
    _times(a.was_cancelled.is_(False)).label("useful_ground_truth_number"),
).where(*_within(a.project_id, a.task_id), a.ground_truth.is_(True))

_only_skips = func.min(case((a.was_cancelled, 1), else_=0))
_seen_by_all = (
    select(a.completed_by_id.label("user_id"), t.id, t.is_labeled, _only_skips.label("only_skips"))
    .join(tasks, t.id == a.task_id)
    .where(*_OF_TASKS, a.completed_by_id.is_not(None))
    .group_by(a.completed_by_id, t.id, t.is_labeled)
    .subquery()
)
_seen_by_one = (
    select(a.task_id, _only_skips.label("only_skips"))
    .where(*_within(a.project_id, a.task_id), a.completed_by_id == bindparam("user"))
    .group_by(a.task_id)
    .subquery()
)


def _columns(labelled: ColumnElement[bool], only_skips: ColumnElement[int]) -> list[ColumnElement[Any]]:
    return [
        func.count().label("tasks_seen"),
        _times(labelled).label("tasks_finished"),
        _total(only_skips).label("tasks_skipped"),
    ]


_PEOPLE: Select[Any] = select(
    _seen_by_all.c.user_id, *_columns(_seen_by_all.c.is_labeled, _seen_by_all.c.only_skips)
).group_by(_seen_by_all.c.user_id)
_PERSON: Select[Any] = select(*_columns(t.is_labeled, _seen_by_one.c.only_skips)).join_from(
    _seen_by_one, tasks, t.id == _seen_by_one.c.task_id
)
