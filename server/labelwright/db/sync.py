"""Bringing SQLite's write-ahead log to the disk, once for all who wait.

With `synchronous=NORMAL` SQLite itself syncs the log before it copies it into the database file, and the file after; what it leaves out is the sync
of the log after each commit. That one is ours: made outside the writer's lock, so that the next transaction runs meanwhile, and shared by everybody
whose commit came before it began. (https://www.sqlite.org/pragma.html#pragma_synchronous, https://www.sqlite.org/wal.html)
"""

import os
import threading

# Windows knows only `fsync`; where there is the cheaper one, the log's size is synced by it too.
_flush = getattr(os, "fdatasync", os.fsync)


class LogSync:
    """`path`: the log beside the database file."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._turn = threading.Condition()
        self._running = False
        self.waiting = 0
        # Syncs that were begun and that ended well.
        self._begun = 0
        self._done = 0

    def sync(self) -> None:
        """Returns when all that was committed before the call is on the disk. Raises OSError when it cannot get there."""
        with self._turn:
            # A sync that is under way may have passed our pages already; the one after it will not.
            wanted = self._begun + 1
            self.waiting += 1
            while self._done < wanted and self._running:
                self._turn.wait()
            self.waiting -= 1
            if self._done >= wanted:
                return
            self._running = True
            self._begun += 1
            mine = self._begun
        try:
            self._sync()
        except BaseException:
            self._end(None)
            raise
        self._end(mine)

    def _end(self, done: int | None) -> None:
        with self._turn:
            self._running = False
            self._done = max(self._done, done or 0)
            self._turn.notify_all()

    def _sync(self) -> None:
        try:
            log = os.open(self._path, os.O_RDWR)
        except FileNotFoundError:
            # Everything was copied into the database file, and that one synced.
            return
        try:
            _flush(log)
        finally:
            os.close(log)
