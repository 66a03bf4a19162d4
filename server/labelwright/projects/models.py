"""Versions of models that predictions of a project came from."""

from typing import Any

from labelwright.db import Tx
from labelwright.projects import queries, service
from labelwright.projects.ports import ports


def versions(tx: Tx, project_id: int, limit: int | None = None) -> dict[str, int]:
    """Version → number of predictions, newest first; the project's own is there even without any."""
    counts: dict[str, int] = {row.model_version: row.times for row in queries.model_versions(tx, project_id, limit)}
    current = service.get(tx, project_id).model_version
    if current:
        counts.setdefault(current, 0)
    return counts


def names(tx: Tx, project_id: int) -> list[str]:
    """The versions, without looking how many predictions each has."""
    return sorted({*queries.model_version_names(tx, project_id), service.get(tx, project_id).model_version} - {""})


def extended(tx: Tx, project_id: int, limit: int | None, *, with_live: bool) -> dict[str, Any]:
    rows = queries.model_versions(tx, project_id, limit)
    static = [{"model_version": row.model_version, "count": row.times, "latest": row.latest} for row in rows]
    return {"static": static, "live": [] if with_live else None}


def remove(tx: Tx, project_id: int, version: str) -> int:
    """Number of deleted predictions. The project forgets the version if it was its own."""
    deleted = ports.remove_predictions(tx, project_id, version)
    if service.get(tx, project_id).model_version == version:
        queries.change(tx, project_id, {"model_version": ""})
    return deleted
