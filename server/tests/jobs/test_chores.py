"""Chores are done again and again by whoever runs jobs."""

import threading
from pathlib import Path

import pytest

from labelwright.db import Database
from labelwright.jobs import runner
from labelwright.jobs.kinds import Kinds
from labelwright.settings import Settings


def test_a_chore_is_done_until_nothing_is_left_and_survives_trouble(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_CHORES_SECONDS", 0.01)
    monkeypatch.setattr(runner, "_AFTER_TROUBLE_SECONDS", 0.01)
    calls, enough = list[str](), threading.Event()

    def chore(_: Database) -> bool:
        calls.append(threading.current_thread().name)
        if len(calls) == 2:
            raise OSError("the database is away")
        if len(calls) == 5:
            enough.set()
        return len(calls) % 2 == 1

    settings = Settings(data_dir=tmp_path, database=database)
    db = Database(settings.database_url)
    running = runner.Runner(db, settings, Kinds(()), lanes=(), chores=[chore])
    running.start()
    assert enough.wait(30)
    running.stop()
    db.close()
    assert set(calls) == {"jobs chores"}
