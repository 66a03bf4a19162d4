"""What tasks are sorted on, and where a page begins in the order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Column as TableColumn
from sqlalchemy import ColumnElement, FromClause, and_, false, literal, or_, true
from sqlalchemy.types import NullType

from labelwright.datamanager.column import Scope, by_code_point
from labelwright.datamanager.columns import resolve
from labelwright.datamanager.fields import PREFIX, data_value
from labelwright.datamanager.value_tables import looked_up, values
from labelwright.tasks.tables import tasks

_TASKS = "tasks:"


@dataclass(frozen=True)
class Term:
    """One expression of an ORDER BY."""

    value: ColumnElement[Any]
    descending: bool = False
    # An index has the tasks in the order of this term.
    indexed: bool = False
    required: bool = False

    @property
    def nullable(self) -> bool:
        return not self.required and (not isinstance(self.value, TableColumn) or bool(self.value.nullable))

    @property
    def directed(self) -> ColumnElement[Any]:
        return self.value.desc() if self.descending else self.value.asc()

    def behind(self, value: Any) -> ColumnElement[bool]:
        """Rows that come after those that have the value, among those that have one."""
        here = self._bound(value)
        further: ColumnElement[bool] = self.value < here if self.descending else self.value > here
        return further

    def ahead(self, value: Any) -> ColumnElement[bool]:
        """Rows that come before."""
        here = self._bound(value)
        before: ColumnElement[bool] = self.value > here if self.descending else self.value < here
        return before

    def bounded(self, value: Any) -> ColumnElement[bool]:
        here = self._bound(value)
        within: ColumnElement[bool] = self.value <= here if self.descending else self.value >= here
        return within

    def same(self, value: Any) -> ColumnElement[bool]:
        return self.value == self._bound(value)

    def _bound(self, value: Any) -> ColumnElement[Any]:
        return literal(value, None if isinstance(self.value.type, NullType) else self.value.type)


@dataclass(frozen=True)
class Part:
    """One range of an order: the rows that have a value of its first term, or those that have none."""

    condition: ColumnElement[bool]
    terms: tuple[Term, ...]
    missing: bool = False
    # No row lacks a value of the first term.
    present: bool = False

    @property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        # Where there is nothing missing, nothing is said of it: PostgreSQL walks an index backwards only for its own order.
        first = (self.terms[0].directed,) if self.present else ()
        return (*first, *_directed(self.terms[len(first) :]))

    def after(self, values: Sequence[Any]) -> ColumnElement[bool]:
        """Its rows behind the one that has these values of all terms of the order."""
        if self.missing:
            return _after(self.terms, values[1:]) if values[0] is None else true()
        return false() if self.present and values[0] is None else _after(self.terms, values)


@dataclass(frozen=True)
class Order:
    """The last term is the task's id, which nothing else is equal by. Missing values come last in both directions."""

    terms: tuple[Term, ...]
    # The one with the values of the first term.
    index: int | None = None

    @property
    def walk(self) -> "Walk":
        """The way along that index: beside the tasks stands what it has."""
        first, *middle, last = self.terms
        assert self.index
        kept = values(self.index, first.value.type, "walked")
        terms = (
            replace(first, value=kept.c.value, indexed=True),
            *middle,
            replace(last, value=kept.c.task_id, required=True),
        )
        return Walk(kept, Order(terms))

    @property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        return _directed(self.terms)

    def of(self, values: Sequence[ColumnElement[Any]]) -> "Order":
        """The same order of rows that have the values of its terms."""
        return Order(tuple(replace(term, value=value) for term, value in zip(self.terms, values, strict=True)))

    @property
    def parts(self) -> tuple[Part, ...]:
        """Walked through one after the other they are the whole order; with an index on the first term, each is a range of it."""
        first = self.terms[0]
        if not first.nullable or not first.indexed:
            return (Part(true(), self.terms),)
        return (
            Part(first.value.is_not(None), (replace(first, required=True), *self.terms[1:]), present=True),
            Part(first.value.is_(None), self.terms[1:], missing=True),
        )


class Walk(NamedTuple):
    table: FromClause
    order: Order


BY_ID = Order((Term(tasks.c.id),))


def _directed(terms: Sequence[Term]) -> tuple[ColumnElement[Any], ...]:
    return tuple(term.directed.nulls_last() if term.nullable else term.directed for term in terms)


def _after(terms: Sequence[Term], values: Sequence[Any]) -> ColumnElement[bool]:
    """The first term is bounded by itself: databases do not look for the beginning of a range in what follows an OR."""
    (term, *later), (value, *rest) = terms, values
    if not later:
        return term.behind(value)
    if value is None:
        return and_(term.value.is_(None), _after(later, rest))
    further = or_(term.behind(value), and_(term.same(value), _after(later, rest)))
    if term.nullable:
        return or_(and_(term.bounded(value), further), term.value.is_(None))
    return and_(term.bounded(value), further)


def order(keys: list[str], scope: Scope, number_columns: tuple[str, ...]) -> Order:
    """The first key decides, the next ones where it is the same, and the id in the end, in the direction of the first."""
    if not keys:
        return BY_ID
    terms: list[Term] = []
    index: int | None = None
    for written in keys:
        # The minus stands before or behind the prefix.
        descending = written.startswith(("-", f"{_TASKS}-"))
        name = bare(written.replace("-", "", 1) if descending else written)
        found, along = _terms(name, scope, descending=descending, as_number=name in number_columns)
        index = index if terms else along
        terms += found
        if name == "id":
            return Order(tuple(terms), index)
    # In the direction of the first key, as an index has it when it is walked backwards.
    return Order((*terms, Term(tasks.c.id, terms[0].descending)), index)


def bare(name: str) -> str:
    """The column's id."""
    return name.removeprefix(_TASKS)


def _terms(name: str, scope: Scope, *, descending: bool, as_number: bool) -> tuple[list[Term], int | None]:
    """Fields of the data by their own values on SQLite, as text on PostgreSQL, unless they are shown as numbers. Beside them: an index."""
    column = resolve(name, "String")
    if name.startswith(PREFIX):
        key, kind = name.removeprefix(PREFIX), "Number" if as_number else "Native" if scope.sqlite else "String"
        value = by_code_point(scope, kind, data_value(scope, key, kind))
    else:
        kind, value = column.type, by_code_point(scope, column.type, column.value(scope))
    index = scope.indexes.get((name, kind))
    if index is None:
        return [Term(value, descending)], None
    first = Term(looked_up(index, value.type), descending)
    # The index knows the beginnings of texts.
    begins = name.startswith(PREFIX) and kind != "Number"
    return [first, *([Term(value, descending)] if begins else [])], index
