"""Indexes are tables: the value of a column for each task of a project, kept right by triggers, and sorted, or with an index of the words in it.

Databases' own indexes on the tasks know one row at a time, not what other tables decide; and a text that stands in such a table is found without taking
the JSON of a task apart.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, column, literal_column, select, table
from sqlalchemy.types import TypeEngine

from labelwright.db import Id
from labelwright.tasks.tables import tasks

PREFIX = "task_index_"


def values(index_id: int, kind: TypeEngine[Any], role: str) -> FromClause:
    """`role` tells one use of the table in a statement from others."""
    return table(f"{PREFIX}{index_id}", column("task_id", Id), column("value", kind)).alias(role)


def looked_up(index_id: int, kind: TypeEngine[Any]) -> ColumnElement[Any]:
    """The value of the task at hand."""
    kept = values(index_id, kind, "kept")
    return select(kept.c.value).where(kept.c.task_id == tasks.c.id).scalar_subquery()


def holds(
    index_id: int, kind: TypeEngine[Any], fits: Callable[[ColumnElement[Any]], ColumnElement[bool]]
) -> ColumnElement[bool]:
    """Whether the value of the task at hand fits. No subquery by itself: of many tasks PostgreSQL would search a list that it holds."""
    kept = values(index_id, kind, "held")
    return (
        select(literal_column("1")).select_from(kept).where(kept.c.task_id == tasks.c.id, fits(kept.c.value)).exists()
    )


def select_values(value: ColumnElement[Any]) -> Select[Any]:
    """All rows of such a table."""
    return select(tasks.c.id.label("task_id"), value.label("value"))
