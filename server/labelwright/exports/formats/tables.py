"""CSV and TSV: one row per annotation. The header is known before the first row, from a pass over the keys that the database makes."""

import csv
from collections.abc import Generator, Iterable
from datetime import datetime
from io import StringIO
from itertools import islice
from typing import Any, ClassVar

import msgspec

from labelwright.exports.flat import COLUMNS, data_column, flat, slashed
from labelwright.exports.source import Options, Source
from labelwright.labelconfig import Config

_BATCH = 500
# What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_AS_THEY_ARE = frozenset({str, int, float})


class _Table:
    tags: ClassVar[tuple[str, ...]] = ()
    extension: ClassVar = "csv"
    delimiter: ClassVar[str]

    def fits(self, config: Config) -> bool:
        return True

    def write(self, source: Source, options: Options) -> Generator[bytes, None, None]:
        keys, controls = source.columns()
        header = sorted({*(data_column(key, source.config) for key in keys), *controls, *COLUMNS})
        rows = (
            [value if type(value := record.get(name)) in _AS_THEY_ARE else _cell(value) for name in header]
            for record in (flat(i, source.config) for i in source.items())
        )
        shown = _neutral(header) if options.neutralize_formulas else header
        yield self._encode([shown])
        while batch := list(islice(rows, _BATCH)):
            yield self._encode(map(_neutral, batch) if options.neutralize_formulas else batch)

    def _encode(self, rows: Iterable[list[Any]]) -> bytes:
        text = StringIO()
        csv.writer(text, delimiter=self.delimiter, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(rows)
        return text.getvalue().encode()


class CsvFormat(_Table):
    name: ClassVar = "CSV"
    title: ClassVar = "CSV"
    description: ClassVar = "A table with commas: one row per annotation, one column per data key and control."
    position: ClassVar = 30
    delimiter: ClassVar = ","


class TsvFormat(_Table):
    name: ClassVar = "TSV"
    title: ClassVar = "TSV"
    description: ClassVar = "The same table with tabs between the columns."
    position: ClassVar = 40
    delimiter: ClassVar = "\t"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    encoded = msgspec.json.encode(value)
    return msgspec.json.decode(encoded, type=str) if isinstance(value, datetime) else slashed(encoded).decode()


def _neutral(row: list[Any]) -> list[Any]:
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row]


FORMATS = (CsvFormat(), TsvFormat())
