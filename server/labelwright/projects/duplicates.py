"""A project's settings and views, once more."""

from labelwright.db import Tx
from labelwright.kit.clock import now
from labelwright.projects import queries, service, summary
from labelwright.webhooks import Happened, emit

_LONGEST_TITLE = 50
# What belongs to one project and not to its settings.
_OWN = frozenset({"id", "created_by_id", "created_at", "updated_at", "pinned_at", "last_inner_id", "model_version"})


def duplicate(tx: Tx, user_id: int, project_id: int, title: str | None, description: str | None) -> int:
    """The new project's id."""
    source, at = service.get(tx, project_id), now()
    values = {name: value for name, value in source._mapping.items() if name not in _OWN}
    values |= {"created_by_id": user_id, "created_at": at, "updated_at": at}
    ending = " (copy)"
    values["title"] = title or source.title[: _LONGEST_TITLE - len(ending)] + ending
    if description is not None:
        values["description"] = description
    made = queries.add(tx, values)
    summary.start(tx, made, at)
    queries.copy_views(tx, project_id, made, user_id)
    emit(tx, Happened.PROJECT_CREATED, made)
    return made
