"""What is checked before a database is opened: whose it is, whether it can be written, whether another server has it."""

import fcntl
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from labelwright.settings import SettingError, Settings


def usable_data_dir(settings: Settings) -> None:
    """The data directory, made when missing; refuses one that cannot be written."""
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(f"The data directory {settings.data_dir} cannot be made: {error.strerror}.") from None
    try:
        with tempfile.TemporaryFile(dir=settings.data_dir):
            pass
    except OSError as error:
        raise SettingError(f"The data directory {settings.data_dir} cannot be written: {error.strerror}.") from None


def only_server(settings: Settings) -> IO[str] | None:
    """The lock of the SQLite file, held until closed; a second server on the same file is refused. None on PostgreSQL."""
    if not settings.database_url.startswith("sqlite"):
        return None
    path = Path(f"{settings.sqlite_path}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        holder = file.read().strip() or "another process"
        file.close()
        raise SettingError(
            f"{settings.sqlite_path} is in use by another Labelwright server ({holder}). Stop that one, or use PostgreSQL for several servers."
        ) from None
    file.truncate(0)
    file.write(f"process {os.getpid()}")
    file.flush()
    return file


def listening(settings: Settings) -> socket.socket:
    """A socket bound to the configured address."""
    family = socket.AF_INET6 if ":" in settings.internal_host else socket.AF_INET
    bound = socket.socket(family)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.internal_host, settings.port))
    except OSError as error:
        bound.close()
        raise SettingError(
            f"Port {settings.port} of {settings.internal_host} cannot be used: {error.strerror}. Choose another with --port."
        ) from None
    return bound


@contextmanager
def offline(settings: Settings) -> Iterator[None]:
    """Holds the SQLite file as a server would, for commands that must not run beside one."""
    lock = only_server(settings)
    try:
        yield
    finally:
        if lock:
            lock.close()
