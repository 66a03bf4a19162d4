"""The fixtures; a conftest.py imports those it offers.

Everything that touches a database runs on SQLite and on PostgreSQL: ask for `database` (or something that stands on
it) and the test runs twice. A test about one of them says `@pytest.mark.parametrize("database_kind", ["sqlite"],
indirect=True)`.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from harness.databases import KINDS, Kind, empty_database, fresh_database
from harness.live import Account, Client, LiveServer, live_server
from harness.process import ServerProcess

StartServer = Callable[..., ServerProcess]


@pytest.fixture(scope="session")
def shared_directory(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A directory that all workers of the run see."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """`gw0`, `gw1` … under pytest-xdist, `master` without it."""
    worker_input = getattr(request.config, "workerinput", {"workerid": "master"})
    return str(worker_input["workerid"])


@pytest.fixture(scope="module", params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> Kind:
    kind: Kind = request.param
    return kind


@pytest.fixture
def database(database_kind: Kind, tmp_path: Path, shared_directory: Path) -> Iterator[str]:
    """A fresh database with the current schema, as `--database` takes it."""
    with fresh_database(database_kind, tmp_path, shared_directory) as made:
        yield made


@pytest.fixture
def unmigrated_database(database_kind: Kind, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    with empty_database(database_kind, tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def server(
    database_kind: Kind, tmp_path_factory: pytest.TempPathFactory, shared_directory: Path
) -> Iterator[LiveServer]:
    """The application on a fresh database, shared by the tests of a module: start with an `organization()`."""
    directory = tmp_path_factory.mktemp("server")
    with (
        fresh_database(database_kind, directory, shared_directory) as database,
        live_server(database, directory / "data") as made,
    ):
        yield made


@pytest.fixture
def owner(server: LiveServer) -> Client:
    """The owner of an organisation that nobody else has, by token."""
    return server.by_token(server.organization())


@pytest.fixture
def annotator(server: LiveServer, owner: Client) -> Client:
    """A plain member of the owner's organisation, by token."""
    return server.by_token(server.member(_account(owner)))


@pytest.fixture
def stranger(server: LiveServer) -> Client:
    """The owner of another organisation, by token."""
    return server.by_token(server.organization("Another organization"))


@pytest.fixture
def start_live(database_kind: Kind, tmp_path: Path, shared_directory: Path) -> Iterator[Callable[..., LiveServer]]:
    """Start the application with settings of the test's own: `start_live(login_attempts=2)`."""
    with ExitStack() as stack:

        def start(**settings: Any) -> LiveServer:
            database = stack.enter_context(fresh_database(database_kind, tmp_path, shared_directory))
            return stack.enter_context(live_server(database, tmp_path / "data", **settings))

        yield start


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[StartServer]:
    """Start `labelwright start` in a process of its own: `start_server("--username", …, env={…})`."""
    with ExitStack() as stack:

        def start(*flags: str, **options: Any) -> ServerProcess:
            options.setdefault("directory", tmp_path / "server")
            process = ServerProcess(options.pop("directory"), *flags, **options)
            return stack.enter_context(process).start()

        yield start


def _account(client: Client) -> Account:
    assert client.account
    return client.account
