"""Imports over HTTP."""

import re
from typing import Any

import msgspec
from litestar import Response, delete, get, patch, post, put
from litestar.params import FromPath, JSONBody

from labelwright.access import on
from labelwright.egress import Egress
from labelwright.errors import Invalid
from labelwright.http.described import reads
from labelwright.http.query import flag
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.imports import duplicates, jobs, records, service, serving, uploads
from labelwright.imports.fetching import fetch
from labelwright.imports.queries import home_of_file_upload
from labelwright.imports.receiving import Incoming, receive
from labelwright.imports.schemas import FileIdsIn, FileUploadOut, PredictionItem, ReimportIn, TaskItem
from labelwright.jobs.schemas import JobOut
from labelwright.projects.queries import home_of_project

_MAY_IMPORT = on("tasks.create", home_of_project, "project_id")
_MAY_SEE = on("projects.view", home_of_project, "project_id")
_MAY_CHANGE = on("projects.change", home_of_project, "project_id")

_TASKS = reads(list[TaskItem] | TaskItem, fields=("url",), files=("file",))


def _of_file(permission: str) -> dict[str, Any]:
    return on(permission, home_of_file_upload, "file_upload_id")


async def _import(request: ApiRequest, project_id: int) -> dict[str, Any]:
    options = service.Options(
        commit=flag(request, "commit_to_project", True),
        return_task_ids=flag(request, "return_task_ids", False),
        preannotated_from_fields=_names(request.query_params.get("preannotated_from_fields")),
    )
    incoming = Incoming(request.settings)
    try:
        await receive(request, incoming)
        if (url := incoming.fields.get("url")) and not incoming.files:
            await fetch(incoming, Egress(request.settings), url)
        return await in_thread(
            service.import_body, request.db, request.settings, request.caller, project_id, incoming, options
        )
    finally:
        await in_thread(incoming.close)


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in re.split(r"[,;|]", text or "") if name.strip())


# The framework's own limit is off: `receive` counts, and answers in Label Studio's words.
@post("/api/projects/{project_id:int}/import", opt=_MAY_IMPORT | _TASKS, request_max_body_size=None)
async def import_tasks(request: ApiRequest, project_id: FromPath[int]) -> dict[str, Any]:
    return await _import(request, project_id)


@post("/api/projects/{project_id:int}/tasks/bulk", opt=_MAY_IMPORT | _TASKS, request_max_body_size=None)
async def import_bulk(request: ApiRequest, project_id: FromPath[int]) -> dict[str, Any]:
    return await _import(request, project_id)


@post("/api/projects/{project_id:int}/reimport", opt=_MAY_IMPORT, sync_to_thread=True)
def reimport(request: ApiRequest, project_id: FromPath[int], data: JSONBody[ReimportIn]) -> Response[dict[str, Any]]:
    if not data.file_upload_ids:
        return Response(service.NO_FILES, status_code=200)
    options = service.Options(files_as_tasks_list=data.files_as_tasks_list)
    answer = service.reimport(request.db, request.settings, request.caller, project_id, data.file_upload_ids, options)
    return Response(answer, status_code=201)


@post("/api/projects/{project_id:int}/jobs/import", opt=_MAY_IMPORT, sync_to_thread=True, status_code=202)
def start_import(request: ApiRequest, project_id: FromPath[int], data: JSONBody[ReimportIn]) -> JobOut:
    """`reimport` as a job: nothing is seen of it before everything is there, and nothing stays when it fails or is cancelled."""
    if not data.file_upload_ids:
        raise Invalid({"file_upload_ids": ["Name at least one file."]})
    with request.db.write() as tx:
        return jobs.enqueue(tx, request.caller, project_id, data)


@post(
    "/api/projects/{project_id:int}/duplicate",
    opt=on("projects.create", home_of_project, "project_id"),
    sync_to_thread=True,
)
def duplicate_project(
    request: ApiRequest, project_id: FromPath[int], data: JSONBody[duplicates.DuplicateIn]
) -> duplicates.Duplicated:
    """A new project with the same settings and views. With `settings,data` a job brings the tasks and files along; work on them stays where it is."""
    with request.db.write() as tx:
        return duplicates.begin(tx, request.caller, project_id, data)


@get("/api/projects/{project_id:int}/imports/{import_id:int}", opt=_MAY_SEE, sync_to_thread=True)
def show_import(request: ApiRequest, project_id: FromPath[int], import_id: FromPath[int]) -> records.ImportOut:
    """An import that is, or was, a job; small ones are answered at once and have no record."""
    with request.db.read() as tx:
        return records.show(tx, request.caller, project_id, import_id, "ProjectImport")


@get("/api/projects/{project_id:int}/reimports/{reimport_id:int}", opt=_MAY_SEE, sync_to_thread=True)
def show_reimport(request: ApiRequest, project_id: FromPath[int], reimport_id: FromPath[int]) -> records.ImportOut:
    """As `imports`: both are one kind of job."""
    with request.db.read() as tx:
        return records.show(tx, request.caller, project_id, reimport_id, "ProjectReimport")


@post(
    "/api/projects/{project_id:int}/import/predictions",
    opt=on("predictions.any", home_of_project, "project_id") | reads(list[PredictionItem]),
    request_max_body_size=None,
)
async def import_predictions(request: ApiRequest, project_id: FromPath[int]) -> dict[str, int]:
    incoming = Incoming(request.settings)
    try:
        await receive(request, incoming)
        if incoming.document is None:
            raise Invalid(["Predictions must be sent as a JSON list"])
        return await in_thread(service.import_predictions, request.db, project_id, incoming.document)
    finally:
        await in_thread(incoming.close)


@get("/api/projects/{project_id:int}/file-uploads", opt=_MAY_SEE, sync_to_thread=True)
def list_files(request: ApiRequest, project_id: FromPath[int]) -> list[FileUploadOut]:
    """The caller's own files."""
    ids = _ids(request.query_params.get("ids"))
    with request.db.read() as tx:
        return uploads.listed(tx, request.caller, project_id, ids, everything=flag(request, "all", False))


def _ids(text: str | None) -> list[int] | None:
    if not text:
        return None
    try:
        return msgspec.json.decode(text, type=list[int])
    except msgspec.MsgspecError:
        raise Invalid(
            {"ids": [f'Incorrect value in key "ids" = "{text}". It should be a JSON list of numbers.']}
        ) from None


@delete(
    "/api/projects/{project_id:int}/file-uploads",
    opt=_MAY_CHANGE | reads(FileIdsIn, required=False),
    status_code=200,
)
async def delete_files(request: ApiRequest, project_id: FromPath[int]) -> dict[str, int]:
    body = await request.body()
    try:
        wanted = msgspec.json.decode(body, type=FileIdsIn) if body.strip() else FileIdsIn()
    except (msgspec.MsgspecError, RecursionError):
        raise Invalid({"file_upload_ids": ["Expected a list of numbers."]}) from None
    deleted = await in_thread(uploads.delete, request.db, request.settings, project_id, wanted.file_upload_ids)
    return {"deleted": deleted}


@get("/api/import/file-upload/{file_upload_id:int}", opt=_of_file("projects.view"), sync_to_thread=True)
def show_file(request: ApiRequest, file_upload_id: FromPath[int]) -> FileUploadOut:
    with request.db.read() as tx:
        return uploads.get(tx, file_upload_id)


@patch(
    "/api/import/file-upload/{file_upload_id:int}",
    opt=_of_file("projects.change") | reads(files=("file",)),
    request_max_body_size=None,
)
async def change_file(request: ApiRequest, file_upload_id: FromPath[int]) -> FileUploadOut:
    return await _replace_file(request, file_upload_id)


@put(
    "/api/import/file-upload/{file_upload_id:int}",
    opt=_of_file("projects.change") | reads(files=("file",)),
    request_max_body_size=None,
)
async def replace_file(request: ApiRequest, file_upload_id: FromPath[int]) -> FileUploadOut:
    return await _replace_file(request, file_upload_id)


async def _replace_file(request: ApiRequest, file_upload_id: int) -> FileUploadOut:
    incoming = Incoming(request.settings)
    try:
        await receive(request, incoming)
        return await in_thread(uploads.replace, request.db, request.settings, file_upload_id, incoming.files)
    finally:
        await in_thread(incoming.close)


@delete("/api/import/file-upload/{file_upload_id:int}", opt=_of_file("projects.change"), sync_to_thread=True)
def delete_file(request: ApiRequest, file_upload_id: FromPath[int]) -> None:
    with request.db.read() as tx:
        project_id = uploads.project_of(tx, file_upload_id)
    uploads.delete(request.db, request.settings, project_id, [file_upload_id])


ROUTES: list[Any] = [
    import_tasks,
    import_bulk,
    reimport,
    start_import,
    duplicate_project,
    show_import,
    show_reimport,
    import_predictions,
    list_files,
    delete_files,
    show_file,
    change_file,
    replace_file,
    delete_file,
    *serving.ROUTES,
]
