"""Writing many rows at once: `executemany` on SQLite, COPY on PostgreSQL. Ids are taken beforehand, so that children can name their parents."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Table, func, select, text

from labelwright.db import Tx

_BATCH = 1000


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


def insert_rows(tx: Tx, table: Table, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Rows of plain values in the order of `columns`; JSON as text, times from `moment`."""
    names = ", ".join(f'"{name}"' for name in columns)
    if tx.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608  (our own names)
        remaining = iter(rows)
        while batch := list(islice(remaining, _BATCH)):
            tx.exec_driver_sql(statement, batch)
        return
    # What makes the rows takes its time; the server cannot end a COPY that waits for a stopped process.
    ready = list(rows)
    connection: Any = tx.connection.driver_connection
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
        for row in ready:
            copy.write_row(row)


def moment(tx: Tx, at: datetime) -> Any:
    """A time as `insert_rows` takes it: SQLite keeps text."""
    return at.strftime("%Y-%m-%d %H:%M:%S.%f") if tx.dialect.name == "sqlite" else at
