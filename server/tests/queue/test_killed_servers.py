"""Twenty people label while servers live, and while they are killed: nothing that was acknowledged is lost, nothing is there twice.

`LABELWRIGHT_TEST_KILLS=20` runs it as often as a release wants it; the default keeps the everyday run short.
"""

import os
import threading
import uuid
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from harness.fixtures import StartServer
from harness.live import Account, Client, live_server
from harness.process import ServerProcess

CONFIG = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""
RESULT = [{"id": "r1", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]
KILLS = int(os.environ.get("LABELWRIGHT_TEST_KILLS", "4"))
PEOPLE = 20
OVERLAP = 2
# Acknowledged between two kills: everybody is busy, some with their first, some with their third task.
BETWEEN_KILLS = 2 * PEOPLE
PATIENCE = 120.0


@dataclass
class Record:
    """What people know: what the server said it has."""

    annotations: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Task and person by the `unique_id` that was acknowledged."""
    drafts: set[tuple[int, int]] = field(default_factory=set)
    """Person and draft."""
    grew: threading.Condition = field(default_factory=threading.Condition)

    def acknowledge(self, unique_id: str, task: int, person: int) -> None:
        with self.grew:
            self.annotations[unique_id] = (task, person)
            self.grew.notify_all()

    def wait_for(self, count: int) -> None:
        with self.grew:
            assert self.grew.wait_for(lambda: len(self.annotations) >= count, PATIENCE), "nobody gets on any more"


class Person(threading.Thread):
    """Labels until nothing is left. Whenever a server does not answer, the next one is asked the same again."""

    def __init__(self, account: Account, servers: list[str], project: int, parked: int, record: Record) -> None:
        super().__init__(name=account.email)
        self.account, self.project, self.parked, self.record = account, project, parked, record
        self.error: BaseException | None = None
        self._servers, self._turn = servers, account.id
        self._pause = threading.Event()

    def run(self) -> None:
        try:
            with ExitStack() as stack:
                headers = {"Authorization": f"Token {self.account.token}"}
                self._clients = [stack.enter_context(Client(url, headers=headers)) for url in self._servers]
                while (task := self._next()) is not None:
                    self._label(task)
        except BaseException as error:
            self.error = error

    def _next(self) -> int | None:
        answer = self._insist("GET", f"/api/projects/{self.project}/next/")
        if answer.status_code == 404:
            return None
        assert answer.status_code == 200, answer.text
        task: int = answer.json()["id"]
        return task

    def _label(self, task: int) -> None:
        unique_id = str(uuid.uuid4())
        body = {"result": RESULT, "unique_id": unique_id}
        answer = self._insist("POST", f"/api/tasks/{task}/annotations/", json=body)
        assert answer.status_code == 201, answer.text
        self.record.acknowledge(unique_id, task, self.account.id)
        # Work that is not finished counts too. A lost answer may have left a draft nobody knows of: that is no loss.
        draft = {"result": RESULT, "lead_time": 1.0}
        kept = self._insist("POST", f"/api/tasks/{self.parked}/drafts", json=draft)
        assert kept.status_code == 201, kept.text
        self.record.drafts.add((self.account.id, kept.json()["id"]))

    def _insist(self, method: str, path: str, **options: Any) -> httpx.Response:
        while True:
            try:
                return self._clients[self._turn % len(self._clients)].request(method, path, **options)
            except httpx.TransportError:
                self._turn += 1
                self._pause.wait(0.02)


@dataclass
class Work:
    """Twenty accounts and two projects, made before the servers that will be killed are started."""

    accounts: list[Account]
    project: int
    parked: int
    tasks: list[int]
    record: Record = field(default_factory=Record)

    def begin(self, servers: list[ServerProcess]) -> list[Person]:
        urls = [server.url for server in servers]
        people = [Person(each, urls, self.project, self.parked, self.record) for each in self.accounts]
        for person in people:
            person.start()
        return people

    def end(self, people: list[Person]) -> None:
        for person in people:
            person.join(PATIENCE)
            assert not person.is_alive(), "somebody never came to an end"
            if person.error:
                raise person.error

    def check(self, server: ServerProcess) -> None:
        with as_person(server, self.accounts[0]) as owner:
            self._check_annotations(owner)
        kept: set[tuple[int, int]] = set()
        for account in self.accounts:
            with as_person(server, account) as person:
                drafts = person.call("GET", f"/api/tasks/{self.parked}/drafts")
                kept |= {(account.id, draft["id"]) for draft in drafts}
        assert self.record.drafts <= kept, "an acknowledged draft is lost"

    def _check_annotations(self, owner: Client) -> None:
        exported = owner.call("GET", f"/api/projects/{self.project}/export", params={"download_all_tasks": "true"})
        stored = [
            (annotation["unique_id"], task["id"], annotation["completed_by"])
            for task in exported
            for annotation in task["annotations"]
        ]
        by_id = {unique_id: (task, person) for unique_id, task, person in stored}
        assert len(by_id) == len(stored), "an annotation is there twice"
        assert by_id == self.record.annotations, "what is stored is not what was acknowledged"
        assert Counter(task for _, task, _ in stored) == dict.fromkeys(self.tasks, OVERLAP)
        assert max(Counter((task, person) for _, task, person in stored).values()) == 1
        shown = owner.call("GET", f"/api/projects/{self.project}/")
        assert shown["finished_task_number"] == shown["num_tasks_with_annotations"] == len(self.tasks)
        assert shown["total_annotations_number"] == OVERLAP * len(self.tasks)


@pytest.fixture
def work(database: str, tmp_path: Path) -> Work:
    # What is left after the last kill is labelled in peace.
    count = (KILLS + 1) * BETWEEN_KILLS // OVERLAP
    with live_server(database, tmp_path / "data") as server:
        account = server.organization()
        owner = server.by_token(account)
        options = {"maximum_annotations": OVERLAP, "sampling": "Uniform sampling"}
        project = owner.project(CONFIG, **options)["id"]
        tasks = owner.import_tasks(project, [{"text": f"Text {number}"} for number in range(count)])
        parked = owner.import_tasks(owner.project(CONFIG)["id"], [{"text": "Later"}])[0]
        accounts = [account, *(server.member(account) for _ in range(PEOPLE - 1))]
    return Work(accounts, project, parked, tasks)


def flags(database: str, tmp_path: Path) -> tuple[str, ...]:
    return ("--database", database, "--data-dir", str(tmp_path / "data"))


def as_person(server: ServerProcess, account: Account) -> Client:
    return Client(server.url, headers={"Authorization": f"Token {account.token}"})


def test_a_killed_server_loses_nothing_and_doubles_nothing(
    work: Work, database: str, start_server: StartServer, tmp_path: Path
) -> None:
    server = start_server(*flags(database, tmp_path))
    people = work.begin([server])
    for kill in range(1, KILLS + 1):
        work.record.wait_for(kill * BETWEEN_KILLS)
        server.kill()
        server.start()
    work.end(people)
    work.check(server)


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_two_servers_on_one_database_share_the_work(
    work: Work, database: str, start_server: StartServer, tmp_path: Path
) -> None:
    servers = [start_server(*flags(database, tmp_path), directory=tmp_path / name) for name in ("first", "second")]
    work.end(work.begin(servers))
    for server in servers:
        work.check(server)


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_of_two_servers_on_one_database_each_may_die(
    work: Work, database: str, start_server: StartServer, tmp_path: Path
) -> None:
    servers = [start_server(*flags(database, tmp_path), directory=tmp_path / name) for name in ("first", "second")]
    people = work.begin(servers)
    for kill in range(1, KILLS + 1):
        work.record.wait_for(kill * BETWEEN_KILLS)
        dying = servers[kill % 2]
        dying.kill()
        dying.start()
    work.end(people)
    work.check(servers[0])
