"""Values for a new field of many tasks: a constant, or what an expression says of each of them."""

import ast
import random
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from labelwright.errors import Invalid


class At(NamedTuple):
    """A task among those that get a value."""

    place: int
    total: int
    data: Mapping[str, Any]
    name: str


Value = Callable[[At], Any]
_HELP = 'Write range(1), sample(), random(1, 6), choices(["a", "b"], [2, 1]) or replace("old", "new").'


def value_of(kind: str, written: Any) -> Value:
    """Raises Invalid."""
    if kind == "String":
        return lambda _at: str(written)
    if kind == "Number":
        number = _number(written)
        return lambda _at: number
    if kind == "Expression":
        return _expression(str(written))
    raise Invalid({"value_type": ["Choose String, Number or Expression."]})


def _number(written: Any) -> int | float:
    try:
        number = float(written)
        whole = int(number)
    except (TypeError, ValueError, OverflowError):
        raise Invalid({"value": [f'"{written}" is not a number.']}) from None
    return whole if whole == number else number


def _expression(written: str) -> Value:
    """A call of one of our functions with constants: nothing else is ever run."""
    try:
        call = ast.parse(written.strip(), mode="eval").body
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords:
            raise ValueError
        return _FUNCTIONS[call.func.id](*(ast.literal_eval(argument) for argument in call.args))
    except (KeyError, IndexError, ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        raise Invalid({"value": [_HELP]}) from None


def _range(start: int = 0) -> Value:
    first = int(start)
    return lambda at: first + at.place


def _sample() -> Value:
    return lambda at: _shuffled(at.total, at.name)[at.place]


@lru_cache(1)
def _shuffled(total: int, name: str) -> list[int]:
    """Of the same length and name always the same, so that a job finds its order again."""
    return random.Random(f"{name} {total}").sample(range(total), total)  # noqa: S311


def _random(low: int, high: int) -> Value:
    ends = int(low), int(high)
    if ends[0] > ends[1]:
        raise ValueError
    return lambda _at: random.randint(*ends)  # noqa: S311


def _choices(values: list[Any], weights: list[float] | None = None) -> Value:
    random.choices(values, weights)  # noqa: S311 -- raises for what cannot be chosen from
    return lambda _at: random.choices(values, weights)[0]  # noqa: S311


def _replace(old: str, new: str) -> Value:
    "".replace(old, new)
    return lambda at: str(at.data.get(at.name, "")).replace(old, new)


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "range": _range,
    "sample": _sample,
    "random": _random,
    "choices": _choices,
    "replace": _replace,
}
