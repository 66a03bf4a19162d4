"""The installation's secret, and what is derived from it: signatures, encryption at rest, token keys."""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from labelwright.settings import SettingError, Settings, read_env_file

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

# Keys that stand in other products' sources and tutorials, in small letters: anybody could forge sessions with them.
_KNOWN = frozenset(
    {
        "secret",
        "changeme",
        "change-me",
        "secret_key",
        "your-secret-key",
        "$(fefwefwef13;lfk{p!)@#*!)kdsjfwf2l+i5e3t(8a1n",
        "your-secret-key-here",
        "this-is-not-a-secret",
    }
)
# What a framework's project generator writes before keys that are checked in.
_MARKED_UNSAFE = "django-insecure-"
_SHORTEST = 16


class Keyring:
    def __init__(self, secret: str) -> None:
        if len(secret) < _SHORTEST or secret.lower() in _KNOWN or secret.startswith(_MARKED_UNSAFE):
            raise SettingError(
                f"SECRET_KEY is too short or publicly known: give at least {_SHORTEST} random characters, or leave it out."
            )
        self._secret = secret.encode()

    def key(self, purpose: str) -> bytes:
        """32 bytes for one purpose, so that no use of the secret can stand in for another."""
        return hmac.new(self._secret, purpose.encode(), hashlib.sha256).digest()

    def sign(self, purpose: str, text: str) -> str:
        return (
            base64.urlsafe_b64encode(hmac.new(self.key(purpose), text.encode(), hashlib.sha256).digest())
            .decode()
            .rstrip("=")
        )

    def signed(self, purpose: str, text: str, signature: str) -> bool:
        return hmac.compare_digest(self.sign(purpose, text), signature)

    def encrypt(self, text: str) -> str:
        return self._fernet().encrypt(text.encode()).decode()

    def decrypt(self, text: str) -> str:
        return self._fernet().decrypt(text.encode()).decode()

    def decrypt_or_plain(self, text: str) -> str:
        """For what was stored in the clear before it was encrypted."""
        from cryptography.fernet import InvalidToken

        try:
            return self.decrypt(text)
        except InvalidToken:
            return text

    def _fernet(self) -> "Fernet":
        # Imported late: it costs a twentieth of the start-up.
        from cryptography.fernet import Fernet

        return Fernet(base64.urlsafe_b64encode(self.key("encrypt")))


def keyring(settings: Settings) -> Keyring:
    """The configured key, or the data directory's own, made on first use with mode 600."""
    if settings.secret_key:
        return Keyring(settings.secret_key)
    file = settings.data_dir / ".env"
    if file.is_file() and (stored := read_env_file(file).get("SECRET_KEY")):
        return Keyring(stored)
    made = secrets.token_urlsafe(48)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    _append_private(file, f"SECRET_KEY={made}\n")
    return Keyring(made)


def _append_private(file: Path, line: str) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as out:
        os.fchmod(out.fileno(), 0o600)
        out.write(line)
