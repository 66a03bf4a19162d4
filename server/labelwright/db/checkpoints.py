"""Moving what SQLite has logged into the database file, beside the writers.

SQLite does this at the end of whichever commit made its log long enough: two waits for the disk, with everybody else waiting behind the writer.
A checkpoint of another connection waits for nobody and keeps nobody waiting.
"""

import sqlite3
import threading
from pathlib import Path

_PAUSE_SECONDS = 1.0
# The writer still does it where this falls behind, and so begins its log anew: pages of 4 KiB.
FALLBACK_PAGES = 20_000


class Checkpoints:
    """A thread that begins with the first write."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._wanted, self._ended = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def wanted(self) -> None:
        """Something was written. Called by one writer at a time."""
        self._wanted.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="checkpoints", daemon=True)
            self._thread.start()

    def close(self) -> None:
        self._ended.set()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        connection = sqlite3.connect(self._path, isolation_level=None)
        try:
            while not self._ended.wait(_PAUSE_SECONDS):
                self._wanted.wait()
                if self._ended.is_set():
                    break
                self._wanted.clear()
                try:
                    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                except sqlite3.OperationalError:
                    # A full disk, say: the next write tells whoever does it.
                    continue
        finally:
            connection.close()
