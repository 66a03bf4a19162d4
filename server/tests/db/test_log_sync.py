"""A write is acknowledged when SQLite's log is on the disk, and one sync serves all who wait."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from labelwright.db import Database, sync
from labelwright.db.sync import LogSync
from labelwright.errors import StorageFull


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Database]:
    db = Database(f"sqlite:///{tmp_path / 'some.sqlite3'}")
    with db.write() as tx:
        tx.exec_driver_sql("CREATE TABLE notes (text TEXT)")
    yield db
    db.close()


def note(db: Database, text: str, *, durable: bool = True) -> None:
    with db.write(durable=durable) as tx:
        tx.exec_driver_sql("INSERT INTO notes VALUES (?)", (text,))


def notes(db: Database) -> list[str]:
    with db.read() as tx:
        return list(tx.exec_driver_sql("SELECT text FROM notes").scalars())


def test_the_log_is_synced_after_the_commit_and_before_the_answer(
    fresh: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(sync, "_flush", lambda _: seen.append(notes(fresh)))
    note(fresh, "kept")
    assert seen == [["kept"]]


def test_what_need_not_survive_a_power_cut_is_not_waited_for(fresh: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(sync, "_flush", flushed.append)
    note(fresh, "a lock", durable=False)
    assert (flushed, notes(fresh)) == ([], ["a lock"])


def test_a_transaction_that_fails_syncs_nothing(fresh: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(sync, "_flush", flushed.append)
    with pytest.raises(RuntimeError), fresh.write():
        raise RuntimeError
    assert flushed == []


def test_a_full_disk_at_the_sync_is_told(fresh: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sync, "_flush", full)
    with pytest.raises(StorageFull):
        note(fresh, "lost")
    monkeypatch.setattr(sync, "_flush", os.fsync)
    note(fresh, "kept")


def test_the_next_writer_does_not_wait_for_the_sync(fresh: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    syncing, go_on = threading.Event(), threading.Event()

    def slow(_: int) -> None:
        syncing.set()
        assert go_on.wait(10)

    monkeypatch.setattr(sync, "_flush", slow)
    with running(lambda: note(fresh, "first")):
        assert syncing.wait(10)
        note(fresh, "second", durable=False)
        go_on.set()
    assert notes(fresh) == ["first", "second"]


def test_those_who_come_during_a_sync_share_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log").touch()
    log = LogSync(str(tmp_path / "log"))
    syncing, go_on, flushes = threading.Event(), threading.Event(), []

    def slow(_: int) -> None:
        flushes.append(threading.get_ident())
        syncing.set()
        assert go_on.wait(10)

    monkeypatch.setattr(sync, "_flush", slow)
    with running(log.sync):
        assert syncing.wait(10)
        with running(*[log.sync] * 8) as later:
            # All eight wait now: none may trust the sync that began before they came.
            while log.waiting < len(later):
                pass
            go_on.set()
    assert len(flushes) == 2


def test_a_sync_that_fails_is_not_trusted_by_those_who_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log").touch()
    log = LogSync(str(tmp_path / "log"))
    tries: list[int] = []

    def first_fails(number: int) -> None:
        tries.append(number)
        if len(tries) == 1:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sync, "_flush", first_fails)
    with pytest.raises(OSError, match="Input/output"):
        log.sync()
    log.sync()
    assert len(tries) == 2


def test_a_log_that_is_gone_has_been_copied(tmp_path: Path) -> None:
    LogSync(str(tmp_path / "none")).sync()


@contextmanager
def running(*work: Callable[[], None]) -> Iterator[list[threading.Thread]]:
    threads = [threading.Thread(target=one) for one in work]
    for thread in threads:
        thread.start()
    yield threads
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()
