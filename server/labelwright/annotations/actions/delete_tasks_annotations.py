"""Delete annotations and drafts of the selected tasks, of one annotator if asked."""

from typing import Any

from labelwright.annotations import bulk
from labelwright.errors import Invalid
from labelwright.kit.clock import now
from labelwright.projects import service as projects
from labelwright.tasks import progress
from labelwright.tasks.actions import Action, Run
from labelwright.webhooks import Happened, emit


def run(call: Run) -> dict[str, Any]:
    annotator = call.given.get("annotator") or None
    if annotator is not None and not str(annotator).isdecimal():
        raise Invalid({"annotator": ["A valid integer is required."]})
    user_id = int(annotator) if annotator is not None else None
    removed = bulk.remove_annotations(call.tx, call.project_id, call.task_ids, user_id)
    bulk.remove_drafts(call.tx, call.task_ids, user_id)
    skip_queue = projects.get(call.tx, call.project_id).skip_queue
    progress.recount(call.tx, call.task_ids, skip_queue, now(), call.user)
    if removed:
        emit(call.tx, Happened.ANNOTATIONS_DELETED, call.project_id, removed)
    return {"processed_items": len(removed), "detail": f"Deleted {len(removed)} annotations"}


ACTION = Action(
    "delete_tasks_annotations",
    "Delete Annotations",
    101,
    "annotations.delete",
    "Annotations and drafts of the selected tasks will be deleted. Go on?",
    run,
    form=lambda tx, project_id: [
        {
            "columnCount": 1,
            "fields": [
                {
                    "type": "select",
                    "name": "annotator",
                    "label": "Annotator",
                    "options": bulk.annotator_options(tx, project_id),
                    "value": "",
                }
            ],
        }
    ],
)
