"""Which tasks a person may be given, as conditions of SQL.

The conditions start from narrow indexes (open tasks of a project by id, begun ones by annotations, scores of a model version), so finding the next
task never counts or sorts a whole project.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, case, exists, func, literal_column, or_, select
from sqlalchemy.dialects import postgresql

from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.db import Tx
from labelwright.tasks.tables import of_project, task_locks, tasks

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


# The first tasks of an order: what they fulfil (the selection's conditions among it), its parameters, and how many.
Walk = Callable[[Tx, Sequence[ColumnElement[bool]], Mapping[str, Any], int], list[int]]


@dataclass(frozen=True)
class Selection:
    """The tasks a stream runs over, and their order. `walk`: in exactly this order, whatever the project's sampling."""

    conditions: tuple[ColumnElement[bool], ...] = ()
    order: tuple[ColumnElement[Any], ...] = (t.id.asc(),)
    walk: Walk | None = None

    @property
    def as_displayed(self) -> bool:
        return self.walk is not None

    def where(self, condition: ColumnElement[bool]) -> "Selection":
        return replace(self, conditions=(*self.conditions, condition))


# Which project, whose stream, and when: parameters of every select below, so that selects can be built once and kept.
PROJECT = bindparam("stream_project", type_=t.project_id.type)
PERSON = bindparam("stream_person", type_=a.completed_by_id.type)
AT = bindparam("stream_at", type_=k.expire_at.type)
# One task in question, or several in the order they are wanted.
TASK = bindparam("stream_task", type_=t.id.type)
TASKS = bindparam("stream_tasks", type_=postgresql.ARRAY(t.id.type))


@dataclass(frozen=True)
class Rules:
    """What decides which tasks of a project are candidates, beside the selection. Equal rules make the same SQL."""

    skip_queue: str
    evaluates_annotators: bool
    # Reservations that others made ahead of need do not count.
    over_prefetched: bool = False
    # Among the candidates only those for several people, or only the others.
    shared: bool | None = None
    # The task is wanted ahead of need: not one that this person has at hand.
    ahead: bool = False

    @property
    def open(self) -> list[ColumnElement[bool]]:
        """Tasks that still miss annotations."""
        conditions = [of_project(tasks, PROJECT), t.is_labeled.is_(False)]
        return [*conditions, ~self._at_hand()] if self.ahead else conditions

    @property
    def candidates(self) -> list[ColumnElement[bool]]:
        """Open tasks that this person has neither annotated, nor skipped, nor put off."""
        first = [] if self.shared is None else [SHARED if self.shared else t.overlap == 1]
        return [*self.open, *first, ~self.annotated(), ~self._put_off()]

    @property
    def free(self) -> ColumnElement[bool]:
        """Fewer people than the overlap asks for have annotated the task or hold it."""
        others = [k.task_id == t.id, k.user_id != PERSON, k.expire_at > AT]
        if self.over_prefetched:
            others.append(k.prefetched.is_(False))
        held = select(func.count()).where(*others).scalar_subquery()
        # Different people, as for `is_labeled`: else a task that one person annotated twice would be given to nobody.
        people = func.count(func.coalesce(a.completed_by_id, -a.id).distinct())
        done = select(people).where(a.task_id == t.id, *self._takes_a_place()).scalar_subquery()
        # Most open tasks have no annotation, and say so themselves.
        untouched = t.total_annotations + t.cancelled_annotations == literal_column("0")
        free = held + case((untouched, literal_column("0")), else_=done) < t.overlap
        return or_(free, has_ground_truth()) if self.evaluates_annotators else free

    def _takes_a_place(self) -> list[ColumnElement[bool]]:
        """Annotations that use up the overlap. Skips do so or not by the project's skip queue."""
        mine = func.coalesce(a.completed_by_id, 0) == PERSON
        if self.skip_queue == "IGNORE_SKIPPED":
            return [a.ground_truth.is_(False)]
        excluded = and_(a.was_cancelled, mine if self.skip_queue == "REQUEUE_FOR_ME" else ~mine)
        return [a.ground_truth.is_(False), ~excluded, or_(a.result.is_not(None), a.was_cancelled)]

    def annotated(self) -> ColumnElement[bool]:
        return _any(a.task_id == t.id, a.completed_by_id == PERSON)

    def _at_hand(self) -> ColumnElement[bool]:
        return _any(k.task_id == t.id, k.user_id == PERSON, k.expire_at > AT, k.prefetched.is_(False))

    def _put_off(self) -> ColumnElement[bool]:
        return _any(d.task_id == t.id, d.user_id == PERSON, d.was_postponed.is_(True))


def has_ground_truth() -> ColumnElement[bool]:
    return _any(a.task_id == t.id, a.ground_truth.is_(True))


def _any(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """A count: of EXISTS, PostgreSQL may make a join, and read all that a person ever annotated to find one task."""
    return select(func.count()).where(*conditions).scalar_subquery() > literal_column("0")


@dataclass(frozen=True)
class Stream:
    """One person's stream through a project at one moment."""

    project: Row[Any]
    user: int
    at: datetime
    selection: Selection
    rules: Rules

    @property
    def parameters(self) -> dict[str, Any]:
        """What the selects below are executed with."""
        return {PROJECT.key: self.project.id, PERSON.key: self.user, AT.key: self.at}

    @property
    def open(self) -> list[ColumnElement[bool]]:
        """Selected tasks that still miss annotations."""
        return [*self.rules.open, *self.selection.conditions]

    @property
    def candidates(self) -> list[ColumnElement[bool]]:
        return [*self.rules.candidates, *self.selection.conditions]

    # Selects of task ids

    def ids(self, *conditions: ColumnElement[bool], order: Sequence[ColumnElement[Any]], limit: int) -> Select[Any]:
        return select(t.id).where(*self.candidates, *conditions).order_by(*order).limit(limit)

    def free(self, limit: int) -> Select[Any]:
        """Free candidates, by id."""
        if not self.selection.conditions:
            return _free(self.rules, limit)
        return self.ids(self.rules.free, order=(t.id.asc(),), limit=limit)

    def ordered(self, limit: int) -> Select[Any]:
        """Free candidates in the order of the selection."""
        if self.selection.order is Selection.order:
            return self.free(limit)
        return self.ids(self.rules.free, order=self.selection.order, limit=limit)

    def next_free(self) -> Select[Any]:
        """The first free candidate in the order of the selection that nobody else has locked the row of, its row locked. PostgreSQL only."""
        if not self.selection.conditions and self.selection.order is Selection.order:
            return _next_free(self.rules)
        return _passing_by(self.ordered(1))

    def begun(self, limit: int) -> Select[Any]:
        """Free candidates that others began, those with most annotations first."""
        conditions = [BEGUN, self.rules.free]
        if self.rules.evaluates_annotators:
            conditions.append(~has_ground_truth())
        found: Select[Any] = select(t.id, t.total_annotations).where(*self.candidates, *conditions)
        return found.order_by(t.total_annotations.desc()).limit(limit)

    def uncertain(self, limit: int, *, clustered: bool) -> Select[Any]:
        """Free candidates by rising score; with clusters, those of the cluster this person solved least come first."""
        version = self.project.model_version
        of_model = [of_project(predictions, PROJECT), *([p.model_version == version] if version else [])]
        found: Select[Any] = select(t.id).join(predictions, p.task_id == t.id)
        order: list[ColumnElement[Any]] = [p.score.asc().nulls_last(), t.id.asc()]
        if clustered:
            solved = (
                select(p.cluster, func.count(a.task_id.distinct()).label("times"))
                .join(annotations, a.task_id == p.task_id)
                .where(*of_model, a.completed_by_id == PERSON)
                .group_by(p.cluster)
                .subquery()
            )
            found = found.outerjoin(solved, solved.c.cluster == p.cluster)
            order.insert(0, func.coalesce(solved.c.times, 0))
        return found.where(*of_model, *self.candidates, self.rules.free).order_by(*order).limit(limit)

    def clusters(self) -> Select[Any]:
        version = self.project.model_version
        of_model = [of_project(predictions, PROJECT), *([p.model_version == version] if version else [])]
        return select(p.id).where(*of_model, p.cluster.is_not(None)).limit(1)

    def put_off(self, limit: int) -> Select[Any]:
        """Open tasks this person put off, the draft left longest first."""
        own = own_drafts.c
        found: Select[Any] = select(t.id).join(own_drafts, own.task_id == t.id)
        found = found.where(own.user_id == PERSON, own.was_postponed.is_(True))
        return (
            found.where(*self.open, ~self.rules.annotated(), self.rules.free)
            .order_by(own.updated_at, own.id)
            .limit(limit)
        )

    def skipped(self, limit: int) -> Select[Any]:
        """Open tasks this person skipped and has not annotated since, the skip longest ago first."""
        own = own_skips.c
        annotated = exists().where(a.task_id == t.id, a.completed_by_id == PERSON, a.was_cancelled.is_(False))
        found: Select[Any] = select(t.id).join(own_skips, own.task_id == t.id)
        found = found.where(own.completed_by_id == PERSON, own.was_cancelled.is_(True))
        found = found.where(*self.open, ~annotated, self.rules.free).group_by(t.id)
        return found.order_by(func.max(own.updated_at), t.id).limit(limit)

    def still_free(self) -> Select[Any]:
        """The task TASK; empty when somebody took it in the meantime."""
        return _still_free(self.rules)

    def first_free(self) -> Select[Any]:
        """The first of TASKS that is still free and that nobody else has locked the row of, its row locked. PostgreSQL only."""
        return _first_free(self.rules)


# What this person holds in any project, what is at work before what was reserved ahead.
LOCKS: Select[Any] = (
    select(k.task_id, k.unique_id, k.prefetched)
    .where(k.user_id == PERSON, k.expire_at > AT)
    .order_by(k.prefetched, k.task_id)
)


@lru_cache(256)
def _free(rules: Rules, limit: int) -> Select[Any]:
    """Kept: nearly every next task is found by it, and building it takes longer than running it."""
    # Open tasks are all alike in the first word of the order, but with it PostgreSQL takes the index that has them together; it may else walk all that are
    # labelled to the first that is not. A limit that is a parameter is taken for a large one.
    found = select(t.id).where(*rules.candidates, rules.free).order_by(t.is_labeled, t.id)
    return found.limit(literal_column(str(limit)))


@lru_cache(256)
def _next_free(rules: Rules) -> Select[Any]:
    return _passing_by(_free(rules, 1))


@lru_cache(256)
def _still_free(rules: Rules) -> Select[Any]:
    return select(t.id).where(t.id == TASK, t.is_labeled.is_(False), rules.free)


@lru_cache(256)
def _first_free(rules: Rules) -> Select[Any]:
    """Asks for what is free anew: those who took a task since it was proposed have let its row go by now."""
    found = select(t.id).where(t.id == func.any(TASKS), t.is_labeled.is_(False), rules.free)
    return _passing_by(found.order_by(func.array_position(TASKS, t.id)).limit(literal_column("1")))


def _passing_by(found: Select[Any]) -> Select[Any]:
    """Locks the rows it finds; those that somebody has locked are passed over."""
    return found.with_for_update(skip_locked=True, key_share=True)
