"""The figures of projects: a few statements for a whole page of them, however large they are."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam

from labelwright.db import Tx
from labelwright.projects import counting
from labelwright.projects.blocks import kept, reading
from labelwright.projects.tables import counted_blocks, counted_people

COUNTERS = (
    "task_number",
    "finished_task_number",
    "total_predictions_number",
    "total_annotations_number",
    "num_tasks_with_annotations",
    "useful_annotation_number",
    "ground_truth_number",
    "skipped_annotations_number",
)
OF_QUEUE = frozenset({"queue_total", "queue_done"})

Figures = dict[int, dict[str, int]]


def counters(tx: Tx, ids: Sequence[int]) -> Figures:
    """All `COUNTERS`, by project."""
    sums, others = kept(tx, _BLOCKS, ids)
    for within in others:
        sums[within.project_id].update(counting.figures(tx, within))
    return {number: _shown(sums[number]) for number in ids}


def of_one(tx: Tx, project_id: int) -> dict[str, int]:
    return counters(tx, [project_id])[project_id]


def queues(tx: Tx, rows: Sequence[Row[Any]], figures: Figures, user_id: int) -> Figures:
    """`queue_total` (open to this person, or done by them) and `queue_done`, of projects and their `counters`."""
    ids = [row.id for row in rows]
    sums, others = kept(tx, _PERSON, ids, user=user_id)
    for within in others:
        sums[within.project_id].update(counting.person(tx, within, user_id))
    return {row.id: _queue(row, figures[row.id], sums[row.id]) for row in rows}


def _queue(row: Row[Any], figures: dict[str, int], own: Counter[str]) -> dict[str, int]:
    # Open tasks are counted whether this person has seen them or not; those of theirs that are finished come on top.
    left = figures["task_number"] - figures["finished_task_number"]
    back = own["tasks_skipped"] if row.skip_queue == "REQUEUE_FOR_ME" else 0
    return {"queue_total": left + own["tasks_finished"], "queue_done": own["tasks_seen"] - back}


def _shown(sums: Counter[str]) -> dict[str, int]:
    useful = sums["total_annotations_number"] - sums["useful_ground_truth_number"]
    return {**{name: sums[name] for name in COUNTERS}, "useful_annotation_number": useful}


_BLOCKS = reading(counted_blocks)
_PERSON = reading(counted_people, counted_people.c.user_id == bindparam("user"))
