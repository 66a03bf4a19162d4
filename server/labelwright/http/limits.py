"""Counting failures so that guessing passwords and tokens takes too long to be worth it."""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Hashable

from labelwright.errors import TooManyRequests

_REMEMBERED = 10_000


class Attempts:
    """At most `limit` failures of one key within `window` seconds. Held in this process: several servers each count for themselves."""

    def __init__(self, limit: int, window: float = 300) -> None:
        self._limit, self._window = limit, window
        self._failures: OrderedDict[Hashable, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, *keys: Hashable) -> None:
        """Raises TooManyRequests when any of the keys has used up its failures."""
        at = time.monotonic()
        with self._lock:
            for key in keys:
                times = self._failures.get(key)
                while times and times[0] <= at - self._window:
                    times.popleft()
                if times and len(times) >= self._limit:
                    raise TooManyRequests(int(times[0] + self._window - at) + 1)

    def failed(self, *keys: Hashable) -> None:
        at = time.monotonic()
        with self._lock:
            for key in keys:
                self._failures.setdefault(key, deque(maxlen=self._limit)).append(at)
                self._failures.move_to_end(key)
            while len(self._failures) > _REMEMBERED:
                self._failures.popitem(last=False)

    def succeeded(self, *keys: Hashable) -> None:
        with self._lock:
            for key in keys:
                self._failures.pop(key, None)
