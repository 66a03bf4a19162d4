"""Threads that run jobs, in the server or in a worker process: one a lane, one that keeps their leases and tidies up, and one for chores.

They ask the database for work instead of being told: a look at a small index twice a second costs nothing that could be measured, is the same on
both databases, and has no connection that must be kept alive.
"""

import logging
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Row

from labelwright.db import Database
from labelwright.jobs import queries, service
from labelwright.jobs.driving import Driver, GivingWay, Lease, folder_of, perform, work_of
from labelwright.jobs.kinds import Kinds, Lane
from labelwright.settings import Settings

log = logging.getLogger(__name__)

_POLL_SECONDS = 0.5
_AFTER_TROUBLE_SECONDS = 5.0
_CHORES_SECONDS = 1.0
_TIDY_SECONDS = 3600.0
# What a step may take at most, before a process that ends gives its jobs up.
_LAST_STEP_SECONDS = 8.0

# Work that nobody asked for and nobody waits for: it does a little, and says whether there is more.
Chore = Callable[[Database], bool]


class Runner:
    """Runs due jobs from `start` until `stop`, and the chores again and again."""

    def __init__(
        self,
        db: Database,
        settings: Settings,
        kinds: Kinds,
        lanes: Sequence[Lane] = tuple(Lane),
        chores: Sequence[Chore] = (),
    ) -> None:
        self._db, self._settings, self._kinds, self._chores = db, settings, kinds, chores
        self._stop = threading.Event()
        self._leases: set[Lease] = set()
        self._threads = [
            threading.Thread(target=self._keep, name="jobs keeper", daemon=True),
            threading.Thread(target=self._do_chores, name="jobs chores", daemon=True),
        ]
        for lane in lanes:
            thread = threading.Thread(target=self._serve, args=(lane,), name=f"jobs {lane}", daemon=True)
            self._threads.append(thread)

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def ask_to_stop(self) -> None:
        self._stop.set()

    def stop(self) -> None:
        """Jobs end with the step they are at, and stay in the queue."""
        self._stop.set()
        deadline = time.monotonic() + _LAST_STEP_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def wait(self) -> None:
        """Until somebody asks to stop."""
        # A signal that another thread was given is heard by the main thread when it wakes.
        while not self._stop.wait(_POLL_SECONDS):
            pass

    def _serve(self, lane: Lane) -> None:
        while not self._stop.is_set():
            try:
                row = self._claim(lane)
                if row is None:
                    self._stop.wait(_POLL_SECONDS)
                else:
                    self._perform(row)
            except Exception:
                # The database is away, say. Leases run out, nothing is lost.
                log.exception("no job of lane %s can be run now", lane)
                self._stop.wait(_AFTER_TROUBLE_SECONDS)

    def _claim(self, lane: Lane) -> Row[Any] | None:
        with self._db.read() as tx:
            if not queries.is_any_due(tx, lane):
                return None
        with self._db.write() as tx:
            return queries.claim(tx, lane, self._settings.job_lease)

    def _perform(self, row: Row[Any]) -> None:
        lease = Lease(row.id, row.lease, self._settings.job_lease)
        driver = Driver(self._db, lease, self._stop.is_set)
        self._leases.add(lease)
        try:
            perform(driver, self._kinds.get(row.kind), work_of(self._db, self._settings, row), row)
        finally:
            self._leases.discard(lease)

    def _keep(self) -> None:
        """A job may work for long between two steps; its lease must not run out while its process lives."""
        tidied = 0.0
        while not self._stop.wait(self._settings.job_lease / 3):
            try:
                if held := tuple(self._leases):
                    with self._db.write() as tx:
                        queries.renew(tx, [(lease.job, lease.number) for lease in held], self._settings.job_lease)
                with self._db.read() as tx:
                    queries.end_stopped_copies(tx)
                if time.monotonic() - tidied > _TIDY_SECONDS:
                    tidied = time.monotonic()
                    self._tidy()
            except Exception:
                log.exception("leases of jobs cannot be renewed now")

    def _do_chores(self) -> None:
        while not self._stop.wait(_CHORES_SECONDS):
            for chore in self._chores:
                try:
                    others = GivingWay()
                    while chore(self._db) and not self._stop.is_set():
                        others.give_way()
                except Exception:
                    log.exception("a chore cannot be done now")
                    self._stop.wait(_AFTER_TROUBLE_SECONDS)

    def _tidy(self) -> None:
        with self._db.write() as tx:
            forgotten = service.forget_old(tx, self._settings.job_retention_days)
        for job_id in forgotten:
            shutil.rmtree(folder_of(self._settings, job_id), ignore_errors=True)
