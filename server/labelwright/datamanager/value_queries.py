"""Making and filling indexes (`value_tables`).

Whoever changes what decides a value has it computed anew by a trigger, so that it is right before the transaction ends; filling leaves alone what is there.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row

from labelwright.datamanager import index_queries
from labelwright.datamanager.column import CONTAINS
from labelwright.datamanager.value_tables import PREFIX
from labelwright.db import Tx
from labelwright.tasks.tables import tasks


class Decides(NamedTuple):
    """What decides a value: a column of the task's row, or rows of other tables."""

    own: str | None
    tables: tuple[str, ...]


def create(tx: Tx, row: Row[Any], decides: Decides) -> None:
    """Empty."""
    name, has_words = f"{PREFIX}{row.id}", row.kind == CONTAINS
    if _sqlite(tx):
        # `ANY` value, as it is: no affinity changes it.
        _execute(tx, f"CREATE TABLE {name} (task_id INTEGER PRIMARY KEY, value)")
        for statement in _words(name) if has_words else ():
            _execute(tx, statement)
    else:
        _execute(tx, f"CREATE TABLE {name} AS {row.expression} WITH NO DATA")
        _execute(tx, f"ALTER TABLE {name} ADD PRIMARY KEY (task_id)")
        _execute(tx, f"CREATE FUNCTION {name}_keep() RETURNS trigger LANGUAGE plpgsql AS $keep${_keeping(row)}$keep$")
        if has_words:
            _execute(tx, "CREATE EXTENSION IF NOT EXISTS pg_trgm")
        else:
            _sort(tx, row)
    for statement in _triggers(tx, row, decides):
        _execute(tx, statement)


def fill(tx: Tx, row: Row[Any], count: int) -> int:
    """Put so many more tasks into it; returns how many there were."""
    name = f"{PREFIX}{row.id}"
    known, where = index_queries.part(tx, row, count)
    into = f"INSERT INTO {name} (task_id, value) {row.expression} WHERE {where}"
    _execute(tx, f"{into} ON CONFLICT (task_id) DO NOTHING")
    return known


def sort(tx: Tx, row: Row[Any]) -> None:
    """SQLite sorts a million values in a second, and needs minutes to put in each where it belongs."""
    if row.kind != CONTAINS:
        _sort(tx, row)


def settle(connection: Connection, row: Row[Any]) -> None:
    """PostgreSQL finds threes of letters, is told how many tasks have which value, and need not look whether a row is there for all. In no transaction:
    others write meanwhile."""
    name = f"{PREFIX}{row.id}"
    if row.kind == CONTAINS:
        _execute(connection, f"DROP INDEX IF EXISTS {name}_words")
        _execute(connection, f"CREATE INDEX CONCURRENTLY {name}_words ON {name} USING gin (value gin_trgm_ops)")
    _execute(connection, f"VACUUM (ANALYZE) {name}")


def _sort(tx: Tx, row: Row[Any]) -> None:
    name = f"{PREFIX}{row.id}"
    _execute(tx, f"CREATE INDEX IF NOT EXISTS {name}_value ON {name} (value, task_id)")


def _words(name: str) -> Iterator[str]:
    """SQLite: all threes of letters of the texts in the table, which follow it."""
    words = f"{name}_words"
    of_table = f"content='{name}', content_rowid='task_id', detail=none, tokenize='trigram'"
    yield f"CREATE VIRTUAL TABLE {words} USING fts5(value, {of_table})"
    into = f"INSERT INTO {words} (rowid, value) VALUES (NEW.task_id, NEW.value)"  # noqa: S608
    yield f"CREATE TRIGGER {words}_added AFTER INSERT ON {name} BEGIN {into}; END"
    out_of = f"INSERT INTO {words} ({words}, rowid, value) VALUES ('delete', OLD.task_id, OLD.value)"  # noqa: S608
    yield f"CREATE TRIGGER {words}_removed AFTER DELETE ON {name} BEGIN {out_of}; END"


def _triggers(tx: Tx, row: Row[Any], decides: Decides) -> Iterator[str]:
    name, changed = f"{PREFIX}{row.id}", f"UPDATE OF {decides.own}" if decides.own else None
    watched = [(tasks.name, "id", ("INSERT", changed, "DELETE"))]
    watched += [(table, "task_id", ("INSERT", "UPDATE", "DELETE")) for table in decides.tables]
    for table, task_id, events in watched:
        for number, event in enumerate(events):
            if event is None:
                continue
            which = "OLD" if event == "DELETE" else "NEW"
            when = f"AFTER {event} ON {table} FOR EACH ROW WHEN ({which}.project_id = {row.project_id})"
            does = _anew(row, f"{which}.{task_id}") if _sqlite(tx) else f"EXECUTE FUNCTION {name}_keep({task_id})"
            yield f"CREATE TRIGGER {name}_{table}_{number} {when} {does}"


def _anew(row: Row[Any], task: str) -> str:
    """SQLite. No upsert: what a statement says of conflicts holds for its triggers as well."""
    name = f"{PREFIX}{row.id}"
    computed = f"INSERT INTO {name} (task_id, value) {row.expression} WHERE tasks.id = {task}"
    return f"BEGIN DELETE FROM {name} WHERE task_id = {task}; {computed}; END"  # noqa: S608


def _keeping(row: Row[Any]) -> str:
    """PostgreSQL: of two who change what decides one value, the second one waits, and computes it when the first one is done. Who changes the task itself
    has others wait anyway."""
    name = f"{PREFIX}{row.id}"
    return f"""
DECLARE task bigint; is_there boolean;
BEGIN
    IF TG_ARGV[0] = 'id' THEN
        is_there := TG_OP <> 'DELETE';
        IF is_there THEN task := NEW.id; ELSE task := OLD.id; END IF;
    ELSE
        IF TG_OP = 'DELETE' THEN task := OLD.task_id; ELSE task := NEW.task_id; END IF;
        PERFORM FROM tasks WHERE id = task FOR NO KEY UPDATE;
        is_there := FOUND;
    END IF;
    IF is_there THEN
        INSERT INTO {name} (task_id, value) {row.expression} WHERE tasks.id = task
        ON CONFLICT (task_id) DO UPDATE SET value = excluded.value;
    ELSE
        DELETE FROM {name} WHERE task_id = task;
    END IF;
    RETURN NULL;
END
"""  # noqa: S608


def _sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _execute(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
