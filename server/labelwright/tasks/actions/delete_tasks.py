"""Delete the selected tasks with all their work."""

from typing import Any

from labelwright.db import Tx
from labelwright.tasks import progress, queries, service
from labelwright.tasks.actions import Action, Run


def run(call: Run) -> dict[str, Any]:
    if len(call.task_ids) == call.total == queries.count(call.tx, call.project_id):
        removed = service.remove_all(call.tx, call.project_id)
    else:
        removed = service.remove(call.tx, call.project_id, call.task_ids)
    return {"processed_items": removed, "detail": f"Deleted {removed} tasks"}


def after(tx: Tx, project_id: int) -> dict[str, Any]:
    progress.redraw(tx, project_id)
    return {"reload": not queries.count(tx, project_id)}


ACTION = Action(
    "delete_tasks",
    "Delete Tasks",
    100,
    "tasks.delete",
    "The selected tasks, their annotations and predictions will be deleted. Go on?",
    run,
    after=after,
)
