"""Checked tasks into a project: a few in one transaction, many in steps that nobody sees before the last.

Steps are short, so that nobody else waits long for the one writer of SQLite. What they write is hidden by a row of `hidden_tasks`; deleting that row is
all it takes to show a million tasks at once.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.db import Database, Tx
from labelwright.errors import Conflict, NotFound
from labelwright.imports import disk, queries
from labelwright.imports.bulk import take_ids
from labelwright.imports.rows import Rows
from labelwright.imports.uploads import Stored
from labelwright.imports.writing import write
from labelwright.jobs import Kind, Lane, Later, Step, Steps, Work, attached
from labelwright.kit.clock import now
from labelwright.kit.pace import Pace
from labelwright.kit.ranges import Ranges, numbers, ranges
from labelwright.projects import summary
from labelwright.settings import Settings
from labelwright.tasks import progress
from labelwright.tasks import service as tasks
from labelwright.tasks.tables import tasks as task_table
from labelwright.webhooks import Happened, emit

# Fewer rows, and fewer bytes, are written in one go.
_FEW_ROWS, _FEW_BYTES = 1000, 1024 * 1024
# Of the first step of many: how much it may be is learned from how long they take.
_FIRST_ROWS, _FIRST_BYTES = 1000, 256 * 1024
_OTHER_IMPORT_SECONDS = 1.0
KIND = "import"


class Content(msgspec.Struct, kw_only=True):
    """What an import brings. `ids` are known when it is written; `files` without an id are recorded with it."""

    project: int
    user: int
    rows: Rows
    columns: Counter[str]
    model_version: str | None
    files: Sequence[Stored]
    # Tasks that came from these files before go.
    replace: bool = False
    ids: Ranges = []

    @property
    def task_ids(self) -> list[int]:
        return list(numbers(self.ids))

    @property
    def file_ids(self) -> list[int]:
        return [file.id for file in self.files if file.id is not None]


class Counts(msgspec.Struct):
    """What an import job made: its result."""

    task_count: int
    annotation_count: int
    prediction_count: int
    file_upload_ids: list[int]


class _Place(msgspec.Struct, kw_only=True):
    """Where a large import stands."""

    ids: Ranges
    inner: int
    at: datetime
    result: "Counts"
    columns: dict[str, int]
    model_version: str | None
    # Records of files that this import made.
    recorded: list[int]
    replace: bool
    written: int = 0
    # Everything is written, and it cannot be taken back any more.
    closing: bool = False
    visible: bool = False


def commit(db: Database, settings: Settings, caller: Caller, content: Content) -> None:
    """Write it now. Raises Conflict when another large import into the project does not end."""
    rows = content.rows
    if rows.tasks + rows.annotations + rows.predictions <= _FEW_ROWS and rows.bytes <= _FEW_BYTES:
        with db.write() as tx:
            _write_few(tx, content)
        return
    kind = Kind(KIND, Lane.HEAVY, lambda work: steps(work, content), undo)
    title = ", ".join(file.name for file in content.files) or "JSON"
    attached.run(db, settings, caller, kind, project=content.project, title=title[:200], total=rows.tasks, arguments={})


def _write_few(tx: Tx, content: Content) -> None:
    project = _held(tx, content.project)
    if content.replace:
        tasks.remove(tx, project.id, queries.task_ids_of_files(tx, project.id, content.file_ids))
    record(tx, content.project, content.user, content.files)
    content.ids = ranges(take_ids(tx, task_table, content.rows.tasks))
    queries.set_last_inner_id(tx, project.id, project.last_inner_id + content.rows.tasks)
    write(
        tx, project, content.user, list(content.rows), content.task_ids, project.last_inner_id, content.file_ids, now()
    )
    _show(tx, project, content.columns, content.model_version, numbers(content.ids))


def steps(work: Work, content: Content) -> Steps:
    """Many tasks, hidden until all are there. Continues where `work.cursor` says; returns `Counts` as plain JSON."""
    place, total = _place(work), content.rows.tasks
    if place is None:
        opened: list[_Place] = []
        yield Step(0, total, "writing", lambda tx: _plain(_open(tx, work, content, opened)))
        place = opened[-1]
    content.ids = place.ids
    if place.result.task_count != total:
        raise Conflict("The files or the project changed while this import was interrupted; import them again.")
    if not place.closing:
        yield from _write_many(work, content, place)
    yield from _close(work, place)
    return msgspec.to_builtins(place.result)


def ended(work: Work) -> Any:
    """The result of an import whose last step was committed, and nothing more; else None."""
    place = _place(work)
    return msgspec.to_builtins(place.result) if place is not None and place.visible else None


def _open(tx: Tx, work: Work, content: Content, opened: list[_Place]) -> _Place:
    """Everything that must be done while the project is held: no other task of it gets an id between the first and the last of these."""
    project = _held(tx, content.project)
    if queries.is_importing(tx, project.id):
        raise Later(_OTHER_IMPORT_SECONDS)
    rows, recorded = content.rows, record(tx, content.project, content.user, content.files)
    ids = ranges(take_ids(tx, task_table, rows.tasks))
    queries.hide(tx, project.id, work.id, ids[0][0], ids[-1][1])
    queries.set_last_inner_id(tx, project.id, project.last_inner_id + rows.tasks)
    place = _Place(
        ids=ids,
        inner=project.last_inner_id,
        at=now(),
        result=Counts(rows.tasks, rows.annotations, rows.predictions, content.file_ids),
        columns=dict(content.columns),
        model_version=content.model_version,
        recorded=recorded,
        replace=content.replace,
    )
    opened.append(place)
    return place


def _write_many(work: Work, content: Content, place: _Place) -> Steps:
    total, files = content.rows.tasks, place.result.file_upload_ids
    pace = Pace(max(1, min(_FIRST_ROWS, _FIRST_BYTES * total // content.rows.bytes)), work.db.step_seconds)
    rows, ids = iter(content.rows), numbers(place.ids)
    for _ in islice(zip(rows, ids, strict=False), place.written):
        pass
    while part := list(islice(rows, pace.size)):
        given = list(islice(ids, len(part)))

        def add(tx: Tx, part: list[Any] = part, given: list[int] = given) -> Any:
            project = _held(tx, content.project)
            write(tx, project, content.user, part, given, place.inner + place.written, files, place.at)
            place.written += len(part)
            return _plain(place)

        pace.took((yield Step(place.written + len(part), total, "writing", add)))
    return None


def _close(work: Work, place: _Place) -> Steps:
    """Remove what is replaced, then show what is new. Neither can be cancelled: it would leave half of both."""
    if place.visible:
        return None
    pace, left, project_id, total = (
        Pace(100, work.db.step_seconds),
        [place.replace],
        work.project,
        place.result.task_count,
    )
    assert project_id is not None
    place.closing = True

    def remove(tx: Tx) -> Any:
        old = queries.task_ids_of_files(tx, project_id, place.result.file_upload_ids, pace.size)
        left[0] = tasks.remove(tx, project_id, old) > 0
        return _plain(place)

    while left[0]:
        pace.took((yield Step(total, total, "finishing", remove, certain=True)))

    def show(tx: Tx) -> Any:
        queries.show(tx, work.id)
        _show(tx, _held(tx, project_id), place.columns, place.model_version, numbers(place.ids))
        queries.tell_planner(tx)
        place.visible = True
        return _plain(place)

    yield Step(total, total, "finishing", show, certain=True)
    return None


def undo(work: Work) -> Steps:
    """Remove what nobody has seen, and the files that came with it."""
    place = _place(work)
    if place is None:
        return None
    if place.closing:
        yield from _close(work, place)
        return None
    pace, left, project_id, total = Pace(250, work.db.step_seconds), [0], work.project, place.result.task_count
    assert project_id is not None

    def remove(tx: Tx) -> None:
        left[0] = queries.remove_hidden(tx, work.id, pace.size)

    while True:
        pace.took((yield Step(0, total, "undoing", remove)))
        if not left[0]:
            break
    with work.db.read() as tx:
        files = [row.file for row in queries.files(tx, project_id, ids=place.recorded)]

    def forget(tx: Tx) -> None:
        queries.remove_files(tx, place.recorded)
        queries.show(tx, work.id)

    yield Step(0, total, "undoing", forget)
    disk.discard(work.settings, files)
    return None


def record(tx: Tx, project_id: int, user_id: int, files: Sequence[Stored]) -> list[int]:
    """Records of files that have none yet; their ids."""
    at, made = now(), []
    for file in files:
        if file.id is None:
            file.id = queries.add_file(tx, project_id, user_id, file.file, file.size, at)
            made.append(file.id)
    return made


def _show(
    tx: Tx, project: Row[Any], columns: dict[str, int], model_version: str | None, task_ids: Iterable[int]
) -> None:
    summary.change_columns(tx, project.id, columns)
    if model_version and not project.model_version:
        queries.set_model_version(tx, project.id, model_version)
    progress.redraw(tx, project.id)
    emit(tx, Happened.TASKS_CREATED, project.id, task_ids)


def _held(tx: Tx, project_id: int) -> Row[Any]:
    project = queries.locked_project(tx, project_id)
    if project is None:
        raise NotFound.of("Project")
    return project


def _place(work: Work) -> _Place | None:
    return None if work.cursor is None else msgspec.convert(work.cursor, _Place)


def _plain(place: _Place) -> Any:
    return msgspec.to_builtins(place)
