"""What a filter may ask of a column: every operator, once.

`OPERATORS[name](target, value)` gives a condition. A target offers the column as text, number … (see `columns.Target`); values are bound, never
written into SQL. Negations also match rows where the column is missing.
"""

import math
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Protocol

from sqlalchemy import ColumnElement, false, func, not_, or_

from labelwright.errors import Invalid
from labelwright.settings import FALSE, TRUE


class Target(Protocol):
    """A column under a filter."""

    @property
    def kind(self) -> str:
        """Number, String, Datetime, Boolean or List."""

    def value(self) -> ColumnElement[Any]:
        """The column as a value of its kind."""

    def text(self) -> ColumnElement[Any]: ...

    def contains(self, value: Any) -> ColumnElement[bool]: ...

    def equals(self, value: Any) -> ColumnElement[bool]: ...

    def empty(self) -> ColumnElement[bool]: ...

    def regex(self, pattern: str) -> ColumnElement[bool]: ...


Operator = Callable[[Target, Any], ColumnElement[bool]]


def _compare(how: Callable[[ColumnElement[Any], Any], ColumnElement[bool]]) -> Operator:
    return lambda target, value: how(_ordered(target), convert(target.kind, value))


def _ordered(target: Target) -> ColumnElement[Any]:
    if target.kind in ("List", "Boolean"):
        raise Invalid({"filters": [f"A value of type {target.kind} is neither more nor less than another."]})
    return target.value()


def _range(target: Target, value: Any) -> ColumnElement[bool]:
    if not isinstance(value, dict) or "min" not in value or "max" not in value:
        raise Invalid({"filters": ['A range needs {"min": …, "max": …}.']})
    low, high = (convert(target.kind, value[end]) for end in ("min", "max"))
    return _ordered(target).between(low, high)


def _in_list(target: Target, value: Any) -> ColumnElement[bool]:
    if not isinstance(value, list):
        raise Invalid({"filters": ["This operator needs a list."]})
    return or_(false(), *(target.equals(item) for item in value))


def _empty(target: Target, value: Any) -> ColumnElement[bool]:
    return target.empty() if convert("Boolean", value) else not_(target.empty())


def _missing_or(positive: Operator) -> Operator:
    """The contrary, true for missing values as well."""

    def negative(target: Target, value: Any) -> ColumnElement[bool]:
        return not_(func.coalesce(positive(target, value), false()))

    return negative


def _equal(target: Target, value: Any) -> ColumnElement[bool]:
    return target.equals(value)


def _contains(target: Target, value: Any) -> ColumnElement[bool]:
    return target.contains(value)


def _regex(target: Target, value: Any) -> ColumnElement[bool]:
    if not isinstance(value, str):
        raise Invalid({"filters": ["A pattern is a text."]})
    return target.regex(value)


OPERATORS: dict[str, Operator] = {
    "equal": _equal,
    "not_equal": _missing_or(_equal),
    "less": _compare(lambda column, value: column < value),
    "greater": _compare(lambda column, value: column > value),
    "less_or_equal": _compare(lambda column, value: column <= value),
    "greater_or_equal": _compare(lambda column, value: column >= value),
    "in": _range,
    "not_in": _missing_or(_range),
    "in_list": _in_list,
    "not_in_list": _missing_or(_in_list),
    "contains": _contains,
    "not_contains": _missing_or(_contains),
    "regex": _regex,
    "empty": _empty,
}

_DATETIMES = ("%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d")


def convert(kind: str, value: Any) -> Any:
    """A filter's value as the column's kind. Raises Invalid."""
    if value is None or isinstance(value, dict | list):
        raise Invalid({"filters": ["A filter needs a value."]})
    if kind == "Number":
        return _number(value)
    if kind == "Datetime":
        for form in _DATETIMES:
            try:
                return datetime.strptime(str(value), form).replace(tzinfo=UTC)
            except ValueError:
                continue
        raise Invalid({"filters": [f'"{value}" is not a date like 2026-01-31T12:00:00.000Z.']})
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
