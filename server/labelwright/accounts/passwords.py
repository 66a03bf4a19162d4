"""Argon2 password hashes."""

from functools import lru_cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

SHORTEST, LONGEST = 8, 128

_hashes = PasswordHash((Argon2Hasher(),))


def hash_password(password: str) -> str:
    return _hashes.hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Takes as long for an unknown account as for a known one."""
    if not stored:
        _hashes.verify(password, _nobody())
        return False
    return _hashes.verify(password, stored)


@lru_cache(1)
def _nobody() -> str:
    return _hashes.hash("nobody")
