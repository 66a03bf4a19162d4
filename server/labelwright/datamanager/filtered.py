"""A column under a filter: what `operators` ask of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, false, not_, or_

from labelwright.datamanager.column import CONTAINS, Column, Scope, by_code_point
from labelwright.datamanager.fields import KEY_LENGTH
from labelwright.datamanager.index_queries import SHORTEST, having
from labelwright.datamanager.operators import Operator, convert
from labelwright.db import patterns
from labelwright.errors import Invalid

_LOOSER: dict[Any, Callable[[Any, Any], Any]] = {lt: le, gt: ge}


@dataclass(frozen=True)
class Filtered:
    """A column under a filter (`operators.Filterable`)."""

    column: Column
    scope: Scope

    @property
    def kind(self) -> str:
        return "Number" if self.column.type == "Time" else self.column.type

    def value(self) -> ColumnElement[Any]:
        if self.column.each:
            raise Invalid({"filters": [f"{self.column.title} has many values: none is more or less than another."]})
        return self.column.value(self.scope)

    def compare(self, how: Callable[[Any, Any], Any], value: Any) -> ColumnElement[bool]:
        if self.kind in ("List", "Boolean") and how is not eq:
            raise Invalid({"filters": [f"A value of type {self.kind} is neither more nor less than another."]})
        wanted = convert(self.kind, value, self.scope.now)
        compared: ColumnElement[bool] = how(by_code_point(self.scope, self.kind, self.value()), wanted)
        if self.column.key is None or (self.column.id, self.column.type) not in self.scope.indexes:
            return compared
        # The key is what an index knows: all of a short text, the beginning of a long one.
        key = self.column.key(self.scope)
        if not isinstance(wanted, str) or len(wanted) < KEY_LENGTH:
            short: ColumnElement[bool] = how(key, wanted)
            return short
        looser: ColumnElement[bool] = _LOOSER.get(how, how)(key, wanted[:KEY_LENGTH])
        return and_(looser, compared)

    def narrowing(
        self, operator: Operator, value: Any, condition: ColumnElement[bool]
    ) -> Iterator[ColumnElement[bool]]:
        """Conditions that an index of SQLite answers, and that hold where this filter does."""
        indexes = self.scope.indexes if self.scope.sqlite else {}
        if operator.ranges and (self.column.id, self.column.type) in indexes:
            yield condition
        words = indexes.get((self.column.id, CONTAINS))
        if words and operator.id == "contains" and len(wanted := convert("String", value)) >= SHORTEST:
            yield having(words, wanted)

    def text(self) -> ColumnElement[Any]:
        value = self.value()
        return value if self.kind == "String" else cast(value, String)

    def contains(self, value: Any) -> ColumnElement[bool]:
        if self.column.contains:
            return self.column.contains(self.scope, value)
        wanted = convert("String", value)
        return self._some(lambda text: text.icontains(wanted, autoescape=True))

    def equals(self, value: Any) -> ColumnElement[bool]:
        if self.column.equals:
            return self.column.equals(self.scope, value)
        if self.column.each:
            wanted = convert(self.kind, value)
            return self._some(lambda text: text == wanted)
        return self.compare(eq, value)

    def empty(self) -> ColumnElement[bool]:
        if self.column.empty:
            return self.column.empty(self.scope)
        if self.column.each:
            return not_(self._some(lambda text: text != ""))
        missing = self.value().is_(None)
        return or_(missing, self.value() == "") if self.kind == "String" else missing

    def regex(self, pattern: str) -> ColumnElement[bool]:
        if len(pattern) > patterns.LONGEST:
            raise Invalid({"filters": [f"A pattern has at most {patterns.LONGEST} characters."]})
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError):
            return false()
        if not self.scope.takes_pattern(pattern):
            return false()
        return self._some(lambda text: and_(text.is_not(None), text.regexp_match(pattern)))

    def _some(self, fits: Callable[[ColumnElement[Any]], ColumnElement[bool]]) -> ColumnElement[bool]:
        """The text fits, or, where there are many, one of them."""
        if self.column.each is None:
            return fits(self.text())
        values = self.column.each(self.scope)
        return values.where(fits(values.selected_columns[0])).exists()
