"""The server under measurement: this checkout, started as people start it, with one account."""

import argparse
import compileall
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.client import Connection
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
