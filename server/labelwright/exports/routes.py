"""Exports over HTTP."""

from typing import Any

from litestar import get, post
from litestar.params import FromPath, JSONBody
from litestar.response import Stream

from labelwright.access import on
from labelwright.errors import Invalid
from labelwright.exports import jobs, service
from labelwright.exports.source import Options
from labelwright.http.query import flag
from labelwright.http.request import ApiRequest
from labelwright.http.streams import started
from labelwright.jobs.schemas import JobOut
from labelwright.kit.clock import now
from labelwright.projects.queries import home_of_project

_MAY_EXPORT = on("projects.view", home_of_project, "project_id")


@get("/api/projects/{project_id:int}/export/formats", opt=_MAY_EXPORT, sync_to_thread=True)
def list_formats(request: ApiRequest, project_id: FromPath[int]) -> list[service.FormatOut]:
    with request.db.read() as tx:
        return service.offered(tx, project_id)


@get("/api/projects/{project_id:int}/export", opt=_MAY_EXPORT)
async def export(request: ApiRequest, project_id: FromPath[int]) -> Stream:
    query = request.query_params
    chosen = service.chosen(query.get("exportType") or query.get("export_type") or "JSON")
    options = Options(
        download_all_tasks=flag(request, "download_all_tasks", False),
        download_resources=flag(request, "download_resources", True),
        interpolate_key_frames=flag(request, "interpolate_key_frames", False),
        neutralize_formulas=flag(request, "neutralize_formulas", False),
        ids=_ids([*query.getall("ids[]", []), *query.getall("ids", [])]),
    )
    name = service.file_name(project_id, chosen, now())
    content = await started(service.written(request.db, project_id, chosen, options))
    headers = {"filename": name, "content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    # Label Studio's content types have the dot of the extension; clients may compare them.
    return Stream(content, headers=headers, media_type=f"application/.{chosen.extension}")


def _ids(values: list[str]) -> tuple[int, ...]:
    try:
        return tuple(int(part) for value in values for part in value.split(",") if part.strip())
    except ValueError:
        raise Invalid({"ids": ["Task ids are whole numbers."]}) from None


@post("/api/projects/{project_id:int}/jobs/export", opt=_MAY_EXPORT, sync_to_thread=True, status_code=202)
def start_export(request: ApiRequest, project_id: FromPath[int], data: JSONBody[jobs.ExportJobIn]) -> JobOut:
    """An export as a job; the file is at `/api/jobs/{id}/file` when the job is completed."""
    with request.db.write() as tx:
        return jobs.enqueue(tx, request.caller, project_id, data)


@get("/api/projects/{project_id:int}/export/files", opt=_MAY_EXPORT, sync_to_thread=False)
def list_export_files(project_id: FromPath[int]) -> dict[str, list[Any]]:  # noqa: ARG001
    """Label Studio keeps copies of exports on its disk; we stream them and keep none."""
    return {"export_files": []}


ROUTES: list[Any] = [list_formats, export, start_export, list_export_files]
