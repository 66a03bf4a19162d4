"""Annotations and drafts over HTTP."""

from datetime import UTC, datetime
from typing import Any

import msgspec
from litestar import delete, get, patch, post, put
from litestar.params import FromPath

from labelwright.access import on
from labelwright.annotations import history_routes, prediction_routes, service, task_routes
from labelwright.annotations.bodies import AnnotationIn, DraftIn, Result, checked, read
from labelwright.annotations.queries import home_of_annotation, home_of_draft
from labelwright.errors import Invalid
from labelwright.http.described import reads
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.settings import FALSE, TRUE
from labelwright.tasks.queries import home_of_task

_ANNOTATION, _DRAFT = reads(AnnotationIn), reads(DraftIn)


def of_task(permission: str) -> dict[str, Any]:
    return on(permission, home_of_task, "task_id")


def of_annotation(permission: str) -> dict[str, Any]:
    return on(permission, home_of_annotation, "annotation_id")


def of_draft(permission: str) -> dict[str, Any]:
    return on(permission, home_of_draft, "draft_id", "AnnotationDraft")


@get("/api/tasks/{task_id:int}/annotations", opt=of_task("annotations.view"), sync_to_thread=True)
def list_annotations(request: ApiRequest, task_id: FromPath[int]) -> list[dict[str, Any]]:
    with request.db.read() as tx:
        return service.of_task(tx, task_id)


@post("/api/tasks/{task_id:int}/annotations", opt=of_task("annotations.create") | _ANNOTATION)
async def submit_annotation(request: ApiRequest, task_id: FromPath[int]) -> dict[str, Any]:
    given = await _annotation(request)
    return await in_thread(_submit, request, task_id, given)


def _submit(request: ApiRequest, task_id: int, given: AnnotationIn) -> dict[str, Any]:
    result = checked(given.result)
    limit = request.settings.label_stream_history_limit
    with request.db.write() as tx:
        return service.submit(tx, request.caller, task_id, given, result, history_limit=limit)


@get("/api/annotations/{annotation_id:int}", opt=of_annotation("annotations.view"), sync_to_thread=True)
def show_annotation(request: ApiRequest, annotation_id: FromPath[int]) -> dict[str, Any]:
    with request.db.read() as tx:
        return service.show(tx, annotation_id)


@patch("/api/annotations/{annotation_id:int}", opt=of_annotation("annotations.change") | _ANNOTATION)
async def change_annotation(request: ApiRequest, annotation_id: FromPath[int]) -> dict[str, Any]:
    return await in_thread(_change, request, annotation_id, await _annotation(request))


@put("/api/annotations/{annotation_id:int}", opt=of_annotation("annotations.change") | _ANNOTATION)
async def replace_annotation(request: ApiRequest, annotation_id: FromPath[int]) -> dict[str, Any]:
    return await in_thread(_change, request, annotation_id, await _annotation(request))


def _change(request: ApiRequest, annotation_id: int, given: AnnotationIn) -> dict[str, Any]:
    """With `If-Match: "<updated_at>"` only what the caller had seen is changed, else the answer is 412."""
    result, based_on = checked(given.result), _if_match(request)
    with request.db.write() as tx:
        return service.change(tx, request.caller, annotation_id, given, result, based_on=based_on)


def _if_match(request: ApiRequest) -> datetime | None:
    given = request.headers.get("if-match", "").strip().strip('"')
    if not given or given == "*":
        return None
    try:
        return msgspec.convert(given, datetime).astimezone(UTC)
    except msgspec.ValidationError:
        raise Invalid("If-Match must be the annotation's updated_at in quotation marks.") from None


@delete("/api/annotations/{annotation_id:int}", opt=of_annotation("annotations.delete"), sync_to_thread=True)
def delete_annotation(request: ApiRequest, annotation_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        service.remove(tx, request.caller, annotation_id)


@post(
    "/api/annotations/{annotation_id:int}/convert-to-draft",
    opt=of_annotation("annotations.delete"),
    sync_to_thread=True,
)
def convert_to_draft(request: ApiRequest, annotation_id: FromPath[int]) -> dict[str, Any]:
    with request.db.write() as tx:
        return service.to_draft(tx, request.caller, annotation_id)


@get("/api/tasks/{task_id:int}/drafts", opt=of_task("annotations.view"), sync_to_thread=True)
def list_drafts(request: ApiRequest, task_id: FromPath[int]) -> list[dict[str, Any]]:
    with request.db.read() as tx:
        return service.drafts_of_task(tx, request.caller, task_id)


@post("/api/tasks/{task_id:int}/drafts", opt=of_task("annotations.create") | _DRAFT)
async def add_draft(request: ApiRequest, task_id: FromPath[int]) -> dict[str, Any]:
    return await in_thread(_add_draft, request, task_id, None, await read(request, DraftIn))


@get(
    "/api/tasks/{task_id:int}/annotations/{annotation_id:int}/drafts",
    opt=of_task("annotations.view"),
    sync_to_thread=True,
)
def list_drafts_of_annotation(
    request: ApiRequest,
    task_id: FromPath[int],
    annotation_id: FromPath[int],  # noqa: ARG001
) -> list[dict[str, Any]]:
    """Label Studio lists by task here, too."""
    with request.db.read() as tx:
        return service.drafts_of_task(tx, request.caller, task_id)


@post("/api/tasks/{task_id:int}/annotations/{annotation_id:int}/drafts", opt=of_task("annotations.create") | _DRAFT)
async def add_draft_of_annotation(
    request: ApiRequest, task_id: FromPath[int], annotation_id: FromPath[int]
) -> dict[str, Any]:
    return await in_thread(_add_draft, request, task_id, annotation_id, await read(request, DraftIn))


def _add_draft(request: ApiRequest, task_id: int, annotation_id: int | None, given: DraftIn) -> dict[str, Any]:
    result = checked(given.result)
    with request.db.write() as tx:
        return service.add_draft(tx, request.caller, task_id, annotation_id, given, result)


@get("/api/drafts/{draft_id:int}", opt=of_draft("annotations.view"), sync_to_thread=True)
def show_draft(request: ApiRequest, draft_id: FromPath[int]) -> dict[str, Any]:
    with request.db.read() as tx:
        return service.show_draft(tx, request.caller, draft_id)


@patch("/api/drafts/{draft_id:int}", opt=of_draft("annotations.change") | _DRAFT)
async def change_draft(request: ApiRequest, draft_id: FromPath[int]) -> dict[str, Any]:
    return await in_thread(_change_draft, request, draft_id, await read(request, DraftIn))


@put("/api/drafts/{draft_id:int}", opt=of_draft("annotations.change") | _DRAFT)
async def replace_draft(request: ApiRequest, draft_id: FromPath[int]) -> dict[str, Any]:
    return await in_thread(_change_draft, request, draft_id, await read(request, DraftIn))


def _change_draft(request: ApiRequest, draft_id: int, given: DraftIn) -> dict[str, Any]:
    result: Result | None = checked(given.result)
    with request.db.write() as tx:
        return service.change_draft(tx, request.caller, draft_id, given, result)


@delete("/api/drafts/{draft_id:int}", opt=of_draft("annotations.delete"), sync_to_thread=True)
def delete_draft(request: ApiRequest, draft_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        service.remove_draft(tx, request.caller, draft_id)


async def _annotation(request: ApiRequest) -> AnnotationIn:
    """The body; `?was_cancelled=` wins over it."""
    given = await read(request, AnnotationIn)
    skipped = request.query_params.get("was_cancelled")
    if skipped:
        if skipped.lower() not in TRUE | FALSE:
            raise Invalid({"was_cancelled": [f'Incorrect bool value "{skipped}"; write true or false.']})
        given.was_cancelled = skipped.lower() in TRUE
    return given


ROUTES: list[Any] = [
    *task_routes.ROUTES,
    *prediction_routes.ROUTES,
    *history_routes.ROUTES,
    list_annotations,
    submit_annotation,
    show_annotation,
    change_annotation,
    replace_annotation,
    delete_annotation,
    convert_to_draft,
    list_drafts,
    add_draft,
    list_drafts_of_annotation,
    add_draft_of_annotation,
    show_draft,
    change_draft,
    replace_draft,
    delete_draft,
]
