"""Reads and writes of the label stream: locks, and choosing under them."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Executable, Row, Select, delete, exists, func, select, update

from labelwright.db import Tx, inserting
from labelwright.queue.candidates import LOCKS, SHARED, TASK, TASKS, Stream, k, t
from labelwright.tasks.tables import of_project, task_locks, tasks


def ids(tx: Tx, stream: Stream, found: Select[Any]) -> list[int]:
    return list(tx.execute(found, stream.parameters).scalars())


def latest_open(tx: Tx, project_id: int) -> int:
    found = select(func.max(t.id)).where(of_project(tasks, project_id), t.is_labeled.is_(False))
    return tx.execute(found).scalar_one() or 0


def held(tx: Tx, stream: Stream) -> Row[Any] | None:
    """The lock on a candidate that the stream's person has. Their locks are few: a join would walk the project instead."""
    locks = tx.execute(LOCKS, stream.parameters).all()
    if not locks:
        return None
    mine = t.id.in_([lock.task_id for lock in locks])
    wanted = set(ids(tx, stream, stream.ids(mine, order=(t.id,), limit=len(locks))))
    return next((lock for lock in locks if lock.task_id in wanted), None)


def is_free(tx: Tx, stream: Stream, task_id: int) -> bool:
    return tx.execute(stream.still_free(), {**stream.parameters, TASK.key: task_id}).first() is not None


def any_shared(tx: Tx, stream: Stream) -> bool:
    """Whether a candidate needs more than one annotation."""
    return bool(tx.execute(select(exists().where(SHARED, *stream.candidates)), stream.parameters).scalar_one())


def hold_next(tx: Tx, stream: Stream) -> int | None:
    """Lock the row of the next free candidate that nobody else has locked. PostgreSQL only."""
    return tx.execute(stream.next_free(), stream.parameters).scalar_one_or_none()


def hold_first_free(tx: Tx, stream: Stream, task_ids: Sequence[int]) -> int | None:
    """Lock the row of the first of these tasks that is free and that nobody else has locked. PostgreSQL only."""
    return tx.execute(stream.first_free(), {**stream.parameters, TASKS.key: task_ids}).scalar_one_or_none()


def hold(tx: Tx, task_id: int) -> int | None:
    """Lock the row of this open task, waiting for whoever has it. PostgreSQL only.

    Waiting is for one row: a row that stopped to qualify while it was waited for stays locked, and whoever then waited for the next one could be waited
    for in turn.
    """
    found = select(t.id).where(t.id == task_id, t.is_labeled.is_(False)).with_for_update(key_share=True)
    return tx.execute(found).scalar_one_or_none()


def lock(tx: Tx, task_id: int, user_id: int, unique_id: str, expire_at: datetime, *, prefetched: bool) -> None:
    values = {"unique_id": unique_id, "expire_at": expire_at, "prefetched": prefetched}
    tx.execute(_lock(tx.dialect.name), {"task_id": task_id, "user_id": user_id, **values})


@cache
def _lock(dialect: str) -> Executable:
    statement = inserting(dialect, task_locks)
    renewed = {name: statement.excluded[name] for name in ("unique_id", "expire_at", "prefetched")}
    return statement.on_conflict_do_update(index_elements=[k.task_id, k.user_id], set_=renewed)


def renew(tx: Tx, task_id: int, user_id: int, expire_at: datetime, at: datetime, *, prefetched: bool) -> bool:
    """Turn a reservation made ahead into the wanted kind; False when it was given up meanwhile."""
    mine = (k.task_id == task_id, k.user_id == user_id, k.expire_at > at)
    return bool(tx.execute(update(task_locks).where(*mine).values(expire_at=expire_at, prefetched=prefetched)).rowcount)


def give_up_prefetched(tx: Tx, task_id: int, user_id: int) -> None:
    """Of the reservations that others made ahead, the one that ends first makes room."""
    first = (
        select(k.user_id)
        .where(k.task_id == task_id, k.user_id != user_id, k.prefetched.is_(True))
        .order_by(k.expire_at)
        .limit(1)
        .scalar_subquery()
    )
    tx.execute(delete(task_locks).where(k.task_id == task_id, k.user_id == first))
