"""Merge tasks whose data is the same: the work of all goes to one of them, the others are deleted."""

from typing import Any

from labelwright.annotations import bulk
from labelwright.kit.clock import now
from labelwright.projects import service as projects
from labelwright.tasks import progress, service
from labelwright.tasks.actions import Action, Run, grouped


def run(call: Run) -> dict[str, Any]:
    kept, dropped = [], []
    # The first one that somebody annotated stays, else the first. What a job found to be alike is looked at anew: it may have been changed since.
    for keep, *others in grouped(bulk.data_digests(call.tx, call.task_ids)):
        bulk.move_work(call.tx, others, keep)
        kept.append(keep)
        dropped += others
    service.remove(call.tx, call.project_id, dropped, redraw=call.last)
    skip_queue = projects.get(call.tx, call.project_id).skip_queue
    progress.recount(call.tx, kept, skip_queue, now(), call.user)
    return {"processed_items": len(dropped), "detail": f"Removed {len(dropped)} tasks"}


ACTION = Action(
    "remove_duplicates",
    "Remove Duplicated Tasks",
    95,
    "tasks.delete",
    "Of tasks with the same data one stays, with the annotations and drafts of all. Predictions of the others are deleted. Go on?",
    run,
    alike=bulk.data_digests,
)
