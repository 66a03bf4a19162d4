"""What the Data Manager's page is told of a project: its columns, and the project itself."""

from typing import Any

from labelwright.access import Caller
from labelwright.datamanager.columns import COLUMNS, Column
from labelwright.db import Tx
from labelwright.labelconfig import Config
from labelwright.labelconfig.taskdata import UNDEFINED
from labelwright.organizations import queries as organization_queries
from labelwright.projects import models, summary
from labelwright.projects import service as projects

_MEDIA = ("Image", "Audio", "AudioPlus", "Video")


def columns(tx: Tx, caller: Caller, project_id: int) -> list[dict[str, Any]]:
    """Fields of the data first: those of the config, then what else was imported."""
    project = projects.get(tx, project_id)
    wanted = {key: tag for key, tag in Config.of(project.label_config).data_types.items() if "[" not in key}
    imported = [key for key in summary.data_columns(tx, project_id) if key not in wanted]
    if wanted:
        imported = [key for key in imported if key != UNDEFINED]
    data = [_data(key, tag if tag in _MEDIA else "String", in_config=True) for key, tag in wanted.items()]
    data += [_data("data" if key == UNDEFINED else key, "Unknown", in_config=False) for key in imported]
    members = [row.id for row in organization_queries.members(tx, caller.organization)]
    schemas: dict[str, Any] = {
        "annotators": {"items": members},
        "updated_by": {"items": members},
        "predictions_model_versions": {"items": list(models.versions(tx, project_id)), "multiple": True},
    }
    fixed = [_fixed(column, schemas.get(column.id)) for column in COLUMNS.values() if column.listed]
    children = {"id": "data", "title": "data", "type": "List", "target": "tasks", "children": [c["id"] for c in data]}
    return [
        *data,
        *fixed,
        {**children, "visibility_defaults": {"explore": False, "labeling": False}, "project_defined": False},
    ]


def _data(key: str, kind: str, *, in_config: bool) -> dict[str, Any]:
    return {
        "id": key,
        "title": key,
        "type": kind,
        "target": "tasks",
        "parent": "data",
        "visibility_defaults": {"explore": True, "labeling": in_config},
        "project_defined": in_config,
    }


def _fixed(column: Column, schema: dict[str, Any] | None) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": column.id,
        "title": column.title,
        "type": column.type,
        "target": "tasks",
        "visibility_defaults": {"explore": column.explore, "labeling": column.labeling},
        "project_defined": False,
    }
    if column.help:
        shown["help"] = column.help
    if schema:
        shown["schema"] = schema
    return shown


def project(tx: Tx, caller: Caller, project_id: int) -> dict[str, Any]:
    shown = projects.show(tx, caller, project_id)
    return {
        **shown,
        "can_delete_tasks": True,
        "can_manage_annotations": True,
        "can_manage_tasks": True,
        "source_syncing": False,
        "target_syncing": False,
        "task_count": shown["task_number"],
        "annotation_count": shown["total_annotations_number"],
    }
