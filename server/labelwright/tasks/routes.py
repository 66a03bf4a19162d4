"""Making and deleting tasks over HTTP; what shows them with their work stands above, in `annotations` and `datamanager`."""

from typing import Any

import msgspec
from litestar import delete, post
from litestar.params import FromPath, JSONBody
from msgspec import UNSET

from labelwright.access import on, require, signed_in
from labelwright.errors import Invalid
from labelwright.http.request import ApiRequest
from labelwright.projects.queries import home_of_project
from labelwright.tasks import service
from labelwright.tasks.queries import home_of_task
from labelwright.tasks.schemas import TaskIn


@post("/api/tasks", opt=signed_in("tasks.create"), sync_to_thread=True)
def create_task(request: ApiRequest, data: JSONBody[TaskIn]) -> dict[str, Any]:
    if data.project is UNSET:
        raise Invalid({"project": ["This field is required."]})
    with request.db.write() as tx:
        require(request.caller, "tasks.create", home_of_project(tx, data.project), "Project")
        return service.create(tx, request.caller, data.project, _values(data))


@post(
    "/api/projects/{project_id:int}/tasks",
    opt=on("tasks.create", home_of_project, "project_id"),
    sync_to_thread=True,
)
def create_task_in_project(request: ApiRequest, project_id: FromPath[int], data: JSONBody[TaskIn]) -> dict[str, Any]:
    with request.db.write() as tx:
        return service.create(tx, request.caller, project_id, _values(data))


@delete("/api/tasks/{task_id:int}", opt=on("tasks.delete", home_of_task, "task_id"), sync_to_thread=True)
def delete_task(request: ApiRequest, task_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        service.remove(tx, service.get(tx, task_id).project_id, [task_id])


@delete(
    "/api/projects/{project_id:int}/tasks",
    opt=on("tasks.delete", home_of_project, "project_id"),
    sync_to_thread=True,
)
def delete_tasks_of_project(request: ApiRequest, project_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        service.remove_all(tx, project_id)


def _values(data: TaskIn) -> dict[str, Any]:
    values = msgspec.structs.asdict(data)
    del values["project"]
    return values


ROUTES: list[Any] = [create_task, create_task_in_project, delete_task, delete_tasks_of_project]
