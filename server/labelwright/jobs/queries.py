"""Reads and writes of jobs."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Update,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from labelwright.access import Home
from labelwright.accounts.tables import users
from labelwright.db import Tx
from labelwright.jobs.kinds import Lane
from labelwright.jobs.tables import jobs
from labelwright.kit import clock
from labelwright.projects.tables import projects

j = jobs.c
# A stopped process keeps its transaction open, and with it what it locked: the server ends that.
_LONGEST_PAUSE_SECONDS = 20
_LONGEST_COPY_SECONDS = 60


def now(tx: Tx) -> datetime:
    """One clock for all servers: the database's."""
    if tx.dialect.name == "sqlite":
        return clock.now()
    at: datetime = tx.execute(select(func.clock_timestamp())).scalar_one()
    return at


def limit_pauses(tx: Tx) -> None:
    if tx.dialect.name == "postgresql":
        tx.exec_driver_sql(f"SET LOCAL idle_in_transaction_session_timeout = '{_LONGEST_PAUSE_SECONDS}s'")


def end_stopped_copies(tx: Tx, seconds: int = _LONGEST_COPY_SECONDS) -> None:
    """Only here no time-out of PostgreSQL's is heard: in a COPY whose rows do not come, because the process that sends them was stopped. Each takes
    far below a second."""
    if tx.dialect.name == "postgresql":
        statement = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = current_user AND application_name = current_setting('application_name')
                AND state = 'active' AND wait_event = 'ClientRead' AND query LIKE 'COPY %% FROM STDIN'
                AND query_start < clock_timestamp() - make_interval(secs => %(seconds)s)"""
        tx.exec_driver_sql(statement, {"seconds": seconds})


def add(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(jobs).values(**values).returning(j.id)).scalar_one())


def belong(tx: Tx, job_id: int, project_id: int | None) -> None:
    tx.execute(update(jobs).where(j.id == job_id).values(project_id=project_id))


# By whoever runs them


def is_any_due(tx: Tx, lane: str) -> bool:
    return tx.execute(select(j.id).where(*_due(lane, now(tx))).limit(1)).first() is not None


def claim(tx: Tx, lane: str, seconds: float) -> Row[Any] | None:
    """The job that has waited longest, leased: one whose time has come, or one whose holder is dead."""
    at = now(tx)
    first = select(j.id).where(*_due(lane, at)).order_by(j.run_at, j.id).limit(1).with_for_update(skip_locked=True)
    lost = and_(j.state == "running", j.attached.is_(True), j.ending.is_(None))
    statement = update(jobs).where(j.id == first.scalar_subquery())
    statement = statement.values(
        state="running",
        ending=case((lost, "cancelled"), else_=j.ending),
        lease=j.lease + 1,
        lease_until=at + timedelta(seconds=seconds),
        started_at=func.coalesce(j.started_at, at),
        attempts=j.attempts + 1,
    )
    return tx.execute(statement.returning(*jobs.c)).one_or_none()


def claim_attached(tx: Tx, job_id: int, seconds: float) -> Row[Any]:
    """Lease the job to the request that made it in this transaction."""
    at = now(tx)
    held = {
        "state": "running",
        "lease": 1,
        "lease_until": at + timedelta(seconds=seconds),
        "started_at": at,
        "attempts": 1,
    }
    return tx.execute(update(jobs).where(j.id == job_id).values(**held).returning(*jobs.c)).one()


def _due(lane: str, at: datetime) -> Sequence[ColumnElement[bool]]:
    ready = or_(and_(j.state == "queued", j.run_at <= at), and_(j.state == "running", j.lease_until < at))
    return j.finished_at.is_(None), j.lane == lane, ready


_HELD = (j.id == bindparam("held_job"), j.lease == bindparam("held_lease"), j.state == "running")
_HOLD: Select[Any] = select(j.ending).where(*_HELD).with_for_update(key_share=True)


def hold(tx: Tx, job_id: int, lease: int) -> Row[Any] | None:
    """`ending`, with the job held until the transaction ends; None when somebody else has it by now."""
    return tx.execute(_HOLD, {"held_job": job_id, "held_lease": lease}).one_or_none()


def save(tx: Tx, job_id: int, lease: int, seconds: float, values: dict[str, Any]) -> bool:
    """Renews the lease and writes `values`; False when somebody else has the job by now."""
    new = {"lease_until": now(tx) + timedelta(seconds=seconds), **values}
    held = {"held_job": job_id, "held_lease": lease}
    return bool(tx.execute(_save(tuple(new)), {**held, **{f"new_{name}": new[name] for name in new}}).rowcount)


@cache
def _save(names: tuple[str, ...]) -> Update:
    return update(jobs).where(*_HELD).values({name: bindparam(f"new_{name}") for name in names})


def cursor(tx: Tx, job_id: int) -> Any:
    return tx.execute(select(j.cursor).where(j.id == job_id)).scalar_one_or_none()


def renew(tx: Tx, leases: Sequence[tuple[int, int]], seconds: float) -> None:
    for job_id, lease in leases:
        save(tx, job_id, lease, seconds, {})


def complete(tx: Tx, job_id: int, lease: int, result: Any) -> None:
    # The last news of the progress may be half a second old.
    values = {"result": result, "error": None, "ending": None, "done": func.coalesce(j.total, j.done)}
    finish(tx, job_id, lease, "completed", **values)


def finish(tx: Tx, job_id: int, lease: int, state: str, **values: Any) -> None:
    ended = {"state": state, "finished_at": now(tx), "lease_until": None, **values}
    tx.execute(update(jobs).where(*_mine(job_id, lease)).values(**ended))


def put_back(tx: Tx, job_id: int, lease: int, seconds: float, *, counts: bool, **values: Any) -> None:
    """Back into the queue, to be continued in so many seconds. `counts`: the attempt was one."""
    at = now(tx) + timedelta(seconds=seconds)
    attempts = j.attempts if counts else j.attempts - 1
    back = {"state": "queued", "lease_until": None, "run_at": at, "attempts": attempts, **values}
    tx.execute(update(jobs).where(*_mine(job_id, lease)).values(**back))


def _mine(job_id: int, lease: int) -> tuple[ColumnElement[bool], ...]:
    return j.id == job_id, j.lease == lease, j.state == "running"


# By people


def home_of_job(tx: Tx, job_id: int) -> Home | None:
    row = tx.execute(select(j.organization_id, j.project_id).where(j.id == job_id)).one_or_none()
    return None if row is None else Home(row.organization_id, row.project_id)


def _shown() -> Select[Any]:
    """Without what may be long and nobody is shown."""
    wanted = (c for c in jobs.c if c.key not in ("arguments", "cursor"))
    found: Select[Any] = select(
        *wanted, projects.c.title.label("project_title"), users.c.email, users.c.first_name, users.c.last_name
    )
    return found.outerjoin(projects, projects.c.id == j.project_id).outerjoin(users, users.c.id == j.created_by_id)


def by_id(tx: Tx, job_id: int) -> Row[Any] | None:
    return tx.execute(_shown().where(j.id == job_id)).one_or_none()


def conditions(
    organization_id: int, *, user_id: int | None, project_id: int | None, active: bool
) -> list[ColumnElement[bool]]:
    """Of an organisation; narrowed to a person, to a project, to what has not ended."""
    wanted: list[ColumnElement[bool]] = [j.organization_id == organization_id, j.lane != Lane.DELIVERIES]
    if user_id is not None:
        wanted.append(j.created_by_id == user_id)
    if project_id is not None:
        wanted.append(j.project_id == project_id)
    if active:
        wanted.append(j.finished_at.is_(None))
    return wanted


def count(tx: Tx, wanted: Sequence[ColumnElement[bool]]) -> int:
    return int(tx.execute(select(func.count()).select_from(jobs).where(*wanted)).scalar_one())


def listed(tx: Tx, wanted: Sequence[ColumnElement[bool]], offset: int, limit: int) -> Sequence[Row[Any]]:
    """Newest first."""
    return tx.execute(_shown().where(*wanted).order_by(j.id.desc()).offset(offset).limit(limit)).all()


def arguments_of_active(tx: Tx, project_id: int, kind: str) -> Sequence[Any]:
    wanted = select(j.arguments).where(j.project_id == project_id, j.kind == kind, j.finished_at.is_(None))
    return tx.execute(wanted).scalars().all()


def cancel(tx: Tx, job_id: int) -> None:
    """One that never began has nothing to undo; any other is ended by whoever runs it, or by the next who does."""
    at = now(tx)
    untouched = and_(j.state == "queued", j.started_at.is_(None))
    statement = (
        update(jobs)
        .where(j.id == job_id, j.finished_at.is_(None))
        .values(
            state=case((untouched, "cancelled"), else_=j.state),
            finished_at=case((untouched, at), else_=None),
            ending=func.coalesce(j.ending, "cancelled"),
            run_at=at,
        )
    )
    tx.execute(statement)


def restart(tx: Tx, job_id: int) -> None:
    again = {
        "state": "queued", "ending": None, "cursor": None, "phase": "", "done": 0, "total": None, "error": None, "result": None,
        "attempts": 0, "run_at": now(tx), "started_at": None, "finished_at": None,
    }  # fmt: skip
    tx.execute(update(jobs).where(j.id == job_id, j.state.in_(("failed", "cancelled"))).values(**again))


def remove_finished(tx: Tx, before: datetime) -> Sequence[int]:
    """Forget jobs that ended long ago; their ids."""
    return tx.execute(delete(jobs).where(j.finished_at < before).returning(j.id)).scalars().all()
