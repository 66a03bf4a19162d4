"""A result list as records: the same forms the editor works with (`web/packages/editor/src/model/records.ts`)."""

from typing import Any

import msgspec

Item = dict[str, Any]


class Region(msgspec.Struct, frozen=True):
    """Something with a place on an object: a box, a span, a range."""

    id: str
    target: str
    kind: str
    shape: dict[str, Any]
    origin: str = "manual"
    item_index: int | None = None
    parent: str | None = None
    score: float | None = None
    readonly: bool | None = None
    hidden: bool | None = None
    meta: dict[str, Any] | None = None
    outer: dict[str, Any] | None = None


class Answer(msgspec.Struct, frozen=True):
    """What one control says about a region, about an object, or about one page of it.

    `value` is unset for a bare shape. `source` is the index of the item it was read from, None for a new one.
    """

    control: str
    target: str
    type: str
    region: str | None = None
    item_index: int | None = None
    value: Any = msgspec.UNSET
    source: int | None = None

    @property
    def id(self) -> str:
        page = "" if self.item_index is None else f"#{self.item_index}"
        return f"{self.control}@{self.region or self.target}{page}"


class Relation(msgspec.Struct, frozen=True):
    from_id: str
    to_id: str
    direction: str = "right"
    labels: list[str] | None = None
    notes: str | None = None
    source: int | None = None


class Extra(msgspec.Struct, frozen=True):
    """An item that no tag of the config explains; it is saved as it came."""

    raw: Any
    source: int


class ResultProblem(msgspec.Struct, frozen=True):
    index: int
    code: str
    message: str


class Decoded(msgspec.Struct):
    """The records in the order of the list, with what is needed to write untouched items as they came.

    Editing replaces, adds or removes records in the four lists; `items`, `read_regions` and `read_answers` stay as read.
    """

    regions: list[Region]
    answers: list[Answer]
    relations: list[Relation]
    extra: list[Extra]
    problems: list[ResultProblem]
    items: list[Any]
    read_regions: dict[str, Region]
    read_answers: dict[int, tuple[Answer, ...]]
    read_relations: dict[int, Relation]
