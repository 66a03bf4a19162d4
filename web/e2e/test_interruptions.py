"""What is labelled is never lost: a session that ended, a server that is away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from harness.live import Client
from harness.process import ServerProcess
from people.account import EMAIL, FLAGS, PASSWORD, TOKEN
from people.data import NER_CONFIG, letter
from people.person import NewPerson, Person


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[ServerProcess]:
    """One that a test may stop."""
    with ServerProcess(tmp_path / "own", *FLAGS).start() as process:
        yield process


@pytest.fixture
def ada(own_server: ServerProcess, new_person: NewPerson) -> Person:
    return new_person(own_server.url).log_in(EMAIL, PASSWORD)


@pytest.fixture
def project(own_server: ServerProcess) -> int:
    with client(own_server) as api:
        number: int = api.project(NER_CONFIG, title="Letters")["id"]
        api.import_tasks(number, [{"text": letter(1)}, {"text": letter(2)}])
        return number


def client(server: ServerProcess) -> Client:
    return Client(server.url, headers={"Authorization": f"Token {TOKEN}"})


def stored(server: ServerProcess, project: int) -> list[str]:
    """The words labelled in the project's submitted annotations."""
    with client(server) as api:
        tasks = api.call("GET", "/api/tasks/", params={"project": project, "fields": "all"})["tasks"]
    annotations = [annotation for task in tasks for annotation in task["annotations"]]
    return [region["value"]["text"] for annotation in annotations for region in annotation["result"]]


def test_a_server_that_stops_while_labelling_gets_everything_when_it_is_back(
    ada: Person, own_server: ServerProcess, project: int
) -> None:
    ada.start_labelling(project)
    expect(ada.surface("letter")).to_contain_text(letter(1))
    own_server.kill()

    with ada.watch.expect("ERR_CONNECTION_REFUSED|Failed to (load|fetch)"):
        ada.label("Person").click()
        ada.drag_over_text("letter", "Ada Lovelace")
        expect(ada.regions()).to_have_count(1)
        expect(ada.page.get_by_role("status").filter(has_text="Not connected").first).to_be_visible()
        ada.button("Submit").click()

        own_server.start()
        ada.wait_until_connected()
    expect(ada.surface("letter")).to_contain_text(letter(2))
    assert stored(own_server, project) == ["Ada Lovelace"]


def test_a_session_that_ended_while_labelling_loses_nothing(
    ada: Person, own_server: ServerProcess, project: int
) -> None:
    ada.start_labelling(project)
    expect(ada.surface("letter")).to_contain_text(letter(1))
    ada.page.context.clear_cookies(name="sessionid")

    with ada.watch.expect("401"):
        ada.label("Person").click()
        ada.drag_over_text("letter", "Charles Babbage")
        ada.button("Submit").click()
        expect(ada.field("Password")).to_be_visible()
        ada.fill_credentials(EMAIL, PASSWORD)
        ada.button("Log in").click()
        expect(ada.field("Password")).to_be_hidden()
    # What was refused is sent once more by itself.
    expect(ada.surface("letter")).to_contain_text(letter(2))
    assert stored(own_server, project) == ["Charles Babbage"]


def test_who_leaves_in_the_middle_of_it_has_one_draft(ada: Person, own_server: ServerProcess, project: int) -> None:
    ada.start_labelling(project)
    ada.label("Place").click()
    ada.drag_over_text("letter", "London")
    expect(ada.regions()).to_have_count(1)
    # The browser asks whether to leave; the answer is yes.
    ada.page.goto(f"{own_server.url}/projects")
    ada.start_labelling(project)
    expect(ada.regions()).to_have_count(1)
    expect(ada.regions()).to_contain_text("London")
    with client(own_server) as api:
        task = api.call("GET", f"/api/projects/{project}/next/")
    assert [region["value"]["text"] for draft in task["drafts"] for region in draft["result"]] == ["London"]


def test_a_draft_survives_a_restart_of_the_server(ada: Person, own_server: ServerProcess, project: int) -> None:
    ada.start_labelling(project)
    ada.label("Place").click()
    ada.drag_over_text("letter", "London")
    ada.wait_for_draft()
    # The page asks every few seconds whether the server is there; a refusal may be told late.
    with ada.watch.expect("ERR_CONNECTION_REFUSED"):
        own_server.stop()
        own_server.start()
        ada.page.reload()
        expect(ada.regions()).to_have_count(1)
        expect(ada.regions()).to_contain_text("London")
