"""The rules of tasks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.db import Tx
from labelwright.errors import Invalid, NotFound
from labelwright.kit.clock import now
from labelwright.labelconfig import Config
from labelwright.labelconfig.taskdata import UNDEFINED
from labelwright.projects import service as projects
from labelwright.projects import summary
from labelwright.tasks import progress, queries
from labelwright.webhooks import Happened, emit, is_heard

_META = "Task[meta] must be dict or list"


def get(tx: Tx, task_id: int) -> Row[Any]:
    task = queries.by_id(tx, task_id)
    if task is None:
        raise NotFound.of("Task")
    return task


def create(tx: Tx, caller: Caller, project_id: int, values: dict[str, Any]) -> dict[str, Any]:
    """A task made by itself needs one annotation unless it says otherwise, whatever the project says."""
    project = projects.get(tx, project_id)
    data: dict[str, Any] = values["data"]
    if messages := Config.of(project.label_config).validate_task_data(data):
        raise Invalid({"data": messages})
    check_meta(values)
    at = now()
    made = queries.add(
        tx,
        {
            **values,
            "project_id": project_id,
            "inner_id": queries.next_inner_id(tx, project_id),
            "created_at": at,
            "updated_at": at,
            "updated_by_id": caller.id,
        },
    )
    summary.change_columns(tx, project_id, dict.fromkeys(data, 1))
    progress.redraw(tx, project_id)
    emit(tx, Happened.TASKS_CREATED, project_id, [made])
    return simple(get(tx, made))


def change(tx: Tx, caller: Caller, task_id: int, values: dict[str, Any]) -> None:
    """Label Studio checks neither data nor overlap against the project here; nor do we."""
    check_meta(values)
    task = queries.held(tx, task_id)
    if task is None:
        raise NotFound.of("Task")
    at = now()
    if "data" in values:
        before = summary.count_columns(tx, task.project_id, [task_id])
        before.subtract(dict.fromkeys(values["data"], 1))
        summary.change_columns(tx, task.project_id, {key: -number for key, number in before.items() if number})
    queries.change(tx, task_id, {**values, "updated_at": at, "updated_by_id": caller.id})
    if "overlap" in values and "is_labeled" not in values:
        progress.recount(tx, [task_id], task.skip_queue, at, caller.id)


def data_of(tx: Tx, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The decoded data of some tasks, in the order of `ids`."""
    rows: dict[int, Row[Any]] = {}
    for start in range(0, len(ids), queries.IN_ONE_STATEMENT):
        rows |= queries.by_ids(tx, ids[start : start + queries.IN_ONE_STATEMENT])
    return {number: msgspec.json.decode(rows[number].data) for number in ids if number in rows}


def change_data(tx: Tx, user_id: int, project_id: int, changed: Mapping[int, dict[str, Any]]) -> None:
    """Give tasks of a project other data, and its summary the keys that came and went."""
    before = summary.count_columns(tx, project_id, changed)
    queries.change_data(tx, changed, now(), user_id)
    after = Counter(key for data in changed.values() for key in data)
    summary.change_columns(tx, project_id, {key: after[key] - before[key] for key in {*before, *after}})


def remove(tx: Tx, project_id: int, ids: Sequence[int]) -> int:
    """Delete some tasks of a project with all their work; their number. Whoever has deleted enough draws the overlap anew (`progress.redraw`)."""
    mine = queries.among(tx, project_id, ids)
    columns = summary.count_columns(tx, project_id, mine)
    removed = queries.remove(tx, mine)
    if mine:
        emit(tx, Happened.TASKS_DELETED, project_id, mine)
    summary.change_columns(tx, project_id, {key: -number for key, number in columns.items()})
    return removed


def remove_all(tx: Tx, project_id: int) -> int:
    if is_heard(tx, Happened.TASKS_DELETED, project_id):
        emit(tx, Happened.TASKS_DELETED, project_id, queries.all_ids(tx, project_id))
    removed = queries.remove_all(tx, project_id)
    summary.clear_columns(tx, project_id)
    return removed


def check_meta(values: dict[str, Any]) -> None:
    if not isinstance(values.get("meta"), dict | list | None):
        raise Invalid({"meta": [_META]})


_UNDEFINED = f'"{UNDEFINED}"'.encode()


def served(data: msgspec.Raw, config: Config) -> msgspec.Raw:
    """The data with the config's first key in place of the one that was unknown when a plain file was imported."""
    if _UNDEFINED not in bytes(data) or not config.data_types:
        return data
    return msgspec.Raw(msgspec.json.encode(config.with_key(msgspec.json.decode(data))))


def comment_authors(tx: Tx, rows: Iterable[Row[Any]]) -> defaultdict[int, list[int]]:
    """By task. Most tasks are commented by nobody: those cost nothing."""
    authors: defaultdict[int, list[int]] = defaultdict(list)
    commented = [row.id for row in rows if row.comment_count]
    for found in queries.comment_authors(tx, commented) if commented else ():
        authors[found.task_id].append(found.created_by_id)
    return authors


_SIMPLE = {
    "id": "id",
    "data": "data",
    "meta": "meta",
    "created_at": "created_at",
    "updated_at": "updated_at",
    "is_labeled": "is_labeled",
    "overlap": "overlap",
    "inner_id": "inner_id",
    "total_annotations": "total_annotations",
    "cancelled_annotations": "cancelled_annotations",
    "total_predictions": "total_predictions",
    "comment_count": "comment_count",
    "unresolved_comment_count": "unresolved_comment_count",
    "last_comment_updated_at": "last_comment_updated_at",
    "project": "project_id",
    "updated_by": "updated_by_id",
    "file_upload": "file_upload_id",
}
# By place: lists show thousands of rows, and looking for names takes most of the time.
_values = itemgetter(*([column.key for column in queries.COLUMNS].index(name) for name in _SIMPLE.values()))


def simple(row: Row[Any], comment_authors: Sequence[int] = ()) -> dict[str, Any]:
    """Label Studio's short form of a task. The row begins with `queries.COLUMNS`."""
    return {**dict(zip(_SIMPLE, _values(row), strict=True)), "comment_authors": list(comment_authors)}
