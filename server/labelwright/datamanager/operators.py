"""What a filter may ask of a column: every operator, once.

`OPERATORS[name].condition(target, value)` gives a condition. A target offers the column as text, number … (`filtered.Filtered`); values are bound,
never written into SQL. Negations also match rows where the column is missing.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from operator import ge, gt, le, lt
from typing import Any, Protocol

from sqlalchemy import ColumnElement, and_, false, func, not_, or_

from labelwright.datamanager.moments import moment
from labelwright.errors import Invalid
from labelwright.settings import FALSE, TRUE


class Filterable(Protocol):
    """A column under a filter."""

    @property
    def kind(self) -> str:
        """Number, String, Datetime, Boolean or List."""

    def compare(self, how: Callable[[Any, Any], Any], value: Any) -> ColumnElement[bool]:
        """`how`: one of Python's own `lt`, `le`, `eq`, `ge`, `gt`."""

    def contains(self, value: Any) -> ColumnElement[bool]: ...

    def equals(self, value: Any) -> ColumnElement[bool]: ...

    def empty(self) -> ColumnElement[bool]: ...

    def regex(self, pattern: str) -> ColumnElement[bool]: ...


Condition = Callable[[Filterable, Any], ColumnElement[bool]]


def _compare(how: Callable[[Any, Any], Any]) -> Condition:
    return lambda target, value: target.compare(how, value)


def _range(target: Filterable, value: Any) -> ColumnElement[bool]:
    if not isinstance(value, dict) or "min" not in value or "max" not in value:
        raise Invalid({"filters": ['A range needs {"min": …, "max": …}.']})
    return and_(target.compare(ge, value["min"]), target.compare(le, value["max"]))


def _in_list(target: Filterable, value: Any) -> ColumnElement[bool]:
    if not isinstance(value, list):
        raise Invalid({"filters": ["This operator needs a list."]})
    return or_(false(), *(target.equals(item) for item in value))


def _empty(target: Filterable, value: Any) -> ColumnElement[bool]:
    return target.empty() if convert("Boolean", value) else not_(target.empty())


def _missing_or(positive: Condition) -> Condition:
    """The contrary, true for missing values as well."""

    def negative(target: Filterable, value: Any) -> ColumnElement[bool]:
        return not_(func.coalesce(positive(target, value), false()))

    return negative


def _equal(target: Filterable, value: Any) -> ColumnElement[bool]:
    return target.equals(value)


def _contains(target: Filterable, value: Any) -> ColumnElement[bool]:
    return target.contains(value)


def _regex(target: Filterable, value: Any) -> ColumnElement[bool]:
    if not isinstance(value, str):
        raise Invalid({"filters": ["A pattern is a text."]})
    return target.regex(value)


class Takes(StrEnum):
    """What stands in a filter's `value`."""

    ONE = "one"
    MANY = "many"
    RANGE = "range"
    YES_OR_NO = "boolean"


@dataclass(frozen=True)
class Operator:
    """`types` are those of the columns it is offered for; others may be asked for as well, if they can be answered."""

    id: str
    takes: Takes
    types: frozenset[str]
    condition: Condition
    # What it finds is a range, or a few, in the order of the values.
    ranges: bool = False


_TEXTS, _NUMBERS, _DATES = frozenset({"String"}), frozenset({"Number", "Time"}), frozenset({"Datetime"})
_YES_OR_NO, _LISTS = frozenset({"Boolean"}), frozenset({"List"})
_ORDERED = _NUMBERS | _DATES

OPERATORS = {
    operator.id: operator
    for operator in (
        Operator("contains", Takes.ONE, _TEXTS | _LISTS, _contains),
        Operator("not_contains", Takes.ONE, _TEXTS | _LISTS, _missing_or(_contains)),
        Operator("regex", Takes.ONE, _TEXTS, _regex),
        Operator("equal", Takes.ONE, _TEXTS | _NUMBERS | _YES_OR_NO, _equal, ranges=True),
        Operator("not_equal", Takes.ONE, _TEXTS | _NUMBERS, _missing_or(_equal)),
        Operator("less", Takes.ONE, _ORDERED, _compare(lt), ranges=True),
        Operator("greater", Takes.ONE, _ORDERED, _compare(gt), ranges=True),
        Operator("less_or_equal", Takes.ONE, _ORDERED, _compare(le), ranges=True),
        Operator("greater_or_equal", Takes.ONE, _ORDERED, _compare(ge), ranges=True),
        Operator("in", Takes.RANGE, _ORDERED, _range, ranges=True),
        Operator("not_in", Takes.RANGE, _ORDERED, _missing_or(_range)),
        Operator("in_list", Takes.MANY, _TEXTS | _NUMBERS | _LISTS, _in_list, ranges=True),
        Operator("not_in_list", Takes.MANY, _TEXTS | _NUMBERS | _LISTS, _missing_or(_in_list)),
        Operator("empty", Takes.YES_OR_NO, _TEXTS | _ORDERED | _YES_OR_NO | _LISTS, _empty),
    )
}

_DATETIMES = ("%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d")


def convert(kind: str, value: Any, now: datetime | None = None) -> Any:
    """A filter's value as the column's kind. Raises Invalid."""
    if value is None or isinstance(value, dict | list):
        raise Invalid({"filters": ["A filter needs a value."]})
    if kind == "Number":
        return _number(value)
    if kind == "Datetime":
        if now and (named := moment(str(value), now)):
            return named
        for form in _DATETIMES:
            try:
                return datetime.strptime(str(value), form).replace(tzinfo=UTC)
            except ValueError:
                continue
        raise Invalid(
            {"filters": [f'"{value}" is neither a date like 2026-01-31T12:00:00.000Z nor one like now-7d/d.']}
        )
    if kind == "Boolean":
        if str(value).lower() in TRUE | FALSE:
            return str(value).lower() in TRUE
        raise Invalid({"filters": [f'"{value}" is neither true nor false.']})
    return str(value) if not isinstance(value, bool) else str(value).lower()


def _number(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise Invalid({"filters": [f'"{value}" is not a number.']}) from None
    if not math.isfinite(number):
        raise Invalid({"filters": [f'"{value}" is not a number.']})
    return number
