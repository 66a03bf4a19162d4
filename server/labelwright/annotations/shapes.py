"""Annotations, drafts and predictions as clients see them."""

from typing import Any

from msgspec import Raw
from sqlalchemy import Row

from labelwright.kit.clock import ago


def annotation(row: Row[Any]) -> dict[str, Any]:
    """Label Studio's annotation object, of a row of `queries.shown`."""
    return {
        "id": row.id,
        "result": row.result,
        "created_username": f"{_name(row)} {row.email or ''}, {row.completed_by_id}",
        "created_ago": ago(row.created_at),
        "completed_by": row.completed_by_id,
        "was_cancelled": row.was_cancelled,
        "ground_truth": row.ground_truth,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
        "draft_created_at": row.draft_created_at,
        "lead_time": row.lead_time,
        "import_id": row.import_id,
        "last_action": row.last_action,
        "bulk_created": row.bulk_created,
        "task": row.task_id,
        "project": row.project_id,
        "updated_by": row.updated_by_id,
        "parent_prediction": row.parent_prediction_id,
        "parent_annotation": row.parent_annotation_id,
        "last_created_by": None,
    }


def state(row: Row[Any], annotation: Row[Any], result: Raw | None) -> dict[str, Any]:
    """An item of Label Studio's annotation history; the name and whether it is a skip are ours."""
    return {
        "id": getattr(row, "id", None),
        "annotation_id": annotation.annotation_id,
        "task_id": annotation.task_id,
        "project_id": annotation.project_id,
        "organization_id": annotation.organization_id,
        "draft_id": None,
        "review_id": None,
        "comment": None,
        "comment_id": None,
        "action": row.action or "imported",
        "was_cancelled": row.was_cancelled,
        "result": result,
        "lead_time": row.lead_time,
        "started_at": None,
        "created_at": row.created_at,
        "created_by": row.created_by_id,
        "created_username": f"{_name(row)} {row.email or ''}, {row.created_by_id}",
    }


def draft(row: Row[Any]) -> dict[str, Any]:
    name = _name(row)
    return {
        "id": row.id,
        "user": row.email,
        "created_username": f"{name} {row.email}, {row.user_id}" if name else f"{row.email}, {row.user_id}",
        "created_ago": ago(row.created_at),
        "result": row.result,
        "lead_time": row.lead_time,
        "was_postponed": row.was_postponed,
        "import_id": row.import_id,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
        "task": row.task_id,
        "annotation": row.annotation_id,
    }


def prediction(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "result": row.result,
        "model_version": row.model_version,
        "created_ago": ago(row.created_at),
        "score": row.score,
        "cluster": row.cluster,
        "neighbors": row.neighbors,
        "mislabeling": row.mislabeling,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
        "model": None,
        "model_run": None,
        "task": row.task_id,
        "project": row.project_id,
    }


def _name(row: Row[Any]) -> str:
    return f"{row.first_name or ''} {row.last_name or ''}".strip()
