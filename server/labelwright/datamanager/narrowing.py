"""Where SQLite may begin to look for the tasks that a filter finds. PostgreSQL counts values, and finds that out by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, literal_column, select

from labelwright.datamanager.column import Scope
from labelwright.datamanager.fields import inline_number
from labelwright.tasks.tables import tasks

# Up to so many tasks it is quicker to look at them all than to walk through the project in its order. Where no index tells how many there are, it is counting
# that takes time.
FEW, FEW_UNINDEXED = 100_000, 2_000


@dataclass(frozen=True)
class Narrowing:
    """`ids`: of tasks, all that the filter finds among them; `exact`: nothing else is."""

    ids: Select[Any]
    few: int
    exact: bool = False
    # What `ids` are of, when that is an index with values, and what the filter says of these.
    index: int | None = None
    on: Callable[[ColumnElement[Any]], ColumnElement[bool]] | None = None

    @property
    def counted(self) -> bool:
        """By an index, in no time."""
        return self.few == FEW


def by_words(ids: Select[Any]) -> Narrowing:
    return Narrowing(ids, FEW)


def by_values(
    ids: Select[Any], index: int, on: Callable[[ColumnElement[Any]], ColumnElement[bool]], *, exact: bool
) -> Narrowing:
    return Narrowing(ids, FEW, exact, index, on)


def by_work(scope: Scope, table: Table, fits: ColumnElement[bool], *, exact: bool = True) -> Narrowing:
    """By the annotations or predictions of the project that fit."""
    here = table.c.project_id == inline_number(scope.project.id)
    return Narrowing(select(table.c.task_id).where(here, fits), FEW_UNINDEXED, exact)


def of_task(scope: Scope, table: Table, fits: ColumnElement[bool]) -> Select[Any]:
    """The annotations or predictions of the task at hand that fit."""
    found: Select[Any] = select(literal_column("1")).select_from(table).where(table.c.task_id == tasks.c.id, fits)
    # So that PostgreSQL may begin with those of the project; SQLite would do so always.
    return found if scope.sqlite else found.where(table.c.project_id == inline_number(scope.project.id))
