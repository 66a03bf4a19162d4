"""Actions of the Data Manager on tasks. One file each with an `ACTION`; `datamanager.actions` finds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from labelwright.db import Tx


class Run(NamedTuple):
    """One call of an action: who asked for it, the selected tasks, and what the request's body says besides."""

    tx: Tx
    user: int
    project_id: int
    task_ids: Sequence[int]
    given: dict[str, Any]
    # One of several calls that share a selection; what concerns the whole project is done with the last.
    last: bool = True


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
    # Looks at the selected tasks one by one, so that it may be called with one part of them after the other.
    divisible: bool = True
