"""Copy one annotation to the selected tasks."""

from typing import Any

from labelwright.annotations import bulk
from labelwright.errors import Invalid
from labelwright.kit.clock import now
from labelwright.projects import service as projects
from labelwright.tasks import progress
from labelwright.tasks.actions import Action, Run
from labelwright.webhooks import Happened, emit


def run(call: Run) -> dict[str, Any]:
    source = call.given.get("source_annotation_id")
    if source is None or not str(source).isdecimal():
        raise Invalid({"source_annotation_id": ["A valid integer is required."]})
    found = bulk.annotation_of(call.tx, call.project_id, int(source))
    if found is None:
        raise Invalid({"source_annotation_id": [f"There is no annotation {source} in this project."]})
    targets = [number for number in call.task_ids if number != found.task_id]
    made = bulk.copy_annotation(call.tx, call.user, found, targets)
    progress.recount(call.tx, targets, projects.get(call.tx, call.project_id).skip_queue, now(), call.user)
    if made:
        emit(call.tx, Happened.ANNOTATIONS_CREATED, call.project_id, made)
    return {"processed_items": len(made), "detail": f"Created {len(made)} annotations"}


ACTION = Action(
    "propagate_annotations",
    "Propagate Annotations",
    1,
    "annotations.create",
    "The annotation with this number is copied to the selected tasks, as yours. Go on?",
    run,
    form=lambda _tx, _project_id: [
        {
            "columnCount": 1,
            "fields": [{"type": "number", "name": "source_annotation_id", "label": "Annotation ID"}],
        }
    ],
    experimental=True,
)
