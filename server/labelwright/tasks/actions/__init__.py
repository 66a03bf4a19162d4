"""Actions of the Data Manager on tasks. One file each with an `ACTION`; `datamanager.actions` finds them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from labelwright.db import Tx

# A task, what it has in common with others, and whether it is preferred to them.
Alike = tuple[int, bytes, bool]


class Run(NamedTuple):
    """One call of an action: who asked for it, the selected tasks, and what the request's body says besides."""

    tx: Tx
    user: int
    project_id: int
    task_ids: Sequence[int]
    given: dict[str, Any]
    # One of several calls that share a selection; what concerns the whole project is done with the last.
    last: bool = True
    # Where these tasks stand in the whole selection.
    place: int = 0
    total: int = 0


@dataclass(frozen=True)
class Action:
    """`form` makes the fields of its dialog; `text` is what the dialog asks."""

    id: str
    title: str
    order: int
    permission: str
    text: str
    run: Callable[[Run], dict[str, Any]]
    form: Callable[[Tx, int], list[dict[str, Any]]] | None = None
    # An action is called with one part of the selected tasks after the other. Where tasks matter to each other this tells which do, by something
    # that they have in common.
    alike: Callable[[Tx, Sequence[int]], Iterable[Alike]] | None = None
    # Offered only where EXPERIMENTAL_FEATURES is on, as in Label Studio.
    experimental: bool = False


def grouped(found: Iterable[Alike]) -> list[list[int]]:
    """Tasks that belong together, where there are several: the first preferred one before all others."""
    by_key: defaultdict[bytes, list[tuple[bool, int]]] = defaultdict(list)
    for task_id, key, preferred in found:
        by_key[key].append((not preferred, task_id))
    return [[task_id for _, task_id in sorted(group)] for group in by_key.values() if len(group) > 1]
