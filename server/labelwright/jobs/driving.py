"""One leased job, step by step, to its end."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Row

from labelwright.db import Database
from labelwright.errors import Invalid, LabelwrightError
from labelwright.http.threads import others_are_served
from labelwright.jobs import queries
from labelwright.jobs.kinds import Kind, Later, Step, Steps, Work
from labelwright.settings import Settings

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5
_LONGEST_WAIT = 600
_LONGEST_ERROR = 20_000
# How often progress is told by steps that write nothing else.
_NEWS_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 0.1


class LeaseLost(Exception):
    """Another process has the job."""


class Cancelled(LabelwrightError):
    """Somebody cancelled the job."""

    status = 409

    def __init__(self) -> None:
        super().__init__("This was cancelled, and what it had written so far was removed.")


class Stopped(Exception):
    """This process is about to end."""


class Ending(NamedTuple):
    """How a job ends that is not completed, and what is told of it."""

    state: str
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to write a job's steps."""

    job: int
    number: int
    seconds: float


class GivingWay:
    """Rests between pieces of work as long as each took, while anybody waits for an answer: all threads of a process share one interpreter."""

    def __init__(self) -> None:
        self._worked = time.thread_time()

    def give_way(self) -> None:
        if others_are_served():
            time.sleep(min(_LONGEST_PAUSE_SECONDS, time.thread_time() - self._worked))
        self._worked = time.thread_time()


class Driver:
    """Takes the steps of a job under its lease."""

    def __init__(self, db: Database, lease: Lease, stopping: Callable[[], bool]) -> None:
        self._db, self._lease, self._stopping = db, lease, stopping
        self._told, self._others = 0.0, GivingWay()

    def take(self, steps: Steps, *, undoing: bool = False) -> Any:
        """What the steps return in the end. Raises LeaseLost, Stopped, Cancelled, and what the steps raise."""
        try:
            step = next(steps)
            while True:
                seconds = self._take(step, undoing)
                self._others.give_way()
                step = steps.send(seconds)
        except StopIteration as end:
            return end.value
        finally:
            steps.close()

    def _take(self, step: Step, undoing: bool) -> float:
        if self._stopping():
            raise Stopped
        if step.write is None and time.monotonic() - self._told < _NEWS_SECONDS:
            return 0.0
        self._told = time.monotonic()
        values: dict[str, Any] = {"done": step.done, "total": step.total, "phase": step.phase}
        # A step that a power cut takes back takes the cursor along; what ends the job is surely on the disk, and all steps with it.
        with self._db.write(durable=False) as tx:
            queries.limit_pauses(tx)
            held = queries.hold(tx, self._lease.job, self._lease.number)
            if held is None:
                raise LeaseLost
            if held.ending and not undoing and not step.certain:
                raise Cancelled
            # What the disk takes for the commit does not depend on how much there is to write.
            began = time.monotonic()
            if step.write is not None and (cursor := step.write(tx)) is not None:
                values |= {"cursor": cursor, "attempts": 1}
            seconds = time.monotonic() - began
            queries.save(tx, self._lease.job, self._lease.number, self._lease.seconds, values)
        return seconds

    def complete(self, result: Any) -> None:
        with self._db.write() as tx:
            queries.complete(tx, self._lease.job, self._lease.number, result)

    def finish(self, state: str) -> None:
        with self._db.write() as tx:
            queries.finish(tx, self._lease.job, self._lease.number, state)

    def end_as(self, ending: Ending) -> None:
        """From now on the job is being undone, whoever has it."""
        values = {"ending": ending.state, "error": ending.error}
        with self._db.write() as tx:
            queries.save(tx, self._lease.job, self._lease.number, self._lease.seconds, values)

    def put_back(self, seconds: float, *, counts: bool, **values: Any) -> None:
        with self._db.write() as tx:
            queries.put_back(tx, self._lease.job, self._lease.number, seconds, counts=counts, **values)


def work_of(db: Database, settings: Settings, row: Row[Any]) -> Work:
    return Work(
        db=db,
        settings=settings,
        id=row.id,
        organization=row.organization_id,
        project=row.project_id,
        created_by=row.created_by_id,
        arguments=row.arguments,
        cursor=row.cursor,
        folder=folder_of(settings, row.id),
    )


def folder_of(settings: Settings, job_id: int) -> Path:
    return settings.data_dir / "jobs" / str(job_id)


def perform(driver: Driver, kind: Kind, work: Work, row: Row[Any]) -> None:
    """A claimed job to its end, or back into the queue."""
    try:
        ending = Ending(row.ending, row.error) if row.ending else _run(driver, kind, work, row)
        if ending is not None:
            undo(driver, kind, work, ending)
    except LeaseLost:
        log.warning("job %s was taken over by another process", work.id)
    except Stopped:
        driver.put_back(0, counts=False)
    except Exception:
        # Undoing is only deleting: it is tried until it works.
        log.exception("job %s could not be undone", work.id)
        driver.put_back(_pause(row.attempts), counts=True)


def _run(driver: Driver, kind: Kind, work: Work, row: Row[Any]) -> Ending | None:
    """None when the job is completed or will be tried again. Raises LeaseLost and Stopped."""
    if row.attempts > MOST_ATTEMPTS:
        return Ending("failed", row.error or f"The server stopped {MOST_ATTEMPTS} times while it worked on this.")
    try:
        driver.complete(driver.take(kind.run(work)))
    except (LeaseLost, Stopped):
        raise
    except Cancelled:
        return Ending("cancelled")
    except Later as later:
        driver.put_back(later.seconds, counts=False)
    except LabelwrightError as error:
        return Ending("failed", sentence(error))
    except Exception as error:
        log.exception("job %s (%s), attempt %s", work.id, kind.name, row.attempts)
        message = f"An unexpected error ({type(error).__name__}); the server's log says more about job {work.id}."
        if row.attempts >= MOST_ATTEMPTS:
            return Ending("failed", message)
        driver.put_back(_pause(row.attempts), counts=True, error=message)
    return None


def undo(driver: Driver, kind: Kind, work: Work, ending: Ending) -> None:
    driver.end_as(ending)
    if kind.undo is not None:
        with work.db.read() as tx:
            cursor = queries.cursor(tx, work.id)
        driver.take(kind.undo(replace(work, cursor=cursor)), undoing=True)
    driver.finish(ending.state)


def _pause(attempts: int) -> float:
    return min(_LONGEST_WAIT, 2.0**attempts)


def sentence(error: LabelwrightError) -> str:
    """What a person is told."""
    if not isinstance(error, Invalid):
        return error.detail
    texts = [str(text) for texts in error.errors.values() for text in (texts if isinstance(texts, list) else [texts])]
    return "\n".join(texts)[:_LONGEST_ERROR]
