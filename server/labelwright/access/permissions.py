"""Permission strings (Label Studio's) and what each role may.

A plain organisation gives every member everything; with `roles_enabled` the table below holds.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from labelwright.errors import Forbidden, NotFound

if TYPE_CHECKING:
    from labelwright.access.caller import Caller, Home


class Role(StrEnum):
    OWNER = "owner"
    ADMINISTRATOR = "administrator"
    MANAGER = "manager"
    REVIEWER = "reviewer"
    ANNOTATOR = "annotator"


_CRUD = ("create", "view", "change", "delete")

PERMISSIONS: frozenset[str] = frozenset(
    [
        f"{thing}.{verb}"
        for thing in ("organizations", "projects", "tasks", "views", "annotations", "labels", "models")
        for verb in _CRUD
    ]
    + [f"model_provider_connection.{verb}" for verb in _CRUD]
    + [f"webhooks.{verb}" for verb in ("view", "change")]
    + [f"storages.{verb}" for verb in ("view", "change", "sync")]
    + [
        "organizations.invite",
        "projects.reset_cache",
        "views.reset",
        "actions.perform",
        "predictions.any",
        "avatar.any",
        "users.token.any",
    ]
)

_ANNOTATOR = frozenset(
    {
        "organizations.view",
        "projects.view",
        "tasks.view",
        "views.view",
        "annotations.create",
        "annotations.view",
        "annotations.change",
        "annotations.delete",
        # Where a config lets people add labels, they are the ones who do.
        "labels.create",
        "labels.view",
        "avatar.any",
        "users.token.any",
    }
)
_REVIEWER = _ANNOTATOR | {"actions.perform"}
_MANAGER = PERMISSIONS - {"organizations.create", "organizations.change", "organizations.delete"}

_OF_ROLE: dict[Role, frozenset[str]] = {
    Role.OWNER: PERMISSIONS,
    Role.ADMINISTRATOR: PERMISSIONS,
    Role.MANAGER: frozenset(_MANAGER),
    Role.REVIEWER: frozenset(_REVIEWER),
    Role.ANNOTATOR: _ANNOTATOR,
}


def allowed(role: Role, roles_enabled: bool) -> frozenset[str]:
    return _OF_ROLE[role] if roles_enabled else PERMISSIONS


def require(caller: "Caller", permission: str, home: "Home | None", kind: str = "object") -> "Home":
    """The home, if the caller may; else 404 for what is not theirs and 403 for what they may not."""
    if home is None or home.organization != caller.organization:
        raise NotFound.of(kind)
    if permission not in allowed(caller.role, caller.roles_enabled):
        raise Forbidden
    return home
