"""Labels on the wire."""

from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

Title = Annotated[str, Meta(min_length=1, max_length=2048)]
Name = Annotated[str, Meta(min_length=1, max_length=2048)]


class LabelIn(msgspec.Struct):
    """One of the array that `POST /api/labels` takes; `from_name` is the control that offers the label."""

    project: int
    from_name: Name
    title: Title
    value: Any
    description: str | None = None


class LabelChange(msgspec.Struct):
    title: Title | UnsetType = UNSET
    value: Any = UNSET
    description: str | UnsetType | None = UNSET
    approved: bool | UnsetType = UNSET


class LinkIn(msgspec.Struct):
    project: int
    label: int
    from_name: Name


class LinkChange(msgspec.Struct):
    from_name: Name | UnsetType = UNSET


class Relabel(msgspec.Struct):
    """Results of the organisation (or of one project) that hold exactly `old_label` get `new_label`."""

    old_label: Any
    new_label: Any
    project: int | None = None
