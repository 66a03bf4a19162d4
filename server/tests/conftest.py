"""Fixtures for every server test, and the life of the run's PostgreSQL server."""

import pytest

from harness import postgres
from harness.fixtures import (
    annotator,
    database,
    database_kind,
    owner,
    server,
    shared_directory,
    start_live,
    start_server,
    stranger,
    unmigrated_database,
    worker_id,
)

__all__ = [
    "annotator",
    "database",
    "database_kind",
    "owner",
    "server",
    "shared_directory",
    "start_live",
    "start_server",
    "stranger",
    "unmigrated_database",
    "worker_id",
]


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        postgres.prepare_run()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        postgres.end_run()
