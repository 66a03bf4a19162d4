"""Exports into a file that is kept for download: one that takes minutes survives a closed page and a restart."""

import os
from contextlib import closing
from typing import Any

import msgspec

from labelwright.access import Caller
from labelwright.db import Tx
from labelwright.exports import queries, service
from labelwright.exports.source import Options
from labelwright.jobs import Kind, Lane, Step, Steps, Work
from labelwright.jobs import service as jobs
from labelwright.jobs.schemas import JobOut
from labelwright.kit.clock import now
from labelwright.kit.disk import full_disk_is_told


class ExportJobIn(msgspec.Struct):
    """As the query parameters of an export."""

    export_type: str = "JSON"
    download_all_tasks: bool = False
    interpolate_key_frames: bool = False
    neutralize_formulas: bool = False
    ids: tuple[int, ...] = ()


def enqueue(tx: Tx, caller: Caller, project_id: int, wanted: ExportJobIn) -> JobOut:
    """Raises Invalid for a format that there is not."""
    chosen = service.chosen(wanted.export_type)
    arguments = msgspec.to_builtins(wanted)
    made = jobs.enqueue(tx, caller, EXPORT, project=project_id, title=chosen.name, arguments=arguments)
    return jobs.get(tx, caller, made)


def _run(work: Work) -> Steps:
    """From the beginning each time: a file is of one moment, which a process that died took with it."""
    given, project_id = msgspec.convert(work.arguments, ExportJobIn), work.project
    assert project_id is not None
    chosen = service.chosen(given.export_type)
    options = Options(**{name: getattr(given, name) for name in given.__struct_fields__ if name != "export_type"})
    name = service.file_name(project_id, chosen, now())
    with work.db.read() as tx:
        total = queries.count(tx, project_id, options)
    tasks = [0]

    def counted(number: int) -> None:
        tasks[0] += number

    with full_disk_is_told():
        work.folder.mkdir(parents=True, exist_ok=True)
        for left in work.folder.iterdir():
            left.unlink()
        with (
            (work.folder / f"{name}.part").open("wb") as file,
            closing(service.written(work.db, project_id, chosen, options, counted)) as pieces,
        ):
            for piece in pieces:
                file.write(piece)
                yield Step(min(tasks[0], total), total, "exporting")
            file.flush()
            os.fsync(file.fileno())
        size = (work.folder / f"{name}.part").stat().st_size
        (work.folder / f"{name}.part").rename(work.folder / name)
    return {"file": name, "size": size, "task_count": total}


def _undo(work: Work) -> Steps:
    if work.folder.exists():
        for left in work.folder.iterdir():
            left.unlink()
    return
    yield


EXPORT = Kind("export", Lane.HEAVY, _run, _undo)
KINDS: tuple[Any, ...] = (EXPORT,)
