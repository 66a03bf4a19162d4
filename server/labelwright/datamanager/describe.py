"""What the Data Manager's page is told of a project: its columns, and the project itself."""

from typing import Any

from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.datamanager import inside
from labelwright.datamanager.column import Column
from labelwright.datamanager.columns import COLUMNS, resolve
from labelwright.datamanager.fields import PREFIX
from labelwright.datamanager.filters import INSIDE
from labelwright.datamanager.operators import OPERATORS
from labelwright.db import Tx
from labelwright.labelconfig import Config
from labelwright.labelconfig.taskdata import UNDEFINED
from labelwright.organizations import queries as organization_queries
from labelwright.projects import models, summary
from labelwright.projects import service as projects

_MEDIA = ("Image", "Audio", "AudioPlus", "Video")


def columns(tx: Tx, caller: Caller, project_id: int) -> list[dict[str, Any]]:
    """Fields of the data first: those of the config, then what else was imported."""
    data = _data_columns(tx, projects.get(tx, project_id))
    schemas = _schemas(tx, caller, project_id)
    fixed = [_fixed(column, schemas.get(column.id)) for column in COLUMNS.values() if column.listed]
    children = {"id": "data", "title": "data", "type": "List", "target": "tasks", "children": [c["id"] for c in data]}
    return [
        *data,
        *fixed,
        {**children, "visibility_defaults": {"explore": False, "labeling": False}, "project_defined": False},
    ]


def filters(tx: Tx, caller: Caller, project_id: int) -> dict[str, Any]:
    """Everything that can be filtered on, and how: more than Label Studio's columns tell."""
    project = projects.get(tx, project_id)
    schemas = _schemas(tx, caller, project_id)
    controls = Config.of(project.label_config).controls.values()
    labels = dict.fromkeys(label for control in controls for label in control.labels)
    schemas |= {
        "completed_by": schemas["annotators"],
        "model_version": schemas["predictions_model_versions"],
        "control": {"items": [control.name for control in controls]},
        "label": {"items": list(labels), "multiple": True},
    }
    # Fields of the data are texts, unless a filter says that they are numbers or booleans.
    data = [resolve(f"{PREFIX}{column['id']}", "String") for column in _data_columns(tx, project)]
    of_tasks = [column for column in COLUMNS.values() if column.title]
    of_work = [column for columns in inside.COLUMNS.values() for column in columns.values()]
    return {
        "columns": [_filterable(column, schemas.get(column.id)) for column in (*data, *of_tasks, *of_work)],
        "operators": [
            {"id": operator.id, "takes": operator.takes, "types": sorted(operator.types)}
            for operator in OPERATORS.values()
        ],
        "targets": INSIDE,
    }


def _filterable(column: Column, schema: dict[str, Any] | None) -> dict[str, Any]:
    shown = {
        "filter": f"filter:{column.target}:{column.id}",
        "id": column.id,
        "title": column.title,
        "type": column.type,
        "target": column.target,
    }
    return {**shown, **({"schema": schema} if schema else {}), **({"help": column.help} if column.help else {})}


def _data_columns(tx: Tx, project: Row[Any]) -> list[dict[str, Any]]:
    wanted = {key: tag for key, tag in Config.of(project.label_config).data_types.items() if "[" not in key}
    imported = [key for key in summary.data_columns(tx, project.id) if key not in wanted]
    if wanted:
        imported = [key for key in imported if key != UNDEFINED]
    shown = [_data(key, tag if tag in _MEDIA else "String", in_config=True) for key, tag in wanted.items()]
    shown += [_data("data" if key == UNDEFINED else key, "Unknown", in_config=False) for key in imported]
    return shown


def _schemas(tx: Tx, caller: Caller, project_id: int) -> dict[str, Any]:
    """What columns may hold, where that is known."""
    members = {"items": [row.id for row in organization_queries.members(tx, caller.organization)]}
    return {
        "annotators": members,
        "updated_by": members,
        "predictions_model_versions": {"items": models.names(tx, project_id), "multiple": True},
    }


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
