"""Merge tasks whose data is the same: the work of all goes to one of them, the others are deleted."""

from typing import Any

from labelwright.annotations import bulk
from labelwright.db import Tx
from labelwright.kit.clock import now
from labelwright.kit.groups import Groups
from labelwright.projects import service as projects
from labelwright.tasks import progress, service
from labelwright.tasks.actions import Action, Run


def run(call: Run) -> dict[str, Any]:
    kept, dropped = list[int](), list[int]()
    # The first one that somebody annotated stays, else the first. What a job found to be alike is looked at anew: it may have been changed since.
    with Groups() as groups:
        groups.add(bulk.data_digests(call.tx, call.task_ids))
        for keep, others in groups:
            if alike := list(others):
                bulk.move_work(call.tx, alike, keep)
                kept.append(keep)
                dropped += alike
    service.remove(call.tx, call.project_id, dropped)
    skip_queue = projects.get(call.tx, call.project_id).skip_queue
    progress.recount(call.tx, kept, skip_queue, now(), call.user)
    return {"processed_items": len(dropped), "detail": f"Removed {len(dropped)} tasks"}


def after(tx: Tx, project_id: int) -> dict[str, Any]:
    progress.redraw(tx, project_id)
    return {}


ACTION = Action(
    "remove_duplicates",
    "Remove Duplicated Tasks",
    95,
    "tasks.delete",
    "Of tasks with the same data one stays, with the annotations and drafts of all. Predictions of the others are deleted. Go on?",
    run,
    alike=bulk.data_digests,
    after=after,
)
