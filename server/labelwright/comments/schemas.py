"""Comments on the wire."""

from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

Text = Annotated[str, Meta(max_length=10_000)]


class CommentIn(msgspec.Struct):
    """One of `annotation` and `draft` says what it is about; `region_ref` names a region or a control of it."""

    text: Text = ""
    annotation: int | None = None
    draft: int | None = None
    region_ref: dict[str, Any] | None = None
    classifications: Any = None
    is_resolved: bool = False


class CommentChange(msgspec.Struct):
    text: Text | UnsetType = UNSET
    region_ref: dict[str, Any] | UnsetType | None = UNSET
    classifications: Any = UNSET
    is_resolved: bool | UnsetType = UNSET
