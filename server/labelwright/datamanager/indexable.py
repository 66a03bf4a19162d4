"""What can have an index, and which indexes a query can count on."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement

from labelwright.datamanager import index_queries
from labelwright.datamanager.column import CONTAINS, Scope
from labelwright.datamanager.columns import COLUMNS, resolve
from labelwright.datamanager.fields import PREFIX, data_key, data_value
from labelwright.datamanager.value_queries import Decides
from labelwright.datamanager.value_tables import is_table, select_values
from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.tasks.tables import tasks

_OF_FIELDS = ("String", "Number", "Boolean", "Native", CONTAINS)


def can_be_sorted(name: str) -> bool:
    """Whether it is a column that can have an index, and has none anyway."""
    column = COLUMNS.get(name)
    if column is None or name == "id":
        return False
    return bool(column.sources) or (name in tasks.c and column.type != "List" and column.id != "meta")


def indexed(scope: Scope, column_id: str, kind: str) -> ColumnElement[Any]:
    """What an index on a column holds. Raises Invalid."""
    if column_id.startswith(PREFIX) and kind in _OF_FIELDS and (scope.sqlite or kind != "Native"):
        key = column_id.removeprefix(PREFIX)
        resolve(column_id, kind)
        return data_value(scope, key, "String") if kind == CONTAINS else data_key(scope, key, kind)
    if can_be_sorted(column_id) and kind == COLUMNS[column_id].type:
        return COLUMNS[column_id].value(scope)
    raise Invalid({"column": [f'There is no index of kind "{kind}" on "{column_id}".']})


def is_values(scope: Scope, column_id: str, kind: str) -> bool:
    """Whether such an index is a table of values."""
    return kind != CONTAINS and is_table(scope, resolve(column_id, kind))


def decides(column_id: str) -> Decides:
    sources = resolve(column_id, "String").sources
    own = "data" if column_id.startswith(PREFIX) else column_id
    return Decides(None if sources else own, tuple(source.name for source in sources))


def written(tx: Tx, scope: Scope, column_id: str, kind: str) -> str:
    """The same in SQL. Kept: every list compares it with what its indexes were made of. Raises Invalid."""
    key = (tx.dialect.name, scope.project.label_config, scope.project.model_version, column_id, kind)
    known = _written.get(key)
    if known is None:
        if len(_written) >= _MOST_KEPT:
            _written.clear()
        value = indexed(scope, column_id, kind)
        rows = select_values(value) if is_values(scope, column_id, kind) else None
        known = index_queries.sql_of(tx, value) if rows is None else index_queries.sql_of(tx, rows, tables=True)
        _written[key] = known
    return known


_MOST_KEPT = 2000
_written: dict[tuple[str, ...], str] = {}


def usable(tx: Tx, scope: Scope) -> Mapping[tuple[str, str], int]:
    """The indexes that are ready and still mean what their columns do."""
    found = {}
    for row in index_queries.ready(tx, scope.project.id):
        if written(tx, scope, row.column_id, row.kind) == row.expression:
            found[row.column_id, row.kind] = row.id
    return found
