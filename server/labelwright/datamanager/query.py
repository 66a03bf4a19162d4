"""What a request or a view asks for: filters, ordering and selected items, compiled to conditions.

The JSON is Label Studio's. What it cannot mean is refused with 400: an unknown column or operator, a bad date, a name that would walk through
relations. `selectedItems` that name nothing select nothing.
"""

from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Row, and_, false, or_, true

from labelwright.datamanager import queries
from labelwright.datamanager.columns import Filtered, Scope, ordering_value, resolve
from labelwright.datamanager.operators import OPERATORS
from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.queue.candidates import Selection
from labelwright.tasks.tables import tasks

_FILTER, _ORDER = "filter:tasks:", "tasks:"
_DEEPEST = 10
_MOST_ITEMS = 200


class Filter(msgspec.Struct):
    filter: str
    operator: str
    type: str = "String"
    value: Any = None
    child_filter: "Filter | None" = None


class Filters(msgspec.Struct):
    conjunction: Literal["and", "or"] = "and"
    items: list[Filter] = []


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
    query.number_columns = tuple(name.removeprefix(_ORDER) for name in numbers)
    return query


def _decoded(value: Any, name: str) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return msgspec.json.decode(value)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Invalid({name: [f"Not valid JSON: {error}"]}) from None


def scope_of(tx: Tx, project: Row[Any]) -> Scope:
    return Scope(
        project,
        tx.dialect.name == "sqlite",
        lambda pattern: queries.takes_pattern(tx, pattern),
    )


def compiled(tx: Tx, project: Row[Any], query: Query, *, as_displayed: bool = False) -> Selection:
    """Conditions (without the project's own) and order. Raises Invalid."""
    scope = scope_of(tx, project)
    conditions = []
    if query.filters and query.filters.items:
        if len(query.filters.items) > _MOST_ITEMS:
            raise Invalid({"filters": [f"At most {_MOST_ITEMS} filters can be combined."]})
        parts = [_condition(item, scope) for item in query.filters.items]
        conditions.append(and_(true(), *parts) if query.filters.conjunction == "and" else or_(false(), *parts))
    if query.selectedItems is not None:
        conditions.append(_selected(tx, query.selectedItems))
    return Selection(tuple(conditions), _order(query, scope), as_displayed)


def _condition(item: Filter, scope: Scope, depth: int = 0) -> ColumnElement[bool]:
    if not item.filter.startswith(_FILTER):
        raise Invalid({"filters": [f'"{item.filter}" is no filter on tasks: write {_FILTER}<column>.']})
    operator = OPERATORS.get(item.operator)
    if operator is None:
        raise Invalid({"filters": [f'"{item.operator}" is not an operator; there are {", ".join(OPERATORS)}.']})
    condition = operator(Filtered(resolve(item.filter.removeprefix(_FILTER), item.type), scope), item.value)
    if item.child_filter is None:
        return condition
    if depth >= _DEEPEST:
        raise Invalid({"filters": [f"Filters can be nested {_DEEPEST} deep."]})
    return and_(condition, _condition(item.child_filter, scope, depth + 1))


def _selected(tx: Tx, selected: SelectedItems) -> ColumnElement[bool]:
    if selected.all:
        return ~queries.is_one_of(tx, selected.excluded) if selected.excluded else true()
    return queries.is_one_of(tx, selected.included) if selected.included else false()


def _order(query: Query, scope: Scope) -> tuple[ColumnElement[Any], ...]:
    """Label Studio looks at the first key only. Missing values come last either way, equal ones by id."""
    if not query.ordering:
        return Selection.order
    written = query.ordering[0]
    bare = written.replace("-", "", 1) if written.startswith(("-", f"{_ORDER}-")) else written
    name = bare.removeprefix(_ORDER)
    value = ordering_value(name, scope, as_number=name in query.number_columns)
    directed = value.desc() if bare != written else value.asc()
    if name == "id":
        return (directed,)
    return (directed.nulls_last(), tasks.c.id.asc())
