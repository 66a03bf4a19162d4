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
