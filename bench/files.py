"""Files of sample tasks to import, every other one with a prediction where the format has room for it."""

import csv
import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import IO

from bench.sample import task

Add = Callable[[int], object]


def write_tasks(file: Path, tasks: int) -> None:
    """In the format that the file's extension says."""
    with file.open("w", newline="") as out:
        add = _BEGIN[file.suffix](out)
        for number in range(tasks):
            add(number)
        out.write(_END.get(file.suffix, ""))


def write_bytes(file: Path, size: int) -> int:
    """Tasks until the file has that size; how many."""
    with file.open("w", newline="") as out:
        add, number = _BEGIN[file.suffix](out), 0
        for number in count():
            add(number)
            if number % 1000 == 0 and out.tell() >= size:
                break
        out.write(_END.get(file.suffix, ""))
    return number + 1


def _list(out: IO[str]) -> Add:
    return lambda number: out.write(("[" if number == 0 else ",\n") + _json(number))


def _lines(out: IO[str]) -> Add:
    return lambda number: out.write(_json(number) + "\n")


def _json(number: int) -> str:
    return json.dumps(task(number, predicted=number % 2 == 0))


def _table(delimiter: str) -> Callable[[IO[str]], Add]:
    def begin(out: IO[str]) -> Add:
        writer = csv.DictWriter(out, ["text", "title", "rank"], delimiter=delimiter)
        writer.writeheader()
        return lambda number: writer.writerow(task(number)["data"])

    return begin


_BEGIN = {".json": _list, ".jsonl": _lines, ".csv": _table(","), ".tsv": _table("\t")}
_END = {".json": "]"}
FORMATS = tuple(suffix[1:] for suffix in _BEGIN)
