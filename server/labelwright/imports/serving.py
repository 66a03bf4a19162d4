"""Serving what people uploaded, to members of the project's organisation only."""

from typing import Any

from litestar import Response, route
from litestar.params import FromPath

from labelwright.access import Caller, on, signed_in
from labelwright.db import Database
from labelwright.errors import Forbidden, NotFound
from labelwright.http.files import send_upload
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.imports import queries
from labelwright.projects.queries import home_of_project


@route(
    "/data/upload/{project_id:int}/{name:str}",
    http_method=["GET", "HEAD"],
    opt=on("tasks.view", home_of_project, "project_id"),
)
async def uploaded_file(request: ApiRequest, project_id: FromPath[int], name: FromPath[str]) -> Response[Any]:
    return await send_upload(request, request.settings.media_dir / "upload" / str(project_id), name)


@route("/storage-data/uploaded", http_method=["GET", "HEAD"], opt=signed_in("tasks.view"), include_in_schema=False)
async def stored_file(request: ApiRequest) -> Response[Any]:
    """By `filepath`, which was decoded with the query and is not decoded again."""
    path = request.query_params.get("filepath")
    if not path:
        raise NotFound("No filepath was given.")
    folder, _, rest = path.partition("/")
    if folder not in ("upload", "avatars") or ".." in rest.split("/"):
        raise Forbidden
    if not await in_thread(_may_see, request.db, request.caller, folder, path):
        raise Forbidden
    return await send_upload(request, request.settings.media_dir, path, disposition="inline")


@route(
    "/data/avatars/{name:str}",
    http_method=["GET", "HEAD"],
    opt=signed_in("avatar.any"),
    include_in_schema=False,
)
async def avatar(request: ApiRequest, name: FromPath[str]) -> Response[Any]:
    if not await in_thread(_may_see, request.db, request.caller, "avatars", f"avatars/{name}"):
        raise NotFound
    return await send_upload(request, request.settings.media_dir / "avatars", name)


def _may_see(db: Database, caller: Caller, folder: str, path: str) -> bool:
    with db.read() as tx:
        if folder == "upload":
            return queries.organization_of_file(tx, path) == caller.organization
        return queries.is_avatar_in(tx, path, caller.organization)


ROUTES: list[Any] = [uploaded_file, stored_file, avatar]
