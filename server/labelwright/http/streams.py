"""Sending what is made piece by piece: a generator that blocks runs in worker threads, one piece at a time."""

import threading
from collections.abc import AsyncGenerator, Generator

from labelwright.http.threads import POOL, in_thread


async def from_threads(pieces: Generator[bytes, None, None]) -> AsyncGenerator[bytes, None]:
    """The pieces; the generator is closed (its `finally` runs) also when the client goes away in the middle."""
    lock = threading.Lock()

    def step() -> bytes | None:
        with lock:
            return next(pieces, None)

    def close() -> None:
        with lock:
            pieces.close()

    try:
        while (piece := await in_thread(step)) is not None:
            yield piece
    finally:
        # Not awaited: after a disconnect this task is being cancelled. The lock makes it wait for a step that still runs.
        POOL.submit(close)


async def started(pieces: Generator[bytes, None, None]) -> AsyncGenerator[bytes, None]:
    """The same with its first piece made already, so that what goes wrong at the start is still a proper error answer."""
    stream = from_threads(pieces)
    first = await anext(stream, b"")

    async def all_of_it() -> AsyncGenerator[bytes, None]:
        try:
            yield first
            async for piece in stream:
                yield piece
        finally:
            await stream.aclose()

    return all_of_it()
