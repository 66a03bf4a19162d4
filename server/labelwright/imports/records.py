"""Imports as Label Studio's job records. Small ones are over with their request and leave none."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from labelwright.access import Caller
from labelwright.db import Tx
from labelwright.errors import NotFound
from labelwright.imports.committing import KIND
from labelwright.jobs import service as jobs
from labelwright.jobs.schemas import State

Status = Literal["created", "in_progress", "failed", "completed"]
_STATUS: dict[State, Status] = {
    "queued": "created",
    "running": "in_progress",
    "cancelling": "in_progress",
    "completed": "completed",
    "failed": "failed",
    "cancelled": "failed",
}


class ImportOut(msgspec.Struct, kw_only=True):
    """`id` is the job's; what is not kept of it is empty."""

    id: int
    project: int
    status: Status
    error: str | None
    created_at: datetime
    updated_at: datetime
    finished_at: datetime | None
    task_count: int
    annotation_count: int
    prediction_count: int
    duration: float
    file_upload_ids: list[int]
    url: str | None = None
    preannotated_from_fields: list[str] | None = None
    commit_to_project: bool = True
    return_task_ids: bool = False
    could_be_tasks_list: bool = False
    found_formats: dict[str, int] = {}
    data_columns: list[str] = []
    tasks: list[Any] | None = None
    task_ids: list[int] = []


def show(tx: Tx, caller: Caller, project_id: int, job_id: int, name: str) -> ImportOut:
    try:
        job = jobs.get(tx, caller, job_id)
    except NotFound:
        raise NotFound.of(name) from None
    if job.kind != KIND or job.project != project_id:
        raise NotFound.of(name)
    made: dict[str, Any] = job.result or {}
    began = job.started_at or job.created_at
    return ImportOut(
        id=job.id,
        project=project_id,
        status=_STATUS[job.state],
        error=job.error,
        created_at=job.created_at,
        updated_at=job.finished_at or began,
        finished_at=job.finished_at,
        task_count=made.get("task_count", 0),
        annotation_count=made.get("annotation_count", 0),
        prediction_count=made.get("prediction_count", 0),
        duration=((job.finished_at or began) - began).total_seconds(),
        file_upload_ids=made.get("file_upload_ids", []),
    )
