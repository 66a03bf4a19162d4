"""The rules of predictions: what models and scripts say about tasks."""

from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, Raw, UnsetType

from labelwright.access import Caller, require
from labelwright.annotations import prediction_queries as queries
from labelwright.annotations import shapes
from labelwright.db import Tx
from labelwright.errors import Invalid, NotFound
from labelwright.kit.clock import now
from labelwright.labelconfig import Config
from labelwright.projects import service as projects
from labelwright.results import from_shorthand
from labelwright.tasks import progress
from labelwright.tasks.queries import home_of_task
from labelwright.tasks.service import get as get_task


class PredictionIn(msgspec.Struct):
    # A list of regions, or the short form of one answer: `{"choices": ["A"]}`, "A", 4.
    result: Annotated[Raw, Meta(extra_json_schema={"type": ["array", "object", "string", "number"]})] = msgspec.field(
        default_factory=Raw
    )
    task: int | UnsetType = UNSET
    score: float | UnsetType | None = UNSET
    model_version: str | int | float | UnsetType | None = UNSET
    cluster: int | UnsetType | None = UNSET
    neighbors: Any = UNSET
    mislabeling: Annotated[float, Meta(ge=0)] | UnsetType = UNSET


def show(tx: Tx, prediction_id: int) -> dict[str, Any]:
    found = queries.by_id(tx, prediction_id)
    if found is None:
        raise NotFound.of("Prediction")
    return shapes.prediction(found)


def listed(tx: Tx, caller: Caller, *, task: int | None, project: int | None) -> list[dict[str, Any]]:
    return [shapes.prediction(row) for row in queries.listed(tx, caller.organization, task=task, project=project)]


def create(tx: Tx, caller: Caller, given: PredictionIn) -> dict[str, Any]:
    missing = {
        name: ["This field is required."]
        for name, absent in (("task", given.task is UNSET), ("result", not len(bytes(given.result))))
        if absent
    }
    if missing or given.task is UNSET:
        raise Invalid(missing)
    require(caller, "predictions.any", home_of_task(tx, given.task), "Task")
    task, at = get_task(tx, given.task), now()
    values = {
        **_values(tx, task.project_id, given),
        "task_id": task.id,
        "project_id": task.project_id,
        "created_at": at,
        "updated_at": at,
    }
    made = queries.add(tx, values)
    progress.recount_predictions(tx, [task.id], at)
    return show(tx, made)


def change(tx: Tx, prediction_id: int, given: PredictionIn) -> dict[str, Any]:
    known = show(tx, prediction_id)
    queries.change(tx, prediction_id, {**_values(tx, known["project"], given), "updated_at": now()})
    return show(tx, prediction_id)


def remove(tx: Tx, prediction_id: int) -> None:
    known = show(tx, prediction_id)
    queries.remove(tx, prediction_id)
    progress.recount_predictions(tx, [known["task"]], now())


def remove_version(tx: Tx, project_id: int, version: str) -> int:
    """Delete what one version of a model said; the number of predictions."""
    touched = queries.task_ids_of_version(tx, project_id, version)
    removed = queries.remove_version(tx, project_id, version)
    progress.recount_predictions(tx, touched, now())
    return removed


def _values(tx: Tx, project_id: int, given: PredictionIn) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: value
        for name in ("score", "cluster", "neighbors", "mislabeling")
        if (value := getattr(given, name)) is not UNSET
    }
    if given.model_version is not UNSET:
        values["model_version"] = "" if given.model_version is None else str(given.model_version)
    if len(bytes(given.result)):
        values["result"] = _result(tx, project_id, given.result)
    return values


def _result(tx: Tx, project_id: int, sent: Raw) -> Any:
    """The region list: as it was sent, or what its short form stands for."""
    value = msgspec.json.decode(sent)
    if value is None:
        raise Invalid({"result": ["This field may not be null."]})
    if isinstance(value, list):
        return Raw(msgspec.json.format(bytes(sent), indent=-1))
    return from_shorthand(Config.of(projects.get(tx, project_id).label_config), value)
