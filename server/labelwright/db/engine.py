"""Engines and transactions.

`read()` never waits for a writer and cannot write; `write()` is one short transaction, committed when the block ends. SQLite allows one writer,
and its busy time-out is unfair (a client may starve for seconds), so writers of one process queue on a lock here and start with BEGIN IMMEDIATE.
The log is brought to the disk after the lock is given back, before `write()` returns: one sync serves all who wait for it (`db.sync`).

Parameters stay out of error texts (`hide_parameters`), and with them out of the log: digests, hashes and people's data are among them.
"""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DataError, DBAPIError, DisconnectionError, OperationalError

from labelwright.db import patterns
from labelwright.db.checkpoints import FALLBACK_PAGES, Checkpoints
from labelwright.db.sync import LogSync
from labelwright.errors import Invalid, StorageFull
from labelwright.settings import SettingError

Tx = Connection
log = logging.getLogger(__name__)

_READERS = 16
# Another process (a CLI command) may hold the file for a moment; ours queue before they get here.
_BUSY_SECONDS = 10
_LOCK_SECONDS = 30
# A connection that somebody used a moment ago is there.
_TRUSTED_SECONDS = 1.0


class Database:
    """One database: `url` is `sqlite:///path` or `postgresql+psycopg://…`."""

    def __init__(self, url: str | URL) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            self._reader, self._writer = _sqlite(self.url, readonly=True), _sqlite(self.url, readonly=False)
            self._lock: threading.Lock | None = threading.Lock()
            self._log = LogSync(f"{self.url.database}-wal")
            self._checkpoints = Checkpoints(Path(self.url.database or ""))
        else:
            self._reader = self._writer = _postgresql(self.url)
            self._lock = None

    @property
    def path(self) -> Path | None:
        """The SQLite file."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @property
    def step_seconds(self) -> float:
        """How long one of many transactions in a row should take: on SQLite all others wait for it."""
        return 0.02 if self.is_sqlite else 0.1

    @property
    def engine(self) -> Engine:
        """The engine that may change the schema (migrations)."""
        return self._writer

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """A consistent snapshot; an attempt to write through it is an error."""
        with _values_must_fit(), self._reader.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def write(self, *, durable: bool = True) -> Iterator[Tx]:
        """One write transaction: committed on leaving, rolled back on any exception. Keep it short.

        `durable=False` is for what nobody misses after a power cut (who holds which task), and for the steps of a job, whose end is durable: it may be gone
        then, with everything after it.
        """
        if not self._lock:
            with _values_must_fit(), _full_disk_is_told(), self._writer.begin() as connection:
                if not durable:
                    connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
                yield connection
            return
        with _full_disk_is_told():
            with self._lock:
                with _values_must_fit(), self._writer.begin() as connection:
                    yield connection
                self._checkpoints.wanted()
            if durable:
                self._log.sync()

    @contextmanager
    def outside_transactions(self) -> Iterator[Tx]:
        """For what PostgreSQL does in no transaction: making an index while others write."""
        with self._writer.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")

    def check(self) -> None:
        """Raises SettingError when the database cannot be opened."""
        if self.path is not None and not self.path.exists():
            return
        try:
            with self.read() as tx:
                tx.exec_driver_sql("SELECT 1 FROM sqlite_master" if self.is_sqlite else "SELECT 1")
        except DBAPIError as error:
            where = self.path or self.url.render_as_string(hide_password=True)
            reason = " ".join(str(error.orig).split()).rstrip(".")
            raise SettingError(f"The database {where} cannot be reached: {reason}.") from None

    def close(self) -> None:
        if self.is_sqlite:
            self._checkpoints.close()
        self._reader.dispose()
        self._writer.dispose()


@contextmanager
def _values_must_fit() -> Iterator[None]:
    """A number too large, a text too long or with a NUL in it: the databases refuse them in their own ways, all are the caller's mistake."""
    try:
        yield
    except DataError as error:
        raise Invalid(["A value is too large, too long, or has a character that cannot be stored."]) from error
    except OperationalError as error:
        if not patterns.gave_up(error.orig or error):
            raise
        raise Invalid({"filters": ["Looking for this pattern takes too long; write a simpler one."]}) from error
    except OverflowError as error:
        # The driver's own, for what is no 64-bit integer.
        if "SQLite" not in str(error):
            raise
        raise Invalid(["A number is too large."]) from error


@contextmanager
def _full_disk_is_told() -> Iterator[None]:
    try:
        yield
    except (OperationalError, DBAPIError, OSError) as error:
        text = str(error.orig if isinstance(error, DBAPIError) else error)
        if "database or disk is full" in text or "No space left on device" in text:
            log.error("the disk is full: %s", text)
            raise StorageFull from error
        raise


def _sqlite(url: URL, *, readonly: bool) -> Engine:
    engine = create_engine(
        url,
        pool_size=_READERS if readonly else 1,
        max_overflow=_READERS * 4 if readonly else 0,
        # The one used last has in its cache what is read.
        pool_use_lifo=True,
        connect_args={"check_same_thread": False, "timeout": _BUSY_SECONDS, "cached_statements": 512},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def connect(dbapi: Any, _: Any) -> None:
        # We begin transactions ourselves: the driver would start them late and never IMMEDIATE.
        dbapi.isolation_level = None
        patterns.install(dbapi)
        cursor = dbapi.cursor()
        if not readonly:
            cursor.execute("PRAGMA journal_mode=WAL")
            # What has to be on the disk, `write()` syncs itself.
            cursor.execute("PRAGMA synchronous=NORMAL")
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.execute(f"PRAGMA wal_autocheckpoint={FALLBACK_PAGES}")
        else:
            cursor.execute("PRAGMA query_only=ON")
        cursor.execute("PRAGMA cache_size=-16000")
        cursor.execute("PRAGMA temp_store=MEMORY")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: URL) -> Engine:
    # The driver would decode `json` columns itself; our types want the bytes.
    # A transaction that waits for another's lock gives up in the end: one stuck client must not hold all threads.
    options = {"options": f"-c lock_timeout={_LOCK_SECONDS}s", "application_name": "labelwright"}
    engine = create_engine(
        url,
        pool_size=20,
        max_overflow=20,
        # The one used last has prepared what is asked often.
        pool_use_lifo=True,
        json_deserializer=bytes,
        hide_parameters=True,
        connect_args=options,
    )
    _ping_what_rested(engine)
    return engine


def _ping_what_rested(engine: Engine) -> None:
    """A connection that nobody used for a while may be gone with its server; asking before every use would cost each request several round trips."""

    @event.listens_for(engine, "checkin")
    def checkin(_dbapi: Any, record: Any) -> None:
        record.info["rested_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def checkout(dbapi: Any, record: Any, _fairy: Any) -> None:
        if time.monotonic() - record.info.get("rested_since", time.monotonic()) < _TRUSTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(dbapi)
        except engine.dialect.loaded_dbapi.Error as error:
            # The pool drops it and gives another one.
            raise DisconnectionError from error
