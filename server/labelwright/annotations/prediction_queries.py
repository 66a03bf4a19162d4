"""Reads and writes of predictions."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update

from labelwright.access import Home
from labelwright.annotations.tables import predictions
from labelwright.db import Tx, one_of, raw
from labelwright.projects.tables import projects
from labelwright.tasks.tables import of_project

_COLUMNS = tuple(raw(c).label(c.key) if c.key in ("result", "neighbors") else c for c in predictions.c)


def home_of_prediction(tx: Tx, prediction_id: int) -> Home | None:
    found: Select[Any] = (
        select(projects.c.organization_id, projects.c.id)
        .join(predictions, predictions.c.project_id == projects.c.id)
        .where(predictions.c.id == prediction_id)
    )
    row = tx.execute(found).one_or_none()
    return None if row is None else Home(row.organization_id, row.id)


def shown() -> Select[Any]:
    return select(*_COLUMNS).order_by(predictions.c.id)


def by_id(tx: Tx, prediction_id: int) -> Row[Any] | None:
    return tx.execute(shown().where(predictions.c.id == prediction_id)).one_or_none()


def listed(tx: Tx, organization_id: int, *, task: int | None, project: int | None) -> Sequence[Row[Any]]:
    found = shown().join(projects, projects.c.id == predictions.c.project_id)
    found = found.where(projects.c.organization_id == organization_id)
    if task is not None:
        found = found.where(predictions.c.task_id == task)
    if project is not None:
        found = found.where(of_project(predictions, project))
    return tx.execute(found).all()


def of_tasks(tx: Tx, task_ids: Sequence[int], model_version: str | None = None) -> Sequence[Row[Any]]:
    found = shown().where(one_of(predictions.c.task_id, task_ids))
    if model_version is not None:
        found = found.where(predictions.c.model_version == model_version)
    return tx.execute(found).all()


def add(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(predictions).values(**values).returning(predictions.c.id)).scalar_one())


def change(tx: Tx, prediction_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(predictions).where(predictions.c.id == prediction_id).values(**values))


def remove(tx: Tx, prediction_id: int) -> None:
    tx.execute(delete(predictions).where(predictions.c.id == prediction_id))


def task_ids_of_version(tx: Tx, project_id: int, version: str) -> Sequence[int]:
    found = select(predictions.c.task_id).where(
        of_project(predictions, project_id), predictions.c.model_version == version
    )
    return tx.execute(found.distinct()).scalars().all()


def remove_version(tx: Tx, project_id: int, version: str) -> int:
    found = delete(predictions).where(of_project(predictions, project_id), predictions.c.model_version == version)
    return tx.execute(found).rowcount
