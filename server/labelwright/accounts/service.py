"""Accounts: making them, proving who one is, tokens."""

import re
from datetime import timedelta
from typing import Any

from sqlalchemy import Row

from labelwright.accounts import passwords, queries
from labelwright.accounts.schemas import OrganizationMeta, SimpleUser, User
from labelwright.db import Tx
from labelwright.errors import Invalid, NotFound
from labelwright.keyring import Keyring
from labelwright.kit.clock import now
from labelwright.kit.ids import digest, secret

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


def check_new(tx: Tx, email: str, password: str) -> None:
    """Raises Invalid with every reason why this account cannot be made."""
    errors: dict[str, Any] = {}
    if not _EMAIL.fullmatch(email.strip()):
        errors["email"] = ["Enter a valid email address."]
    elif queries.by_email(tx, email):
        errors["email"] = ["User with this email already exists."]
    if not passwords.SHORTEST <= len(password) <= passwords.LONGEST:
        errors["password"] = [f"A password has {passwords.SHORTEST} to {passwords.LONGEST} characters."]
    if errors:
        raise Invalid(errors)


def create(
    tx: Tx, keys: Keyring, email: str, *, password_hash: str = "", token: str | None = None, **fields: Any
) -> int:
    """The id of a new account. Hash the password before: it takes longer than a write transaction may."""
    email, at = email.strip(), now()
    token = token or secret()
    values = {"username": email.split("@")[0], **fields}
    return queries.add(
        tx,
        {
            **values,
            "email": email,
            "password": password_hash,
            "date_joined": at,
            "last_activity": at,
            "token_digest": digest(token),
            "token_encrypted": keys.encrypt(token),
        },
    )


def get(tx: Tx, user_id: int) -> Row[Any]:
    user = queries.by_id(tx, user_id)
    if user is None:
        raise NotFound.of("User")
    return user


def token(tx: Tx, keys: Keyring, user_id: int) -> str:
    """The account's `Authorization: Token` key."""
    return keys.decrypt(get(tx, user_id).token_encrypted)


def reset_token(tx: Tx, keys: Keyring, user_id: int) -> str:
    """A new key; the old one stops working at once."""
    made = secret()
    queries.change(tx, user_id, {"token_digest": digest(made), "token_encrypted": keys.encrypt(made)})
    return made


def set_password(tx: Tx, user_id: int, password_hash: str, *, keep_session: str | None = None) -> None:
    """A new password ends every other session."""
    queries.change(tx, user_id, {"password": password_hash})
    queries.end_sessions(tx, user_id, keep_session)


def start_session(tx: Tx, user_id: int, max_age: int) -> str:
    """A fresh session's secret, for the cookie. Never reuses one from before the log-in."""
    made, at = secret(64), now()
    queries.add_session(tx, digest(made), user_id, at, at + timedelta(seconds=max_age))
    queries.change(tx, user_id, {"last_activity": at})
    return made


def touch_session(tx: Tx, user_id: int, session_digest: str) -> None:
    """The session and its account were in use just now."""
    at = now()
    queries.touch_session(tx, session_digest, at)
    queries.change(tx, user_id, {"last_activity": at})


def end_session(tx: Tx, session_digest: str) -> None:
    queries.end_session(tx, session_digest)


def initials(user: Row[Any]) -> str:
    letters = "".join(name[0] for name in (user.first_name, user.last_name) if name)
    return letters or user.email[:2]


def avatar(user: Row[Any]) -> str | None:
    """Below the base path."""
    return f"/data/{user.avatar}" if user.avatar else None


def public(user: Row[Any], organization: OrganizationMeta | None = None) -> User:
    """Label Studio's user object."""
    return {
        "id": user.id,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "username": user.username,
        "email": user.email,
        "last_activity": user.last_activity,
        "custom_hotkeys": user.custom_hotkeys or {},
        "avatar": avatar(user),
        "initials": initials(user),
        "phone": user.phone,
        "active_organization": user.active_organization_id,
        "active_organization_meta": organization or {"title": "", "email": ""},
        "allow_newsletters": user.allow_newsletters,
        "date_joined": user.date_joined,
    }


def simple(user: Row[Any]) -> SimpleUser:
    """Label Studio's short form of a person, as inside projects."""
    return {
        "id": user.id,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "email": user.email,
        "avatar": avatar(user),
    }


def change(tx: Tx, user_id: int, values: dict[str, Any]) -> None:
    queries.change(tx, user_id, values)


def end_other_sessions(tx: Tx, user_id: int, keep: str | None) -> None:
    queries.end_sessions(tx, user_id, keep)
