"""Merge tasks whose data is the same: the work of all goes to one of them, the others are deleted."""

from collections import defaultdict
from typing import Any

from labelwright.annotations import bulk
from labelwright.kit.clock import now
from labelwright.projects import service as projects
from labelwright.tasks import progress, service
from labelwright.tasks.actions import Action, Run


def run(call: Run) -> dict[str, Any]:
    alike: defaultdict[bytes, list[tuple[bool, int]]] = defaultdict(list)
    for task_id, digest, annotated in bulk.data_digests(call.tx, call.task_ids):
        alike[digest].append((not annotated, task_id))
    kept, dropped = [], []
    for group in alike.values():
        # The first one that somebody annotated stays, else the first.
        (_, keep), *others = sorted(group)
        if others:
            numbers = [task_id for _, task_id in others]
            bulk.move_work(call.tx, numbers, keep)
            kept.append(keep)
            dropped += numbers
    service.remove(call.tx, call.project_id, dropped)
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
    divisible=False,
)
