"""Secrets and identifiers."""

import hashlib
import secrets


def secret(length: int = 40) -> str:
    """A random hex token of `length` characters."""
    return secrets.token_hex((length + 1) // 2)[:length]


def digest(token: str) -> str:
    """What the database keeps of a secret that only has to be recognised (SHA-256, hex)."""
    return hashlib.sha256(token.encode()).hexdigest()
