"""The application behind a real socket, in this process: tests speak HTTP to it and may look into its database."""

import socket
import ssl
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Self

import httpx
import uvicorn

from labelwright.access import Role
from labelwright.accounts import passwords
from labelwright.accounts import service as accounts
from labelwright.app import build_app, open_database
from labelwright.db import Database
from labelwright.keyring import Keyring, keyring
from labelwright.organizations import service as organizations
from labelwright.settings import Settings

PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Account:
    id: int
    email: str
    organization: int
    token: str
    password: str = PASSWORD


# Tests speak plain HTTP; reading the certificates of the world for each client would take longer than most of its requests.
_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Client(httpx.Client):
    """A client of one account. `call` is for the requests that a test takes for granted: it fails on any error answer."""

    def __init__(self, url: str, account: Account | None = None, **options: Any) -> None:
        super().__init__(base_url=url, timeout=30, trust_env=False, verify=_TLS, **options)
        self.account = account

    def call(self, method: str, path: str, **options: Any) -> Any:
        answer = self.request(method, path, **options)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text[:2000]}"
        return answer.json() if answer.content else None

    def project(self, label_config: str | None = None, **fields: Any) -> dict[str, Any]:
        """A new project's JSON."""
        body = {"title": "A project", **fields}
        if label_config is not None:
            body["label_config"] = label_config
        made: dict[str, Any] = self.call("POST", "/api/projects/", json=body)
        return made

    def import_tasks(self, project: int, tasks: list[Any]) -> list[int]:
        """Ids of the imported tasks, in order."""
        path = f"/api/projects/{project}/import"
        ids: list[int] = self.call("POST", path, params={"return_task_ids": "true"}, json=tasks)["task_ids"]
        return ids

    def log_in(self, email: str, password: str) -> Self:
        """As a browser does: the form's token first, then the form; the CSRF token goes with every later request."""
        self.get("/user/login/")
        form = {"email": email, "password": password, "csrfmiddlewaretoken": self.cookies["csrftoken"]}
        answer = self.post("/user/login/", data=form)
        assert answer.status_code == 302, f"log-in of {email}: {answer.status_code} {answer.text[:500]}"
        self.headers["X-CSRFToken"] = self.cookies["csrftoken"]
        return self


@dataclass
class LiveServer:
    """Everything a test does to the running application from outside, and its insides for checking."""

    url: str
    settings: Settings
    db: Database
    keys: Keyring
    _open: ExitStack = field(default_factory=ExitStack)

    def anonymous(self, **options: Any) -> Client:
        return self._open.enter_context(Client(self.url, **options))

    def by_token(self, account: Account) -> Client:
        headers = {"Authorization": f"Token {account.token}"}
        return self._open.enter_context(Client(self.url, account, headers=headers))

    def by_session(self, account: Account) -> Client:
        client = self._open.enter_context(Client(self.url, account))
        return client.log_in(account.email, account.password)

    def organization(self, title: str = "An organization") -> Account:
        """The owner of a new organisation: nothing is shared with any other test."""
        with self.db.write() as tx:
            user = self._account(tx)
            made = organizations.create(tx, user, title, legacy_tokens=True)
            return self._describe(tx, user, made)

    def member(self, of: Account, role: Role = Role.ANNOTATOR) -> Account:
        """A new account in the same organisation."""
        with self.db.write() as tx:
            user = self._account(tx)
            organizations.join(tx, of.organization, user, role)
            return self._describe(tx, user, of.organization)

    def _account(self, tx: Any) -> int:
        email = f"user-{uuid.uuid4().hex[:12]}@example.org"
        return accounts.create(tx, self.keys, email, password_hash=_password_hash())

    def _describe(self, tx: Any, user: int, organization: int) -> Account:
        token = accounts.token(tx, self.keys, user)
        return Account(user, accounts.get(tx, user).email, organization, token)

    def close(self) -> None:
        self._open.close()


@cache
def _password_hash() -> str:
    return passwords.hash_password(PASSWORD)


@contextmanager
def live_server(database: str, data_dir: Path, **settings: Any) -> Iterator[LiveServer]:
    """Serve the application on a free port until the block ends. `settings` are fields of `Settings`."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        url = f"http://127.0.0.1:{port}"
        made = Settings(data_dir=data_dir, database=database, port=port, **{"host": url, **settings})
        db = open_database(made)
        config = uvicorn.Config(build_app(made, db), log_level="warning", lifespan="on", access_log=False)
        with _in_thread(uvicorn.Server(config), listening):
            server = LiveServer(url, made, db, keyring(made))
            try:
                yield server
            finally:
                server.close()


@contextmanager
def _in_thread(server: uvicorn.Server, listening: socket.socket) -> Iterator[None]:
    thread = threading.Thread(target=server.run, args=([listening],), name="live server")
    thread.start()
    try:
        _wait_until(lambda: server.started or not thread.is_alive())
        assert server.started, "the application did not start; its log is above"
        yield
    finally:
        server.should_exit = True
        thread.join(20)
        assert not thread.is_alive(), "the application did not stop"


def _wait_until(ready: Callable[[], bool]) -> None:
    pause = threading.Event()
    while not ready():
        pause.wait(0.01)
