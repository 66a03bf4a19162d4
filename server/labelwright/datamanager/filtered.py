"""A column under a filter: what `operators` ask of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, false, not_, or_

from labelwright.datamanager.column import Column, Scope, by_code_point
from labelwright.datamanager.operators import convert
from labelwright.db import patterns
from labelwright.errors import Invalid


@dataclass(frozen=True)
class Filtered:
    """A column under a filter (`operators.Filterable`)."""

    column: Column
    scope: Scope

    @property
    def kind(self) -> str:
        return "Number" if self.column.type == "Time" else self.column.type

    @property
    def now(self) -> datetime:
        return self.scope.now

    def value(self) -> ColumnElement[Any]:
        if self.column.each:
            raise Invalid({"filters": [f"{self.column.title} has many values: none is more or less than another."]})
        return self.column.value(self.scope)

    def ordered(self) -> ColumnElement[Any]:
        if self.kind in ("List", "Boolean"):
            raise Invalid({"filters": [f"A value of type {self.kind} is neither more nor less than another."]})
        return by_code_point(self.scope, self.kind, self.value())

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
        wanted = convert(self.kind, value, self.scope.now)
        if self.column.each:
            return self._some(lambda text: text == wanted)
        same: ColumnElement[bool] = self.value() == wanted
        return same

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
