"""Writing many rows at once: statements of many rows on SQLite, COPY on PostgreSQL. Ids are taken beforehand, so that children can name their parents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import chain, count
from typing import Any

from sqlalchemy import Table, func, select, text

from labelwright.db import Tx

# By name, equally long: there is at least one row.
Columns = Mapping[str, Sequence[Any]]
_IN_ONE_STATEMENT = 100


def take_ids(tx: Tx, table: Table, count: int) -> Iterator[int]:
    """`count` ascending ids that nobody else gets."""
    if not count:
        return iter(())
    if tx.dialect.name == "sqlite":
        name = {"name": table.name}
        known = tx.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), name).scalar_one_or_none()
        last = known or 0
        # Taken by writing them down: whoever inserts next, with ids of its own or without, gets later ones.
        change = (
            "INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"
            if known is None
            else "UPDATE sqlite_sequence SET seq = :seq WHERE name = :name"
        )
        tx.execute(text(change), {**name, "seq": last + count})
        return iter(range(last + 1, last + count + 1))
    sequence = func.pg_get_serial_sequence(table.name, "id")
    numbers = select(func.nextval(sequence)).select_from(func.generate_series(1, count))
    return iter(sorted(tx.execute(numbers).scalars()))


def insert_rows(tx: Tx, table: Table, columns: Columns) -> None:
    """Rows of plain values: JSON as text, times from `moment`."""
    if tx.dialect.name == "sqlite":
        _insert_many(tx, table.name, columns)
        return
    # What makes the rows takes its time; the server cannot end a COPY that waits for a stopped process.
    ready = list(zip(*columns.values(), strict=True))
    connection: Any = tx.connection.driver_connection
    statement = f'COPY "{table.name}" ({_names(columns)}) FROM STDIN'
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in ready:
            copy.write_row(row)


def _insert_many(tx: Tx, table: str, columns: Columns) -> None:
    """Most of what a row costs SQLite is to begin a statement and to take each value over: many rows share one, and values that all of them have."""
    rows = len(next(iter(columns.values())))
    whole = rows - rows % _IN_ONE_STATEMENT
    if whole:
        shared = {name: values[0] for name, values in columns.items() if values.count(values[0]) == rows}
        own = {name: values for name, values in columns.items() if name not in shared}
        flat = list(chain.from_iterable(zip(*(values[:whole] for values in own.values()), strict=True)))
        width = len(own) * _IN_ONE_STATEMENT
        parameters = [(*shared.values(), *flat[start : start + width]) for start in range(0, len(flat), width)]
        tx.exec_driver_sql(_statement(table, tuple(shared), tuple(own), _IN_ONE_STATEMENT), parameters)
    if whole < rows:
        rest = list(zip(*(values[whole:] for values in columns.values()), strict=True))
        tx.exec_driver_sql(_statement(table, (), tuple(columns), 1), rest)


@cache
def _statement(table: str, shared: tuple[str, ...], own: tuple[str, ...], rows: int) -> str:
    """Inserts so many rows; its parameters are the shared values, then those of each row."""
    numbers = count(len(shared) + 1)
    head = [f"?{number}" for number in range(1, len(shared) + 1)]
    values = (", ".join([*head, *(f"?{next(numbers)}" for _ in own)]) for _ in range(rows))
    return f'INSERT INTO "{table}" ({_names((*shared, *own))}) VALUES ({"), (".join(values)})'  # noqa: S608  (our own names)


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def moment(tx: Tx, at: datetime) -> Any:
    """A time as `insert_rows` takes it: SQLite keeps text."""
    return at.strftime("%Y-%m-%d %H:%M:%S.%f") if tx.dialect.name == "sqlite" else at
