"""Databases that earlier states of the program filled (`make_previous.py`) are upgraded, and nothing of them is lost."""

import sqlite3
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import MetaData, Table, select

from harness.live import PASSWORD, live_server
from labelwright import migrations
from labelwright.accounts.tables import users
from labelwright.db import Database
from labelwright.projects import blocks
from labelwright.projects.tables import changed_blocks, counted_blocks
from labelwright.settings import Settings
from projects.counted import anew, shown

PREVIOUS = Path(__file__).parent / "previous"
REVISIONS = sorted({path.name.split(".")[0] for path in PREVIOUS.glob("*.sql")})


@pytest.fixture(params=REVISIONS)
def filled(request: pytest.FixtureRequest, unmigrated_database: str) -> str:
    """What `--database` takes: a database as an earlier state left it."""
    kind = "postgresql" if unmigrated_database.startswith("postgresql") else "sqlite"
    dump = (PREVIOUS / f"{request.param}.{kind}.sql").read_text("utf-8")
    if kind == "sqlite":
        connection = sqlite3.connect(unmigrated_database)
        connection.executescript(dump)
        connection.close()
    else:
        with psycopg.connect(unmigrated_database, autocommit=True) as connection:
            connection.execute(dump.encode())
    return unmigrated_database


def rows(database: str, tables: dict[str, list[str]] | None = None) -> dict[str, list[Any]]:
    """Every row of every table (or of these columns), by table."""
    db = Database(Settings(database=database).database_url)
    metadata = MetaData()
    with db.read() as tx:
        metadata.reflect(tx)
        found = {table.name: _rows(tx, table, (tables or {}).get(table.name)) for table in metadata.sorted_tables}
    db.close()
    return found


def _rows(tx: Any, table: Table, names: list[str] | None) -> list[dict[str, Any]]:
    columns = [column for column in table.c if names is None or column.name in names]
    return sorted((dict(row) for row in tx.execute(select(*columns)).mappings()), key=repr) if columns else []


# An index on an expression cannot be read back from SQLite; nothing here needs it.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_an_upgrade_keeps_every_row(filled: str) -> None:
    before = rows(filled)
    db = Database(Settings(database=filled).database_url)
    migrations.ensure(db)
    assert migrations.current(db) == migrations.head()
    db.close()

    kept = {name: list(found[0]) for name, found in before.items() if found}
    after = rows(filled, kept)
    for name in kept.keys() - {"alembic_version"}:
        assert after[name] == before[name], name


def test_work_goes_on_after_an_upgrade(filled: str, tmp_path: Path) -> None:
    with live_server(filled, tmp_path / "data") as server:
        with server.db.read() as tx:
            email = tx.exec_driver_sql("SELECT email FROM users ORDER BY id LIMIT 1").scalar_one()
        owner = server.anonymous().log_in(email, PASSWORD)
        [project] = [it for it in owner.call("GET", "/api/projects/")["results"] if it["task_number"]]
        exported = owner.call("GET", f"/api/projects/{project['id']}/export?exportType=JSON")
        assert {len(task["annotations"]) for task in exported} == {1, 2}
        task = owner.call("GET", f"/api/projects/{project['id']}/next/")
        made = owner.call("POST", f"/api/tasks/{task['id']}/annotations/", json={"result": []})
        changed = owner.call("PATCH", f"/api/annotations/{exported[0]['annotations'][0]['id']}/", json={"result": []})
        assert (made["task"], changed["result"]) == (task["id"], [])


def test_figures_of_projects_are_counted_by_the_upgrade(filled: str) -> None:
    db = Database(Settings(database=filled).database_url)
    migrations.ensure(db)
    with db.read() as tx:
        assert tx.execute(select(changed_blocks)).all() == []
        assert tx.execute(select(counted_blocks)).all() != []
        assert list(blocks.wrong(tx)) == []
        for user in tx.execute(select(users.c.id)).scalars():
            assert shown(tx, user) == anew(tx, user)
    db.close()
