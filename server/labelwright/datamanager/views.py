"""Views: the tabs of the Data Manager."""

from typing import Any

from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.datamanager import indexes, queries
from labelwright.datamanager.query import of_view
from labelwright.db import Tx
from labelwright.errors import Invalid, NotFound, Outdated

# What a change that does not speak of it keeps.
_QUERY = ("filters", "ordering", "selectedItems")


def get(tx: Tx, view_id: int, *, hold: bool = False) -> Row[Any]:
    found = queries.view(tx, view_id, hold=hold)
    if found is None:
        raise NotFound.of("View")
    return found


def listed(tx: Tx, project_id: int) -> list[dict[str, Any]]:
    return [shown(row) for row in queries.views_of(tx, project_id)]


def shown(row: Row[Any]) -> dict[str, Any]:
    return {"id": row.id, "data": row.data, "order": row.order, "user": row.user_id, "project": row.project_id}


def create(tx: Tx, caller: Caller, project_id: int, data: dict[str, Any], order: float | None) -> dict[str, Any]:
    place = order if order is not None else len(queries.views_of(tx, project_id))
    made = queries.add_view(tx, {"project_id": project_id, "user_id": caller.id, "data": data, "order": place})
    _prepare(tx, caller, project_id, data)
    return shown(get(tx, made))


def change(
    tx: Tx,
    caller: Caller,
    view_id: int,
    data: dict[str, Any] | None,
    order: float | None,
    *,
    before: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Raises Outdated when the data are no longer as they were `before`."""
    known = get(tx, view_id, hold=True)
    if before is not None and before != known.data:
        raise Outdated
    values: dict[str, Any] = {}
    if data is not None:
        values["data"] = {**{name: known.data[name] for name in _QUERY if name in known.data}, **data}
    if order is not None:
        values["order"] = order
    if not values:
        raise Invalid({"data": ["This field is required."]})
    queries.change_view(tx, view_id, values)
    if "data" in values:
        _prepare(tx, caller, known.project_id, values["data"])
    return shown(get(tx, view_id))


def _prepare(tx: Tx, caller: Caller, project_id: int, data: dict[str, Any]) -> None:
    try:
        indexes.prepare(tx, caller, project_id, of_view(data))
    except Invalid:
        # Kept as it is: whoever looks at the view will be told.
        return
