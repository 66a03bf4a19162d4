"""The server under measurement: this checkout, started as people start it, with one account."""

import argparse
import compileall
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.client import Connection
from harness.postgres import PostgresServer, new_directory
from harness.process import ROOT, ServerProcess

EMAIL, PASSWORD, TOKEN = "bench@example.org", "correct horse battery", "0123456789abcdef0123456789abcdef01234567"
ACCOUNT = ("--username", EMAIL, "--password", PASSWORD, "--user-token", TOKEN)


def server(options: argparse.Namespace, directory: Path, env: Mapping[str, str] | None = None) -> ServerProcess:
    """Not started yet."""
    compileall.compile_dir(ROOT / "server" / "labelwright", quiet=2)
    database = ("--database", options.database) if options.database else ()
    settings = {"LABELWRIGHT_DISABLE_SIGNUP_WITHOUT_LINK": "true", **(env or {})}
    return ServerProcess(directory, *ACCOUNT, *database, env=settings)


@contextmanager
def running(
    options: argparse.Namespace, directory: Path, env: Mapping[str, str] | None = None
) -> Iterator[tuple[ServerProcess, Connection]]:
    with server(options, directory, env).start() as process:
        yield process, Connection(process.port, TOKEN)


def backend(options: argparse.Namespace) -> str:
    return "PostgreSQL" if options.database else "SQLite"


@contextmanager
def postgresql() -> Iterator[PostgresServer]:
    """A server of its own that keeps what it is told to, unlike the one of the tests."""
    made = PostgresServer(new_directory())
    made.start(("shared_buffers=256MB", "max_connections=200"))
    try:
        yield made
    finally:
        made.stop()
        shutil.rmtree(made.directory, ignore_errors=True)
