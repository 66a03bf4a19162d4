"""What tasks are sorted on, and where a page begins in the order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column as TableColumn
from sqlalchemy import ColumnElement, and_, false, literal, or_, true
from sqlalchemy.types import NullType

from labelwright.datamanager.column import Scope, by_code_point
from labelwright.datamanager.columns import resolve
from labelwright.datamanager.fields import PREFIX, data_key, data_value
from labelwright.tasks.tables import tasks

_TASKS = "tasks:"


@dataclass(frozen=True)
class Term:
    """One expression of an ORDER BY. In a part that holds rows with a value of the first term, that one's `nullable` costs nothing."""

    value: ColumnElement[Any]
    descending: bool = False

    @property
    def nullable(self) -> bool:
        return not isinstance(self.value, TableColumn) or bool(self.value.nullable)

    @property
    def directed(self) -> ColumnElement[Any]:
        return self.value.desc() if self.descending else self.value.asc()

    def behind(self, value: Any) -> ColumnElement[bool]:
        """Rows that come after those that have the value, among those that have one."""
        here = self._bound(value)
        further: ColumnElement[bool] = self.value < here if self.descending else self.value > here
        return further

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

    @property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        return _directed(self.terms)

    def after(self, values: Sequence[Any]) -> ColumnElement[bool]:
        """Its rows behind the one that has these values of all terms of the order."""
        if self.missing:
            return _after(self.terms, values[1:]) if values[0] is None else true()
        return false() if values[0] is None else _after(self.terms, values)


@dataclass(frozen=True)
class Order:
    """The last term is the task's id, which nothing else is equal by. Missing values come last in both directions."""

    terms: tuple[Term, ...]

    @property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        return _directed(self.terms)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Walked through one after the other they are the whole order; each is a range of an index on the first term."""
        first = self.terms[0]
        if not first.nullable:
            return (Part(true(), self.terms),)
        return (Part(first.value.is_not(None), self.terms), Part(first.value.is_(None), self.terms[1:], missing=True))


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
    """The first key decides, the next ones where it is the same, and the id in the end."""
    if not keys:
        return BY_ID
    terms: list[Term] = []
    for written in keys:
        # The minus stands before or behind the prefix.
        descending = written.startswith(("-", f"{_TASKS}-"))
        name = bare(written.replace("-", "", 1) if descending else written)
        terms += [Term(value, descending) for value in _values(name, scope, as_number=name in number_columns)]
        if name == "id":
            return Order(tuple(terms))
    return Order((*terms, *BY_ID.terms))


def bare(name: str) -> str:
    """The column's id."""
    return name.removeprefix(_TASKS)


def _values(name: str, scope: Scope, *, as_number: bool) -> list[ColumnElement[Any]]:
    """Fields of the data by their own values on SQLite, as text on PostgreSQL, unless they are shown as numbers."""
    column = resolve(name, "String")
    if not name.startswith(PREFIX):
        return [by_code_point(scope, column.type, column.value(scope))]
    key, kind = name.removeprefix(PREFIX), "Number" if as_number else "Native" if scope.sqlite else "String"
    value = data_value(scope, key, kind)
    # An index knows the beginnings of texts.
    return [value] if kind == "Number" else [data_key(scope, key, kind), by_code_point(scope, kind, value)]
