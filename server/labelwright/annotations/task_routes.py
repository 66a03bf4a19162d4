"""Tasks with the work on them, over HTTP."""

from typing import Any

from litestar import delete, get, patch, put
from litestar.params import FromPath, FromQuery, JSONBody

from labelwright.access import on
from labelwright.annotations import service as annotations
from labelwright.annotations import work
from labelwright.http.request import ApiRequest, changes
from labelwright.projects.queries import home_of_project
from labelwright.tasks import service
from labelwright.tasks.queries import home_of_task
from labelwright.tasks.schemas import TaskChange

_DEFAULT_PAGE = 50


@get("/api/projects/{project_id:int}/tasks", opt=on("tasks.view", home_of_project, "project_id"), sync_to_thread=True)
def list_tasks_of_project(
    request: ApiRequest,
    project_id: FromPath[int],
    page: FromQuery[int | None] = None,
    page_size: FromQuery[int | None] = None,
    start: FromQuery[int | None] = None,
    length: FromQuery[int | None] = None,
) -> list[dict[str, Any]]:
    """`page_size=-1` gives all; `start` and `length` are the older way to ask for a page."""
    size = page_size if page_size is not None else length
    limit = None if size == -1 else size if size and size > 0 else _DEFAULT_PAGE
    offset = max(start or 0, 0) if page is None else max(page - 1, 0) * (limit or 0)
    with request.db.read() as tx:
        return work.listed(tx, project_id, offset, limit)


@get("/api/tasks/{task_id:int}/agreement", opt=on("annotations.view", home_of_task, "task_id"), sync_to_thread=True)
def show_agreement(request: ApiRequest, task_id: FromPath[int]) -> work.Agreement:
    """How often each answer was given, for every control."""
    with request.db.read() as tx:
        return work.agreement(tx, task_id)


@patch("/api/tasks/{task_id:int}", opt=on("tasks.change", home_of_task, "task_id"), sync_to_thread=True)
def change_task(request: ApiRequest, task_id: FromPath[int], data: JSONBody[TaskChange]) -> dict[str, Any]:
    return _change(request, task_id, data)


@put("/api/tasks/{task_id:int}", opt=on("tasks.change", home_of_task, "task_id"), sync_to_thread=True)
def replace_task(request: ApiRequest, task_id: FromPath[int], data: JSONBody[TaskChange]) -> dict[str, Any]:
    return _change(request, task_id, data)


def _change(request: ApiRequest, task_id: int, data: TaskChange) -> dict[str, Any]:
    with request.db.write() as tx:
        service.change(tx, request.caller, task_id, changes(data))
        return work.show(tx, task_id)


@delete(
    "/api/projects/{project_id:int}/annotations",
    opt=on("annotations.delete", home_of_project, "project_id"),
    sync_to_thread=True,
)
def delete_annotations_of_project(request: ApiRequest, project_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        annotations.remove_of_project(tx, request.caller, project_id)


ROUTES: list[Any] = [
    list_tasks_of_project,
    show_agreement,
    change_task,
    replace_task,
    delete_annotations_of_project,
]
