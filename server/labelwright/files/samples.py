"""Sample data that is made on the spot: what a sample task's URL gives for a time series or a dialogue."""

import csv
import math
import re
from datetime import UTC, datetime, timedelta
from io import StringIO

from labelwright.errors import Invalid

_ROWS = 100
_MOST_COLUMNS = 50
# Anybody may ask for a table: what is repeated in every row has to be short.
_LONGEST_NAME, _LONGEST_FORMAT = 200, 64
_SEPARATORS = {"comma": ",", "dot": ".", "tab": "\t", "space": " ", "\\t": "\t"}
_WIDTH = re.compile(r"%[^A-Za-z%]*\d")
_START = datetime(2024, 3, 1, tzinfo=UTC)
_DIALOGUE = (
    ("Ada", "Did the second batch of scans arrive?"),
    ("Ben", "This morning. Forty of them are upside down."),
    ("Ada", "Then let's mark those first and ask for new ones."),
    ("Ben", "Agreed. I take the even numbers."),
    ("Ada", "Good. We compare notes at four."),
)


def time_series(time: str, values: str, separator: str, time_format: str) -> str:
    """A table of waves: a time column, one column per name in `values`. Without a header when all columns are numbers (positions)."""
    delimiter = _SEPARATORS.get(separator, separator)
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise Invalid({"sep": ["The separator is one character, or comma, dot, tab, space."]})
    names = [name for name in values.split(",") if name]
    if len(names) > _MOST_COLUMNS:
        raise Invalid({"values": [f"At most {_MOST_COLUMNS} columns."]})
    if len(time_format) > _LONGEST_FORMAT or _WIDTH.search(time_format):
        raise Invalid({"tf": [f"A time format has at most {_LONGEST_FORMAT} characters and no widths."]})
    columns = [*([time] if time else []), *names]
    if any(len(name) > _LONGEST_NAME for name in columns):
        raise Invalid({"values": [f"A column's name has at most {_LONGEST_NAME} characters."]})
    by_position = bool(columns) and all(name.isdecimal() for name in columns)
    if by_position:
        columns = sorted(columns, key=int)
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    if not by_position:
        writer.writerow(columns)
    for row in range(_ROWS):
        writer.writerow(
            [_when(row, time_format) if name == time else _wave(row, names.index(name)) for name in columns]
        )
    return text.getvalue()


def _when(row: int, time_format: str) -> str | int:
    if not time_format:
        return row
    return (_START + timedelta(days=row)).strftime(time_format)


def _wave(row: int, column: int) -> float:
    return round(math.sin(row / (4 + column)) + math.sin(row * 1.7 + column) / 5, 4)


def paragraphs(name_key: str, text_key: str) -> list[dict[str, str]]:
    return [{name_key: name, text_key: text} for name, text in _DIALOGUE]
