"""Comments over HTTP."""

from typing import Any

from litestar import delete, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody

from labelwright.access import on, signed_in
from labelwright.comments import queries, service
from labelwright.comments.schemas import CommentChange, CommentIn
from labelwright.errors import Invalid
from labelwright.http.request import ApiRequest

_ONE = "/api/comments/{comment_id:int}"


def of_comment(permission: str) -> dict[str, Any]:
    return on(permission, queries.home_of_comment, "comment_id", "Comment")


@get("/api/comments", opt=signed_in("annotations.view"), sync_to_thread=True)
def list_comments(
    request: ApiRequest,
    annotation: FromQuery[int | None] = None,
    draft: FromQuery[int | None] = None,
    task: FromQuery[int | None] = None,
    projects: FromQuery[str] = "",
    annotators: FromQuery[str] = "",
    ordering: FromQuery[str] = "id",
    expand_created_by: FromQuery[bool] = False,
) -> list[dict[str, Any]]:
    """`projects` and `annotators` (authors) are ids with commas between."""
    conditions = queries.about(
        annotation=annotation,
        draft=draft,
        task=task,
        of_projects=_ids("projects", projects),
        authors=_ids("annotators", annotators),
    )
    with request.db.read() as tx:
        return service.listed(tx, request.caller, conditions, ordering=ordering, expand=expand_created_by)


@post("/api/comments", opt=signed_in("annotations.create"), sync_to_thread=True)
def add_comment(
    request: ApiRequest, data: JSONBody[CommentIn], expand_created_by: FromQuery[bool] = False
) -> dict[str, Any]:
    with request.db.write() as tx:
        return service.add(tx, request.caller, data, expand=expand_created_by)


@get(_ONE, opt=of_comment("annotations.view"), sync_to_thread=True)
def show_comment(
    request: ApiRequest, comment_id: FromPath[int], expand_created_by: FromQuery[bool] = False
) -> dict[str, Any]:
    with request.db.read() as tx:
        return service.show(tx, request.caller, comment_id, expand=expand_created_by)


@patch(_ONE, opt=of_comment("annotations.create"), sync_to_thread=True)
def change_comment(
    request: ApiRequest,
    comment_id: FromPath[int],
    data: JSONBody[CommentChange],
    expand_created_by: FromQuery[bool] = False,
) -> dict[str, Any]:
    """The text is its author's; `is_resolved` is everybody's who may annotate."""
    with request.db.write() as tx:
        return service.change(tx, request.caller, comment_id, data, expand=expand_created_by)


@delete(_ONE, opt=of_comment("annotations.create"), sync_to_thread=True)
def delete_comment(request: ApiRequest, comment_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        service.remove(tx, request.caller, comment_id)


def _ids(name: str, text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",") if part.strip()]
    except ValueError:
        raise Invalid({name: ["Ids with commas between are expected."]}) from None


ROUTES: list[Any] = [list_comments, add_comment, show_comment, change_comment, delete_comment]
