"""The life of a job, a claim at a time: what is committed together, who may write, and how each ends."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from harness.live import Account, LiveServer
from labelwright.access import Caller, Role
from labelwright.errors import Invalid
from labelwright.http import threads
from labelwright.jobs import Kind, Lane, Later, Step, Steps, Work, driving, queries, service
from labelwright.jobs.driving import Driver, Lease, perform, work_of
from labelwright.kit.clock import now

Row = Any


class Bench:
    """A server that runs no jobs by itself, and a table that jobs write to."""

    def __init__(self, server: LiveServer) -> None:
        self.db, self.settings = server.db, server.settings
        self.account: Account = server.organization()
        self.caller = Caller(
            id=self.account.id,
            email="",
            organization=self.account.organization,
            role=Role.OWNER,
            roles_enabled=False,
            via="token",
        )
        with self.db.write() as tx:
            tx.execute(text("CREATE TABLE witness (number INTEGER)"))

    def enqueue(self, kind: Kind, **fields: Any) -> int:
        with self.db.write() as tx:
            return service.enqueue(tx, self.caller, kind, **{"arguments": {}, **fields})

    def claim(self, lane: Lane = Lane.HEAVY) -> Row | None:
        with self.db.write() as tx:
            return queries.claim(tx, lane, 30)

    def perform(self, kind: Kind, row: Row, stopping: Callable[[], bool] = lambda: False) -> None:
        perform(
            Driver(self.db, Lease(row.id, row.lease, 30), stopping), kind, work_of(self.db, self.settings, row), row
        )

    def run(self, kind: Kind) -> None:
        row = self.claim(kind.lane)
        assert row is not None, "no job is due"
        self.perform(kind, row)

    def job(self, job_id: int) -> Row:
        with self.db.read() as tx:
            return tx.execute(text("SELECT * FROM jobs WHERE id = :id"), {"id": job_id}).one()

    def change(self, job_id: int, **values: Any) -> None:
        with self.db.write() as tx:
            tx.execute(queries.update(queries.jobs).where(queries.j.id == job_id).values(**values))

    def written(self) -> list[int]:
        with self.db.read() as tx:
            return list(tx.execute(text("SELECT number FROM witness ORDER BY number")).scalars())


@pytest.fixture
def bench(start_live: Callable[..., LiveServer]) -> Bench:
    return Bench(start_live(jobs_in_server=False))


def counting(to: int, fail_at: int | None = None, error: Exception | None = None) -> Kind:
    """A kind that writes 0, 1, 2 … to the witness table, a number a step."""

    def run(work: Work) -> Steps:
        for number in range(work.cursor or 0, to):

            def write(tx: Any, number: int = number) -> int:
                tx.execute(text("INSERT INTO witness VALUES (:number)"), {"number": number})
                if number == fail_at and error:
                    raise error
                return number + 1

            yield Step(number + 1, to, "counting", write)
        return {"counted": to}

    def undo(_: Work) -> Steps:
        yield Step(0, to, "undoing", lambda tx: void(tx.execute(text("DELETE FROM witness"))))

    return Kind("counting", Lane.HEAVY, run, undo)


def void(_: Any) -> None:
    """The cursor stays."""


def test_a_job_runs_to_its_result(bench: Bench) -> None:
    kind = counting(3)
    job = bench.enqueue(kind)
    bench.run(kind)
    ended = bench.job(job)
    assert (ended.state, ended.done, ended.total, ended.phase) == ("completed", 3, 3, "counting")
    assert ended.finished_at is not None
    assert bench.written() == [0, 1, 2]
    assert bench.claim() is None


def test_a_job_exists_only_if_its_transaction_is_committed(bench: Bench) -> None:
    def interrupted() -> None:
        with bench.db.write() as tx:
            service.enqueue(tx, bench.caller, counting(1), arguments={})
            raise KeyError

    with pytest.raises(KeyError):
        interrupted()
    assert bench.claim() is None


def test_a_step_that_fails_is_rolled_back_and_tried_again_where_it_was(bench: Bench) -> None:
    job = bench.enqueue(counting(4))
    bench.run(counting(4, fail_at=2, error=OSError("the disk hiccuped")))
    waiting = bench.job(job)
    assert (waiting.state, waiting.attempts) == ("queued", 1)
    assert bench.written() == [0, 1]
    assert bench.claim() is None, "it waits before it is tried again"
    bench.change(job, run_at=now())
    bench.run(counting(4))
    assert bench.job(job).state == "completed"
    assert bench.written() == [0, 1, 2, 3]


def test_the_pause_between_attempts_grows_and_ends(bench: Bench) -> None:
    pauses = [driving._pause(attempt) for attempt in range(1, 12)]
    assert pauses == sorted(pauses)
    assert pauses[0] < 5
    assert pauses[-1] == driving._LONGEST_WAIT


def test_a_poisonous_job_fails_in_the_end_and_says_why(bench: Bench) -> None:
    kind = counting(2, fail_at=0, error=OSError("always"))
    job = bench.enqueue(kind)
    for _ in range(driving.MOST_ATTEMPTS):
        bench.change(job, run_at=now())
        bench.run(kind)
    ended = bench.job(job)
    assert ended.state == "failed"
    assert "OSError" in ended.error
    assert bench.written() == []


def test_a_job_that_kills_its_process_every_time_fails_in_the_end(bench: Bench) -> None:
    kind = counting(2)
    job = bench.enqueue(kind)
    for _ in range(driving.MOST_ATTEMPTS):
        assert bench.claim() is not None
        bench.change(job, lease_until=now() - timedelta(seconds=1))
    bench.run(kind)
    ended = bench.job(job)
    assert (ended.state, bench.written()) == ("failed", [])
    assert "stopped 5 times" in ended.error


def test_getting_on_earns_new_attempts(bench: Bench) -> None:
    job = bench.enqueue(counting(2))
    bench.change(job, attempts=3)
    bench.run(counting(2, fail_at=1, error=OSError("once")))
    assert bench.job(job).attempts == 1


def test_a_mistake_of_the_caller_is_told_at_once_and_undone(bench: Bench) -> None:
    kind = counting(3, fail_at=2, error=Invalid(["line 3 is wrong", "line 4 too"]))
    job = bench.enqueue(kind)
    bench.run(kind)
    ended = bench.job(job)
    assert (ended.state, ended.error) == ("failed", "line 3 is wrong\nline 4 too")
    assert bench.written() == []


def test_cancelling_what_never_began_ends_it_at_once(bench: Bench) -> None:
    job = bench.enqueue(counting(3))
    with bench.db.write() as tx:
        service.cancel(tx, bench.caller, job)
    assert bench.job(job).state == "cancelled"
    assert bench.claim() is None


def cancelling(bench: Bench, job: int, *, certain: bool = False) -> Kind:
    """A kind that is cancelled after its second step."""
    counted = counting(4)

    def run(work: Work) -> Steps:
        for step in counted.run(work):
            yield Step(step.done, step.total, step.phase, step.write, certain)
            if step.done == 2:
                with bench.db.write() as tx:
                    service.cancel(tx, bench.caller, job)
        return {}

    return Kind(counted.name, counted.lane, run, counted.undo)


def test_a_running_job_is_cancelled_at_its_next_step_and_undone(bench: Bench) -> None:
    job = bench.enqueue(counting(4))
    bench.run(cancelling(bench, job))
    assert bench.job(job).state == "cancelled"
    assert bench.written() == []


def test_past_its_last_chance_a_job_is_completed_though_it_was_cancelled(bench: Bench) -> None:
    job = bench.enqueue(counting(4))
    bench.run(cancelling(bench, job, certain=True))
    assert bench.job(job).state == "completed"
    assert bench.written() == [0, 1, 2, 3]


def test_whoever_comes_after_a_dead_process_undoes_what_was_cancelled(bench: Bench) -> None:
    kind = counting(4)
    job = bench.enqueue(kind)
    bench.run(counting(4, fail_at=2, error=OSError("and the process dies")))
    with bench.db.write() as tx:
        service.cancel(tx, bench.caller, job)
    bench.run(kind)
    assert bench.job(job).state == "cancelled"
    assert bench.written() == []


def test_a_job_rests_as_long_as_it_worked_while_anybody_waits_for_an_answer(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests: list[float] = []
    here = threading.get_ident()
    monkeypatch.setattr("time.sleep", lambda seconds: rests.append(seconds) if threading.get_ident() == here else None)
    asked, answered = threading.Event(), threading.Event()

    def request() -> None:
        asked.set()
        answered.wait()

    bench.enqueue(counting(3))
    bench.run(counting(3))
    assert rests == []

    waiting = threading.Thread(target=threads._serve, args=(request,))
    waiting.start()
    asked.wait()
    bench.enqueue(counting(3))
    bench.run(counting(3))
    answered.set()
    waiting.join()
    assert len(rests) == 3
    assert all(0 < rest <= driving._LONGEST_PAUSE_SECONDS for rest in rests)


def test_only_one_process_has_a_job(bench: Bench) -> None:
    bench.enqueue(counting(1))
    assert bench.claim() is not None
    assert bench.claim() is None


def test_a_process_that_was_away_too_long_writes_nothing(bench: Bench) -> None:
    kind = counting(3)
    job = bench.enqueue(kind)
    slow = bench.claim()
    assert slow is not None
    bench.change(job, lease_until=now() - timedelta(seconds=1))
    quick = bench.claim()
    assert quick is not None
    assert quick.lease == slow.lease + 1
    bench.perform(kind, slow)
    assert bench.written() == []
    assert bench.job(job).state == "running"
    bench.perform(kind, quick)
    assert bench.written() == [0, 1, 2]
    assert bench.job(job).state == "completed"


def test_a_process_that_ends_gives_its_job_back(bench: Bench) -> None:
    kind = counting(3)
    job = bench.enqueue(kind)
    asked: Iterator[bool] = iter([False, True])
    row = bench.claim()
    assert row is not None
    bench.perform(kind, row, lambda: next(asked))
    given_back = bench.job(job)
    assert (given_back.state, given_back.attempts) == ("queued", 0)
    bench.run(kind)
    assert bench.written() == [0, 1, 2]


def test_later_is_not_an_attempt(bench: Bench) -> None:
    def run(_: Work) -> Steps:
        raise Later(60)
        yield

    kind = Kind("patient", Lane.HEAVY, run)
    job = bench.enqueue(kind)
    bench.run(kind)
    assert (bench.job(job).state, bench.job(job).attempts) == ("queued", 0)
    assert bench.claim() is None


def test_a_job_for_later_waits_until_then(bench: Bench) -> None:
    job = bench.enqueue(counting(1), at=now() + timedelta(hours=1))
    assert bench.claim() is None
    bench.change(job, run_at=now() - timedelta(seconds=1))
    assert bench.claim() is not None


def test_lanes_do_not_wait_for_each_other(bench: Bench) -> None:
    light = Kind("small", Lane.LIGHT, counting(1).run)
    for _ in range(3):
        bench.enqueue(counting(1))
    job = bench.enqueue(light)
    row = bench.claim(Lane.LIGHT)
    assert row is not None
    assert row.id == job


def test_nobody_continues_what_a_dead_request_was_waiting_for(bench: Bench) -> None:
    kind = counting(4)
    job = bench.enqueue(kind, attached=True)
    with bench.db.write() as tx:
        queries.claim_attached(tx, job, 30)
        tx.execute(text("INSERT INTO witness VALUES (7)"))
    bench.change(job, lease_until=now() - timedelta(seconds=1))
    bench.run(kind)
    assert bench.job(job).state == "cancelled"
    assert bench.written() == []


def test_undoing_is_tried_until_it_works(bench: Bench) -> None:
    kind = counting(3, fail_at=1, error=Invalid(["wrong"]))

    def broken(_: Work) -> Steps:
        raise OSError("not now")
        yield

    job = bench.enqueue(kind)
    bench.run(Kind(kind.name, kind.lane, kind.run, broken))
    assert (bench.job(job).state, bench.job(job).ending) == ("queued", "failed")
    assert bench.written() == [0]
    bench.change(job, run_at=now())
    bench.run(kind)
    assert (bench.job(job).state, bench.job(job).error) == ("failed", "wrong")
    assert bench.written() == []


def test_old_jobs_are_forgotten_and_others_kept(bench: Bench) -> None:
    kind = counting(1)
    old, new = bench.enqueue(kind), bench.enqueue(kind)
    bench.run(kind)
    bench.run(kind)
    bench.change(old, finished_at=now() - timedelta(days=15))
    with bench.db.write() as tx:
        assert service.forget_old(tx, 14) == [old]
    assert bench.job(new).state == "completed"
