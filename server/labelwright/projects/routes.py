"""Projects over HTTP."""

from typing import Annotated, Any

from litestar import Response, delete, get, patch, post, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from labelwright import labelconfig
from labelwright.access import on, public, signed_in
from labelwright.accounts import service as accounts
from labelwright.accounts.schemas import SimpleUser
from labelwright.errors import Invalid
from labelwright.http.request import ApiRequest, changes
from labelwright.kit.paging import Page, page_size, paged, whole, window
from labelwright.projects import models, queries, service, summary
from labelwright.projects.ports import ports
from labelwright.projects.queries import Wanted, home_of_project
from labelwright.projects.schemas import ConfigIn, ModelVersionIn, ProjectIn, SampleTaskIn

_DEFAULT_PAGE, _LARGEST_PAGE = 30, 100
_PINNED = {"all": None, "pinned_only": True, "exclude_pinned": False}

Include = Annotated[str | None, QueryParameter(name="include", required=False)]
Size = Annotated[str | None, QueryParameter(name="page_size", required=False)]
Filter = Annotated[str, QueryParameter(name="filter", required=False)]


def view(permission: str) -> dict[str, Any]:
    return on(permission, home_of_project, "project_id")


@get("/api/projects", opt=signed_in("projects.view"), sync_to_thread=True)
def list_projects(
    request: ApiRequest,
    page: FromQuery[int] = 1,
    size: Size = None,
    ids: FromQuery[str | None] = None,
    title: FromQuery[str | None] = None,
    pinned: Filter = "all",
    include: Include = None,
    ordering: FromQuery[str | None] = None,
) -> Page[dict[str, Any]]:
    wanted, fields = _wanted(request, ids, title, pinned), _names(include)
    limit = page_size(whole(size), _DEFAULT_PAGE, _LARGEST_PAGE)
    with request.db.read() as tx:
        count = queries.count(tx, wanted)
        results = service.listed(tx, request.caller, wanted, ordering, window(page, limit, count), fields)
    return paged(results, count=count, page=page, size=limit, url=request.address, query=request.url.query)


@get("/api/projects/counts", opt=signed_in("projects.view"), sync_to_thread=True)
def list_counters(
    request: ApiRequest,
    page: FromQuery[int] = 1,
    size: Size = None,
    ids: FromQuery[str | None] = None,
    title: FromQuery[str | None] = None,
    pinned: Filter = "all",
    include: Include = None,
    ordering: FromQuery[str | None] = None,
) -> Page[dict[str, Any]]:
    wanted, fields = _wanted(request, ids, title, pinned), _names(include)
    limit = page_size(whole(size), _DEFAULT_PAGE, _LARGEST_PAGE)
    with request.db.read() as tx:
        count = queries.count(tx, wanted)
        results = service.listed_counters(tx, wanted, ordering, window(page, limit, count), fields)
    return paged(results, count=count, page=page, size=limit, url=request.address, query=request.url.query)


@post("/api/projects", opt=signed_in("projects.create"), sync_to_thread=True)
def create_project(request: ApiRequest, data: JSONBody[ProjectIn]) -> dict[str, Any]:
    with request.db.write() as tx:
        return service.create(tx, request.caller, _given(request, data))


@get("/api/projects/{project_id:int}", opt=view("projects.view"), sync_to_thread=True)
def show_project(request: ApiRequest, project_id: FromPath[int], include: Include = None) -> dict[str, Any]:
    with request.db.read() as tx:
        return service.show(tx, request.caller, project_id, _names(include))


@patch("/api/projects/{project_id:int}", opt=view("projects.change"), sync_to_thread=True)
def change_project(request: ApiRequest, project_id: FromPath[int], data: JSONBody[ProjectIn]) -> dict[str, Any]:
    return _change(request, project_id, data)


@put("/api/projects/{project_id:int}", opt=view("projects.change"), sync_to_thread=True)
def replace_project(request: ApiRequest, project_id: FromPath[int], data: JSONBody[ProjectIn]) -> dict[str, Any]:
    return _change(request, project_id, data)


def _change(request: ApiRequest, project_id: FromPath[int], data: JSONBody[ProjectIn]) -> dict[str, Any]:
    with request.db.read() as tx:
        values = service.check_change(tx, project_id, _given(request, data))
    with request.db.write() as tx:
        return service.change(tx, request.caller, project_id, values)


def _given(request: ApiRequest, data: ProjectIn) -> dict[str, Any]:
    """What the client sent; the password of its media is only ever kept encrypted."""
    given = changes(data)
    if given.get("task_data_password"):
        given["task_data_password"] = request.keyring.encrypt(given["task_data_password"])
    return given


@delete("/api/projects/{project_id:int}", opt=view("projects.delete"), sync_to_thread=True)
def delete_project(request: ApiRequest, project_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        service.remove(tx, project_id)
    # Only once it is sure that they are no longer needed.
    ports.discard_files(request.settings, project_id)


@post("/api/projects/validate", opt=public(), status_code=200, sync_to_thread=True)
def validate_config(data: JSONBody[ConfigIn]) -> Response[Any]:
    """Label Studio answers without the error envelope here."""
    try:
        labelconfig.validate(data.label_config)
    except labelconfig.ConfigError as error:
        return Response({"label_config": [error.detail]}, status_code=400)
    return Response(None, status_code=204)


@post("/api/projects/{project_id:int}/validate", opt=view("projects.change"), status_code=200, sync_to_thread=True)
def validate_config_of_project(
    request: ApiRequest, project_id: FromPath[int], data: JSONBody[ConfigIn]
) -> dict[str, Any]:
    with request.db.read() as tx:
        return {"config_essential_data_has_changed": service.validate(tx, project_id, data.label_config)}


@post("/api/projects/{project_id:int}/sample-task", opt=view("projects.view"), status_code=200, sync_to_thread=True)
def sample_task(project_id: FromPath[int], data: JSONBody[SampleTaskIn]) -> dict[str, Any]:  # noqa: ARG001
    return {"sample_task": service.sample_task(data.label_config, with_work=data.include_annotation_and_prediction)}


@get("/api/projects/{project_id:int}/summary", opt=view("projects.view"), sync_to_thread=True)
def show_summary(request: ApiRequest, project_id: FromPath[int]) -> dict[str, Any]:
    with request.db.read() as tx:
        return summary.show(tx, project_id)


@post(
    "/api/projects/{project_id:int}/summary/reset",
    opt=view("projects.reset_cache"),
    status_code=200,
    sync_to_thread=True,
)
def reset_summary(request: ApiRequest, project_id: FromPath[int]) -> dict[str, Any]:
    with request.db.write() as tx:
        summary.reset(tx, project_id)
    with request.db.read() as tx:
        return summary.show(tx, project_id)


@get("/api/projects/{project_id:int}/label-stream-history", opt=view("projects.view"), sync_to_thread=True)
def label_stream_history(request: ApiRequest, project_id: FromPath[int]) -> list[dict[str, int | None]]:
    with request.db.read() as tx:
        rows = queries.stream(tx, project_id, request.caller.id, request.settings.label_stream_history_limit)
        return [{"taskId": row.task_id, "annotationId": row.annotation_id} for row in rows]


@get("/api/projects/{project_id:int}/annotators", opt=view("projects.view"), sync_to_thread=True)
def list_annotators(request: ApiRequest, project_id: FromPath[int]) -> list[SimpleUser]:
    with request.db.read() as tx:
        return [accounts.simple(row) for row in queries.annotators(tx, project_id)]


@get("/api/projects/{project_id:int}/model-versions", opt=view("projects.view"), sync_to_thread=True)
def list_model_versions(
    request: ApiRequest,
    project_id: FromPath[int],
    extended: FromQuery[bool] = False,
    include_live_models: FromQuery[bool] = False,
    limit: FromQuery[int | None] = None,
) -> dict[str, Any]:
    with request.db.read() as tx:
        if extended:
            return models.extended(tx, project_id, limit, with_live=include_live_models)
        return models.versions(tx, project_id, limit)


@delete(
    "/api/projects/{project_id:int}/model-versions", opt=view("predictions.any"), status_code=200, sync_to_thread=True
)
def delete_model_version(
    request: ApiRequest, project_id: FromPath[int], data: JSONBody[ModelVersionIn]
) -> dict[str, int]:
    with request.db.write() as tx:
        return {"deleted_predictions": models.remove(tx, project_id, data.model_version)}


def _wanted(request: ApiRequest, ids: str | None, title: str | None, pinned: str) -> Wanted:
    if pinned not in _PINNED:
        raise Invalid({"filter": [f'"{pinned}" is not a valid choice.']})
    try:
        numbers = [int(part) for part in ids.split(",") if part.strip()] if ids else None
    except ValueError:
        raise Invalid({"ids": [f'Incorrect value in key "ids" = "{ids}". It should be numbers with commas.']}) from None
    return Wanted(request.caller.organization, ids=numbers, title=title, pinned=_PINNED[pinned])


def _names(include: str | None) -> list[str] | None:
    return [name.strip() for name in include.split(",") if name.strip()] if include else None


ROUTES: list[Any] = [
    list_projects,
    list_counters,
    create_project,
    show_project,
    change_project,
    replace_project,
    delete_project,
    validate_config,
    validate_config_of_project,
    sample_task,
    show_summary,
    reset_summary,
    label_stream_history,
    list_annotators,
    list_model_versions,
    delete_model_version,
]
