"""Numbers grouped by what they have in common, in a temporary file: a million take no more memory than a thousand."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

# A number, what it has in common with others, and whether it is preferred to them.
Alike = tuple[int, bytes, bool]


class Groups:
    """Iterated, each gives its first number, the first preferred one before all others, and then the others."""

    def __init__(self) -> None:
        # Without a name: a file of its own, which goes with the connection. What is never committed needs no journal.
        self._file = sqlite3.connect("")
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute("CREATE TABLE found (key BLOB, last INTEGER, number INTEGER)")

    def add(self, found: Iterable[Alike]) -> None:
        rows = ((key, not preferred, number) for number, key, preferred in found)
        self._file.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)

    def others(self) -> int:
        """How many numbers there are beside the first ones."""
        counted = "SELECT coalesce(sum(others), 0) FROM (SELECT count(*) - 1 AS others FROM found GROUP BY key)"
        return int(self._file.execute(counted).fetchone()[0])

    def __iter__(self) -> Iterator[tuple[int, Iterator[int]]]:
        rows = self._file.execute("SELECT key, number FROM found ORDER BY key, last, number")
        for _, group in groupby(rows, lambda row: row[0]):
            numbers = (number for _, number in group)
            yield next(numbers), numbers

    def __enter__(self) -> "Groups":
        return self

    def __exit__(self, *_: Any) -> None:
        self._file.close()
