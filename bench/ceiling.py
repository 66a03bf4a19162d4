"""What SQLite takes of an import's rows without any program around it: the same tables and indexes, one transaction, one statement a row."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

_TABLES = ("tasks", "annotations", "predictions")


def raw_insert(database: Path, project: int, copy: Path) -> float:
    """The seconds it takes to insert what a project of a Labelwright database has into an empty one."""
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        target.execute("PRAGMA journal_mode=WAL")
        marks = ", ".join("?" * len(_TABLES))
        schema = f"SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND tbl_name IN ({marks}) AND sql <> '' ORDER BY type DESC"
        for (statement,) in source.execute(schema, _TABLES):
            target.execute(statement)
        found = {table: source.execute(f"SELECT * FROM {table} WHERE project_id = ?", (project,)).fetchall() for table in _TABLES}  # fmt: skip
        began = time.perf_counter()
        for table, rows in found.items():
            if rows:
                target.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        target.commit()
        return time.perf_counter() - began
