"""Delete the selected tasks with all their work."""

from typing import Any

from labelwright.tasks import queries, service
from labelwright.tasks.actions import Action, Run


def run(call: Run) -> dict[str, Any]:
    if call.last and len(call.task_ids) == queries.count(call.tx, call.project_id):
        removed = service.remove_all(call.tx, call.project_id)
    else:
        removed = service.remove(call.tx, call.project_id, call.task_ids, redraw=call.last)
    nothing_left = call.last and not queries.count(call.tx, call.project_id)
    return {"processed_items": removed, "reload": nothing_left, "detail": f"Deleted {removed} tasks"}


ACTION = Action(
    "delete_tasks",
    "Delete Tasks",
    100,
    "tasks.delete",
    "The selected tasks, their annotations and predictions will be deleted. Go on?",
    run,
)
