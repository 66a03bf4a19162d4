"""A PostgreSQL server that ends connections (a restart, a fail-over) is no fault of the next request."""

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from labelwright.db import Database, engine
from labelwright.settings import Settings

pytestmark = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


@pytest.fixture
def db(database: str) -> Iterator[Database]:
    opened = Database(Settings(database=database).database_url)
    yield opened
    opened.close()


def use(db: Database) -> int:
    with db.read() as tx:
        return int(tx.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())


def end_all(database: str) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_connection_that_rested_is_asked_before_it_is_used(
    db: Database, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_TRUSTED_SECONDS", 0)
    before = use(db)
    end_all(database)
    assert use(db) != before


def test_one_in_use_a_moment_ago_fails_once_and_all_others_are_made_anew(db: Database, database: str) -> None:
    use(db)
    end_all(database)
    with pytest.raises(OperationalError):
        use(db)
    assert use(db)
