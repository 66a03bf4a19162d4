"""What a kind of job is made of."""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

from labelwright.db import Database, Tx
from labelwright.errors import LabelwrightError
from labelwright.settings import Settings


class Lane(StrEnum):
    """Jobs of one lane wait for each other, those of different lanes don't: a large import does not hold up a small delivery."""

    HEAVY = "heavy"
    LIGHT = "light"
    # Of webhooks, which have a list of their own: these are not shown among the jobs.
    DELIVERIES = "deliveries"


class Later(Exception):
    """Raised by `run` when the job cannot be done now: it is tried again in so many seconds, as if it had not begun."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"not before {seconds} s")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Step:
    """One short transaction, or, without `write`, only news of the progress.

    `write` returns where the job stands when it is committed; None leaves that as it was. `done` of `total` are counted in what people count, mostly
    tasks. A `certain` step comes when the job can no longer be cancelled.
    """

    done: int
    total: int | None
    phase: str
    write: Callable[[Tx], Any] | None = None
    certain: bool = False


# Steps are sent the seconds that each one's `write` took; what the generator returns is the job's result, made of plain JSON.
Steps = Generator[Step, float, Any]


@dataclass(frozen=True, slots=True)
class Work:
    """What a job is given to work with. `cursor` is what its last step returned, in this process or in another."""

    db: Database
    settings: Settings
    id: int
    organization: int
    project: int | None
    created_by: int | None
    arguments: Any
    cursor: Any
    # Shared by all processes, made when it is asked for; it goes with the job.
    folder: Path


@dataclass(frozen=True, slots=True)
class Kind:
    """`undo` takes back what was written so far, when the job is cancelled or fails. Steps of both may be repeated up to their last commit."""

    name: str
    lane: Lane
    run: Callable[[Work], Steps]
    undo: Callable[[Work], Steps] | None = None


class Kinds:
    """All kinds by name, from modules that have `KINDS`; they are imported when the first job is looked at."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._modules = tuple(modules)
        self._found: dict[str, Kind] = {}

    def get(self, name: str) -> Kind:
        if not self._found:
            self._found = {kind.name: kind for module in self._modules for kind in import_module(module).KINDS}
        return self._found.get(name) or Kind(name, Lane.HEAVY, _unknown)


def _unknown(_: Work) -> Steps:
    """A job that another version of the program left."""
    raise LabelwrightError("This version of Labelwright does not know this kind of job.")
    yield
