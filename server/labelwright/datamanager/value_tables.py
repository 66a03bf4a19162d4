"""Indexes that are tables: the value of a column for each task of a project, kept right by triggers, and sorted.

On SQLite all sorted indexes are such tables: they are filled part by part, and writers never wait for long. On PostgreSQL those of what other tables decide
are, since its own indexes know one row at a time.
"""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, column, select, table
from sqlalchemy.types import TypeEngine

from labelwright.datamanager.column import Column, Scope
from labelwright.db import Id
from labelwright.tasks.tables import tasks

PREFIX = "task_index_"


def is_table(scope: Scope, indexed: Column) -> bool:
    return scope.sqlite or bool(indexed.sources)


def values(index_id: int, kind: TypeEngine[Any], role: str) -> FromClause:
    """`role` tells one use of the table in a statement from others."""
    return table(f"{PREFIX}{index_id}", column("task_id", Id), column("value", kind)).alias(role)


def looked_up(index_id: int, kind: TypeEngine[Any]) -> ColumnElement[Any]:
    """The value of the task at hand."""
    kept = values(index_id, kind, "kept")
    return select(kept.c.value).where(kept.c.task_id == tasks.c.id).scalar_subquery()


def select_values(value: ColumnElement[Any]) -> Select[Any]:
    """All rows of such a table."""
    return select(tasks.c.id.label("task_id"), value.label("value"))
