"""Attacks come in numbers: the limits on guessing, which have their own tests, stand aside in all others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.databases import Kind, fresh_database
from harness.live import LiveServer, live_server


@pytest.fixture(scope="module")
def server(
    database_kind: Kind, tmp_path_factory: pytest.TempPathFactory, shared_directory: Path
) -> Iterator[LiveServer]:
    directory = tmp_path_factory.mktemp("server")
    with (
        fresh_database(database_kind, directory, shared_directory) as database,
        live_server(database, directory / "data", login_attempts=100_000) as made,
    ):
        yield made
