"""What a request or a view asks for: filters, ordering and selected items, compiled to conditions.

The JSON is Label Studio's. What it cannot mean is refused with 400: an unknown column or operator, a bad date, a name that would walk through
relations. `selectedItems` that name nothing select nothing.
"""

from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Row, false, true

from labelwright.datamanager import queries
from labelwright.datamanager.column import Scope
from labelwright.datamanager.filters import Conditions, Filters
from labelwright.datamanager.indexable import usable
from labelwright.datamanager.page_queries import Found
from labelwright.datamanager.sorting import bare, order
from labelwright.db import Tx, one_of
from labelwright.errors import Invalid
from labelwright.kit.clock import now
from labelwright.tasks.tables import tasks


class SelectedItems(msgspec.Struct):
    all: bool
    excluded: list[int] = []
    included: list[int] = []


class Query(msgspec.Struct):
    """`number_columns`: the view shows these fields as numbers, and sorts them so."""

    filters: Filters | None = None
    ordering: list[str] | None = None
    selectedItems: SelectedItems | None = None  # noqa: N815
    number_columns: tuple[str, ...] = ()


def read(given: Any) -> Query:
    """The query in a request's JSON, or in the text of `?query=`. Raises Invalid."""
    given = _decoded(given, "query")
    if not isinstance(given, dict):
        raise Invalid({"query": ["Expected a JSON object with filters, ordering and selectedItems."]})
    found: dict[str, Any] = {}
    for name, kind in (("filters", Filters), ("ordering", list[str]), ("selectedItems", SelectedItems)):
        value = _decoded(given.get(name), name)
        if value is None or (name == "filters" and value == {}):
            continue
        try:
            found[name] = msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            raise Invalid({name: [str(error)]}) from None
    return Query(**found)


def of_view(data: dict[str, Any]) -> Query:
    """The query saved with a view."""
    shown = data.get("columnsDisplayType")
    numbers = [name for name, kind in shown.items() if kind == "Number"] if isinstance(shown, dict) else []
    query = read({name: data.get(name) for name in ("filters", "ordering", "selectedItems")})
    query.number_columns = tuple(bare(name) for name in numbers)
    return query


def _decoded(value: Any, name: str) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return msgspec.json.decode(value)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Invalid({name: [f"Not valid JSON: {error}"]}) from None


def scope_of(tx: Tx, project: Row[Any]) -> Scope:
    scope = Scope(project, tx.dialect.name == "sqlite", now(), lambda pattern: queries.takes_pattern(tx, pattern))
    return replace(scope, indexes=usable(tx, scope))


_EVERYTHING = Query()


def compiled(tx: Tx, project: Row[Any], query: Query) -> Found:
    """Raises Invalid."""
    if query == _EVERYTHING:
        # What annotators ask for: there is no index to look for.
        return Found()
    scope = scope_of(tx, project)
    filters, conditions, only = Conditions(scope), [], None
    if query.filters and query.filters.items:
        conditions.append(filters.of(query.filters))
        only = filters.only(query.filters) if query.selectedItems is None else None
    if query.selectedItems is not None:
        conditions.append(_selected(query.selectedItems))
    in_order = order(query.ordering or [], scope, query.number_columns)
    return Found(tuple(conditions), in_order, tuple(filters.narrowing), only)


def _selected(selected: SelectedItems) -> ColumnElement[bool]:
    if selected.all:
        return ~one_of(tasks.c.id, selected.excluded) if selected.excluded else true()
    return one_of(tasks.c.id, selected.included) if selected.included else false()
