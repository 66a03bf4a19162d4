"""Work for requests: a few at a time, in turn, and nobody waits for one that takes long."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any

import pytest

from labelwright.http import threads
from labelwright.http.threads import in_thread


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 30))


def test_only_a_few_begin_at_once_and_in_the_order_in_which_they_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "_SHORT_SECONDS", 60.0)
    begun: list[int] = []
    may_end = threading.Semaphore(0)

    def work(number: int) -> None:
        begun.append(number)
        may_end.acquire()

    async def crowd() -> None:
        waiting = [asyncio.create_task(in_thread(work, number)) for number in range(12)]
        for ended in range(12 - threads._AT_ONCE + 1):
            while len(begun) < threads._AT_ONCE + ended:
                await asyncio.sleep(0.001)
            assert len(begun) == threads._AT_ONCE + ended
            may_end.release()
        for _ in waiting:
            may_end.release()
        await asyncio.gather(*waiting)

    run(crowd())
    # Threads of the pool that begin at the same moment do so in any order.
    assert sorted(begun[: threads._AT_ONCE]) == list(range(threads._AT_ONCE))
    assert begun[threads._AT_ONCE :] == list(range(threads._AT_ONCE, 12))


def test_those_who_take_long_hold_nobody_up() -> None:
    may_end = threading.Event()

    async def beside() -> None:
        long = [asyncio.create_task(in_thread(may_end.wait)) for _ in range(2 * threads._AT_ONCE)]
        assert await in_thread(lambda: "done") == "done"
        assert not any(task.done() for task in long)
        may_end.set()
        await asyncio.gather(*long)

    run(beside())


def test_failures_and_those_who_went_away_leave_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "_SHORT_SECONDS", 60.0)
    may_end = threading.Event()

    def fail() -> None:
        raise ValueError("no")

    async def crowd() -> None:
        for _ in range(3 * threads._AT_ONCE):
            with pytest.raises(ValueError, match="no"):
                await in_thread(fail)
        gone = [asyncio.create_task(in_thread(may_end.wait)) for _ in range(threads._AT_ONCE)]
        await asyncio.sleep(0.01)
        for task in gone:
            task.cancel()
        assert await in_thread(lambda: "done") == "done"
        may_end.set()

    run(crowd())
