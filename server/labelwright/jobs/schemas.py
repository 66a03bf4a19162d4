"""Jobs on the wire."""

from datetime import datetime
from typing import Any, Literal

import msgspec

State = Literal["queued", "running", "cancelling", "completed", "failed", "cancelled"]


class Person(msgspec.Struct):
    id: int
    name: str


class JobOut(msgspec.Struct):
    """`done` of `total` (None: not known yet) in what the kind counts; `result` is the kind's own, with a `file` where there is one to download."""

    id: int
    kind: str
    title: str
    project: int | None
    project_title: str | None
    created_by: Person | None
    state: State
    phase: str
    done: int
    total: int | None
    result: dict[str, Any] | None
    error: str | None
    can_retry: bool
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
