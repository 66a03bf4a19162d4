"""Indexes on the tasks of one project: the rows that name them, and what the database has of each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    TextClause,
    bindparam,
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
    return tx.execute(_READY, {"project": project_id}).all()


_READY: Select[Any] = select(i.id, i.column_id, i.kind, i.expression).where(
    i.project_id == bindparam("project"), i.ready_at.is_not(None)
)


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


def sql_of(tx: Connection, found: Select[Any]) -> str:
    """As a definition has it: without parameters."""
    return str(found.compile(dialect=tx.dialect, compile_kwargs={"literal_binds": True}))


def part(tx: Tx, row: Row[Any], count: int) -> tuple[int, str]:
    """So many more tasks of which an index that is filled part by part does not know: how many there are, and a condition on them."""
    filled = tx.execute(select(i.filled_to).where(i.id == row.id)).scalar_one()
    ids = select(tasks.c.id).where(tasks.c.project_id == row.project_id, tasks.c.id > filled)
    found = tx.execute(ids.order_by(tasks.c.id).limit(count)).scalars().all()
    last = found[-1] if len(found) == count else _ALL
    tx.execute(update(task_indexes).where(i.id == row.id).values(filled_to=last))
    return len(found), f"tasks.project_id = {row.project_id} AND tasks.id > {filled} AND tasks.id <= {last}"


def is_filled(tx: Tx, index_id: int) -> bool:
    return bool(tx.execute(select(i.filled_to == _ALL).where(i.id == index_id)).scalar_one())


def drop(connection: Connection, index_id: int) -> None:
    name = f"{PREFIX}{index_id}"
    if not _sqlite(connection):
        named = text("SELECT relkind = 'r' FROM pg_class WHERE relname = :name")
        is_table = connection.execute(named, {"name": name}).scalar()
        # Before they were tables, PostgreSQL's own indexes stood for them.
        _execute(connection, f"DROP TABLE {name}" if is_table else f"DROP INDEX IF EXISTS {name}")
        # The triggers go with it.
        _execute(connection, f"DROP FUNCTION IF EXISTS {name}_keep() CASCADE")
        _execute(connection, f"DROP STATISTICS IF EXISTS {name}_values")
        return
    own = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, length(:start)) = :start")
    for trigger in connection.execute(own, {"start": f"{name}_"}).scalars().all():
        _execute(connection, f"DROP TRIGGER {trigger}")
    for table in (f"{name}_words", name):
        _execute(connection, f"DROP TABLE IF EXISTS {table}")


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
    name = f"{PREFIX}{index_id}_words"
    threes = dict.fromkeys(words[at : at + 3] for at in range(len(words) - 2))
    wanted = " AND ".join('"' + three.replace('"', '""') + '"' for three in list(threes)[:_MOST_THREES])
    here: TextClause = text(f"{name} MATCH :wanted").bindparams(wanted=wanted)
    return select(literal_column("rowid", Id).label("task_id")).select_from(text(name)).where(here)


def _sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _execute(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
