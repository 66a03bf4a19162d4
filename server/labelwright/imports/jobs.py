"""Imports of stored files as jobs: what the page asks for, and anybody else who does not want to wait."""

from typing import Any

import msgspec

from labelwright.access import Caller
from labelwright.db import Tx
from labelwright.imports import committing, service
from labelwright.imports.duplicates import DUPLICATE
from labelwright.imports.schemas import ReimportIn
from labelwright.jobs import Kind, Lane, Step, Steps, Work
from labelwright.jobs import service as jobs
from labelwright.jobs.schemas import JobOut


class _Arguments(msgspec.Struct):
    user: int
    file_upload_ids: list[int]
    files_as_tasks_list: bool


def enqueue(tx: Tx, caller: Caller, project_id: int, wanted: ReimportIn) -> JobOut:
    """Raises NotFound for a file that the project does not have."""
    files = service.stored_files(tx, project_id, wanted.file_upload_ids)
    arguments = _Arguments(caller.id, wanted.file_upload_ids, wanted.files_as_tasks_list)
    title = ", ".join(file.name for file in files)[:200]
    made = jobs.enqueue(tx, caller, IMPORT, project=project_id, title=title, arguments=msgspec.to_builtins(arguments))
    return jobs.get(tx, caller, made)


def _run(work: Work) -> Steps:
    if (result := committing.ended(work)) is not None:
        return result
    given, project_id = msgspec.convert(work.arguments, _Arguments), work.project
    assert project_id is not None
    with work.db.read() as tx:
        stored = service.stored_files(tx, project_id, given.file_upload_ids)
    options = service.Options(files_as_tasks_list=given.files_as_tasks_list)
    checker = service.checker_of(work.db, work.settings, work.organization, given.user, project_id, options)
    with checker.rows:
        read = service.Read()
        for count in service.checking(work.db, work.settings, project_id, checker, stored, options, read):
            yield Step(count, None, "checking")
        content = service.content_of(checker, given.user, project_id, stored, replace=True)
        result = yield from committing.steps(work, content)
    return result


IMPORT = Kind(committing.KIND, Lane.HEAVY, _run, committing.undo)
KINDS: tuple[Any, ...] = (IMPORT, DUPLICATE)
