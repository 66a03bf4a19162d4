"""What Label Studio has and Labelwright does not have yet: storages, models, snapshots. There are none, so lists are empty and single ones do not
exist; making one is answered with 501. Clients that only look get on.
"""

from typing import Any

from litestar import delete, get, patch, post, route
from litestar.params import FromPath

from labelwright.access import on, signed_in
from labelwright.errors import LabelwrightError, NotFound
from labelwright.projects.queries import home_of_project

KINDS = ("azure", "gcs", "localfiles", "redis", "s3")
_STORAGES = ("/api/storages/{storage_kind:str}", "/api/storages/export/{storage_kind:str}")
_ONE_STORAGE = [f"{path}/{{storage_id:int}}" for path in _STORAGES]
_ONE_MODEL = "/api/ml/{model_id:int}"
_SNAPSHOT = "/api/projects/{project_id:int}/exports/{export_id:int}"


class NotYet(LabelwrightError):
    status = 501


def _storages(verb: str) -> dict[str, Any]:
    return signed_in(f"storages.{verb}")


# Storages


@get(["/api/storages", "/api/storages/export"], opt=_storages("view"), sync_to_thread=False)
def list_all_storages() -> list[Any]:
    return []


@get(["/api/storages/types", "/api/storages/export/types"], opt=_storages("view"), sync_to_thread=False)
def list_storage_types() -> list[Any]:
    return []


@get([*_STORAGES], opt=_storages("view"), sync_to_thread=False)
def list_storages(storage_kind: FromPath[str]) -> list[Any]:
    _check_kind(storage_kind)
    return []


@post([*_STORAGES, *(f"{path}/validate" for path in _STORAGES)], opt=_storages("change"), sync_to_thread=False)
def add_storage(storage_kind: FromPath[str]) -> None:
    _check_kind(storage_kind)
    raise NotYet("Storages are not there yet: import by file, address or request.")


@route(_ONE_STORAGE, http_method=["GET", "PATCH", "PUT", "DELETE"], opt=_storages("view"), sync_to_thread=False)
def one_storage(storage_kind: FromPath[str], storage_id: FromPath[int]) -> None:  # noqa: ARG001
    raise NotFound.of("Storage")


@post([f"{path}/sync" for path in _ONE_STORAGE], opt=_storages("sync"), sync_to_thread=False)
def sync_storage(storage_kind: FromPath[str], storage_id: FromPath[int]) -> None:  # noqa: ARG001
    raise NotFound.of("Storage")


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise NotFound


# Models


@get("/api/ml", opt=signed_in("models.view"), sync_to_thread=False)
def list_models() -> list[Any]:
    return []


@post("/api/ml", opt=signed_in("models.create"), sync_to_thread=False)
def add_model() -> None:
    raise NotYet("Model servers cannot be connected yet: import predictions with the tasks.")


@get([_ONE_MODEL, f"{_ONE_MODEL}/versions"], opt=signed_in("models.view"), sync_to_thread=False)
def show_model(model_id: FromPath[int]) -> None:  # noqa: ARG001
    raise NotFound.of("MLBackend")


@patch(_ONE_MODEL, opt=signed_in("models.change"), sync_to_thread=False)
def change_model(model_id: FromPath[int]) -> None:  # noqa: ARG001
    raise NotFound.of("MLBackend")


@delete(_ONE_MODEL, opt=signed_in("models.delete"), sync_to_thread=False)
def delete_model(model_id: FromPath[int]) -> None:  # noqa: ARG001
    raise NotFound.of("MLBackend")


@post(
    [f"{_ONE_MODEL}/{what}" for what in ("interactive-annotating", "predict/test", "train")],
    opt=signed_in("models.view"),
    sync_to_thread=False,
)
def use_model(model_id: FromPath[int]) -> None:  # noqa: ARG001
    raise NotFound.of("MLBackend")


# Snapshots of exports


def _exports() -> dict[str, Any]:
    return on("projects.view", home_of_project, "project_id")


@get("/api/projects/{project_id:int}/exports", opt=_exports(), sync_to_thread=False)
def list_snapshots(project_id: FromPath[int]) -> list[Any]:  # noqa: ARG001
    return []


@post("/api/projects/{project_id:int}/exports", opt=_exports(), sync_to_thread=False)
def add_snapshot(project_id: FromPath[int]) -> None:  # noqa: ARG001
    raise NotYet("Snapshots are not there yet: GET …/export streams the export at once.")


@route([_SNAPSHOT, f"{_SNAPSHOT}/download"], http_method=["GET", "DELETE"], opt=_exports(), sync_to_thread=False)
def one_snapshot(project_id: FromPath[int], export_id: FromPath[int]) -> None:  # noqa: ARG001
    raise NotFound.of("Export")


@post(f"{_SNAPSHOT}/convert", opt=_exports(), sync_to_thread=False)
def convert_snapshot(project_id: FromPath[int], export_id: FromPath[int]) -> None:  # noqa: ARG001
    raise NotFound.of("Export")


ROUTES: list[Any] = [
    list_all_storages,
    list_storage_types,
    list_storages,
    add_storage,
    one_storage,
    sync_storage,
    list_models,
    add_model,
    show_model,
    change_model,
    delete_model,
    use_model,
    list_snapshots,
    add_snapshot,
    one_snapshot,
    convert_snapshot,
]
