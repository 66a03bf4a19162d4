"""Browser tests: real pages of a real server, on SQLite and PostgreSQL where the database matters."""

from collections.abc import Generator, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from harness import postgres
from harness.databases import empty_database
from harness.fixtures import database_kind, shared_directory, start_server, worker_id
from harness.live import Client
from harness.process import ROOT, ServerProcess
from people.account import FLAGS, TOKEN, Cookies, let_in, session
from people.browser import PATIENCE, launch_options
from people.person import NewPerson, Person, arrive
from people.profiles import Profiles

EDITOR = ROOT / "web" / "packages" / "editor"

__all__ = ["database_kind", "shared_directory", "start_server", "worker_id"]


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        postgres.prepare_run()


def pytest_sessionstart() -> None:
    if not (ROOT / "web" / "app" / "dist" / "index.html").is_file():
        raise pytest.UsageError("The web app is not built: run `make .make/web` (`make e2e` does).")


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        postgres.end_run()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    return Profiles(browser)


@pytest.fixture
def new_person(profiles: Profiles, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[NewPerson]:
    """Somebody with a browser of their own, at the server of this address. Their pages must behave until the end."""
    people = []

    def new(url: str) -> Person:
        people.append(arrive(profiles.take(), url))
        return people[-1]

    yield new
    misdeeds = [misdeed for person in people for misdeed in person.watch.misdeeds]
    for number, person in reversed(list(enumerate(people))):
        person.watch.end()
        if misdeeds or getattr(request.node, "failed", False):
            person.page.screenshot(path=tmp_path / f"person-{number}.png")
            person.page.context.close()
        else:
            profiles.give_back(person.page.context, person.watch.origin)
    assert not misdeeds, "\n".join(misdeeds)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.failed = report.failed  # type: ignore[attr-defined]
    return report


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def files() -> Iterator[str]:
    """Any file server: this one gives the folder with the built editor and the pages it is embedded in."""
    if not (EDITOR / "embed" / "dist" / "labelwright.js").is_file():
        raise pytest.UsageError("The embeddable editor is not built: run `make .make/embed` (`make e2e` does).")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=EDITOR)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server with one account, shared by the tests of a module: each makes its own project."""
    with ServerProcess(tmp_path_factory.mktemp("server"), *FLAGS).start() as process:
        yield process


@pytest.fixture
def empty_server(database_kind: str, tmp_path: Path) -> Iterator[ServerProcess]:
    """A server as it is after its very first start: nobody has an account."""
    with (
        empty_database(database_kind, tmp_path) as database,  # type: ignore[arg-type]
        ServerProcess(tmp_path / "server", "--database", database).start() as process,
    ):
        yield process


@pytest.fixture
def api(server: ServerProcess) -> Iterator[Client]:
    """The same account through the API, to prepare what a test starts from and to look at what it left."""
    with Client(server.url, headers={"Authorization": f"Token {TOKEN}"}) as client:
        yield client


@pytest.fixture(scope="module")
def owner_session(server: ServerProcess) -> Cookies:
    return session(server.url)


@pytest.fixture
def person(server: ServerProcess, owner_session: Cookies, new_person: NewPerson) -> Person:
    """The account's owner, logged in."""
    return let_in(new_person(server.url), owner_session)
