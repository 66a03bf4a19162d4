"""A project once more: its settings at once, its tasks and files as a job, on the same way as an import.

A copy that fails leaves nothing; run again, the job begins with a new project.
"""

from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Any, Literal

import msgspec
from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.db import Tx
from labelwright.errors import NotFound
from labelwright.imports import committing, disk, queries
from labelwright.imports.rows import Rows, TaskRow
from labelwright.imports.uploads import Stored
from labelwright.jobs import Kind, Lane, Step, Steps, Work
from labelwright.jobs import service as jobs
from labelwright.jobs.schemas import JobOut
from labelwright.projects import duplicates, summary
from labelwright.projects import service as projects
from labelwright.projects.schemas import Title

_BATCH = 500


class DuplicateIn(msgspec.Struct):
    """`mode`: `settings,data` brings the tasks along. Without a title it is called a copy."""

    title: Title | None = None
    description: str | None = None
    mode: Literal["settings", "settings,data"] = "settings"


class Duplicated(msgspec.Struct):
    """The new project, with its `id` where the official client looks for it; the job that fills it, if there is anything to bring along."""

    id: int
    project: dict[str, Any]
    job: JobOut | None


class _Arguments(msgspec.Struct):
    source: int
    user: int
    title: str | None = None
    description: str | None = None


def begin(tx: Tx, caller: Caller, project_id: int, wanted: DuplicateIn) -> Duplicated:
    made = duplicates.duplicate(tx, caller.id, project_id, wanted.title, wanted.description)
    job = None
    if wanted.mode == "settings,data" and queries.tasks_after(tx, project_id, 0, 1):
        arguments = msgspec.to_builtins(_Arguments(project_id, caller.id, wanted.title, wanted.description))
        title = projects.get(tx, project_id).title
        number = jobs.enqueue(tx, caller, DUPLICATE, project=made, title=title, arguments=arguments, begun=True)
        job = jobs.get(tx, caller, number)
    return Duplicated(made, projects.show(tx, caller, made), job)


def _run(work: Work) -> Steps:
    if (result := committing.ended(work)) is not None:
        return result
    given = msgspec.convert(work.arguments, _Arguments)
    if work.project is None:
        work = yield from _begin_again(work, given)
    target = _target(work)
    with work.db.read() as tx:
        files = queries.files(tx, given.source)
        columns = summary.data_columns(tx, _source(tx, given).id)
    copies = [Stored(_moved(row.file, given.source, target), "", row.size) for row in files]
    for row, copied in zip(files, copies, strict=True):
        disk.copy(work.settings, row.file, copied.file)
        yield Step(0, None, "copying")
    places = {row.id: place for place, row in enumerate(files)}
    with Rows() as rows:
        for task in _tasks(work, given.source):
            file = places.get(task.file_upload_id)
            data = _moved(bytes(task.data).decode(), given.source, target)
            rows.add(TaskRow(data, task.meta and bytes(task.meta).decode(), task.allow_skip, file, [], []))
            if rows.tasks % _BATCH == 0:
                yield Step(rows.tasks, None, "copying")
        with work.db.read() as tx:
            # One that went meanwhile had its last tasks a moment ago.
            _source(tx, given)
        content = committing.Content(
            project=target, user=given.user, rows=rows, columns=Counter(columns), model_version=None, files=copies
        )
        if not rows.tasks:
            return {"task_count": 0}
        return (yield from committing.steps(work, content))


def _begin_again(work: Work, given: _Arguments) -> Generator[Step, float, Work]:
    """The project that this job was for went when the copy failed."""
    made: list[int] = []

    def make(tx: Tx) -> None:
        _source(tx, given)
        made.append(duplicates.duplicate(tx, given.user, given.source, given.title, given.description))
        jobs.belong(tx, work.id, made[-1])

    yield Step(0, None, "copying", make)
    return replace(work, project=made[-1])


def _source(tx: Tx, given: _Arguments) -> Row[Any]:
    try:
        return projects.get(tx, given.source)
    except NotFound:
        raise NotFound("The project that was to be copied is gone.") from None


def _tasks(work: Work, project_id: int) -> Iterator[Any]:
    last = 0
    while True:
        with work.db.read() as tx:
            batch = queries.tasks_after(tx, project_id, last, _BATCH)
        if not batch:
            return
        yield from batch
        last = batch[-1].id


def _moved(text: str, source: int, target: int) -> str:
    """Names of a project's files, also inside of addresses, are those of the other's."""
    return text.replace(f"upload/{source}/", f"upload/{target}/")


def _undo(work: Work) -> Steps:
    """The new project goes with all that was copied. If somebody has used it meanwhile it stays, with that."""
    if work.project is None:
        return
    yield from committing.undo(work)
    given, target = msgspec.convert(work.arguments, _Arguments), work.project
    with work.db.read() as tx:
        kept = {row.file for row in queries.files(tx, target)}
        copied = [_moved(row.file, given.source, target) for row in queries.files(tx, given.source)]
    disk.discard(work.settings, [file for file in copied if file not in kept])

    def remove(tx: Tx) -> None:
        if queries.is_as_made(tx, target):
            # A project takes its jobs along, but somebody waits for this one.
            jobs.belong(tx, work.id, None)
            projects.remove(tx, target)
            # Of a source that is gone nobody knows what was copied.
            disk.discard_all(work.settings, target)

    yield Step(0, None, "undoing", remove)


def _target(work: Work) -> int:
    assert work.project is not None
    return work.project


DUPLICATE = Kind("duplicate", Lane.HEAVY, _run, _undo)
