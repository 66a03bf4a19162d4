"""The next task over HTTP."""

from typing import Any

from litestar import get
from litestar.params import FromPath, FromQuery

from labelwright.access import on
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.projects.queries import home_of_project
from labelwright.queue import service
from labelwright.queue.candidates import Selection


@get("/api/projects/{project_id:int}/next", opt=on("tasks.view", home_of_project, "project_id"))
async def next_task(
    request: ApiRequest,
    project_id: FromPath[int],
    prefetch: FromQuery[bool] = False,
    after: FromQuery[int | None] = None,
) -> dict[str, Any]:
    return await in_thread(_next, request, project_id, prefetch, after)


def _next(request: ApiRequest, project_id: int, prefetch: bool, after: int | None) -> dict[str, Any]:
    caller, settings, selection = request.caller, request.settings, Selection()
    with request.db.write() as tx:
        taken = service.take(tx, caller, settings, project_id, selection, prefetch=prefetch, after=after)
    with request.db.read() as tx:
        return service.payload(tx, caller, taken)
