"""Whoever is stopped while it sends rows to PostgreSQL holds what it has locked no longer than a while."""

import time
from collections.abc import Iterator
from contextlib import ExitStack

import psycopg
import pytest
from psycopg import Connection
from sqlalchemy import text

from labelwright.db import Database
from labelwright.jobs import queries
from labelwright.settings import Settings

pytestmark = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


class Sender:
    """It sends a row, and then no more."""

    def __init__(self, stack: ExitStack, database: str, program: str) -> None:
        self.connection: Connection = psycopg.connect(database, application_name=program)
        stack.callback(self.connection.close)
        self.connection.execute("CREATE TEMPORARY TABLE rows (number integer)")
        self.copying = self.connection.cursor().copy("COPY rows (number) FROM STDIN")
        self.copying.__enter__().write_row((1,))

    def is_there(self) -> bool:
        try:
            self.copying.__exit__(None, None, None)
            self.connection.commit()
        except psycopg.OperationalError:
            return False
        return True


@pytest.fixture
def db(database: str) -> Iterator[Database]:
    opened = Database(Settings(database=database).database_url)
    yield opened
    opened.close()


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as made:
        yield made


def _is_known(db: Database, sender: Sender) -> bool:
    known = text("SELECT 1 FROM pg_stat_activity WHERE pid = :pid")
    with db.read() as tx:
        return tx.execute(known, {"pid": sender.connection.info.backend_pid}).first() is not None


def test_what_sends_nothing_is_ended(db: Database, database: str, stack: ExitStack) -> None:
    stopped = Sender(stack, database, "labelwright")
    # Its row has to arrive before it is one that sends no more, and ending takes a moment.
    patience = time.monotonic() + 30
    while _is_known(db, stopped) and time.monotonic() < patience:
        with db.read() as tx:
            queries.end_stopped_copies(tx, seconds=0)
        time.sleep(0.02)
    assert not stopped.is_there()


def test_neither_what_just_began_nor_what_others_send(db: Database, database: str, stack: ExitStack) -> None:
    begun, other = Sender(stack, database, "labelwright"), Sender(stack, database, "psql")
    with db.read() as tx:
        queries.end_stopped_copies(tx)
    assert begun.is_there()
    with db.read() as tx:
        queries.end_stopped_copies(tx, seconds=0)
    assert other.is_there()
