"""The history of annotations over HTTP."""

from typing import Any

from litestar import get
from litestar.params import FromQuery

from labelwright.access import signed_in
from labelwright.annotations import history
from labelwright.http.request import ApiRequest


@get("/api/annotation-history", opt=signed_in("annotations.view"), sync_to_thread=True)
def list_annotation_history(
    request: ApiRequest, annotation: FromQuery[int], ordering: FromQuery[str] = "-created_at"
) -> list[dict[str, Any]]:
    """Every state of an annotation, the present one too (its `id` is null), newest first unless `ordering=created_at`."""
    with request.db.read() as tx:
        return history.listed(tx, request.caller, annotation, oldest_first=not ordering.startswith("-"))


ROUTES: list[Any] = [list_annotation_history]
