"""Views over HTTP."""

from typing import Any

import msgspec
from litestar import delete, get, patch, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from labelwright.access import on, require, signed_in
from labelwright.datamanager import queries, views
from labelwright.datamanager.asking import ProjectNamed, asked
from labelwright.datamanager.queries import home_of_view
from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.http.described import reads
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.projects.queries import home_of_project

PATH = "/api/dm/views/{view_id:int}"


class ViewIn(msgspec.Struct):
    data: dict[str, Any] | None = None
    project: int | None = None
    order: float | None = None


class ViewChange(ViewIn):
    """`before`: the data as the caller had seen them. When they are others by now, the answer is 412."""

    before: dict[str, Any] | None = None


class OrderIn(msgspec.Struct):
    project: int
    ids: list[int]


def _project(tx: Tx, request: ApiRequest, project: int | None, permission: str) -> int:
    if project is None:
        raise Invalid({"project": ["This field is required."]})
    require(request.caller, permission, home_of_project(tx, project), "Project")
    return project


@get("/api/dm/views", opt=signed_in("views.view"), sync_to_thread=True)
def list_views(request: ApiRequest, project: FromQuery[int | None] = None) -> list[dict[str, Any]]:
    with request.db.read() as tx:
        return views.listed(tx, _project(tx, request, project, "views.view"))


@post("/api/dm/views", opt=signed_in("views.create"), sync_to_thread=True)
def create_view(request: ApiRequest, data: JSONBody[ViewIn], project: FromQuery[int | None] = None) -> dict[str, Any]:
    with request.db.write() as tx:
        number = _project(tx, request, data.project if data.project is not None else project, "views.create")
        return views.create(tx, request.caller, number, data.data or {}, data.order)


@get(PATH, opt=on("views.view", home_of_view, "view_id"), sync_to_thread=True)
def show_view(request: ApiRequest, view_id: FromPath[int]) -> dict[str, Any]:
    with request.db.read() as tx:
        return views.shown(views.get(tx, view_id))


@patch(PATH, opt=on("views.change", home_of_view, "view_id"), sync_to_thread=True)
def change_view(request: ApiRequest, view_id: FromPath[int], data: JSONBody[ViewChange]) -> dict[str, Any]:
    with request.db.write() as tx:
        return views.change(tx, request.caller, view_id, data.data, data.order, before=data.before)


@put(PATH, opt=on("views.change", home_of_view, "view_id"), sync_to_thread=True)
def replace_view(request: ApiRequest, view_id: FromPath[int], data: JSONBody[ViewChange]) -> dict[str, Any]:
    with request.db.write() as tx:
        return views.change(tx, request.caller, view_id, data.data, data.order, before=data.before)


@delete(PATH, opt=on("views.delete", home_of_view, "view_id"), sync_to_thread=True)
def delete_view(request: ApiRequest, view_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        queries.remove_view(tx, view_id)


@delete("/api/dm/views/reset", opt=signed_in("views.reset") | reads(ProjectNamed, required=False))
async def reset_views(request: ApiRequest) -> None:
    given = await asked(request)
    await in_thread(_reset, request, given.project)


def _reset(request: ApiRequest, project: int | None) -> None:
    with request.db.write() as tx:
        queries.remove_views(tx, _project(tx, request, project, "views.reset"))


@post("/api/dm/views/order", opt=signed_in("views.change"), status_code=200, sync_to_thread=True)
def order_views(request: ApiRequest, data: JSONBody[OrderIn]) -> None:
    with request.db.write() as tx:
        queries.order_views(tx, _project(tx, request, data.project, "views.change"), data.ids)


ROUTES: list[Any] = [
    list_views,
    create_view,
    show_view,
    change_view,
    replace_view,
    delete_view,
    reset_views,
    order_views,
]
