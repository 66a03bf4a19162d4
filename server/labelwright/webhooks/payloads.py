"""What a webhook is sent: the rows as they are when it is sent, under Label Studio's names."""

import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Row, Table, select

from labelwright.annotations.tables import annotations
from labelwright.db import Tx
from labelwright.kit.ranges import Ranges, numbers
from labelwright.labelconfig import Config
from labelwright.labels.tables import label_links, labels
from labelwright.projects.tables import projects
from labelwright.tasks.tables import tasks
from labelwright.webhooks.actions import TEST, Happened
from labelwright.webhooks.ports import ports

_IN_ONE_STATEMENT = 500
_INTERNAL = frozenset({"tally", "last_inner_id", "task_data_password"})
Shape = dict[str, Any]


def body(tx: Tx, action: str, project_id: int, ids: Ranges, *, with_payload: bool) -> str:
    content: Shape = {"action": action}
    if with_payload and action != TEST:
        content |= _payload(tx, Happened(action), project_id, list(numbers(ids)))
    return msgspec.json.encode(content).decode()


def _payload(tx: Tx, action: Happened, project_id: int, ids: list[int]) -> Shape:
    if action is Happened.PROJECT_DELETED:
        return {"project": {"id": project_id}}
    about = _ABOUT[action](tx, ids) if action in _ABOUT else {}
    # `task` stands last where there is one.
    task = {name: about.pop(name) for name in ("task",) if name in about and action is not Happened.ANNOTATIONS_CREATED}
    return {**about, "project": _project(tx, project_id), **task}


def _project(tx: Tx, project_id: int) -> Shape:
    row = tx.execute(select(projects).where(projects.c.id == project_id)).one_or_none()
    if row is None:
        return {"id": project_id}
    return {
        **_shape(row),
        **ports.counters(tx, project_id),
        "label_config_hash": zlib.crc32(row.label_config.encode()),
        "data_types": Config.of(row.label_config).data_types,
        "custom_task_lock_ttl": None,
        "deleted_at": None,
        "purge_at": None,
        "search_vector": None,
    }


def _shape(row: Row[Any]) -> Shape:
    """All columns, those that point at something under its name. Neither secrets nor what is our own."""
    return {
        name.removesuffix("_id") if name not in ("inner_id", "unique_id", "import_id") else name: value
        for name, value in row._mapping.items()
        if name not in _INTERNAL
    }


def _task(row: Row[Any]) -> Shape:
    return {**_shape(row), "precomputed_agreement": None}


def _rows(tx: Tx, table: Table, ids: Sequence[int]) -> list[Row[Any]]:
    found: list[Row[Any]] = []
    for start in range(0, len(ids), _IN_ONE_STATEMENT):
        part = ids[start : start + _IN_ONE_STATEMENT]
        found += tx.execute(select(table).where(table.c.id.in_(part)).order_by(table.c.id)).all()
    return found


def _only_ids(ids: Iterable[int]) -> list[Shape]:
    return [{"id": number} for number in ids]


def _tasks_created(tx: Tx, ids: list[int]) -> Shape:
    return {"tasks": [_task(row) for row in _rows(tx, tasks, ids)]}


def _annotation(tx: Tx, ids: list[int]) -> Shape:
    """One that is gone again is told by its id."""
    made = _rows(tx, annotations, ids)
    if not made:
        return {"annotation": _only_ids(ids)[0], "task": None}
    [task] = _rows(tx, tasks, [made[0].task_id])
    return {"annotation": _shape(made[0]), "task": _task(task)}


def _annotations(tx: Tx, ids: list[int]) -> Shape:
    made = _rows(tx, annotations, ids)
    theirs = _rows(tx, tasks, sorted({row.task_id for row in made}))
    return {"annotation": [_shape(row) for row in made], "task": [_task(row) for row in theirs]}


def _links_created(tx: Tx, ids: list[int]) -> Shape:
    return {"label_link": [_shape(row) for row in _rows(tx, label_links, ids)]}


def _link_updated(tx: Tx, ids: list[int]) -> Shape:
    links = _rows(tx, label_links, ids)
    if not links:
        return {"label_link": _only_ids(ids)[0]}
    [label] = _rows(tx, labels, [links[0].label_id])
    return {"label_link": _shape(links[0]), "label": _shape(label)}


_ABOUT: dict[Happened, Callable[[Tx, list[int]], Shape]] = {
    Happened.TASKS_CREATED: _tasks_created,
    Happened.TASKS_DELETED: lambda _, ids: {"tasks": _only_ids(ids)},
    Happened.ANNOTATION_CREATED: _annotation,
    Happened.ANNOTATIONS_CREATED: _annotations,
    Happened.ANNOTATION_UPDATED: _annotation,
    Happened.ANNOTATIONS_DELETED: lambda _, ids: {"annotations": _only_ids(ids)},
    Happened.LABEL_LINK_CREATED: _links_created,
    Happened.LABEL_LINK_UPDATED: _link_updated,
    Happened.LABEL_LINK_DELETED: lambda _, ids: {"label_link": _only_ids(ids)[0]},
}
