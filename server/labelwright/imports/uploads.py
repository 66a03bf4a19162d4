"""Uploaded files: kept in the media directory, moved there when they are checked, removed with their record."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.db import Database, Tx
from labelwright.errors import Invalid, NotFound
from labelwright.imports import disk, queries, svg
from labelwright.imports.readers import Unreadable, extension, reader_of
from labelwright.imports.receiving import Received
from labelwright.imports.schemas import FileUploadOut
from labelwright.settings import Settings


class Stored(msgspec.Struct):
    """A file in the media directory; `id` once the database knows it."""

    file: str
    name: str
    size: int
    id: int | None = None

    @staticmethod
    def of(row: Row[Any]) -> "Stored":
        return Stored(row.file, Path(row.file).name.partition("-")[2], row.size, row.id)


def store(settings: Settings, project_id: int, files: Iterable[Received]) -> list[Stored]:
    """Move received files into the project's folder of the media directory. All types are checked first."""
    files = list(files)
    for file in files:
        try:
            reader_of(file.name)
        except Unreadable as error:
            raise Invalid([error.detail]) from error
    stored: list[Stored] = []
    try:
        for file in files:
            if settings.svg_security_cleanup and extension(file.name) == ".svg":
                file.size = svg.clean(file.path)
            stored.append(Stored(disk.upload_name(project_id, file.name), file.name, file.size))
            disk.keep(file.path, settings, stored[-1].file)
    except BaseException:
        disk.discard(settings, [file.file for file in stored])
        raise
    return stored


def get(tx: Tx, file_upload_id: int) -> FileUploadOut:
    return _out(_row(tx, file_upload_id))


def project_of(tx: Tx, file_upload_id: int) -> int:
    return int(_row(tx, file_upload_id).project_id)


def listed(
    tx: Tx, caller: Caller, project_id: int, ids: Sequence[int] | None, *, everything: bool
) -> list[FileUploadOut]:
    """The caller's files: named ones, or all; without either those of a project that is still being set up."""
    if ids is None and not everything:
        project = queries.project(tx, project_id)
        if project is None or not project.is_draft:
            return []
    return [_out(row) for row in queries.files(tx, project_id, user_id=caller.id, ids=ids)]


def delete(db: Database, settings: Settings, project_id: int, ids: Sequence[int] | None) -> int:
    """Remove files of a project (all without `ids`); their tasks stay."""
    with db.write() as tx:
        rows = queries.files(tx, project_id, ids=ids)
        queries.remove_files(tx, [row.id for row in rows])
    disk.discard(settings, [row.file for row in rows])
    return len(rows)


def replace(db: Database, settings: Settings, file_upload_id: int, files: Sequence[Received]) -> FileUploadOut:
    with db.read() as tx:
        before = _row(tx, file_upload_id)
    if not files:
        return _out(before)
    stored = store(settings, before.project_id, files[:1])
    try:
        with db.write() as tx:
            queries.change_file(tx, file_upload_id, stored[0].file, stored[0].size)
    except BaseException:
        disk.discard(settings, [stored[0].file])
        raise
    disk.discard(settings, [before.file])
    return FileUploadOut(file_upload_id, stored[0].file, stored[0].size)


def _row(tx: Tx, file_upload_id: int) -> Row[Any]:
    row = queries.file_upload(tx, file_upload_id)
    if row is None:
        raise NotFound.of("FileUpload")
    return row


def _out(row: Row[Any]) -> FileUploadOut:
    return FileUploadOut(row.id, row.file, row.size)
