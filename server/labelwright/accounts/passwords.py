"""Argon2 password hashes."""

import threading
from functools import lru_cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

SHORTEST, LONGEST = 8, 128

_hashes = PasswordHash((Argon2Hasher(),))
# Each takes 64 MB: a crowd at the log-in page waits here in place of filling the memory.
_few_at_once = threading.BoundedSemaphore(4)


def hash_password(password: str) -> str:
    with _few_at_once:
        return _hashes.hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Takes as long for an unknown account as for a known one."""
    with _few_at_once:
        if not stored:
            _hashes.verify(password, _nobody())
            return False
        return _hashes.verify(password, stored)


@lru_cache(1)
def _nobody() -> str:
    return _hashes.hash("nobody")
