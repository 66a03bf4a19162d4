"""Who is asking, and where an object lives."""

from typing import Literal

import msgspec

from labelwright.access.permissions import Role

Via = Literal["session", "token", "jwt"]


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """The authenticated person, acting in their active organisation."""

    id: int
    email: str
    organization: int
    role: Role
    roles_enabled: bool
    via: Via
    # Digest of the session (`via == "session"`), to end or renew it.
    session: str | None = None
    # The session was last seen in use long enough ago to note it again.
    stale: bool = False


class Home(msgspec.Struct, frozen=True):
    """Where an object belongs."""

    organization: int
    project: int | None = None
