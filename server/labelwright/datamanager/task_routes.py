"""Tasks in the Data Manager's shape, over HTTP."""

from collections.abc import Collection
from typing import Any

from litestar import get
from litestar.params import FromPath, FromQuery

from labelwright.access import on, signed_in
from labelwright.datamanager import pages
from labelwright.datamanager.asking import Asked, asked, find
from labelwright.datamanager.pages import Place, Wanted
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.kit.paging import page_size as size_within
from labelwright.kit.paging import whole
from labelwright.tasks.queries import home_of_task

_DEFAULT_PAGE, _LARGEST_PAGE = 100, 10_000
_RESULTS = frozenset({"annotations", "predictions"})


@get("/api/tasks", opt=signed_in("tasks.view"))
async def list_tasks(
    request: ApiRequest,
    page: FromQuery[int] = 1,
    page_size: FromQuery[str | None] = None,
    fields: FromQuery[str | None] = None,
    include: FromQuery[str | None] = None,
    after: FromQuery[int | None] = None,
    totals: FromQuery[bool] = True,
) -> dict[str, Any]:
    """One of `project` and `view` says whose tasks; `query` is JSON with `filters`, `ordering` and `selectedItems`.

    `after` is the id of a task: the page begins behind it, and is as quick at the end of a list as at its beginning. `totals=false` leaves the three totals
    null: `/api/dm/totals` counts them. `include` names the only fields; `annotations_labels` and `predictions_labels` are there only when it does.
    """
    given = await asked(request)
    largest = request.settings.task_api_page_size_max or _LARGEST_PAGE
    size = size_within(whole(page_size), min(_DEFAULT_PAGE, largest), largest)
    return await in_thread(_list, request, given, Place(page, size, after, totals), fields == "all", include)


def _list(request: ApiRequest, given: Asked, place: Place, everything: bool, include: str | None) -> dict[str, Any]:
    names = tuple(name.strip() for name in include.split(",") if name.strip()) if include else ()
    with request.db.read() as tx:
        project_id, query, view = find(tx, request, given, "tasks.view")
        labels = frozenset(of for of in _RESULTS if f"{of}_labels" in names)
        wanted = Wanted(everything, _results(given, view, everything, names), labels, names)
        return pages.listed(tx, request.caller, project_id, query, place, wanted)


@get("/api/dm/totals", opt=signed_in("tasks.view"))
async def count_tasks(request: ApiRequest) -> dict[str, Any]:
    """What the list of the same `project`, `view` and `query` counts, for pages that do not wait for it."""
    given = await asked(request)
    return await in_thread(_count, request, given)


def _count(request: ApiRequest, given: Asked) -> dict[str, Any]:
    with request.db.read() as tx:
        project_id, query, _ = find(tx, request, given, "tasks.view")
        return pages.totals(tx, project_id, query)


def _results(given: Asked, view: dict[str, Any], everything: bool, names: Collection[str]) -> frozenset[str]:
    """Beginnings of results are read only for those who look at them."""
    if names:
        return frozenset(of for of in _RESULTS if f"{of}_results" in names)
    if everything or given.view is None:
        return _RESULTS if everything else frozenset()
    hidden = view.get("hiddenColumns")
    explore = hidden.get("explore", []) if isinstance(hidden, dict) else []
    return frozenset(of for of in _RESULTS if f"tasks:{of}_results" not in explore)


@get("/api/tasks/{task_id:int}", opt=on("tasks.view", home_of_task, "task_id"), sync_to_thread=True)
def show_task(request: ApiRequest, task_id: FromPath[int]) -> dict[str, Any]:
    with request.db.read() as tx:
        return pages.detail(tx, request.caller, task_id)


ROUTES: list[Any] = [list_tasks, count_tasks, show_task]
