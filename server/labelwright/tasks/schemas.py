"""Tasks on the wire."""

from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

Overlap = Annotated[int, Meta(ge=1)]


class TaskIn(msgspec.Struct):
    """A task made by itself; `project` may come with the path instead."""

    data: dict[str, Any]
    project: int | UnsetType = UNSET
    meta: Any = None
    overlap: Overlap = 1
    allow_skip: bool = True


class TaskChange(msgspec.Struct):
    data: dict[str, Any] | UnsetType = UNSET
    meta: Any = UNSET
    overlap: Overlap | UnsetType = UNSET
    allow_skip: bool | UnsetType = UNSET
    is_labeled: bool | UnsetType = UNSET
