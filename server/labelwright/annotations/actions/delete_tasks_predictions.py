"""Delete the predictions of the selected tasks."""

from typing import Any

from labelwright.annotations import bulk
from labelwright.kit.clock import now
from labelwright.tasks import progress
from labelwright.tasks.actions import Action, Run


def run(call: Run) -> dict[str, Any]:
    removed = bulk.remove_predictions(call.tx, call.task_ids)
    progress.recount_predictions(call.tx, call.task_ids, now())
    return {"processed_items": removed, "detail": f"Deleted {removed} predictions"}


ACTION = Action(
    "delete_tasks_predictions",
    "Delete Predictions",
    102,
    "predictions.any",
    "Predictions of the selected tasks will be deleted. Go on?",
    run,
)
