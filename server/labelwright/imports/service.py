"""Imports: read and check everything first, then write it so that it shows as a whole, or nothing."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

import msgspec

from labelwright.access import Caller
from labelwright.db import Database, Tx
from labelwright.errors import Invalid, LabelwrightError, NotFound
from labelwright.imports import disk, queries, uploads
from labelwright.imports.checks import Checker, Refused, checked_prediction
from labelwright.imports.committing import Content, commit, record
from labelwright.imports.json_items import split, whole
from labelwright.imports.json_window import Window
from labelwright.imports.people import Authors
from labelwright.imports.readers import Reader, Source, Unreadable, extension, media, reader_of
from labelwright.imports.receiving import Incoming
from labelwright.imports.uploads import Stored
from labelwright.imports.writing import write_predictions
from labelwright.kit.clock import now
from labelwright.labelconfig import Config
from labelwright.labelconfig.taskdata import UNDEFINED
from labelwright.settings import Settings
from labelwright.tasks import progress

_SEVERAL_KEYS = (
    "Your label config has more than one data key and direct file upload supports only one data key. "
    "To import data with multiple data keys, use a JSON or CSV file."
)
_NEWS_EVERY = 500
NOTHING = "load_tasks: No data found in DATA or in FILES"
NO_FILES: dict[str, Any] = {
    "task_count": 0,
    "annotation_count": 0,
    "prediction_count": 0,
    "duration": 0,
    "file_upload_ids": [],
    "found_formats": {},
    "data_columns": [],
}


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The query flags of an import."""

    commit: bool = True
    return_task_ids: bool = False
    preannotated_from_fields: tuple[str, ...] = ()
    # False: a table or a text file is one task with the address of the file.
    files_as_tasks_list: bool = True


class Read(msgspec.Struct):
    """What the files of a request consist of, found while they are read."""

    formats: Counter[str] = msgspec.field(default_factory=Counter)
    columns: list[str] | None = None
    could_be_tasks_list: bool = False
    # The first file's name, whether it is a table, and its first task's keys: later files must fit.
    first: tuple[str, bool, frozenset[str]] | None = None


def import_body(
    db: Database, settings: Settings, caller: Caller, project_id: int, incoming: Incoming, options: Options
) -> dict[str, Any]:
    """Tasks from a request's JSON document or files: the answer of `POST …/import`."""
    started = time.monotonic()
    if incoming.files:
        stored = uploads.store(settings, project_id, incoming.files)
        try:
            return _import_files(db, settings, caller, project_id, stored, options, started)
        except BaseException:
            disk.discard(settings, [file.file for file in stored])
            raise
    if incoming.document is None or not incoming.document.read(1):
        raise Invalid([NOTHING])
    checker = checker_of(db, settings, caller.organization, caller.id, project_id, options)
    with checker.rows:
        incoming.document.seek(0)
        try:
            for item in split(Window(incoming.document)):
                checker.take(item)
        except Unreadable as error:
            raise LabelwrightError(f"JSON parse error - {error.detail}") from error
        checker.finish()
        content = content_of(checker, caller.id, project_id, [])
        if options.commit:
            commit(db, settings, caller, content)
    return _answer(content, options, started, None, committed=options.commit)


def _import_files(
    db: Database,
    settings: Settings,
    caller: Caller,
    project_id: int,
    stored: list[Stored],
    options: Options,
    started: float,
) -> dict[str, Any]:
    if not options.commit:
        # Staged: what the files hold is shown to their owner, and checked when they are imported for good.
        read = Read()
        config = _config(db, project_id)
        count = sum(1 for _ in _items(settings, config, stored, options, read))
        with db.write() as tx:
            record(tx, project_id, caller.id, stored)
        return {
            "task_count": count,
            "annotation_count": None,
            "prediction_count": None,
            "duration": time.monotonic() - started,
            "file_upload_ids": [file.id for file in stored],
            **_found(read),
        }
    checker = checker_of(db, settings, caller.organization, caller.id, project_id, options)
    with checker.rows:
        read = Read()
        for _ in checking(db, settings, project_id, checker, stored, options, read):
            pass
        content = content_of(checker, caller.id, project_id, stored)
        commit(db, settings, caller, content)
    return _answer(content, options, started, read)


def reimport(
    db: Database, settings: Settings, caller: Caller, project_id: int, file_ids: Sequence[int], options: Options
) -> dict[str, Any]:
    """Import files that are stored already; tasks that came from them before are replaced."""
    started = time.monotonic()
    with db.read() as tx:
        stored = stored_files(tx, project_id, file_ids)
    checker = checker_of(db, settings, caller.organization, caller.id, project_id, options)
    with checker.rows:
        read = Read()
        for _ in checking(db, settings, project_id, checker, stored, options, read):
            pass
        content = content_of(checker, caller.id, project_id, stored, replace=True)
        commit(db, settings, caller, content)
    answer = _answer(content, options, started, read)
    del answer["could_be_tasks_list"]
    return answer


def stored_files(tx: Tx, project_id: int, file_ids: Sequence[int]) -> list[Stored]:
    """Files that a project has. Raises NotFound."""
    rows = queries.files(tx, project_id, ids=file_ids)
    if missing := sorted(set(file_ids) - {row.id for row in rows}):
        raise NotFound(f"No file upload {missing[0]} in this project.")
    return [Stored.of(row) for row in rows]


# Reading


def checking(
    db: Database,
    settings: Settings,
    project_id: int,
    checker: Checker,
    stored: Sequence[Stored],
    options: Options,
    read: Read,
) -> Iterator[int]:
    """Takes all items of the files; says now and then how many it has taken. Raises Invalid."""
    for count, (index, item) in enumerate(_items(settings, _config(db, project_id), stored, options, read), start=1):
        checker.take(item, index)
        if count % _NEWS_EVERY == 0:
            yield count
    checker.finish()


def content_of(
    checker: Checker, user: int, project_id: int, stored: Sequence[Stored], *, replace: bool = False
) -> Content:
    return Content(
        project=project_id,
        user=user,
        rows=checker.rows,
        columns=checker.columns,
        model_version=checker.model_version,
        files=stored,
        replace=replace,
    )


def _items(
    settings: Settings, config: Config, stored: Sequence[Stored], options: Options, read: Read
) -> Iterable[tuple[int, Any]]:
    """Every item with the index of its file. Raises Invalid that names the file and, where known, the line."""
    for index, file in enumerate(stored):
        read.formats[extension(file.name)] += 1
        try:
            for item in _items_of(settings, config, file, options, read):
                yield index, item
        except Unreadable as error:
            raise Invalid([f"Failed to parse input file {file.name}: {error.detail}"]) from error


def _items_of(settings: Settings, config: Config, file: Stored, options: Options, read: Read) -> Iterable[Any]:
    reader: Reader = reader_of(file.name)
    source = Source(settings.media_dir / file.file, file.name, disk.upload_url(file.file, settings.base_path))
    whole = reader.lines and not options.files_as_tasks_list
    table = reader.table and not whole
    if reader.lines:
        read.could_be_tasks_list = True
    if whole:
        reader = media.READER
    first = True
    for item in reader.read(source):
        if first:
            _fits_the_others(read, file.name, table, item)
            if len(config.data_types) > 1 and _is_direct(item):
                raise Unreadable(_SEVERAL_KEYS)
            first = False
        yield item


def _data(item: Any) -> dict[str, Any]:
    if not isinstance(item, dict):
        return {}
    data = item.get("data") or item
    return data if isinstance(data, dict) else {}


def _is_direct(item: Any) -> bool:
    return UNDEFINED in _data(item)


def _fits_the_others(read: Read, name: str, table: bool, item: Any) -> None:
    keys = list(_data(item))
    if read.first is None:
        read.first, read.columns = (name, table, frozenset(keys)), keys
        return
    other, other_table, other_keys = read.first
    read.columns = [key for key in read.columns or [] if key in keys]
    if read.columns:
        return
    head = "You're trying to import inconsistent data:\n"
    if table != other_table and (_is_direct(item) or UNDEFINED in other_keys):
        raise Invalid(
            [
                f"{head}{other} and {name} mix a table with files that are tasks themselves; import them one after the other."
            ]
        )
    raise Invalid(
        [
            f"{head}the tasks of {other} have the keys {sorted(other_keys)}, those of {name} have {sorted(keys)}; "
            "files that are imported together must share a key."
        ]
    )


def _config(db: Database, project_id: int) -> Config:
    with db.read() as tx:
        project = queries.project(tx, project_id)
    if project is None:
        raise NotFound.of("Project")
    return Config.of(project.label_config)


def checker_of(
    db: Database, settings: Settings, organization: int, user: int, project_id: int, options: Options
) -> Checker:
    with db.read() as tx:
        members = queries.members_by_email(tx, organization)
    authors = Authors(user, members, accept_unknown=settings.allow_import_tasks_with_unknown_emails)
    return Checker(_config(db, project_id), authors, options.preannotated_from_fields, settings.max_import_tasks)


def _answer(
    content: Content, options: Options, started: float, read: Read | None, *, committed: bool = True
) -> dict[str, Any]:
    rows = content.rows
    answer: dict[str, Any] = {
        "task_count": rows.tasks,
        "annotation_count": rows.annotations if committed else None,
        "prediction_count": rows.predictions if committed else None,
        "duration": time.monotonic() - started,
        "file_upload_ids": content.file_ids,
        **(_found(read) if read else {"could_be_tasks_list": False, "found_formats": [], "data_columns": []}),
    }
    if not read:
        answer["data_columns"] = [key for key, count in content.columns.items() if count == rows.tasks]
    if options.return_task_ids and committed:
        answer["task_ids"] = content.task_ids
    return answer


def _found(read: Read) -> dict[str, Any]:
    return {
        "could_be_tasks_list": read.could_be_tasks_list,
        "found_formats": dict(read.formats),
        "data_columns": read.columns or [],
    }


# Predictions of tasks that exist


def import_predictions(db: Database, project_id: int, document: BinaryIO) -> dict[str, int]:
    config = _config(db, project_id)
    try:
        items = whole(document)
    except Unreadable as error:
        raise LabelwrightError(f"JSON parse error - {error.detail}") from error
    if not isinstance(items, list):
        raise Invalid(["Predictions must be a list"])
    errors, rows = [], []
    for index, item in enumerate(items):
        try:
            rows.append((_task_of(item), checked_prediction(config, item)))
        except Refused as refused:
            errors.append(f"Prediction {index}: {refused}")
    if errors:
        raise Invalid(errors[:100])
    ids = sorted({task for task, _ in rows})
    at = now()
    with db.write() as tx:
        project = queries.locked_project(tx, project_id)
        if project is None:
            raise NotFound.of("Project")
        if unknown := sorted(set(ids) - queries.tasks_among(tx, project_id, ids)):
            raise Invalid(
                [f"Task {unknown[0]} is not in this project; {len(unknown)} of {len(ids)} tasks are unknown."]
            )
        write_predictions(tx, project_id, rows, at)
        progress.recount_predictions(tx, ids, at)
        if rows and not project.model_version:
            queries.set_model_version(tx, project_id, rows[-1][1].model_version)
    return {"created": len(rows)}


def _task_of(item: Any) -> int:
    task = item.get("task") if isinstance(item, dict) else None
    if not isinstance(task, int) or isinstance(task, bool):
        raise Refused('"task" must be the id of a task')
    return task
