"""Fields of the tasks' data, as columns.

Their names stand in the SQL as literals, quoted by the driver's rules: what keeps an index right is written without parameters.
"""

import re
from typing import Any

import msgspec
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Float,
    Integer,
    String,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    true,
    type_coerce,
)

from labelwright.datamanager.column import Column, Scope, by_code_point
from labelwright.errors import Invalid
from labelwright.labelconfig.taskdata import UNDEFINED
from labelwright.tasks.tables import tasks

PREFIX = "data."
# Characters of a text that its index knows.
KEY_LENGTH = 64
# A key that SQLite's path language cannot spell.
_UNSPEAKABLE = re.compile(r'["\x00]')
# JSON numbers, and texts that are plain numbers; longer ones would not fit. One way only to read each digit.
_PG_NUMBER = r'^(-?\d{1,255}(\.\d+)?([eE][-+]?\d{1,2})?|"[ \t\r\n]*[-+]?(\d{1,255}(\.\d*)?|\.\d+)[ \t\r\n]*")$'
_BLANKS = " \t\r\n"


def data_column(key: str, kind: str) -> Column:
    """A field of the tasks' data, read as `kind`."""
    if _UNSPEAKABLE.search(key):
        raise Invalid({"filters": [f"The data field {key!r} cannot be used here."]})
    wanted = kind if kind in ("Number", "Boolean") else "String"
    return Column(
        f"{PREFIX}{key}",
        key,
        wanted,
        lambda scope: data_value(scope, key, wanted),
        key=lambda scope: data_key(scope, key, wanted),
        within=tasks.c.data,
    )


def data_value(scope: Scope, key: str, kind: str) -> ColumnElement[Any]:
    """`kind`: String, Number, Boolean or, on SQLite, Native: as the JSON has it."""
    keys = list(scope.config.data_types)
    value = _field(scope, key, kind)
    if key == (keys[0] if keys else "data"):
        # Files imported before the config named its key.
        return func.coalesce(value, _field(scope, UNDEFINED, kind))
    return value


def data_key(scope: Scope, key: str, kind: str) -> ColumnElement[Any]:
    """What an index on a field holds: the value, or the beginning of a text, since no index takes long ones."""
    value = data_value(scope, key, kind)
    if kind == "Native":
        return case(
            (func.typeof(value) == inline("text"), func.substr(value, inline_number(1), inline_number(KEY_LENGTH))),
            else_=value,
        )
    return (
        by_code_point(scope, kind, func.substr(value, inline_number(1), inline_number(KEY_LENGTH)))
        if kind == "String"
        else value
    )


def _field(scope: Scope, key: str, kind: str) -> ColumnElement[Any]:
    return _sqlite_field(key, kind) if scope.sqlite else _postgresql_field(key, kind)


def inline_number(number: int) -> BindParameter[int]:
    return literal(number, Integer, literal_execute=True)


def inline(text: str) -> BindParameter[str]:
    return literal(text, String, literal_execute=True)


def _sqlite_field(key: str, kind: str) -> ColumnElement[Any]:
    # SQLite compares names as the JSON has them written.
    path = inline(f"$.{msgspec.json.encode(key).decode()}")
    value, found = func.json_extract(tasks.c.data, path), func.json_type(tasks.c.data, path)
    if kind == "Boolean":
        return case((found == inline("true"), true()), (found == inline("false"), false()), else_=null())
    if kind == "Number":
        is_number = or_(found == inline("integer"), found == inline("real"))
        return case(
            (is_number, value), (and_(found == inline("text"), _is_decimal(value)), cast(value, Float)), else_=null()
        )
    return value if kind == "Native" else cast(value, String)


def _is_decimal(text: ColumnElement[Any]) -> ColumnElement[bool]:
    """SQLite has no regular expressions of its own, and an index may only use what every program has that opens the file."""
    trimmed = func.trim(text, inline(_BLANKS))
    one, two = inline_number(1), inline_number(2)
    first = func.substr(trimmed, one, one)
    digits = func.substr(trimmed, case((or_(first == inline("+"), first == inline("-")), two), else_=one))
    points = func.length(digits) - func.length(func.replace(digits, inline("."), inline("")))
    return and_(
        digits.op("GLOB")(inline("*[0-9]*")),
        not_(digits.op("GLOB")(inline("*[^0-9.]*"))),
        points < two,
    )


def _postgresql_field(key: str, kind: str) -> ColumnElement[Any]:
    data = type_coerce(tasks.c.data, String)
    if kind == "Number":
        return postgresql_number(data.op("->")(inline(key)))
    if kind == "Boolean":
        written = cast(data.op("->")(inline(key)), String)
        return case((written == inline("true"), true()), (written == inline("false"), false()), else_=null())
    return type_coerce(data.op("->>")(inline(key)), String)


def postgresql_number(json: ColumnElement[Any]) -> ColumnElement[Any]:
    """A JSON value as a number; only what is one is cast, PostgreSQL would fail else."""
    written = cast(json, String)
    number = cast(func.btrim(written, inline(f'"{_BLANKS}')), Float)
    return case((written.regexp_match(inline(_PG_NUMBER)), number), else_=null())
