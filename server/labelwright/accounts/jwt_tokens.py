"""Personal access tokens: a long-lived refresh token that buys access tokens of five minutes."""

from datetime import timedelta
from typing import Any

import jwt

from labelwright.accounts import queries
from labelwright.accounts.schemas import Token
from labelwright.db import Tx
from labelwright.errors import Conflict, Invalid, NotAuthenticated, NotFound
from labelwright.keyring import Keyring
from labelwright.kit.clock import now
from labelwright.kit.ids import secret

ACCESS_LIFE = timedelta(minutes=5)
REFRESH_LIFE = timedelta(days=73_000)
REFRESH, ACCESS = "refresh", "access"


def live(tx: Tx, user_id: int) -> list[Token]:
    """The person's tokens that were not revoked, without their signature."""
    return [{"token": row.unsigned} for row in queries.live_refresh_tokens(tx, user_id, now())]


def create(tx: Tx, keys: Keyring, user_id: int) -> str:
    """A new refresh token, whole: the only time anybody sees it."""
    if queries.live_refresh_tokens(tx, user_id, now()):
        raise Conflict("You already have a valid token. Please revoke it before creating a new one.")
    return _issue(tx, keys, user_id)


def access(tx: Tx, keys: Keyring, refresh: str) -> str:
    """An access token for a refresh token."""
    row = _valid(tx, keys, refresh)
    if row is None:
        raise NotAuthenticated("Token is invalid")
    at = now()
    claims = {"token_type": ACCESS, "exp": at + ACCESS_LIFE, "iat": at, "jti": secret(32), "user_id": str(row.user_id)}
    return jwt.encode(claims, keys.key("jwt"), "HS256")


def revoke(tx: Tx, keys: Keyring, refresh: str) -> None:
    """`refresh` may lack its signature, as lists show it: then the caller of the service has checked whose it is."""
    row = queries.refresh_token(tx, _jti(refresh))
    if row is None or row.revoked or not _proves(keys, refresh, row.unsigned):
        raise NotFound("Token is invalid or already blacklisted.")
    queries.revoke_refresh_token(tx, row.jti)


def rotate(tx: Tx, keys: Keyring, refresh: str) -> str:
    """A new refresh token in place of this one."""
    row = _valid(tx, keys, refresh)
    if row is None:
        raise Invalid({"refresh": ["Token is invalid"]})
    queries.revoke_refresh_token(tx, row.jti)
    return _issue(tx, keys, row.user_id)


def _issue(tx: Tx, keys: Keyring, user_id: int) -> str:
    at, jti = now(), secret(32)
    claims = {"token_type": REFRESH, "exp": at + REFRESH_LIFE, "iat": at, "jti": jti, "user_id": str(user_id)}
    token = jwt.encode(claims, keys.key("jwt"), "HS256")
    queries.add_refresh_token(
        tx,
        {
            "jti": jti,
            "user_id": user_id,
            "unsigned": token.rpartition(".")[0],
            "created_at": at,
            "expires_at": at + REFRESH_LIFE,
        },
    )
    return token


def _valid(tx: Tx, keys: Keyring, refresh: str) -> Any:
    try:
        claims = jwt.decode(
            refresh, keys.key("jwt"), algorithms=["HS256"], options={"require": ["exp", "jti", "token_type"]}
        )
    except jwt.InvalidTokenError:
        return None
    row = queries.refresh_token(tx, str(claims["jti"])) if claims["token_type"] == REFRESH else None
    return row if row is not None and not row.revoked else None


def _proves(keys: Keyring, refresh: str, unsigned: str) -> bool:
    if refresh.count(".") == 1:
        return refresh == unsigned
    try:
        jwt.decode(refresh, keys.key("jwt"), algorithms=["HS256"], options={"verify_exp": False})
    except jwt.InvalidTokenError:
        return False
    return refresh.rpartition(".")[0] == unsigned


def _jti(refresh: str) -> str:
    """The id inside a token, whose signature is checked elsewhere."""
    whole = refresh if refresh.count(".") == 2 else f"{refresh}."
    try:
        return str(jwt.decode(whole, options={"verify_signature": False}).get("jti", ""))
    except jwt.InvalidTokenError:
        return ""
