"""Make an annotation of each prediction of the named model versions, or of all when none is named, once."""

from typing import Any

from labelwright.annotations import bulk
from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.kit.clock import now
from labelwright.projects import models
from labelwright.projects import service as projects
from labelwright.tasks import progress
from labelwright.tasks.actions import Action, Run
from labelwright.webhooks import Happened, emit


def run(call: Run) -> dict[str, Any]:
    given = call.given.get("model_version")
    if given is None:  # the official client has no way to name one
        given = ["", *models.versions(call.tx, call.project_id)]
    versions = [version for version in (given if isinstance(given, list) else [given]) if isinstance(version, str)]
    if not versions:
        raise Invalid({"model_version": ["Choose a model version."]})
    made, touched = bulk.annotate_by_predictions(call.tx, call.user, call.project_id, call.task_ids, versions)
    skip_queue = projects.get(call.tx, call.project_id).skip_queue
    progress.recount(call.tx, touched, skip_queue, now(), call.user)
    if made:
        emit(call.tx, Happened.ANNOTATIONS_CREATED, call.project_id, made)
    return {"processed_items": len(touched), "detail": f"Created {len(touched)} annotations"}


def form(tx: Tx, project_id: int) -> list[dict[str, Any]]:
    versions = models.versions(tx, project_id)
    current = projects.get(tx, project_id).model_version
    field = {
        "type": "select",
        "name": "model_version",
        "label": "Model version",
        "options": [{"label": version, "value": version} for version in versions],
        "value": current or next(iter(versions), None),
    }
    return [{"columnCount": 1, "fields": [field]}]


ACTION = Action(
    "predictions_to_annotations",
    "Create Annotations From Predictions",
    91,
    "annotations.create",
    "Each prediction of this version becomes an annotation of yours.",
    run,
    form,
)
