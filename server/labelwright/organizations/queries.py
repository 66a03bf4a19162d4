"""Reads and writes of organisations and memberships."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, insert, select, update

from labelwright.accounts.tables import sessions, users
from labelwright.db import Tx
from labelwright.organizations.tables import memberships, organizations

# Any number that no other advisory lock uses.
_FOUNDING = 7_203_114


def first(tx: Tx) -> Row[Any] | None:
    return tx.execute(select(organizations).order_by(organizations.c.id).limit(1)).one_or_none()


def wait_for_founders(tx: Tx) -> None:
    """One sign-up at a time sees whether there is an organisation yet. (SQLite has one writer anyway.)"""
    if tx.dialect.name == "postgresql":
        tx.execute(select(func.pg_advisory_xact_lock(_FOUNDING)))


def by_id(tx: Tx, organization_id: int) -> Row[Any] | None:
    return tx.execute(select(organizations).where(organizations.c.id == organization_id)).one_or_none()


def by_token(tx: Tx, token: str) -> Row[Any] | None:
    return tx.execute(select(organizations).where(organizations.c.token == token)).one_or_none()


def add(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(organizations).values(**values).returning(organizations.c.id)).scalar_one())


def change(tx: Tx, organization_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(organizations).where(organizations.c.id == organization_id).values(**values))


def membership(tx: Tx, organization_id: int, user_id: int) -> Row[Any] | None:
    found = select(memberships).where(
        memberships.c.organization_id == organization_id, memberships.c.user_id == user_id
    )
    return tx.execute(found).one_or_none()


# Who acts, and under which membership: one statement, for every request runs it. The membership is null for people who belong nowhere.
_ACTING: Select[Any] = (
    select(
        users.c.id,
        users.c.email,
        memberships.c.organization_id,
        memberships.c.role,
        organizations.c.roles_enabled,
        organizations.c.api_tokens_enabled,
        organizations.c.legacy_api_tokens_enabled,
    )
    .select_from(users)
    .outerjoin(memberships, (memberships.c.user_id == users.c.id) & memberships.c.deleted_at.is_(None))
    .outerjoin(organizations, organizations.c.id == memberships.c.organization_id)
    # The active organisation, or else any.
    .order_by((organizations.c.id == users.c.active_organization_id).desc(), memberships.c.id)
    .limit(1)
)
_ACTING_PERSON = _ACTING.where(users.c.id == bindparam("user_id"))
_ACTING_BY_TOKEN = _ACTING.where(users.c.token_digest == bindparam("digest"))
_ACTING_BY_SESSION = (
    _ACTING.add_columns(
        sessions.c.created_at,
        sessions.c.expires_at,
        sessions.c.last_activity,
        organizations.c.max_session_age,
        organizations.c.max_time_between_activity,
    )
    .join(sessions, sessions.c.user_id == users.c.id)
    .where(sessions.c.digest == bindparam("digest"))
)


def acting(tx: Tx, user_id: int) -> Row[Any] | None:
    return tx.execute(_ACTING_PERSON, {"user_id": user_id}).one_or_none()


def acting_by_token(tx: Tx, digest: str) -> Row[Any] | None:
    return tx.execute(_ACTING_BY_TOKEN, {"digest": digest}).one_or_none()


def acting_by_session(tx: Tx, digest: str) -> Row[Any] | None:
    """With the session's times, and how long the organisation lets sessions live."""
    return tx.execute(_ACTING_BY_SESSION, {"digest": digest}).one_or_none()


def add_membership(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(memberships).values(**values).returning(memberships.c.id)).scalar_one())


def change_membership(tx: Tx, membership_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(memberships).where(memberships.c.id == membership_id).values(**values))


def members(tx: Tx, organization_id: int) -> Sequence[Row[Any]]:
    """Members that were not removed: their account and their role."""
    rows = (
        select(users, memberships.c.id.label("membership_id"), memberships.c.role)
        .join(memberships, memberships.c.user_id == users.c.id)
        .where(memberships.c.organization_id == organization_id, memberships.c.deleted_at.is_(None))
        .order_by(users.c.username, users.c.id)
    )
    return tx.execute(rows).all()


def organizations_of(tx: Tx, user_id: int) -> Sequence[Row[Any]]:
    rows = (
        select(organizations)
        .join(memberships, memberships.c.organization_id == organizations.c.id)
        .where(memberships.c.user_id == user_id, memberships.c.deleted_at.is_(None))
        .order_by(organizations.c.id)
    )
    return tx.execute(rows).all()


def member_ids(tx: Tx, organization_id: int) -> list[int]:
    rows = select(memberships.c.user_id).where(
        memberships.c.organization_id == organization_id, memberships.c.deleted_at.is_(None)
    )
    return list(tx.execute(rows.order_by(memberships.c.user_id)).scalars())
