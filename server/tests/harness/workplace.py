"""A server whose jobs run when a test says so, and die where it wants: one `run` is one process that takes the job that is due."""

from collections.abc import Callable, Iterable
from typing import Any

from harness.live import Client, LiveServer
from labelwright.jobs import Kind, Steps, Work, queries
from labelwright.jobs.driving import Driver, Lease, perform, work_of

_LEASE_SECONDS = 30.0


class Workplace:
    """Wants a server that was started with `jobs_in_server=False`."""

    def __init__(self, server: LiveServer) -> None:
        self.server = server
        self.owner: Client = server.by_token(server.organization())

    def run(self, kind: Kind, stops: Iterable[bool] = ()) -> None:
        """By a process that ends at the step for which `stops` has a True."""
        db, answers = self.server.db, iter(stops)
        with db.write() as tx:
            row = queries.claim(tx, kind.lane, _LEASE_SECONDS)
        assert row is not None, "no job is due"
        driver = Driver(db, Lease(row.id, row.lease, _LEASE_SECONDS), lambda: next(answers, False))
        perform(driver, kind, work_of(db, self.server.settings, row), row)

    def run_until_cancelled(self, kind: Kind, job: int, phase: str) -> None:
        self.run_while(kind, phase, lambda: self.cancel(job))

    def run_while(self, kind: Kind, phase: str, happens: Callable[[], None]) -> None:
        """Something happens after the job's first step of this phase."""

        def run(work: Work) -> Steps:
            steps, took, has_happened = kind.run(work), None, False
            while True:
                try:
                    # The first one is asked for with nothing.
                    step = steps.send(took)  # type: ignore[arg-type]
                except StopIteration as end:
                    return end.value
                took = yield step
                if step.phase == phase and not has_happened:
                    has_happened = True
                    happens()

        self.run(Kind(kind.name, kind.lane, run, kind.undo))

    def cancel(self, job: int) -> None:
        self.owner.call("POST", f"/api/jobs/{job}/cancel")

    def job(self, job: int) -> dict[str, Any]:
        found: dict[str, Any] = self.owner.call("GET", f"/api/jobs/{job}")
        return found

    def tasks(self, project: int) -> list[dict[str, Any]]:
        """None are a page that there is not."""
        answer = self.owner.get(f"/api/projects/{project}/tasks/", params={"page_size": -1})
        found: list[dict[str, Any]] = [] if answer.status_code == 404 else answer.json()
        return found
