"""The next task over HTTP."""

from functools import partial
from typing import Any

from litestar import get
from litestar.params import FromPath, FromQuery
from sqlalchemy import Row

from labelwright.access import on
from labelwright.datamanager import page_queries
from labelwright.datamanager.asking import Asked, asked, find, own_query
from labelwright.datamanager.page_queries import Found
from labelwright.datamanager.query import compiled
from labelwright.datamanager.sorting import BY_ID
from labelwright.db import Tx
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.projects import service as projects
from labelwright.projects.queries import home_of_project
from labelwright.queue import service
from labelwright.queue.candidates import Selection

_QUERY = ("filters", "ordering", "selectedItems")


@get("/api/projects/{project_id:int}/next", opt=on("tasks.view", home_of_project, "project_id"))
async def next_task(
    request: ApiRequest,
    project_id: FromPath[int],
    prefetch: FromQuery[bool] = False,
    after: FromQuery[int | None] = None,
) -> dict[str, Any]:
    """`prefetch` reserves the task after the current one (`after`) for a short while."""
    given = await asked(request)
    return await in_thread(take, request, given, project_id, prefetch=prefetch, after=after)


def take(
    request: ApiRequest,
    given: Asked,
    admitted: int | None = None,
    *,
    prefetch: bool = False,
    after: int | None = None,
) -> dict[str, Any]:
    """A query in the body asks for its tasks in its order; one in the address only narrows the project's own queue.

    `admitted`: the project, when the caller may see it for certain.
    """
    caller, settings = request.caller, request.settings

    def choose(tx: Tx, patient: bool) -> tuple[Row[Any], service.Taken]:
        if admitted is None or given.view is not None:
            project_id, query, _ = find(tx, request, given, "tasks.view")
        else:
            project_id, query = admitted, own_query(given)
        project = projects.get(tx, project_id)
        as_displayed = any(given.body.get(name) for name in _QUERY)
        selection = _selection(compiled(tx, project, query), project_id, as_displayed=as_displayed)
        taken = service.take(tx, caller, settings, project, selection, patient=patient, prefetch=prefetch, after=after)
        return project, taken

    project, taken = service.in_turns(request.db, choose)
    with request.db.read() as tx:
        return service.payload(tx, caller, project, taken)


def _selection(found: Found, project_id: int, *, as_displayed: bool) -> Selection:
    if as_displayed:
        return Selection(found.conditions, walk=partial(page_queries.first_ids, project_id, found))
    return Selection(found.conditions) if found.order is BY_ID else Selection(found.conditions, found.order.columns)
