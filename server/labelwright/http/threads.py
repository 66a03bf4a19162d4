"""The pool that runs handlers and everything else that blocks."""

import asyncio
import functools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

from litestar.handlers import HTTPRouteHandler
from litestar.utils import is_async_callable

P = ParamSpec("P")
R = TypeVar("R")

POOL = ThreadPoolExecutor(max_workers=32, thread_name_prefix="labelwright")


# The threads that work for a request right now.
_serving: set[int] = set()


def others_are_served() -> bool:
    """Whether any other thread works for a request."""
    return bool(_serving - {threading.get_ident()})


async def in_thread(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return await asyncio.get_running_loop().run_in_executor(POOL, _serve, functools.partial(function, *args, **kwargs))


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
