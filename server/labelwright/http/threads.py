"""The pool that runs handlers and everything else that blocks."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

POOL = ThreadPoolExecutor(max_workers=32, thread_name_prefix="labelwright")


async def in_thread(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return await asyncio.get_running_loop().run_in_executor(POOL, lambda: function(*args, **kwargs))
