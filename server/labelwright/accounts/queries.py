"""Reads and writes of people, sessions and tokens."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from labelwright.accounts.tables import refresh_tokens, sessions, users
from labelwright.db import Tx


def by_id(tx: Tx, user_id: int) -> Row[Any] | None:
    return tx.execute(select(users).where(users.c.id == user_id)).one_or_none()


def by_ids(tx: Tx, ids: Sequence[int]) -> Sequence[Row[Any]]:
    return tx.execute(select(users).where(users.c.id.in_(ids)).order_by(users.c.id)).all()


def by_email(tx: Tx, email: str) -> Row[Any] | None:
    return tx.execute(select(users).where(func.lower(users.c.email) == email.strip().lower())).one_or_none()


def anybody(tx: Tx) -> bool:
    return tx.execute(select(users.c.id).limit(1)).first() is not None


def add(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(users).values(**values).returning(users.c.id)).scalar_one())


def change(tx: Tx, user_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(users).where(users.c.id == user_id).values(**values))


def remove(tx: Tx, user_id: int) -> None:
    tx.execute(delete(users).where(users.c.id == user_id))


def add_session(tx: Tx, digest: str, user_id: int, at: datetime, expires_at: datetime) -> None:
    tx.execute(delete(sessions).where(sessions.c.expires_at < at))
    tx.execute(
        insert(sessions).values(digest=digest, user_id=user_id, created_at=at, last_activity=at, expires_at=expires_at)
    )


def touch_session(tx: Tx, digest: str, at: datetime) -> None:
    tx.execute(update(sessions).where(sessions.c.digest == digest).values(last_activity=at))


def end_session(tx: Tx, digest: str) -> None:
    tx.execute(delete(sessions).where(sessions.c.digest == digest))


def end_sessions(tx: Tx, user_id: int, but: str | None = None) -> None:
    tx.execute(delete(sessions).where(sessions.c.user_id == user_id, sessions.c.digest != (but or "")))


def add_refresh_token(tx: Tx, values: dict[str, Any]) -> None:
    tx.execute(insert(refresh_tokens).values(**values))


def refresh_token(tx: Tx, jti: str) -> Row[Any] | None:
    return tx.execute(select(refresh_tokens).where(refresh_tokens.c.jti == jti)).one_or_none()


def live_refresh_tokens(tx: Tx, user_id: int, at: datetime) -> Sequence[Row[Any]]:
    rows = select(refresh_tokens).where(
        refresh_tokens.c.user_id == user_id, refresh_tokens.c.revoked == 0, refresh_tokens.c.expires_at > at
    )
    return tx.execute(rows.order_by(refresh_tokens.c.created_at)).all()


def revoke_refresh_token(tx: Tx, jti: str) -> None:
    tx.execute(update(refresh_tokens).where(refresh_tokens.c.jti == jti).values(revoked=1))
