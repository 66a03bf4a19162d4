"""Reads and writes of projects."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, delete, func, insert, literal, select, update

from labelwright.access import Home
from labelwright.accounts.tables import users
from labelwright.annotations.tables import annotations, predictions
from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.projects.tables import projects, stream_history, views
from labelwright.tasks.tables import of_project, tasks

# What a list may be ordered by.
SORTABLE = frozenset(projects.c.keys()) - {"label_config", "control_weights", "task_data_login", "task_data_password"}


_HOME = select(projects.c.organization_id).where(projects.c.id == bindparam("id"))
_BY_ID = select(projects).where(projects.c.id == bindparam("id"))


def home_of_project(tx: Tx, project_id: int) -> Home | None:
    found = tx.execute(_HOME, {"id": project_id}).scalar_one_or_none()
    return None if found is None else Home(found, project_id)


def by_id(tx: Tx, project_id: int) -> Row[Any] | None:
    return tx.execute(_BY_ID, {"id": project_id}).one_or_none()


def locked(tx: Tx, project_id: int) -> Row[Any] | None:
    """The project, kept from changing until the transaction ends."""
    return tx.execute(select(projects).where(projects.c.id == project_id).with_for_update(key_share=True)).one_or_none()


def add(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(projects).values(**values).returning(projects.c.id)).scalar_one())


def change(tx: Tx, project_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(projects).where(projects.c.id == project_id).values(**values))


def remove(tx: Tx, project_id: int) -> None:
    tx.execute(delete(projects).where(projects.c.id == project_id))


def copy_views(tx: Tx, source: int, target: int, user_id: int) -> None:
    v = views.c
    these = select(literal(target), literal(user_id), v.data, v.order).where(v.project_id == source).order_by(v.id)
    tx.execute(insert(views).from_select([v.project_id, v.user_id, v.data, v.order], these))


class Wanted:
    """Which projects a list is of."""

    def __init__(
        self,
        organization_id: int,
        *,
        ids: Sequence[int] | None = None,
        title: str | None = None,
        pinned: bool | None = None,
    ) -> None:
        self.conditions: list[ColumnElement[bool]] = [projects.c.organization_id == organization_id]
        if ids is not None:
            self.conditions.append(projects.c.id.in_(ids))
        if title:
            self.conditions.append(projects.c.title.icontains(title, autoescape=True))
        if pinned is not None:
            self.conditions.append(projects.c.pinned_at.is_not(None) if pinned else projects.c.pinned_at.is_(None))


def count(tx: Tx, wanted: Wanted) -> int:
    return int(tx.execute(select(func.count()).select_from(projects).where(*wanted.conditions)).scalar_one())


def page(tx: Tx, wanted: Wanted, ordering: str | None, offset: int, limit: int) -> Sequence[Row[Any]]:
    found = select(projects).where(*wanted.conditions).order_by(*_order(ordering)).offset(offset).limit(limit)
    return tx.execute(found).all()


def _order(ordering: str | None) -> list[ColumnElement[Any]]:
    if not ordering:
        return [projects.c.pinned_at.desc().nulls_last(), projects.c.created_at.desc(), projects.c.id.desc()]
    terms: list[ColumnElement[Any]] = []
    for name in ordering.split(","):
        key = name.strip().removeprefix("-")
        if key not in SORTABLE:
            raise Invalid({"ordering": [f'Projects cannot be ordered by "{key}".']})
        column = projects.c[key]
        terms.append(column.desc().nulls_last() if name.strip().startswith("-") else column.asc().nulls_last())
    return [*terms, projects.c.id]


def annotators(tx: Tx, project_id: int) -> Sequence[Row[Any]]:
    wrote = select(annotations.c.completed_by_id).where(of_project(annotations, project_id))
    return tx.execute(select(users).where(users.c.id.in_(wrote)).order_by(users.c.id)).all()


def model_versions(tx: Tx, project_id: int, limit: int | None = None) -> Sequence[Row[Any]]:
    """`model_version, times, latest`, newest first."""
    p = predictions.c
    # By id: an index has those, and `created_at` only of each version's newest one needs to be read.
    each = (
        select(p.model_version, func.count().label("times"), func.max(p.id).label("newest"))
        .where(of_project(predictions, project_id))
        .group_by(p.model_version)
        .subquery()
    )
    found: Select[Any] = (
        select(each.c.model_version, each.c.times, p.created_at.label("latest"))
        .join(predictions, p.id == each.c.newest)
        .order_by(p.created_at.desc(), each.c.model_version)
    )
    return tx.execute(found.limit(limit) if limit else found).all()


def model_version_names(tx: Tx, project_id: int) -> list[str]:
    """In alphabetical order. They jump from one to the next in an index: counting a million predictions to know of three versions takes a second."""
    version = predictions.c.model_version
    smallest = select(func.min(version).label("name")).where(predictions.c.project_id == project_id)
    known = smallest.cte("known", recursive=True)
    following = smallest.where(version > known.c.name).correlate(known).scalar_subquery()
    known = known.union_all(select(following).where(known.c.name.is_not(None)))
    seen = select(predictions.c.id).where(of_project(predictions, project_id), version == known.c.name).exists()
    return list(tx.execute(select(known.c.name).where(known.c.name.is_not(None), seen)).scalars())


def has_model_version(tx: Tx, project_id: int, version: str) -> bool:
    found = select(predictions.c.id).where(of_project(predictions, project_id), predictions.c.model_version == version)
    return tx.execute(found.limit(1)).first() is not None


def stream(tx: Tx, project_id: int, user_id: int, limit: int) -> Sequence[Row[Any]]:
    """The end of a person's way through the label stream, oldest first; what was deleted since is left out."""
    found: Select[Any] = (
        select(stream_history.c.task_id, annotations.c.id.label("annotation_id"))
        .join(tasks, tasks.c.id == stream_history.c.task_id)
        .outerjoin(annotations, annotations.c.id == stream_history.c.annotation_id)
        .where(stream_history.c.project_id == project_id, stream_history.c.user_id == user_id)
        .order_by(stream_history.c.id.desc())
        .limit(limit)
    )
    return tx.execute(found).all()[::-1]


def titled(tx: Tx, organization_id: int, title: str) -> bool:
    """Whether the organisation has a project of this title."""
    found = select(projects.c.id).where(projects.c.organization_id == organization_id, projects.c.title == title)
    return tx.execute(found.limit(1)).first() is not None
