"""A job that a request runs itself and waits for. What it writes in steps is undone, too, when the server dies in the middle."""

import time
from typing import Any

from labelwright.access import Caller
from labelwright.db import Database
from labelwright.errors import Conflict
from labelwright.jobs import queries, service
from labelwright.jobs.driving import Cancelled, Driver, Ending, Lease, LeaseLost, undo, work_of
from labelwright.jobs.kinds import Kind, Later
from labelwright.settings import Settings

# Longer than any single step, shorter than anybody wants to wait for what a dead server left.
_LEASE_SECONDS = 60.0
_PATIENCE_SECONDS = 60.0
_PAUSE_SECONDS = 0.1


def run(db: Database, settings: Settings, caller: Caller, kind: Kind, **fields: Any) -> Any:
    """The result. Raises what the job's steps raise, after what they wrote was undone. `fields` are those of `service.enqueue`."""
    # Nobody is told of it before its end, which brings all of it to the disk.
    with db.write(durable=False) as tx:
        job_id = service.enqueue(tx, caller, kind, attached=True, **fields)
        row = queries.claim_attached(tx, job_id, _LEASE_SECONDS)
    work = work_of(db, settings, row)
    driver = Driver(db, Lease(job_id, row.lease, _LEASE_SECONDS), stopping=lambda: False)
    deadline = time.monotonic() + _PATIENCE_SECONDS
    try:
        while True:
            try:
                result = driver.take(kind.run(work))
                break
            except Later:
                if time.monotonic() > deadline:
                    raise Conflict("The server is busy with what must end before this; try again later.") from None
                time.sleep(_PAUSE_SECONDS)
    except LeaseLost:
        # The project was deleted, or this server was away for so long that another one cleaned up.
        raise Conflict("This was interrupted, and what it had written so far was removed.") from None
    except BaseException as error:
        undo(driver, kind, work, Ending("cancelled" if isinstance(error, Cancelled) else "failed", str(error)))
        raise
    driver.complete(result)
    return result
