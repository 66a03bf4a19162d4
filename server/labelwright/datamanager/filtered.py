"""A column under a filter: what `operators` ask of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from operator import eq, ge, gt, le, lt
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, false, not_, or_, select
from sqlalchemy.types import TypeEngine

from labelwright.datamanager.column import CONTAINS, Column, Scope, by_code_point, containing, lowered_containing
from labelwright.datamanager.fields import KEY_LENGTH
from labelwright.datamanager.index_queries import SHORTEST, having
from labelwright.datamanager.narrowing import Narrowing, by_values, by_words, by_work, of_task
from labelwright.datamanager.operators import Operator, convert
from labelwright.datamanager.value_tables import holds, looked_up, values
from labelwright.datamanager.verbatim import is_verbatim, may_hold
from labelwright.db import patterns
from labelwright.errors import Invalid


def _is(how: Callable[[Any, Any], Any], value: ColumnElement[Any], wanted: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = how(value, wanted)
    return found


_LOOSER: dict[Any, Callable[[Any, Any], Any]] = {lt: le, gt: ge}


@dataclass(frozen=True)
class Filtered:
    """A column under a filter (`operators.Filterable`)."""

    column: Column
    scope: Scope
    # The value as an index has it, when that is what is asked.
    kept: ColumnElement[Any] | None = None

    @property
    def kind(self) -> str:
        return "Number" if self.column.type == "Time" else self.column.type

    @property
    def index(self) -> int | None:
        """The one of its values."""
        return self.scope.indexes.get((self.column.id, self.column.type)) if self.column.equals is None else None

    @property
    def words(self) -> int | None:
        """The index of its words."""
        return self.scope.indexes.get((self.column.id, CONTAINS)) if self.kind == "String" else None

    def condition(self, operator: Operator, value: Any) -> ColumnElement[bool]:
        found = operator.condition(self, value)
        if self.index and operator.ranges and not self.scope.sqlite:
            # PostgreSQL itself chooses whether to begin there.
            kept = holds(self.index, self._kept_type, lambda kept: self._at(kept, operator, value))
            return kept if self._is_short(value) else and_(kept, found)
        return found

    def narrowing(self, operator: Operator, value: Any) -> Iterator[Narrowing]:
        """What else finds the tasks for which this filter holds."""
        words = self.words if self.scope.sqlite else None
        if self.index and operator.ranges:
            kept = values(self.index, self._kept_type, "found")
            ids = select(kept.c.task_id).where(self._at(kept.c.value, operator, value))
            exact = self._is_short(value)
            yield by_values(ids, self.index, lambda kept: self._at(kept, operator, value), exact=exact)
        elif words and operator.id == "contains" and len(wanted := convert("String", value)) >= SHORTEST:
            yield by_words(having(words, wanted))
        elif self.column.of is not None and operator.id in ("contains", "equal"):
            yield by_work(self.scope, self.column.of, self._row_fits(operator.id, value))

    @property
    def _kept_type(self) -> TypeEngine[Any]:
        return self.column.value(self.scope).type

    def _is_short(self, value: Any) -> bool:
        """The index, which has only the beginnings of texts, is enough to tell."""
        wanted = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
        return self.kind != "String" or all(len(convert("String", one)) < KEY_LENGTH for one in wanted)

    def _at(self, kept: ColumnElement[Any], operator: Operator, value: Any) -> ColumnElement[bool]:
        return operator.condition(replace(self, kept=kept), value)

    def value(self) -> ColumnElement[Any]:
        if self.column.each:
            raise Invalid({"filters": [f"{self.column.title} has many values: none is more or less than another."]})
        if self.kept is not None:
            return self.kept
        value = self.column.value(self.scope)
        return looked_up(self.index, value.type) if self.index and self.column.sources else value

    def compare(self, how: Callable[[Any, Any], Any], value: Any) -> ColumnElement[bool]:
        if self.kind in ("List", "Boolean") and how is not eq:
            raise Invalid({"filters": [f"A value of type {self.kind} is neither more nor less than another."]})
        wanted = convert(self.kind, value, self.scope.now)
        key = self._key()
        if key is None:
            return _is(how, by_code_point(self.scope, self.kind, self.value()), wanted)
        # The key is what an index knows: all of a short text, the beginning of a long one.
        if not isinstance(wanted, str) or len(wanted) < KEY_LENGTH:
            return _is(how, key, wanted)
        looser = _is(_LOOSER.get(how, how), key, wanted[:KEY_LENGTH])
        if self.kept is not None:
            return looser
        return and_(looser, _is(how, by_code_point(self.scope, self.kind, self.value()), wanted))

    def _key(self) -> ColumnElement[Any] | None:
        if self.kept is not None or self.index is None or self.column.key is None:
            return self.kept
        return looked_up(self.index, self.column.key(self.scope).type)

    def text(self) -> ColumnElement[Any]:
        value = self.value()
        return value if self.kind == "String" else cast(value, String)

    def contains(self, value: Any) -> ColumnElement[bool]:
        if self.column.contains:
            return self._own_or_one(self._row_fits("contains", value))
        wanted = convert("String", value)
        if self.words:
            return holds(self.words, String(), lambda text: lowered_containing(self.scope, text, wanted))
        found = self._some(lambda text: containing(self.scope, text, wanted))
        if self.column.within is not None and self.scope.sqlite and is_verbatim(wanted):
            return and_(may_hold(self.column.within, wanted), found)
        return found

    def equals(self, value: Any) -> ColumnElement[bool]:
        if self.column.equals:
            return self._own_or_one(self._row_fits("equal", value))
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

    def _row_fits(self, operator_id: str, value: Any) -> ColumnElement[bool]:
        fits = self.column.contains if operator_id == "contains" else self.column.equals
        assert fits
        return fits(self.scope, value)

    def _own_or_one(self, fits: ColumnElement[bool]) -> ColumnElement[bool]:
        """Of the task's own row, or one of those that belong to it."""
        if self.column.of is None:
            return fits
        return of_task(self.scope, self.column.of, fits).exists()

    def _some(self, fits: Callable[[ColumnElement[Any]], ColumnElement[bool]]) -> ColumnElement[bool]:
        """The text fits, or, where there are many, one of them."""
        if self.column.each is None:
            return fits(self.text())
        values = self.column.each(self.scope)
        return values.where(fits(values.selected_columns[0])).exists()
