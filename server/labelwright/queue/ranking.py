"""In which order a person is offered tasks: the ways of finding one, strongest first.

`offers` yields lists of task ids; the caller takes the first task of the first list that it can lock. Where a writer is alone (SQLite) that is the very
first one, so no more are looked for than that.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

from labelwright.db import Tx
from labelwright.queue import candidates as by
from labelwright.queue.candidates import Stream, t
from labelwright.queue.queries import hold_next, ids, latest_open

# Up to so many tasks a random choice is exact; beyond, it draws ids.
_EXACT = 1000
_DRAWN = 400


class Offer(NamedTuple):
    queue: str
    task_ids: list[int]
    # The row of the only task is locked.
    is_held: bool = False


def offers(tx: Tx, stream: Stream, sample: int, *, patient: bool) -> Iterator[Offer]:
    """`sample`: how many tasks of one way are looked at."""
    project = stream.project
    is_alone = tx.dialect.name != "postgresql"
    wanted = 1 if is_alone else sample
    if walk := stream.selection.walk:
        free = [*stream.candidates, stream.rules.free]
        yield Offer(by.DATA_MANAGER, walk(tx, free, stream.parameters, wanted))
    else:
        if project.annotator_evaluation_enabled:
            yield Offer(by.GROUND_TRUTH, _ground_truth(tx, stream, sample))
        if project.maximum_annotations > 1:
            yield Offer(by.BREADTH_FIRST, _breadth_first(tx, stream, sample))
        if project.sampling == "Sequential sampling":
            held = None if is_alone or patient else hold_next(tx, stream)
            # Rows that were passed over are locked by others, who may yet let them go.
            found = [held] if held is not None else ids(tx, stream, stream.ordered(wanted))
            yield Offer(by.SEQUENCE, found, is_held=held is not None)
        else:
            yield _sampled(tx, stream, sample)
    yield Offer(by.POSTPONED, ids(tx, stream, stream.put_off(wanted)))
    if project.skip_queue == "REQUEUE_FOR_ME":
        yield Offer(by.SKIPPED, ids(tx, stream, stream.skipped(wanted)))


def _sampled(tx: Tx, stream: Stream, sample: int) -> Offer:
    if stream.project.sampling == "Uniform sampling":
        return Offer(by.UNIFORM, _random(tx, stream, sample))
    clustered = bool(ids(tx, stream, stream.clusters()))
    found = ids(tx, stream, stream.uncertain(sample, clustered=clustered))
    return Offer(by.UNCERTAINTY, list(dict.fromkeys(found)) or _random(tx, stream, sample))


def _ground_truth(tx: Tx, stream: Stream, sample: int) -> list[int]:
    found = ids(tx, stream, stream.ids(by.has_ground_truth(), order=stream.selection.order, limit=sample))
    return found if stream.project.sampling == "Sequential sampling" else _shuffled(found)


def _breadth_first(tx: Tx, stream: Stream, sample: int) -> list[int]:
    """Finish what is begun: tasks with the most annotations, in random order."""
    rows = tx.execute(stream.begun(sample), stream.parameters).all()
    return _shuffled([row.id for row in rows if row.total_annotations == rows[0].total_annotations])


def _random(tx: Tx, stream: Stream, sample: int) -> list[int]:
    """Some free candidates, each as likely as any other.

    Few are all looked at. Of many, ids are drawn and those that are no candidates thrown away; only where nearly all are, a stretch behind a random id
    is taken.
    """
    first = ids(tx, stream, stream.free(_EXACT))
    if len(first) < _EXACT:
        return _shuffled(first)[:sample]
    low, high = first[0], max(latest_open(tx, stream.project.id), first[-1])
    drawn = t.id.in_([random.randint(low, high) for _ in range(_DRAWN)])  # noqa: S311
    found = ids(tx, stream, stream.ids(stream.rules.free, drawn, order=(t.id.asc(),), limit=_DRAWN))
    if not found:
        behind = t.id >= random.randint(low, high)  # noqa: S311
        found = ids(tx, stream, stream.ids(stream.rules.free, behind, order=(t.id.asc(),), limit=sample))
    return _shuffled(found or first)[:sample]


def _shuffled(found: list[int]) -> list[int]:
    random.shuffle(found)
    return found
