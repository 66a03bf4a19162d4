"""The Data Manager over HTTP: what its page is told of a project, and its actions. Tasks, views and the stream have their own files."""

from typing import Any

from litestar import get, post
from litestar.params import FromPath, FromQuery

from labelwright.access import on, require, signed_in
from labelwright.datamanager import actions, describe, index_routes, jobs, stream, task_routes, view_routes
from labelwright.datamanager.asking import ActionIn, Asked, JobActionIn, asked, find
from labelwright.http.described import reads
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.jobs.schemas import JobOut
from labelwright.projects.queries import home_of_project


@get("/api/dm/columns", opt=signed_in("projects.view"), sync_to_thread=True)
def list_columns(request: ApiRequest, project: FromQuery[int]) -> dict[str, Any]:
    with request.db.read() as tx:
        require(request.caller, "projects.view", home_of_project(tx, project), "Project")
        return {"columns": describe.columns(tx, request.caller, project)}


@get("/api/dm/filters", opt=signed_in("projects.view"), sync_to_thread=True)
def list_filters(request: ApiRequest, project: FromQuery[int]) -> dict[str, Any]:
    """What can be filtered on, by which operators, and what groups of filters may stand inside which."""
    with request.db.read() as tx:
        require(request.caller, "projects.view", home_of_project(tx, project), "Project")
        return describe.filters(tx, request.caller, project)


@get("/api/dm/project", opt=signed_in("projects.view"), sync_to_thread=True)
def describe_project(request: ApiRequest, project: FromQuery[int]) -> dict[str, Any]:
    with request.db.read() as tx:
        require(request.caller, "projects.view", home_of_project(tx, project), "Project")
        return describe.project(tx, request.caller, project)


@get("/api/dm/actions", opt=signed_in("projects.view"), sync_to_thread=True)
def list_actions(request: ApiRequest, project: FromQuery[int]) -> list[dict[str, Any]]:
    with request.db.read() as tx:
        require(request.caller, "projects.view", home_of_project(tx, project), "Project")
    return actions.listed(request.caller, experimental=request.settings.experimental_features)


@get("/api/dm/actions/{action_id:str}/form", opt=signed_in("projects.view"), sync_to_thread=True)
def show_form(request: ApiRequest, action_id: FromPath[str], project: FromQuery[int]) -> list[dict[str, Any]]:
    with request.db.read() as tx:
        require(request.caller, "projects.view", home_of_project(tx, project), "Project")
        return actions.form(tx, project, action_id)


@post("/api/dm/actions", opt=signed_in("tasks.view") | reads(ActionIn, required=False), status_code=200)
async def run_action(
    request: ApiRequest, prefetch: FromQuery[bool] = False, after: FromQuery[int | None] = None
) -> dict[str, Any]:
    """`?id=` names the action; the body holds `filters`, `ordering`, `selectedItems` and what the action asks for.

    `next_task` gives the first free task of the body's query; with `prefetch` it reserves the one after the current (`after`) for a short while.
    """
    given = await asked(request)
    action_id = request.query_params.get("id")
    if not action_id:
        raise actions.NoAction("No action id specified: add ?id= to the address.")
    if action_id == "next_task":
        return await in_thread(stream.take, request, given, prefetch=prefetch, after=after)
    return await in_thread(_run, request, given, action_id)


@post(
    "/api/projects/{project_id:int}/jobs/action",
    opt=on("tasks.view", home_of_project, "project_id") | reads(JobActionIn),
    status_code=202,
)
async def start_action(request: ApiRequest, project_id: FromPath[int]) -> JobOut:
    """An action as a job: the same body as `POST /api/dm/actions`, with the action's `id` in it."""
    given = await asked(request)
    given.project, given.view = project_id, None
    return await in_thread(_start, request, given)


def _start(request: ApiRequest, given: Asked) -> JobOut:
    with request.db.write() as tx:
        project_id, query, _ = find(tx, request, given, "tasks.view")
        return jobs.enqueue(tx, request.caller, project_id, str(given.body.get("id")), query, given.body)


def _run(request: ApiRequest, given: Asked, action_id: str) -> dict[str, Any]:
    with request.db.write() as tx:
        project_id, query, _ = find(tx, request, given, "tasks.view")
        return actions.run(tx, request.caller, project_id, action_id, query, given.body)


ROUTES: list[Any] = [
    *task_routes.ROUTES,
    *view_routes.ROUTES,
    *index_routes.ROUTES,
    stream.next_task,
    list_columns,
    list_filters,
    describe_project,
    list_actions,
    show_form,
    run_action,
    start_action,
]
