"""Counting failures so that guessing passwords and tokens takes too long to be worth it."""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Hashable, Iterable

from labelwright.errors import TooManyRequests

_REMEMBERED = 10_000


# Many people may sit behind one network address, so it may fail more often than one account.
SHARED = {"address": 5, "token": 5}

Key = tuple[str, Hashable]


class Attempts:
    """At most `limit` failures of one key (its kind and value) within `window` seconds; of kinds in `SHARED` so many times more.

    Held in this process: several servers each count for themselves.
    """

    def __init__(self, limit: int, window: float = 300) -> None:
        self._limit, self._window = limit, window
        self._failures: OrderedDict[Key, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, *keys: Key) -> None:
        """Raises TooManyRequests when any of the keys has used up its failures."""
        with self._lock:
            self._check(keys, time.monotonic())

    def failed(self, *keys: Key) -> None:
        with self._lock:
            self._count(keys, time.monotonic())

    def begin(self, *keys: Key) -> None:
        """`check` and `failed` in one step, before the outcome is known: of a hundred guesses at once only `limit` are looked at.

        `forgive` takes it back.
        """
        with self._lock:
            at = time.monotonic()
            self._check(keys, at)
            self._count(keys, at)

    def forgive(self, *keys: Key) -> None:
        with self._lock:
            for key in keys:
                if times := self._failures.get(key):
                    times.pop()

    def succeeded(self, *keys: Key) -> None:
        with self._lock:
            for key in keys:
                self._failures.pop(key, None)

    def _check(self, keys: Iterable[Key], at: float) -> None:
        for key in keys:
            times = self._failures.get(key)
            while times and times[0] <= at - self._window:
                times.popleft()
            if times and len(times) >= self._allowed(key):
                raise TooManyRequests(int(times[0] + self._window - at) + 1)

    def _count(self, keys: Iterable[Key], at: float) -> None:
        for key in keys:
            self._failures.setdefault(key, deque(maxlen=self._allowed(key))).append(at)
            self._failures.move_to_end(key)
        while len(self._failures) > _REMEMBERED:
            self._failures.popitem(last=False)

    def _allowed(self, key: Key) -> int:
        return self._limit * SHARED.get(key[0], 1)
