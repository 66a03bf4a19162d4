"""The rules of projects."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import nh3
from sqlalchemy import Row

from labelwright import labelconfig
from labelwright.access import Caller
from labelwright.accounts.schemas import SimpleUser
from labelwright.db import Tx
from labelwright.errors import Invalid, NotFound
from labelwright.kit.clock import now
from labelwright.labelconfig import Config, ConfigError
from labelwright.organizations import people
from labelwright.projects import counters, queries, summary
from labelwright.projects.ports import ports
from labelwright.results import sample_results
from labelwright.webhooks import Happened, emit

DEFAULT_CONFIG = "<View></View>"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# Sent as null they mean what a new project starts with.
_BLANK_TEXT = ("description", "expert_instruction", "model_version")
_DEFAULTS = {"color": "#FFFFFF", "sampling": "Sequential sampling", "skip_queue": "REQUEUE_FOR_OTHERS"}
_SHAPING = ("maximum_annotations", "overlap_cohort_percentage", "skip_queue")
_COLUMNS = (
    "id",
    "title",
    "description",
    "label_config",
    "expert_instruction",
    "show_instruction",
    "show_skip_button",
    "enable_empty_annotation",
    "show_annotation_history",
    "created_at",
    "color",
    "maximum_annotations",
    "is_published",
    "model_version",
    "is_draft",
    "min_annotations_to_start_training",
    "show_collab_predictions",
    "sampling",
    "skip_queue",
    "show_ground_truth_first",
    "show_overlap_first",
    "overlap_cohort_percentage",
    "task_data_login",
    "control_weights",
    "evaluate_predictions_automatically",
    "reveal_preannotations_interactively",
    "annotator_evaluation_enabled",
    "pinned_at",
)

Changes = dict[str, Any]


def get(tx: Tx, project_id: int) -> Row[Any]:
    project = queries.by_id(tx, project_id)
    if project is None:
        raise NotFound.of("Project")
    return project


# Reading


def show(tx: Tx, caller: Caller, project_id: int, include: Collection[str] | None = None) -> dict[str, Any]:
    return _shown(tx, caller, [get(tx, project_id)], include)[0]


def listed(
    tx: Tx,
    caller: Caller,
    wanted: queries.Wanted,
    ordering: str | None,
    window: tuple[int, int],
    include: Collection[str] | None,
) -> list[dict[str, Any]]:
    return _shown(tx, caller, queries.page(tx, wanted, ordering, *window), include)


def listed_counters(
    tx: Tx, wanted: queries.Wanted, ordering: str | None, window: tuple[int, int], include: Collection[str] | None
) -> list[dict[str, Any]]:
    ids = [row.id for row in queries.page(tx, wanted, ordering, *window)]
    figures = counters.counters(tx, ids)
    return [
        _only({"id": number, **{name: figures[number][name] for name in counters.COUNTERS}}, include) for number in ids
    ]


def _shown(
    tx: Tx, caller: Caller, rows: Sequence[Row[Any]], include: Collection[str] | None, *, count: bool = True
) -> list[dict[str, Any]]:
    """Whole projects, or the fields of `include`; without `count` the counters are null, as in answers to changes."""
    fields = set(include or [*counters.COUNTERS, *counters.OF_QUEUE])
    with_queue = bool(fields & counters.OF_QUEUE)
    figures: counters.Figures = {}
    if with_queue or (count and fields & set(counters.COUNTERS)):
        figures = counters.counters(tx, [row.id for row in rows])
    queue = counters.queues(tx, rows, figures, caller.id) if with_queue else {}
    authors = people.simple_people(tx, (row.created_by_id for row in rows if row.created_by_id))
    return [
        _only(_project(row, authors, figures.get(row.id) if count else None, queue.get(row.id, {})), include)
        for row in rows
    ]


def _project(
    row: Row[Any], authors: Mapping[int, SimpleUser], figures: dict[str, int] | None, queue: dict[str, int]
) -> dict[str, Any]:
    config = Config.of(row.label_config)
    return {
        **{name: row._mapping[name] for name in _COLUMNS},
        # Write-only: nobody gets a stored secret back.
        "task_data_password": None,
        "organization": row.organization_id,
        "created_by": authors.get(row.created_by_id),
        "control_weights": row.control_weights or {},
        "start_training_on_annotation_update": row.min_annotations_to_start_training != 0,
        "parsed_label_config": config.parsed,
        "config_has_control_tags": config.has_controls,
        "config_suitable_for_bulk_annotation": config.suits_bulk_annotation,
        **{name: figures[name] if figures else None for name in counters.COUNTERS},
        "queue_total": queue.get("queue_total", 0),
        "queue_done": queue.get("queue_done", 0),
        "state": None,
    }


def _only(project: dict[str, Any], include: Collection[str] | None) -> dict[str, Any]:
    return {name: value for name, value in project.items() if name in include} if include else project


# Writing


def create(tx: Tx, caller: Caller, given: Changes) -> dict[str, Any]:
    values = check(given)
    if values.get("model_version"):
        raise Invalid({"model_version": [_NO_SUCH_MODEL]})
    config = Config.of(values.setdefault("label_config", DEFAULT_CONFIG))
    values["control_weights"] = config.control_weights(values.get("control_weights"))
    at = now()
    made = queries.add(
        tx,
        {
            **values,
            "organization_id": caller.organization,
            "created_by_id": caller.id,
            "created_at": at,
            "updated_at": at,
        },
    )
    summary.start(tx, made, at)
    emit(tx, Happened.PROJECT_CREATED, made)
    return _shown(tx, caller, [get(tx, made)], None, count=False)[0]


def check(given: Changes) -> Changes:
    """Column values of what a client sent. Raises Invalid with everything that is wrong by itself."""
    values, errors = dict(given), {}
    for name in _BLANK_TEXT:
        if name in values and values[name] is None:
            values[name] = ""
    for name, default in _DEFAULTS.items():
        if name in values and values[name] is None:
            values[name] = default
    if "color" in values and not _COLOUR.fullmatch(values["color"]):
        errors["color"] = ['Color must be in "#RRGGBB" format']
    if "label_config" in values:
        try:
            labelconfig.validate(values["label_config"])
        except ConfigError as error:
            errors["label_config"] = [error.detail]
    if errors:
        raise Invalid(errors)
    if values.get("expert_instruction"):
        values["expert_instruction"] = nh3.clean(values["expert_instruction"])
    if "start_training_on_annotation_update" in values:
        values["min_annotations_to_start_training"] = int(values.pop("start_training_on_annotation_update"))
    if values.get("is_published"):
        values["is_draft"] = False
    if values.get("show_collab_predictions") is False:
        values["model_version"] = ""
    return values


def check_change(tx: Tx, project_id: int, given: Changes) -> Changes:
    """Column values of a change, checked against the work that exists. Reads all of that work when the config changes: call it before `write()`."""
    values = check(given)
    project = get(tx, project_id)
    version = values.get("model_version")
    if version and version != project.model_version and not queries.has_model_version(tx, project_id, version):
        raise Invalid({"model_version": [_NO_SUCH_MODEL]})
    if "label_config" in values and values["label_config"] != project.label_config:
        compare(tx, project, values["label_config"], strict=False, field="label_config")
        values["control_weights"] = Config.of(values["label_config"]).control_weights(
            values.get("control_weights") or project.control_weights
        )
    elif values.get("control_weights", ...) is not ...:
        values["control_weights"] = Config.of(project.label_config).control_weights(values["control_weights"])
    return values


_NO_SUCH_MODEL = "Model version doesn't exist either as live model or as static predictions."


def change(tx: Tx, caller: Caller, project_id: int, values: Changes) -> dict[str, Any]:
    """Apply what `check_change` let pass."""
    before = queries.locked(tx, project_id)
    if before is None:
        raise NotFound.of("Project")
    queries.change(tx, project_id, {**values, "updated_at": now()})
    if any(name in values and values[name] != before._mapping[name] for name in _SHAPING):
        ports.redistribute(tx, project_id, before.maximum_annotations, before.overlap_cohort_percentage)
    emit(tx, Happened.PROJECT_UPDATED, project_id)
    return _shown(tx, caller, [get(tx, project_id)], None, count=False)[0]


def remove(tx: Tx, project_id: int) -> None:
    emit(tx, Happened.PROJECT_DELETED, project_id)
    queries.remove(tx, project_id)


# The labelling configuration


def compare(tx: Tx, project: Row[Any], text: str, *, strict: bool, field: str) -> bool | None:
    """`config_essential_data_has_changed`. Raises Invalid when work that exists would not fit."""
    found = labelconfig.compare(
        Config.of(project.label_config), Config.of(text), summary.work(tx, project.id), strict=strict
    )
    if found.messages:
        raise Invalid({field: found.messages})
    return found.essential_change


def validate(tx: Tx, project_id: int, text: object) -> bool | None:
    """The strict check of the settings page."""
    if not text:
        raise Invalid({"label_config": ["Label config is not set or is empty"]})
    project = get(tx, project_id)
    try:
        labelconfig.validate(text)
    except ConfigError as error:
        raise Invalid({"label_config": [error.detail]}) from error
    return compare(tx, project, str(text), strict=True, field="non_field_errors")


def sample_task(text: object, *, with_work: bool) -> dict[str, Any]:
    """Data of a made-up task; `with_work` gives it as a task with annotations and predictions, those of the config's comment first."""
    try:
        labelconfig.validate(text)
    except ConfigError as error:
        raise Invalid({"label_config": [error.detail]}) from error
    config = Config.of(str(text))
    data = labelconfig.sample_task(config)
    if not with_work:
        return data
    made = [{"result": sample_results(config, data)}]
    given = config.comment_task or {}
    return {"data": data, "annotations": given.get("annotations", made), "predictions": given.get("predictions", made)}
