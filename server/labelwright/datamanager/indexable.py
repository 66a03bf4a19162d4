"""What can have an index, and which indexes a query can count on."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column as TableColumn
from sqlalchemy import ColumnElement

from labelwright.datamanager import index_queries
from labelwright.datamanager.column import CONTAINS, Scope
from labelwright.datamanager.columns import COLUMNS, resolve
from labelwright.datamanager.fields import PREFIX, data_key, data_value
from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.tasks.tables import tasks

_OF_FIELDS = ("String", "Number", "Boolean", "Native", CONTAINS)


def is_plain(name: str) -> bool:
    """Whether it is a column of the table, and one that has no index anyway."""
    return name in COLUMNS and name != "id" and name in tasks.c and COLUMNS[name].type != "List"


def indexed(scope: Scope, column_id: str, kind: str) -> ColumnElement[Any]:
    """What an index on a column holds. Raises Invalid."""
    if column_id.startswith(PREFIX) and kind in _OF_FIELDS and (scope.sqlite or kind != "Native"):
        key = column_id.removeprefix(PREFIX)
        resolve(column_id, kind)
        return data_value(scope, key, "String") if kind == CONTAINS else data_key(scope, key, kind)
    if is_plain(column_id) and kind == COLUMNS[column_id].type:
        value = COLUMNS[column_id].value(scope)
        if isinstance(value, TableColumn):
            return value
    raise Invalid({"column": [f'There is no index of kind "{kind}" on "{column_id}".']})


def written(tx: Tx, scope: Scope, column_id: str, kind: str) -> str:
    """The same in SQL. Kept: every list compares it with what its indexes were made of. Raises Invalid."""
    key = (tx.dialect.name, scope.project.label_config, column_id, kind)
    known = _written.get(key)
    if known is None:
        if len(_written) >= _MOST_KEPT:
            _written.clear()
        known = _written[key] = index_queries.sql_of(tx, indexed(scope, column_id, kind))
    return known


_MOST_KEPT = 2000
_written: dict[tuple[str, str, str, str], str] = {}


def usable(tx: Tx, scope: Scope) -> Mapping[tuple[str, str], int]:
    """The indexes that are ready and still mean what their columns do."""
    found = {}
    for row in index_queries.ready(tx, scope.project.id):
        if written(tx, scope, row.column_id, row.kind) == row.expression:
            found[row.column_id, row.kind] = row.id
    return found
