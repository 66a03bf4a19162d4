"""Who may do what: the one mechanism, declared on every route.

A handler says `opt=public()`, `opt=signed_in()` or `opt=on("tasks.view", home_of_task, "task_id")`. The guard (`access.guard`) authenticates,
resolves the named object to its organisation, and refuses before the handler runs. Objects of other organisations do not exist (404); a missing
permission in one's own is 403.
"""

from labelwright.access.caller import Caller, Home
from labelwright.access.declare import Access, Lookup, on, public, signed_in
from labelwright.access.permissions import PERMISSIONS, Role, allowed, require

__all__ = [
    "PERMISSIONS",
    "Access",
    "Caller",
    "Home",
    "Lookup",
    "Role",
    "allowed",
    "on",
    "public",
    "require",
    "signed_in",
]
