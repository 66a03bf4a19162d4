"""CSV and TSV: a header, then one task per row.

A column whose cells are all numbers becomes numbers; one that would lose something by it (leading zeros, more digits than a number holds) stays
text. Types are found in a first pass, so that a file of any size is read row by row.
"""

import csv
import re
from collections.abc import Iterator
from enum import IntEnum
from typing import Any, ClassVar, TextIO

from labelwright.imports.encodings import open_text
from labelwright.imports.readers import Source, Unreadable, extension

# The module-wide limit of `csv`; a cell may hold a document, but one stray quote must not swallow a whole file.
FIELD_LIMIT = 16 * 1024 * 1024
csv.field_size_limit(FIELD_LIMIT)

_INT = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_FLOAT = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,17})?(?:[eE][+-]?\d{1,2})?")


class _Type(IntEnum):
    """Of a column, from narrow to wide."""

    UNKNOWN = 0
    INT = 1
    FLOAT = 2
    TEXT = 3


class DelimitedReader:
    extensions: ClassVar = frozenset({".csv", ".tsv"})
    table: ClassVar = True
    lines: ClassVar = True

    def read(self, source: Source) -> Iterator[dict[str, Any]]:
        with open_text(source.path, newline="") as file:
            delimiter = "\t" if extension(source.name) == ".tsv" else _delimiter(file)
            types = _column_types(_rows(file, delimiter))
            file.seek(0)
            rows = _rows(file, delimiter)
            names = _names(next(rows))
            for cells in rows:
                values = [_value(cell, kind) for cell, kind in zip(cells, types, strict=False)]
                values.extend([""] * (len(names) - len(values)))
                yield dict(zip(names, values, strict=True))


def _delimiter(file: TextIO) -> str:
    first = file.readline(FIELD_LIMIT)
    file.seek(0)
    return ";" if first.count(";") > first.count(",") else ","


def _rows(file: TextIO, delimiter: str) -> Iterator[list[str]]:
    """The header and every row that is not blank."""
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    width = 0
    try:
        for cells in reader:
            if not cells:
                continue
            if not width:
                width = len(cells)
            elif len(cells) > width:
                raise Unreadable(f"Expected {width} fields in line {reader.line_num}, saw {len(cells)}")
            yield cells
    except csv.Error as error:
        raise Unreadable(f"line {reader.line_num}: {_say(str(error))}") from error


def _say(message: str) -> str:
    if message == "unexpected end of data":
        return "a quoted cell is not closed before the end of the file"
    if message.startswith("field larger than field limit"):
        return f"a cell is larger than {FIELD_LIMIT} characters; is a closing quote missing?"
    return message


def _column_types(rows: Iterator[list[str]]) -> list[_Type]:
    header = next(rows, None)
    if header is None:
        raise Unreadable("No columns to parse from file: it is empty")
    types = [_Type.UNKNOWN] * len(header)
    row = None
    for row in rows:
        for index, cell in enumerate(row):
            if cell and types[index] is not _Type.TEXT:
                types[index] = max(types[index], _type(cell))
    if row is None:
        raise Unreadable("the file has a header but no rows")
    return types


def _type(cell: str) -> _Type:
    if _INT.fullmatch(cell):
        return _Type.INT
    return _Type.FLOAT if _FLOAT.fullmatch(cell) else _Type.TEXT


def _value(cell: str, kind: _Type) -> str | int | float:
    if not cell or kind is _Type.TEXT:
        return cell
    return int(cell) if kind is _Type.INT else float(cell)


def _names(header: list[str]) -> list[str]:
    """Column names: blank ones get a number, repeated ones a suffix."""
    names: dict[str, None] = {}
    # Where counting goes on for a name: from 1 each time would take the square of the number of columns.
    last: dict[str, int] = {}
    for index, cell in enumerate(header):
        name = base = cell.strip() or f"Unnamed: {index}"
        while name in names:
            last[base] = last.get(base, 0) + 1
            name = f"{base}.{last[base]}"
        names[name] = None
    return list(names)


READER = DelimitedReader()
