"""Column types: UTC timestamps, and JSON kept as the text it came as.

PostgreSQL's column is `json`, not `jsonb`: key order and number spelling of results must survive.
"""

import re
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, DateTime, Dialect, Text, TypeDecorator, type_coerce
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import UserDefinedType

from labelwright.errors import Invalid

# The escape itself, not an escaped backslash before `u0000`.
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
NUL_IS_REFUSED = "The character NUL (\\u0000) cannot be stored."


class _HoldsNul(DontWrapMixin, Invalid):
    """`DontWrapMixin`: passes through SQLAlchemy as it is."""


def holds_nul(text: str) -> bool:
    """Whether a JSON text has the character NUL in a string. PostgreSQL's `json` takes it, and then fails on every look inside, so that one such
    task would break the filters, the sorting and the deletion of all of its project.
    """
    return "\\u0000" in text and _NUL.search(text) is not None


class Timestamp(TypeDecorator[datetime]):
    """An aware UTC datetime, microseconds kept, on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class _PlainJson(UserDefinedType[str]):
    """PostgreSQL's `json` without SQLAlchemy's own (de)serialisation."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "JSON"


class _JsonText(TypeDecorator[Any]):
    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else _PlainJson())

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        text = bytes(value).decode() if isinstance(value, msgspec.Raw) else msgspec.json.encode(value).decode()
        if holds_nul(text):
            raise _HoldsNul([NUL_IS_REFUSED])
        return text


class Json(_JsonText):
    """Any JSON value; decoded on read. `None` is SQL NULL."""

    cache_ok = True

    def process_result_value(self, value: str | bytes | None, dialect: Dialect) -> Any:
        return None if value is None else msgspec.json.decode(value)


class RawJson(_JsonText):
    """The same column, handed through undecoded as `msgspec.Raw` (which encodes as itself)."""

    cache_ok = True

    def process_result_value(self, value: str | bytes | None, dialect: Dialect) -> msgspec.Raw | None:
        if value is None:
            return None
        return msgspec.Raw(value.encode() if isinstance(value, str) else value)


def raw(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Select a `Json` column without decoding it."""
    return type_coerce(column, RawJson)
