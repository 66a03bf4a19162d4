"""The migrations make exactly the tables that the code declares, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from labelwright import migrations
from labelwright.db import Database, metadata
from labelwright.settings import Settings


def opened(database: str) -> Database:
    return Database(Settings(database=database).database_url)


# An index on an expression cannot be read back from SQLite, so it is not compared there; PostgreSQL's run compares it.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_the_migrated_schema_is_the_declared_one(unmigrated_database: str) -> None:
    db = opened(unmigrated_database)
    migrations.ensure(db)

    with db.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    db.close()
    assert differences == []


def test_a_second_start_finds_nothing_to_migrate(unmigrated_database: str) -> None:
    db = opened(unmigrated_database)
    migrations.ensure(db)
    with db.write() as tx:
        tx.execute(text("CREATE TABLE witness (id INTEGER)"))

    migrations.ensure(db)

    assert migrations.current(db) == migrations.head()
    with db.read() as tx:
        assert tx.execute(text("SELECT count(*) FROM witness")).scalar_one() == 0
    db.close()


def test_the_triggers_that_name_changed_blocks_are_there(unmigrated_database: str) -> None:
    """A migration that copies a table to change it drops them on SQLite, and figures of projects would stay as they are."""
    db = opened(unmigrated_database)
    migrations.ensure(db)
    found = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if db.is_sqlite
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    events = (
        ("added_to_block", "changed_in_block", "moved_from_block", "removed_from_block")
        if db.is_sqlite
        else ("added_to_blocks", "changed_in_block", "removed_from_block")
    )
    with db.read() as tx:
        assert sorted(tx.execute(text(found)).scalars()) == [
            f"{table}_{event}" for table in ("annotations", "tasks") for event in events
        ]
    db.close()
