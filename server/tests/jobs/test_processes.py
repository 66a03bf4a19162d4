"""Large imports while processes die, stop and start: nothing is doubled, nothing is lost, nothing half is seen."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from harness.fixtures import StartServer
from harness.live import Client, LiveServer
from harness.process import ServerProcess, clean_environment

CONFIG = '<View><Text name="t" value="$text"/></View>'
TASKS = 60_000
PATIENCE = 90.0
ClientOf = Callable[[ServerProcess], Client]
TOKEN = "0123456789abcdef0123456789abcdef01234567"
ACCOUNT = ("--username", "o@example.org", "--password", "correct horse", "--user-token", TOKEN)


class Worker:
    """`labelwright worker` in a process of its own."""

    def __init__(self, directory: Path, server: LiveServer, name: str) -> None:
        self._log = (directory / f"{name}.log").open("ab")
        command = [sys.executable, "-c", "from labelwright.cli.main import run; run()", "worker"]
        flags = ["--database", server.settings.database or "", "--data-dir", str(server.settings.data_dir)]
        env = clean_environment(directory, {"LABELWRIGHT_JOB_LEASE": "2"})
        self._process = subprocess.Popen([*command, *flags], env=env, stdout=self._log, stderr=self._log)

    def send(self, number: signal.Signals) -> None:
        os.kill(self._process.pid, number)

    def wait(self) -> int:
        return self._process.wait(PATIENCE)

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._log.close()


@contextmanager
def workers(directory: Path, server: LiveServer, count: int) -> Iterator[list[Worker]]:
    with ExitStack() as stack:
        made = []
        for number in range(count):
            made.append(Worker(directory, server, f"worker-{number}"))
            stack.callback(made[-1].end)
        yield made


def until(client: Client, job: int, ready: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The job as soon as it is as wanted."""
    deadline = time.monotonic() + PATIENCE
    found: dict[str, Any] = {}
    while time.monotonic() < deadline:
        found = client.call("GET", f"/api/jobs/{job}")
        if ready(found):
            return found
        assert found["finished_at"] is None, f"it ended too early: {found}"
        time.sleep(0.01)
    raise AssertionError(f"the job stayed {found}")


def in_the_middle(job: dict[str, Any]) -> bool:
    return job["phase"] == "writing" and 0 < job["done"] < TASKS


def has_ended(job: dict[str, Any]) -> bool:
    return job["finished_at"] is not None


def started(client: Client) -> tuple[int, int]:
    """A project, and a large import into it."""
    project = int(client.project(CONFIG)["id"])
    body = msgspec.json.encode([{"data": {"text": f"number {n}"}} for n in range(TASKS)])
    path, file = f"/api/projects/{project}/import", {"file": ("many.json", body)}
    ids = client.call("POST", path, params={"commit_to_project": "false"}, files=file)["file_upload_ids"]
    return project, client.call("POST", f"/api/projects/{project}/jobs/import", json={"file_upload_ids": ids})["id"]


def figures(client: Client, project: int) -> tuple[int, dict[str, int]]:
    columns = client.call("GET", f"/api/projects/{project}/summary/")["all_data_columns"]
    return client.call("GET", f"/api/projects/{project}/")["task_number"], columns


def check_everything_is_there_once(client: Client, project: int) -> None:
    assert figures(client, project) == (TASKS, {"text": TASKS})
    exported = client.get(f"/api/projects/{project}/export", params={"download_all_tasks": "true"}).content
    tasks = msgspec.json.decode(exported)
    assert [task["data"]["text"] for task in tasks] == [f"number {n}" for n in range(TASKS)]
    assert [task["inner_id"] for task in tasks] == list(range(1, TASKS + 1))


@pytest.fixture
def client_of() -> Iterator[Callable[[ServerProcess], Client]]:
    with ExitStack() as stack:

        def make(server: ServerProcess) -> Client:
            return stack.enter_context(Client(server.url, headers={"Authorization": f"Token {TOKEN}"}))

        yield make


@pytest.fixture
def postgres_server(start_live: Callable[..., LiveServer]) -> LiveServer:
    return start_live(jobs_in_server=False)


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM])
def test_other_workers_continue_when_one_goes(postgres_server: LiveServer, tmp_path: Path, how: signal.Signals) -> None:
    owner = postgres_server.by_token(postgres_server.organization())
    with workers(tmp_path, postgres_server, 1) as (first,):
        project, job = started(owner)
        until(owner, job, in_the_middle)
        first.send(how)
        assert owner.call("GET", f"/api/projects/{project}/")["task_number"] == 0
        with workers(tmp_path, postgres_server, 2):
            assert until(owner, job, has_ended)["state"] == "completed"
            check_everything_is_there_once(owner, project)
            if how is signal.SIGTERM:
                assert first.wait() == 0
            if how is signal.SIGSTOP:
                first.send(signal.SIGCONT)
                first.send(signal.SIGTERM)
                assert first.wait() == 0
        check_everything_is_there_once(owner, project)


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_what_was_cancelled_leaves_no_row_though_its_worker_died(postgres_server: LiveServer, tmp_path: Path) -> None:
    owner = postgres_server.by_token(postgres_server.organization())
    with workers(tmp_path, postgres_server, 1) as (first,):
        project, job = started(owner)
        until(owner, job, in_the_middle)
        first.send(signal.SIGKILL)
    assert owner.call("POST", f"/api/jobs/{job}/cancel")["state"] == "cancelling"
    with workers(tmp_path, postgres_server, 1):
        assert until(owner, job, has_ended)["state"] == "cancelled"
    with postgres_server.db.read() as tx:
        assert (
            tx.exec_driver_sql("SELECT (SELECT count(*) FROM tasks) + (SELECT count(*) FROM hidden_tasks)").scalar()
            == 0
        )
    assert figures(owner, project) == (0, {})


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_two_servers_share_the_jobs_of_one_database(
    database: str, start_server: StartServer, client_of: ClientOf, tmp_path: Path
) -> None:
    flags = ("--database", database, *ACCOUNT)
    env = {"LABELWRIGHT_JOB_LEASE": "2"}
    shared = tmp_path / "shared"
    first = start_server(*flags, "--data-dir", str(shared), env=env, directory=tmp_path / "first")
    second = start_server(*flags, "--data-dir", str(shared), env=env, directory=tmp_path / "second")
    one, other = client_of(first), client_of(second)
    begun = [started(one) for _ in range(3)]
    until(other, begun[0][1], in_the_middle)
    first.kill()
    for project, job in begun:
        assert until(other, job, has_ended)["state"] == "completed"
        check_everything_is_there_once(other, project)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_a_server_on_sqlite_continues_after_it_was_killed(
    database: str, start_server: StartServer, client_of: ClientOf
) -> None:
    flags = ("--database", database, *ACCOUNT)
    server = start_server(*flags, env={"LABELWRIGHT_JOB_LEASE": "2"})
    project, job = started(client_of(server))
    until(client_of(server), job, in_the_middle)
    server.kill()
    server.start()
    owner = client_of(server)
    assert owner.call("GET", f"/api/projects/{project}/")["task_number"] == 0
    assert until(owner, job, has_ended)["state"] == "completed"
    check_everything_is_there_once(owner, project)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_a_server_that_is_stopped_ends_soon_and_continues_later(
    database: str, start_server: StartServer, client_of: ClientOf
) -> None:
    flags = ("--database", database, *ACCOUNT)
    server = start_server(*flags)
    project, job = started(client_of(server))
    until(client_of(server), job, in_the_middle)
    server.stop()
    assert "Traceback" not in server.log
    owner = client_of(server.start())
    assert until(owner, job, has_ended)["state"] == "completed"
    check_everything_is_there_once(owner, project)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_cancelling_in_the_middle_leaves_no_row(start_live: Callable[..., LiveServer]) -> None:
    server = start_live()
    owner = server.by_token(server.organization())
    project, job = started(owner)
    until(owner, job, in_the_middle)
    owner.call("POST", f"/api/jobs/{job}/cancel")
    assert until(owner, job, has_ended)["state"] == "cancelled"
    with server.db.read() as tx:
        assert (
            tx.exec_driver_sql("SELECT (SELECT count(*) FROM tasks) + (SELECT count(*) FROM hidden_tasks)").scalar()
            == 0
        )
    assert figures(owner, project) == (0, {})
