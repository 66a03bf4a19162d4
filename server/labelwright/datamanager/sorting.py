"""What tasks are sorted on."""

from typing import Any

from sqlalchemy import ColumnElement

from labelwright.datamanager.column import Scope, by_code_point
from labelwright.datamanager.columns import resolve
from labelwright.datamanager.fields import PREFIX, data_value
from labelwright.queue.candidates import Selection
from labelwright.tasks.tables import tasks

_TASKS = "tasks:"


def bare(name: str) -> str:
    """The column's id."""
    return name.removeprefix(_TASKS)


def order(keys: list[str], scope: Scope, number_columns: tuple[str, ...]) -> tuple[ColumnElement[Any], ...]:
    """The first key decides, the next ones where it is the same. Missing values come last either way, equal ones by id."""
    if not keys:
        return Selection.order
    terms: list[ColumnElement[Any]] = []
    for written in keys:
        # The minus stands before or behind the prefix.
        descending = written.startswith(("-", f"{_TASKS}-"))
        name = bare(written.replace("-", "", 1) if descending else written)
        value = _value(name, scope, as_number=name in number_columns)
        directed = value.desc() if descending else value.asc()
        if name == "id":
            return (*terms, directed)
        terms.append(directed.nulls_last())
    return (*terms, tasks.c.id.asc())


def _value(name: str, scope: Scope, *, as_number: bool) -> ColumnElement[Any]:
    """Fields of the data by their own values on SQLite, as text on PostgreSQL, unless they are shown as numbers."""
    column = resolve(name, "String")
    if name.startswith(PREFIX):
        kind = "Number" if as_number else "Native" if scope.sqlite else "String"
        return by_code_point(scope, kind, data_value(scope, name.removeprefix(PREFIX), kind))
    return by_code_point(scope, column.type, column.value(scope))
