"""Actions of the Data Manager on tasks. One file each with an `ACTION`; `datamanager.actions` finds them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from labelwright.db import Tx
from labelwright.kit.groups import Alike


class Run(NamedTuple):
    """One call of an action: who asked for it, the selected tasks, and what the request's body says besides."""

    tx: Tx
    user: int
    project_id: int
    task_ids: Sequence[int]
    given: dict[str, Any]
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
    # What follows once for the whole project, whether all parts were done or some; what it returns belongs to the answer.
    after: Callable[[Tx, int], dict[str, Any]] | None = None
    # For all tasks of the project, whatever is selected.
    of_project: bool = False
    # Offered only where EXPERIMENTAL_FEATURES is on, as in Label Studio.
    experimental: bool = False
