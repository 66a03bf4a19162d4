"""Indexes of a project over HTTP."""

from typing import Any

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody

from labelwright.access import on
from labelwright.datamanager import indexes
from labelwright.datamanager.indexes import IndexIn, IndexOut
from labelwright.http.request import ApiRequest
from labelwright.projects.queries import home_of_project

PATH = "/api/projects/{project_id:int}/indexes"


@get(PATH, opt=on("projects.view", home_of_project, "project_id"), sync_to_thread=True)
def list_indexes(request: ApiRequest, project_id: FromPath[int]) -> list[IndexOut]:
    """What lists of the project's tasks are quick with, and what each takes on the disk."""
    with request.db.read() as tx:
        return indexes.listed(tx, project_id)


@post(PATH, opt=on("projects.change", home_of_project, "project_id"), status_code=202, sync_to_thread=True)
def create_index(request: ApiRequest, project_id: FromPath[int], data: JSONBody[IndexIn]) -> IndexOut:
    """It is made by a job."""
    with request.db.write() as tx:
        return indexes.add(tx, request.caller, project_id, data)


@delete(PATH + "/{index_id:int}", opt=on("projects.change", home_of_project, "project_id"), sync_to_thread=True)
def delete_index(request: ApiRequest, project_id: FromPath[int], index_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        indexes.remove(tx, project_id, index_id)


ROUTES: list[Any] = [list_indexes, create_index, delete_index]
