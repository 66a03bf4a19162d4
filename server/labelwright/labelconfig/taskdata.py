"""What the data of a task must have for a config, compiled once and run for every imported task."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from labelwright.spec import spec

UNDEFINED = "$undefined$"
"""Key under which files and lines are imported before the config says what its key is."""

_PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (float,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
_STEP = re.compile(r"[^.\[\]]+|\[\d{1,9}\]")
_ABSENT = object()

Rule = Callable[[Mapping[str, Any]], str | None]


def compile_rules(data_types: Mapping[str, str]) -> tuple[Rule, ...]:
    """One rule per data key; a rule gives Label Studio's message, or None when the task fits."""
    return tuple(_rule(key, tag) for key, tag in data_types.items())


def validate(rules: Sequence[Rule], data: Mapping[str, Any]) -> list[str]:
    return [message for rule in rules if (message := rule(data)) is not None]


def with_key(data: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    """The data with `$undefined$` replaced by the first key of the config; unchanged where there is neither."""
    if UNDEFINED not in data or not keys:
        return data
    return {(keys[0] if key == UNDEFINED else key): value for key, value in data.items()}


def lookup(data: Mapping[str, Any], key: str) -> Any:
    """The value at `key` or at the path `a.b[0].c`; raises KeyError when there is none."""
    value = _at(data, key, _steps(key))
    if value is _ABSENT:
        raise KeyError(key)
    return value


def _rule(key: str, tag: str) -> Rule:
    repeated, flagged, _ = key.partition("[{{")
    if flagged:
        return _typed(repeated, (list,), "Repeater")
    declared = spec().tag(tag)
    names = declared.data if declared else ("string",)
    return _typed(key, tuple(kind for name in names for kind in _PYTHON_TYPES[name]), tag)


def _typed(key: str, allowed: tuple[type, ...], tag: str) -> Rule:
    steps = _steps(key)
    expected = [kind.__name__ for kind in allowed]

    def rule(data: Mapping[str, Any]) -> str | None:
        value = data.get(key, _ABSENT)
        if value is _ABSENT:
            value = _at(data, key, steps)
            if value is _ABSENT:
                return f'"{key}" key is expected in task data'
        if isinstance(value, allowed):
            return None
        kind = type(value).__name__
        return f"data['{key}']={value} is of type '{kind}', but the object tag {tag} expects the following types: {expected}"

    return rule


def _steps(key: str) -> tuple[str | int, ...]:
    return tuple(int(step[1:-1]) if step.startswith("[") else step for step in _STEP.findall(key))


def _at(data: Mapping[str, Any], key: str, steps: Sequence[str | int]) -> Any:
    if key in data:
        return data[key]
    value: Any = data
    for step in steps:
        if isinstance(step, int):
            if not isinstance(value, list) or step >= len(value):
                return _ABSENT
            value = value[step]
        elif isinstance(value, dict) and step in value:
            value = value[step]
        else:
            return _ABSENT
    return value
