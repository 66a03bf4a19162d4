"""What can have an index, and which indexes a query can count on."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement

from labelwright.datamanager import index_queries
from labelwright.datamanager.column import CONTAINS, Scope, lowered
from labelwright.datamanager.columns import COLUMNS, resolve
from labelwright.datamanager.fields import PREFIX, data_key, data_value
from labelwright.datamanager.value_queries import Decides
from labelwright.datamanager.value_tables import select_values
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


def looks_further(name: str) -> bool:
    """Whether its values are inside JSON or in rows of other tables."""
    return name.startswith(PREFIX) or bool(COLUMNS[name].sources)


def indexed(scope: Scope, column_id: str, kind: str) -> ColumnElement[Any]:
    """What an index on a column holds. Raises Invalid."""
    if column_id.startswith(PREFIX) and kind in _OF_FIELDS and (scope.sqlite or kind != "Native"):
        key = column_id.removeprefix(PREFIX)
        resolve(column_id, kind)
        return lowered(scope, data_value(scope, key, "String")) if kind == CONTAINS else data_key(scope, key, kind)
    if can_be_sorted(column_id) and kind == COLUMNS[column_id].type:
        return COLUMNS[column_id].value(scope)
    raise Invalid({"column": [f'There is no index of kind "{kind}" on "{column_id}".']})


def decides(column_id: str) -> Decides:
    sources = resolve(column_id, "String").sources
    own = "data" if column_id.startswith(PREFIX) else column_id
    return Decides(None if sources else own, tuple(source.name for source in sources))


def written(tx: Tx, scope: Scope, column_id: str, kind: str) -> str:
    """The rows of such an index, in SQL. Kept: every list compares it with what its indexes were made of. Raises Invalid."""
    key = (tx.dialect.name, scope.project.label_config, scope.project.model_version, column_id, kind)
    known = _written.get(key)
    if known is None:
        if len(_written) >= _MOST_KEPT:
            _written.clear()
        known = index_queries.sql_of(tx, select_values(indexed(scope, column_id, kind)))
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


def outdated(tx: Tx, scope: Scope) -> list[int]:
    """Those that no query counts on any more: the configuration changed, or they are made in another way now."""
    known = index_queries.ready(tx, scope.project.id)
    return [row.id for row in known if written(tx, scope, row.column_id, row.kind) != row.expression]
