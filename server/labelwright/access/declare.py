"""What a route says about itself."""

from collections.abc import Callable
from typing import Any

import msgspec

from labelwright.access.caller import Home
from labelwright.db import Tx

# Finds where an object lives; None when there is none.
Lookup = Callable[[Tx, int], Home | None]


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """`lookup` maps the path parameter `param` to a home; without it the permission is the organisation's."""

    public: bool = False
    permission: str | None = None
    lookup: Lookup | None = None
    param: str | None = None
    kind: str = "object"


def public() -> dict[str, Any]:
    """Anybody, without an account."""
    return {"access": Access(public=True)}


def signed_in(permission: str | None = None) -> dict[str, Any]:
    """Any member (holding `permission`); lists and bodies are narrowed by the service to the caller's organisation."""
    return {"access": Access(permission=permission)}


def on(permission: str, lookup: Lookup, param: str, kind: str | None = None) -> dict[str, Any]:
    """Members of the object's organisation who hold `permission`. `kind` names it in the 404 (`Project`)."""
    return {"access": Access(permission=permission, lookup=lookup, param=param, kind=kind or _kind(param))}


def _kind(param: str) -> str:
    return param.removesuffix("_id").replace("_", " ").title().replace(" ", "")
