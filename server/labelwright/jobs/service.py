"""The rules of jobs: who begins, sees, cancels and repeats them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Row

from labelwright.access import Caller, allowed
from labelwright.db import Tx
from labelwright.errors import Conflict, NotFound
from labelwright.jobs import queries
from labelwright.jobs.driving import folder_of
from labelwright.jobs.kinds import Kind
from labelwright.jobs.schemas import JobOut, Person
from labelwright.kit.paging import window
from labelwright.settings import Settings

# Whoever manages projects sees everybody's jobs, others their own.
_SEES_ALL = "projects.change"


def enqueue(tx: Tx, caller: Caller, kind: Kind, **what: Any) -> int:
    """A job that the caller asked for; `what` as `enqueue_of` takes it."""
    return enqueue_of(tx, caller.organization, caller.id, kind, **what)


def enqueue_of(
    tx: Tx,
    organization_id: int,
    user_id: int | None,
    kind: Kind,
    *,
    arguments: Any,
    project: int | None = None,
    title: str = "",
    total: int | None = None,
    at: datetime | None = None,
    attached: bool = False,
    begun: bool = False,
) -> int:
    """The id of a new job, which is run soon after this transaction is committed, or `at` a later time. `title` says what it works on.

    `begun`: this transaction did a part of it already, which is undone though nobody may have gone on before it is cancelled.
    """
    now = queries.now(tx)
    return queries.add(
        tx,
        {
            "organization_id": organization_id,
            "project_id": project,
            "created_by_id": user_id,
            "kind": kind.name,
            "lane": kind.lane,
            "title": title,
            "state": "queued",
            "attached": attached,
            "arguments": arguments,
            "total": total,
            "run_at": at or now,
            "created_at": now,
            "started_at": now if begun else None,
        },
    )


def belong(tx: Tx, job_id: int, project_id: int | None) -> None:
    """To another project than before, or to none."""
    queries.belong(tx, job_id, project_id)


def arguments_of_active(tx: Tx, project_id: int, kind: Kind) -> Sequence[Any]:
    """What the jobs of this kind that have not ended were given."""
    return queries.arguments_of_active(tx, project_id, kind.name)


def get(tx: Tx, caller: Caller, job_id: int) -> JobOut:
    return _out(_visible(tx, caller, job_id))


def listed(
    tx: Tx, caller: Caller, *, project: int | None, active: bool, page: int, size: int
) -> tuple[list[JobOut], int]:
    """A page, and how many jobs there are."""
    mine = queries.conditions(
        caller.organization, user_id=None if _sees_all(caller) else caller.id, project_id=project, active=active
    )
    count = queries.count(tx, mine)
    offset, limit = window(page, size, count)
    return [_out(row) for row in queries.listed(tx, mine, offset, limit)], count


def cancel(tx: Tx, caller: Caller, job_id: int) -> JobOut:
    """Takes effect at the job's next step. Raises Conflict when there is none any more."""
    if _visible(tx, caller, job_id).finished_at is not None:
        raise Conflict("This job has ended.")
    queries.cancel(tx, job_id)
    return get(tx, caller, job_id)


def retry(tx: Tx, caller: Caller, job_id: int) -> JobOut:
    """From the beginning. Raises Conflict unless the job failed or was cancelled, and when only its request could run it."""
    row = _visible(tx, caller, job_id)
    if row.attached or row.state not in ("failed", "cancelled"):
        raise Conflict("Only a job that failed or was cancelled can be run again.")
    queries.restart(tx, job_id)
    return get(tx, caller, job_id)


def file(tx: Tx, caller: Caller, settings: Settings, job_id: int) -> Path:
    """What a completed job made for download."""
    row = _visible(tx, caller, job_id)
    name: str | None = (row.result or {}).get("file")
    if name is None:
        raise NotFound("This job has no file.")
    return folder_of(settings, job_id) / name


def _visible(tx: Tx, caller: Caller, job_id: int) -> Row[Any]:
    row = queries.by_id(tx, job_id)
    if row is None or row.organization_id != caller.organization:
        raise NotFound.of("Job")
    if row.created_by_id != caller.id and not _sees_all(caller):
        raise NotFound.of("Job")
    return row


def _sees_all(caller: Caller) -> bool:
    return _SEES_ALL in allowed(caller.role, caller.roles_enabled)


def forget_old(tx: Tx, days: int) -> Sequence[int]:
    """Jobs that ended so long ago are removed; their ids."""
    return queries.remove_finished(tx, queries.now(tx) - timedelta(days=days))


def _out(row: Row[Any]) -> JobOut:
    name = " ".join(part for part in (row.first_name, row.last_name) if part) or row.email
    return JobOut(
        id=row.id,
        kind=row.kind,
        title=row.title,
        project=row.project_id,
        project_title=row.project_title,
        created_by=None if row.created_by_id is None else Person(row.created_by_id, name),
        state="cancelling" if row.ending == "cancelled" and row.finished_at is None else row.state,
        phase=row.phase,
        done=row.done,
        total=row.total,
        result=row.result,
        error=row.error,
        can_retry=not row.attached and row.state in ("failed", "cancelled"),
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )
