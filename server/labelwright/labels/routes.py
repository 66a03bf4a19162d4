"""Labels over HTTP."""

from datetime import datetime
from typing import Annotated, Any

from litestar import delete, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from labelwright.access import on, signed_in
from labelwright.http.request import ApiRequest
from labelwright.kit.paging import Page, paged, window
from labelwright.labels import queries, service
from labelwright.labels.schemas import LabelChange, LabelIn, LinkChange, LinkIn, Relabel

_PAGE = 100
_LABEL = "/api/labels/{label_id:int}"
_LINK = "/api/label_links/{label_link_id:int}"


def of_label(permission: str) -> dict[str, Any]:
    return on(permission, queries.home_of_label, "label_id")


def of_link(permission: str) -> dict[str, Any]:
    return on(permission, queries.home_of_link, "label_link_id")


@get("/api/labels", opt=signed_in("labels.view"), sync_to_thread=True)
def list_labels(request: ApiRequest, page: FromQuery[int] = 1, expand: FromQuery[str] = "") -> Page[dict[str, Any]]:
    """`expand=links` shows the links instead of their ids."""
    with request.db.read() as tx:
        count = service.count(tx, request.caller)
        rows = service.listed(tx, request.caller, window(page, _PAGE, count), links="links" in expand.split(","))
    return _paged(request, rows, count, page)


@post("/api/labels", opt=signed_in("labels.create"), sync_to_thread=True)
def add_labels(request: ApiRequest, data: JSONBody[list[LabelIn]]) -> list[dict[str, Any]]:
    with request.db.write() as tx:
        return service.add(tx, request.caller, data)


@post("/api/labels/bulk", opt=signed_in("annotations.change"), sync_to_thread=True, status_code=200)
def relabel(request: ApiRequest, data: JSONBody[Relabel]) -> dict[str, int]:
    """Replaces a label in results, exactly where `value[type]` is `old_label`."""
    with request.db.write() as tx:
        return {"annotations_updated": service.relabel(tx, request.caller, data)}


@get(_LABEL, opt=of_label("labels.view"), sync_to_thread=True)
def show_label(request: ApiRequest, label_id: FromPath[int], expand: FromQuery[str] = "") -> dict[str, Any]:
    with request.db.read() as tx:
        return service.show(tx, label_id, links="links" in expand.split(","))


@patch(_LABEL, opt=of_label("labels.change"), sync_to_thread=True)
def change_label(request: ApiRequest, label_id: FromPath[int], data: JSONBody[LabelChange]) -> dict[str, Any]:
    with request.db.write() as tx:
        return service.change(tx, request.caller, label_id, data)


@delete(_LABEL, opt=of_label("labels.delete"), sync_to_thread=True)
def delete_label(request: ApiRequest, label_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        service.remove(tx, label_id)


@get("/api/label_links", opt=signed_in("labels.view"), sync_to_thread=True)
def list_links(
    request: ApiRequest,
    page: FromQuery[int] = 1,
    project: FromQuery[int | None] = None,
    author: Annotated[int | None, QueryParameter(name="label__created_by")] = None,
    since: Annotated[datetime | None, QueryParameter(name="label__created_at__gte")] = None,
    until: Annotated[datetime | None, QueryParameter(name="label__created_at__lte")] = None,
    expand: FromQuery[str] = "",
) -> Page[dict[str, Any]]:
    """`expand=label` shows the label instead of its id."""
    conditions = queries.links_where(request.caller.organization, project, author, since, until)
    with request.db.read() as tx:
        count = queries.count_links(tx, conditions)
        rows = service.listed_links(tx, conditions, window(page, _PAGE, count), label="label" in expand.split(","))
    return _paged(request, rows, count, page)


@post("/api/label_links", opt=signed_in("labels.create"), sync_to_thread=True)
def add_link(request: ApiRequest, data: JSONBody[LinkIn]) -> dict[str, Any]:
    with request.db.write() as tx:
        return service.add_link(tx, request.caller, data)


@get(_LINK, opt=of_link("labels.view"), sync_to_thread=True)
def show_link(request: ApiRequest, label_link_id: FromPath[int], expand: FromQuery[str] = "") -> dict[str, Any]:
    with request.db.read() as tx:
        return service.show_link(tx, label_link_id, label="label" in expand.split(","))


@patch(_LINK, opt=of_link("labels.change"), sync_to_thread=True)
def change_link(request: ApiRequest, label_link_id: FromPath[int], data: JSONBody[LinkChange]) -> dict[str, Any]:
    with request.db.write() as tx:
        return service.change_link(tx, label_link_id, data)


@delete(_LINK, opt=of_link("labels.delete"), sync_to_thread=True)
def delete_link(request: ApiRequest, label_link_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        service.remove_link(tx, label_link_id)


def _paged(request: ApiRequest, rows: list[dict[str, Any]], count: int, page: int) -> Page[dict[str, Any]]:
    return paged(rows, count=count, page=page, size=_PAGE, url=request.address, query=request.url.query)


ROUTES: list[Any] = [
    list_labels,
    add_labels,
    relabel,
    show_label,
    change_label,
    delete_label,
    list_links,
    add_link,
    show_link,
    change_link,
    delete_link,
]
