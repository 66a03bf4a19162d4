"""Which tasks a person may be given, as conditions of SQL.

The conditions start from narrow indexes (open tasks of a project by id, begun ones by annotations, scores of a model version), so finding the next
task never counts or sorts a whole project.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, literal_column, or_, select

from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.tasks.tables import task_locks, tasks

a, d, k, p, t = annotations.c, drafts.c, task_locks.c, predictions.c, tasks.c
# The conditions below are subqueries over these tables; where a select joins one of them itself, it does so under another name.
own_drafts, own_skips = drafts.alias("own_drafts"), annotations.alias("own_skips")

# The words of the partial indexes: with a parameter in place of the number SQLite would not use them.
BEGUN = t.total_annotations > literal_column("0")
SHARED = t.overlap > literal_column("1")

# Names of the ways a task was found; clients show them.
TASK_LOCK = "Task lock"
GROUND_TRUTH = "Onboarding ground truth queue"
BREADTH_FIRST = "Breadth first queue"
SEQUENCE = "Sequence queue"
UNIFORM = "Uniform random queue"
UNCERTAINTY = "Active learning or random queue"
DATA_MANAGER = "Data manager queue"
POSTPONED = "Postponed draft queue"
SKIPPED = "Skipped queue"


@dataclass(frozen=True)
class Selection:
    """The tasks a stream runs over, and their order. `as_displayed`: in exactly this order, whatever the project's sampling."""

    conditions: tuple[ColumnElement[bool], ...] = ()
    order: tuple[ColumnElement[Any], ...] = (t.id.asc(),)
    as_displayed: bool = False

    def where(self, condition: ColumnElement[bool]) -> "Selection":
        return replace(self, conditions=(*self.conditions, condition))


@dataclass(frozen=True)
class Stream:
    """One person's stream through a project at one moment."""

    project: Row[Any]
    user: int
    at: datetime
    selection: Selection
    # Reservations that others made ahead of need do not count.
    over_prefetched: bool = False
    # Among the candidates only these (tasks for several people, where those come first).
    first: ColumnElement[bool] | None = None
    # The task is wanted ahead of need: not one that this person has at hand.
    ahead: bool = False

    def last_resort(self) -> "Stream":
        return replace(self, over_prefetched=True)

    @property
    def open(self) -> list[ColumnElement[bool]]:
        """Selected tasks that still miss annotations."""
        conditions = [t.project_id == self.project.id, t.is_labeled.is_(False), *self.selection.conditions]
        return [*conditions, ~self._at_hand()] if self.ahead else conditions

    @property
    def candidates(self) -> list[ColumnElement[bool]]:
        """Open tasks that this person has neither annotated, nor skipped, nor put off."""
        first = [] if self.first is None else [self.first]
        return [*self.open, *first, ~self._annotated(), ~self._put_off()]

    @property
    def free(self) -> ColumnElement[bool]:
        """Fewer people than the overlap asks for have annotated the task or hold it."""
        others = [k.task_id == t.id, k.user_id != self.user, k.expire_at > self.at]
        if self.over_prefetched:
            others.append(k.prefetched.is_(False))
        held = select(func.count()).where(*others).scalar_subquery()
        # Different people, as for `is_labeled`: else a task that one person annotated twice would be given to nobody.
        people = func.count(func.coalesce(a.completed_by_id, -a.id).distinct())
        done = select(people).where(a.task_id == t.id, *self._takes_a_place()).scalar_subquery()
        free = held + done < t.overlap
        return or_(free, self.has_ground_truth) if self.project.annotator_evaluation_enabled else free

    @property
    def has_ground_truth(self) -> ColumnElement[bool]:
        return exists().where(a.task_id == t.id, a.ground_truth.is_(True))

    def _takes_a_place(self) -> list[ColumnElement[bool]]:
        """Annotations that use up the overlap. Skips do so or not by the project's skip queue."""
        mine = func.coalesce(a.completed_by_id, 0) == self.user
        if self.project.skip_queue == "IGNORE_SKIPPED":
            return [a.ground_truth.is_(False)]
        excluded = and_(a.was_cancelled, mine if self.project.skip_queue == "REQUEUE_FOR_ME" else ~mine)
        return [a.ground_truth.is_(False), ~excluded, or_(a.result.is_not(None), a.was_cancelled)]

    def _annotated(self) -> ColumnElement[bool]:
        return exists().where(a.task_id == t.id, a.completed_by_id == self.user)

    def _at_hand(self) -> ColumnElement[bool]:
        return exists().where(k.task_id == t.id, k.user_id == self.user, k.expire_at > self.at, k.prefetched.is_(False))

    def _put_off(self) -> ColumnElement[bool]:
        return exists().where(d.task_id == t.id, d.user_id == self.user, d.was_postponed.is_(True))

    # Selects of task ids

    def ids(self, *conditions: ColumnElement[bool], order: Sequence[ColumnElement[Any]], limit: int) -> Select[Any]:
        return select(t.id).where(*self.candidates, *conditions).order_by(*order).limit(limit)

    def locks(self) -> Select[Any]:
        """What this person holds in any project, what is at work before what was reserved ahead."""
        found: Select[Any] = select(k.task_id, k.unique_id, k.prefetched)
        return found.where(k.user_id == self.user, k.expire_at > self.at).order_by(k.prefetched, k.task_id)

    def begun(self, limit: int) -> Select[Any]:
        """Free candidates that others began, those with most annotations first."""
        conditions = [BEGUN, self.free]
        if self.project.annotator_evaluation_enabled:
            conditions.append(~self.has_ground_truth)
        found: Select[Any] = select(t.id, t.total_annotations).where(*self.candidates, *conditions)
        return found.order_by(t.total_annotations.desc()).limit(limit)

    def uncertain(self, limit: int, *, clustered: bool) -> Select[Any]:
        """Free candidates by rising score; with clusters, those of the cluster this person solved least come first."""
        version = self.project.model_version
        of_model = [p.project_id == self.project.id, *([p.model_version == version] if version else [])]
        found: Select[Any] = select(t.id).join(predictions, p.task_id == t.id)
        order: list[ColumnElement[Any]] = [p.score.asc().nulls_last(), t.id.asc()]
        if clustered:
            solved = (
                select(p.cluster, func.count(a.task_id.distinct()).label("times"))
                .join(annotations, a.task_id == p.task_id)
                .where(*of_model, a.completed_by_id == self.user)
                .group_by(p.cluster)
                .subquery()
            )
            found = found.outerjoin(solved, solved.c.cluster == p.cluster)
            order.insert(0, func.coalesce(solved.c.times, 0))
        return found.where(*of_model, *self.candidates, self.free).order_by(*order).limit(limit)

    def clusters(self) -> Select[Any]:
        version = self.project.model_version
        of_model = [p.project_id == self.project.id, *([p.model_version == version] if version else [])]
        return select(p.id).where(*of_model, p.cluster.is_not(None)).limit(1)

    def put_off(self, limit: int) -> Select[Any]:
        """Open tasks this person put off, the draft left longest first."""
        own = own_drafts.c
        found: Select[Any] = select(t.id).join(own_drafts, own.task_id == t.id)
        found = found.where(own.user_id == self.user, own.was_postponed.is_(True))
        return found.where(*self.open, ~self._annotated(), self.free).order_by(own.updated_at, own.id).limit(limit)

    def skipped(self, limit: int) -> Select[Any]:
        """Open tasks this person skipped and has not annotated since, the skip longest ago first."""
        own = own_skips.c
        annotated = exists().where(a.task_id == t.id, a.completed_by_id == self.user, a.was_cancelled.is_(False))
        found: Select[Any] = select(t.id).join(own_skips, own.task_id == t.id)
        found = found.where(own.completed_by_id == self.user, own.was_cancelled.is_(True))
        found = found.where(*self.open, ~annotated, self.free).group_by(t.id)
        return found.order_by(func.max(own.updated_at), t.id).limit(limit)

    def still_free(self, task_id: int) -> Select[Any]:
        """Empty when somebody took the task in the meantime."""
        return select(t.id).where(t.id == task_id, t.is_labeled.is_(False), self.free)
