"""The shapes of `spec/values` as checks: the part of JSON Schema that the specs use, with messages for people."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Check = Callable[[Any, str], Iterator[str]]

_TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}


def compile_shape(schema: Mapping[str, Any]) -> Check:
    """A check that yields what is wrong with a value; paths begin with the name it is given."""
    types = schema.get("type", [])
    names = [types] if isinstance(types, str) else list(types)
    accepts = [_TYPES[name] for name in names]
    required = tuple(schema.get("required", ()))
    properties = {key: compile_shape(inner) for key, inner in schema.get("properties", {}).items()}
    rest = compile_shape(schema["additionalProperties"]) if "additionalProperties" in schema else None
    items = compile_shape(schema["items"]) if "items" in schema else None

    def check(value: Any, path: str) -> Iterator[str]:
        if accepts and not any(accept(value) for accept in accepts):
            yield f"{path} must be {' or '.join(names)}, got {_shown(value)}"
            return
        if isinstance(value, dict):
            for key in required:
                if key not in value:
                    yield f"{path} lacks '{key}'"
            for key, inner in properties.items():
                if key in value:
                    yield from inner(value[key], f"{path}.{key}")
            if rest is not None:
                for key, content in value.items():
                    yield from rest(content, f"{path}.{key}")
        elif isinstance(value, list):
            yield from _length(schema, value, path)
            if items is not None:
                for index, content in enumerate(value):
                    yield from items(content, f"{path}[{index}]")
        else:
            yield from _limits(schema, value, path)

    return check


def _length(schema: Mapping[str, Any], value: list[Any], path: str) -> Iterator[str]:
    least, most = schema.get("minItems", 0), schema.get("maxItems")
    if len(value) < least:
        yield f"{path} needs at least {least} items, got {len(value)}"
    if most is not None and len(value) > most:
        yield f"{path} takes at most {most} items, got {len(value)}"


def _limits(schema: Mapping[str, Any], value: Any, path: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path} must be one of {schema['enum']}, got {_shown(value)}"
    if isinstance(value, int | float):
        least, most = schema.get("minimum"), schema.get("maximum")
        if least is not None and value < least:
            yield f"{path} must be at least {least}, got {value}"
        if most is not None and value > most:
            yield f"{path} must be at most {most}, got {value}"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
