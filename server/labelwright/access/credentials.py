"""What a request carries to prove who sent it, in Label Studio's order: API key header, bearer, token, session cookie."""

from typing import Protocol

import msgspec
from litestar.connection import ASGIConnection

from labelwright.access.caller import Caller
from labelwright.db import Tx

SESSION_COOKIE = "sessionid"
CSRF_COOKIE = "csrftoken"


class Credentials(msgspec.Struct, frozen=True):
    """Exactly one is set."""

    token: str | None = None
    bearer: str | None = None
    session: str | None = None


class Authenticate(Protocol):
    """Who sent a request; given by `organizations` so that `access` stays below it."""

    def __call__(self, tx: Tx, given: Credentials) -> Caller:
        """Raises NotAuthenticated."""
        ...

    def touch(self, tx: Tx, caller: Caller) -> None:
        """Notes that the caller's session is in use."""
        ...


def credentials(connection: ASGIConnection) -> Credentials | None:  # type: ignore[type-arg]
    if key := connection.headers.get("x-api-key"):
        return Credentials(token=key.strip())
    scheme, _, value = connection.headers.get("authorization", "").partition(" ")
    if value and scheme.lower() == "bearer":
        return Credentials(bearer=value.strip())
    if value and scheme.lower() == "token":
        return Credentials(token=value.strip())
    cookie = connection.cookies.get(SESSION_COOKIE)
    return Credentials(session=cookie) if cookie else None
