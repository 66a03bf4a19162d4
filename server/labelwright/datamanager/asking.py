"""Which project and which query a request is about: by view, by `?query=`, or by its JSON body."""

from typing import Any

import msgspec

from labelwright.access import require
from labelwright.datamanager import query, views
from labelwright.datamanager.queries import home_of_view
from labelwright.datamanager.query import Query
from labelwright.db import Tx
from labelwright.errors import Invalid, NotFound
from labelwright.http.request import ApiRequest
from labelwright.projects.queries import home_of_project


class NeitherProjectNorView(NotFound):
    def __init__(self) -> None:
        super().__init__("Neither project nor view id specified")


class Selected(msgspec.Struct):
    """Which tasks: all but `excluded`, or those `included`."""

    all: bool
    excluded: list[int] = []
    included: list[int] = []


class ActionIn(msgspec.Struct):
    """Which tasks an action is for; beside this stands what the action itself asks for."""

    project: int | None = None
    view: int | None = None
    filters: dict[str, Any] | None = None
    ordering: list[str] | None = None
    selectedItems: Selected | None = None  # noqa: N815


class JobActionIn(msgspec.Struct):
    """`id` names the action."""

    id: str
    filters: dict[str, Any] | None = None
    ordering: list[str] | None = None
    selectedItems: Selected | None = None  # noqa: N815


class ProjectNamed(msgspec.Struct):
    project: int


class Asked(msgspec.Struct):
    """What a request names, read before the database is."""

    body: dict[str, Any]
    project: int | None = None
    view: int | None = None
    query: str | None = None


async def asked(request: ApiRequest) -> Asked:
    """Query parameters first, then the body; Label Studio honours one in a GET, too."""
    body = await request.json() if await request.body() else {}
    body = body if isinstance(body, dict) else {}
    params = request.query_params
    return Asked(
        body,
        _number("project", params.get("project") or body.get("project")),
        _number("view", params.get("view") or body.get("view")) or None,
        params.get("query") or None,
    )


def find(tx: Tx, request: ApiRequest, given: Asked, permission: str) -> tuple[int, Query, dict[str, Any]]:
    """The project, the query, and the data of the view. A view's own query replaces everything that comes along."""
    caller = request.caller
    if given.view is not None:
        home = require(caller, permission, home_of_view(tx, given.view), "View")
        view = views.get(tx, given.view)
        assert home.project is not None
        return home.project, query.of_view(view.data), view.data
    if given.project is None:
        raise NeitherProjectNorView
    require(caller, permission, home_of_project(tx, given.project), "Project")
    return given.project, own_query(given), {}


def own_query(given: Asked) -> Query:
    """The query that came along."""
    return query.read(given.query if given.query is not None else given.body)


def _number(name: str, value: Any) -> int | None:
    if value is None or value == "":
        return None
    try:
        return int(value)
    except (TypeError, ValueError):
        message = f'Incorrect value in key "{name}" = "{value}". It should be digit string.'
        raise Invalid({name: message}) from None
