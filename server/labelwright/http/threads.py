"""The pool that runs handlers and everything else that blocks.

All its threads share one interpreter: the more of them work at once, the longer each takes, and the more unevenly. So only a few begin at a time, first
come, first served. Who turns out to take long makes room for the next one and goes on beside it.
"""

import asyncio
import functools
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from litestar.handlers import HTTPRouteHandler
from litestar.utils import is_async_callable

P = ParamSpec("P")
R = TypeVar("R")

POOL = ThreadPoolExecutor(max_workers=32, thread_name_prefix="labelwright")

# The smaller, the more even; of those who wait for the disk or a database that is far away, enough must be under way.
_AT_ONCE = 4
_SHORT_SECONDS = 0.1

# Of each event loop.
_gates: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()

# The threads that work for a request right now.
_serving: set[int] = set()


def others_are_served() -> bool:
    """Whether any other thread works for a request."""
    return bool(_serving - {threading.get_ident()})


async def in_thread(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    loop = asyncio.get_running_loop()
    gate = _gates.setdefault(loop, asyncio.Semaphore(_AT_ONCE))
    await gate.acquire()
    with _inside(gate, loop):
        return await loop.run_in_executor(POOL, _serve, functools.partial(function, *args, **kwargs))


@contextmanager
def _inside(gate: asyncio.Semaphore, loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Takes a place behind the gate, for a short while at most."""
    is_inside = True

    def leave() -> None:
        nonlocal is_inside
        if is_inside:
            is_inside = False
            gate.release()

    late = loop.call_later(_SHORT_SECONDS, leave)
    try:
        yield
    finally:
        late.cancel()
        leave()


def _serve(work: Callable[[], R]) -> R:
    me = threading.get_ident()
    _serving.add(me)
    try:
        return work()
    finally:
        _serving.discard(me)


def run_in_pool(handler: HTTPRouteHandler) -> HTTPRouteHandler:
    """The handler, its plain function run in the pool. The framework does this too, but once more for every other handler of the same path, and then
    answers with a coroutine: it shall find an async function.
    """
    function = handler.fn
    if not is_async_callable(function) and handler.sync_to_thread:

        @functools.wraps(function)
        async def run(*args: Any, **kwargs: Any) -> Any:
            return await in_thread(function, *args, **kwargs)

        handler._fn = run
    return handler
