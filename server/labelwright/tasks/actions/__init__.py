"""Actions of the Data Manager on tasks. One file each with an `ACTION`; `datamanager.actions` finds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from labelwright.access import Caller
from labelwright.db import Tx


class Run(NamedTuple):
    """One call of an action: the selected tasks and what the request's body says besides."""

    tx: Tx
    caller: Caller
    project_id: int
    task_ids: Sequence[int]
    given: dict[str, Any]


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
