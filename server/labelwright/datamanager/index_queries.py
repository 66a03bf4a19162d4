"""Indexes on the tasks of one project: the rows that name them, and the databases' own indexes behind the rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    TextClause,
    delete,
    func,
    insert,
    literal_column,
    select,
    text,
    update,
)
from sqlalchemy.exc import OperationalError

from labelwright.datamanager.tables import task_indexes
from labelwright.datamanager.value_tables import PREFIX
from labelwright.db import Id, Tx
from labelwright.tasks.tables import tasks

i = task_indexes.c
# Above every id: an index that has been filled to here is right for all tasks.
_ALL = 2**62
# Letters of a text that is looked for in an index of words, at least.
SHORTEST = 3
_MOST_THREES = 20


def listed(tx: Tx, project_id: int) -> Sequence[Row[Any]]:
    return tx.execute(select(task_indexes).where(i.project_id == project_id).order_by(i.id)).all()


def everywhere(tx: Tx) -> Sequence[Row[Any]]:
    return tx.execute(select(task_indexes).order_by(i.project_id, i.id)).all()


def ready(tx: Tx, project_id: int) -> Sequence[Row[Any]]:
    found: Select[Any] = select(i.id, i.column_id, i.kind, i.expression)
    return tx.execute(found.where(i.project_id == project_id, i.ready_at.is_not(None))).all()


def by_id(tx: Tx, index_id: int) -> Row[Any] | None:
    return tx.execute(select(task_indexes).where(i.id == index_id)).one_or_none()


def add(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(task_indexes).values(**values).returning(i.id)).scalar_one())


def set_ready(tx: Tx, index_id: int, at: datetime, seconds: float, size: int | None) -> None:
    values = {"ready_at": at, "seconds": seconds, "size": size}
    tx.execute(update(task_indexes).where(i.id == index_id).values(**values))


def remove(tx: Tx, index_id: int) -> None:
    forget(tx, index_id)
    drop(tx, index_id)


def forget(tx: Tx, index_id: int) -> None:
    """Nobody counts on it any more; what the database has of it stays."""
    tx.execute(delete(task_indexes).where(i.id == index_id))


def orphans(tx: Tx) -> list[int]:
    """Indexes whose project is gone."""
    known = set(tx.execute(select(i.id)).scalars())
    named = "SELECT relname FROM pg_class WHERE relkind IN ('i', 'r')"
    names = tx.exec_driver_sql("SELECT name FROM sqlite_master" if _sqlite(tx) else named).scalars()
    found = (name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX))
    return sorted({int(number) for number in found if number.isdecimal()} - known)


# The databases' own


def sql_of(tx: Connection, found: ColumnElement[Any] | Select[Any], *, tables: bool = False) -> str:
    """As a definition has it: no parameters, and names of tables only where they are asked for."""
    options = {"literal_binds": True, "include_table": tables}
    return str(found.compile(dialect=tx.dialect, compile_kwargs=options))


def create_sorted(connection: Connection, row: Row[Any]) -> None:
    """PostgreSQL's own index in the order of the values. Nobody waits for it, so it cannot be part of a transaction."""
    _create(connection, row, f"(({row.expression}), id)")


def create_trigrams(connection: Connection, row: Row[Any]) -> None:
    """An index of all threes of letters. On SQLite it is empty at first, and kept right up to `filled_to` by triggers."""
    name = f"{PREFIX}{row.id}"
    if not _sqlite(connection):
        _execute(connection, "CREATE EXTENSION IF NOT EXISTS pg_trgm")
        # It knows no case; conditions are ILIKE here.
        _create(connection, row, f"USING gin (({row.expression}) gin_trgm_ops)")
        return
    _execute(connection, f"CREATE VIRTUAL TABLE {name} USING fts5(text, content='', detail=none, tokenize='trigram')")
    for trigger, when, which, what in _TRIGGERS:
        values = f"SELECT {what} id, {row.expression} FROM tasks WHERE id = {which}.id"  # noqa: S608
        into = f"{name} ({name}, rowid, text)" if what else f"{name} (rowid, text)"
        filled = f"{which}.id <= (SELECT filled_to FROM task_indexes WHERE id = {row.id})"  # noqa: S608
        condition = f"{which}.project_id = {row.project_id} AND {filled}"
        _execute(
            connection,
            f"CREATE TRIGGER {name}_{trigger} {when} ON tasks WHEN {condition} BEGIN INSERT INTO {into} {values}; END",
        )


def _create(connection: Connection, row: Row[Any], definition: str) -> None:
    """On PostgreSQL: the index, and how many rows have which value, which it does not learn from an index on a part of the table."""
    name = f"{PREFIX}{row.id}"
    drop(connection, row.id)
    _execute(connection, f"CREATE INDEX CONCURRENTLY {name} ON tasks {definition} WHERE project_id = {row.project_id}")
    if row.expression not in tasks.c:
        _execute(connection, f"CREATE STATISTICS {name}_values ON ({row.expression}) FROM tasks")
    _execute(connection, "ANALYZE tasks")


# Before a change the row is still what it was, and that is what has to be taken out.
_TRIGGERS = (
    ("added", "AFTER INSERT", "NEW", ""),
    ("changing", "BEFORE UPDATE OF data", "OLD", "'delete',"),
    ("changed", "AFTER UPDATE OF data", "NEW", ""),
    ("removing", "BEFORE DELETE", "OLD", "'delete',"),
)


def part(tx: Tx, row: Row[Any], count: int) -> tuple[int, str]:
    """So many more tasks of which an index that is filled part by part does not know: how many there are, and a condition on them."""
    filled = tx.execute(select(i.filled_to).where(i.id == row.id)).scalar_one()
    ids = select(tasks.c.id).where(tasks.c.project_id == row.project_id, tasks.c.id > filled)
    found = tx.execute(ids.order_by(tasks.c.id).limit(count)).scalars().all()
    last = found[-1] if len(found) == count else _ALL
    tx.execute(update(task_indexes).where(i.id == row.id).values(filled_to=last))
    return len(found), f"tasks.project_id = {row.project_id} AND tasks.id > {filled} AND tasks.id <= {last}"


def fill(tx: Tx, row: Row[Any], count: int) -> int:
    """Put so many more tasks into an index of SQLite's; returns how many there were."""
    known, where = part(tx, row, count)
    name = f"{PREFIX}{row.id}"
    _execute(tx, f"INSERT INTO {name} (rowid, text) SELECT id, {row.expression} FROM tasks WHERE {where}")  # noqa: S608
    return known


def is_filled(tx: Tx, index_id: int) -> bool:
    return bool(tx.execute(select(i.filled_to == _ALL).where(i.id == index_id)).scalar_one())


def drop(connection: Connection, index_id: int) -> None:
    name = f"{PREFIX}{index_id}"
    if not _sqlite(connection):
        named = text("SELECT relkind = 'r' FROM pg_class WHERE relname = :name")
        if connection.execute(named, {"name": name}).scalar():
            _execute(connection, f"DROP TABLE {name}")
        # Its triggers go with it.
        _execute(connection, f"DROP FUNCTION IF EXISTS {name}_keep() CASCADE")
        _execute(connection, f"DROP INDEX IF EXISTS {name}")
        _execute(connection, f"DROP STATISTICS IF EXISTS {name}_values")
        return
    own = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, length(:start)) = :start")
    for trigger in connection.execute(own, {"start": f"{name}_"}).scalars().all():
        _execute(connection, f"DROP TRIGGER {trigger}")
    kind = connection.execute(text("SELECT type FROM sqlite_master WHERE name = :name"), {"name": name}).scalar()
    if kind:
        _execute(connection, f"DROP {kind.upper()} {name}")


def size_of(tx: Tx, index_id: int) -> int | None:
    """In bytes; None where SQLite was built without the means to tell."""
    name = f"{PREFIX}{index_id}"
    if not _sqlite(tx):
        return int(tx.execute(select(func.pg_total_relation_size(name))).scalar_one())
    trees = tx.execute(text("SELECT name FROM sqlite_master WHERE rootpage > 0")).scalars().all()
    own = [tree for tree in trees if tree == name or tree.startswith(f"{name}_")]
    pages = text("SELECT sum(pgsize) FROM dbstat WHERE name = :tree")
    try:
        return sum(tx.execute(pages, {"tree": tree}).scalar_one() or 0 for tree in own)
    except OperationalError:
        return None


def having(index_id: int, words: str) -> Select[Any]:
    """Ids of tasks of which SQLite's index says that they may contain the text, of three letters or more."""
    name = f"{PREFIX}{index_id}"
    threes = dict.fromkeys(words[at : at + 3] for at in range(len(words) - 2))
    wanted = " AND ".join('"' + three.replace('"', '""') + '"' for three in list(threes)[:_MOST_THREES])
    here: TextClause = text(f"{name} MATCH :wanted").bindparams(wanted=wanted)
    return select(literal_column("rowid", Id).label("task_id")).select_from(text(name)).where(here)


def _sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _execute(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
