"""Jobs over HTTP. Features begin them with routes of their own."""

from pathlib import Path
from typing import Annotated, Any

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, QueryParameter

from labelwright.access import on, signed_in
from labelwright.http.files import send_upload
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.jobs import service
from labelwright.jobs.queries import home_of_job
from labelwright.jobs.schemas import JobOut
from labelwright.kit.paging import Page, page_size, paged, whole

_MAY = on("projects.view", home_of_job, "job_id")
_DEFAULT_PAGE, _LARGEST_PAGE = 30, 100

Size = Annotated[str | None, QueryParameter(name="page_size", required=False)]


@get("/api/jobs", opt=signed_in("projects.view"), sync_to_thread=True)
def list_jobs(
    request: ApiRequest,
    project: FromQuery[int | None] = None,
    active: FromQuery[bool] = False,
    page: FromQuery[int] = 1,
    size: Size = None,
) -> Page[JobOut]:
    """The caller's jobs, newest first; the whole organisation's for those who manage projects. `active`: only what has not ended."""
    limit = page_size(whole(size), _DEFAULT_PAGE, _LARGEST_PAGE)
    with request.db.read() as tx:
        results, count = service.listed(tx, request.caller, project=project, active=active, page=page, size=limit)
    return paged(results, count=count, page=page, size=limit, url=request.address, query=request.url.query)


@get("/api/jobs/{job_id:int}", opt=_MAY, sync_to_thread=True)
def show_job(request: ApiRequest, job_id: FromPath[int]) -> JobOut:
    with request.db.read() as tx:
        return service.get(tx, request.caller, job_id)


@post("/api/jobs/{job_id:int}/cancel", opt=_MAY, sync_to_thread=True, status_code=200)
def cancel_job(request: ApiRequest, job_id: FromPath[int]) -> JobOut:
    """Takes effect at the job's next step; what it wrote so far is removed."""
    with request.db.write() as tx:
        return service.cancel(tx, request.caller, job_id)


@post("/api/jobs/{job_id:int}/retry", opt=_MAY, sync_to_thread=True, status_code=200)
def retry_job(request: ApiRequest, job_id: FromPath[int]) -> JobOut:
    """Runs a job that failed or was cancelled again, from its beginning."""
    with request.db.write() as tx:
        return service.retry(tx, request.caller, job_id)


@get("/api/jobs/{job_id:int}/file", opt=_MAY)
async def job_file(request: ApiRequest, job_id: FromPath[int]) -> Response[Any]:
    """What the job made for download."""
    path = await in_thread(_file, request, job_id)
    return await send_upload(request, path.parent, path.name, disposition=f'attachment; filename="{path.name}"')


def _file(request: ApiRequest, job_id: int) -> Path:
    with request.db.read() as tx:
        return service.file(tx, request.caller, request.settings, job_id)


ROUTES: list[Any] = [list_jobs, show_job, cancel_job, retry_job, job_file]
