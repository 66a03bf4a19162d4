"""Webhooks are set up on a page, and a real server hears of what happens."""

import hashlib
import hmac
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from harness.listener import Listener
from harness.live import Client
from harness.process import ServerProcess
from people.account import FLAGS
from people.data import NER_CONFIG
from people.person import Person


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """One that may ask this machine."""
    env = {"SSRF_PROTECTION_ENABLED": "false", "WEBHOOK_TIMEOUT": "20"}
    with ServerProcess(tmp_path_factory.mktemp("server"), *FLAGS, env=env).start() as process:
        yield process


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


@pytest.fixture
def project(api: Client) -> int:
    number: int = api.project(NER_CONFIG, title="Letters")["id"]
    return number


def dialog(person: Person) -> Locator:
    return person.page.get_by_role("dialog")


def fill_in(person: Person, url: str) -> None:
    person.button("Add webhook").click()
    person.field("Address").fill(url)


def save(person: Person) -> None:
    person.button("Save").click()
    expect(dialog(person)).to_be_hidden()


def on_card(person: Person, url: str, name: str) -> Locator:
    return person.page.get_by_role("group", name=url).get_by_role("button", name=name, exact=True)


def test_an_address_is_told_what_happens_signed_and_with_its_headers(
    person: Person, api: Client, project: int, listener: Listener
) -> None:
    person.page.goto(f"{person.url}/projects/{project}/settings/webhooks")
    fill_in(person, listener.url)
    person.field("Secret").fill("hush")
    person.button("Add a header").click()
    person.field("Name of header 1").fill("X-Key")
    person.field("Value of header 1").fill("open")
    save(person)

    api.import_tasks(project, [{"text": "Dear Ada"}])
    assert [told["action"] for told in listener.wait(1)] == ["TASKS_CREATED"]
    [told] = listener.told
    assert told.headers["x-key"] == "open"
    digest = hmac.new(b"hush", told.content, hashlib.sha256).hexdigest()
    assert told.headers["x-labelwright-signature"] == f"sha256={digest}"


def test_a_test_that_fails_stands_in_the_log_and_is_sent_again(
    person: Person, project: int, listener: Listener
) -> None:
    listener.answers = [400]
    person.page.goto(f"{person.url}/projects/{project}/settings/webhooks")
    fill_in(person, listener.url)
    save(person)
    on_card(person, listener.url, "Send a test").click()
    row = dialog(person).get_by_role("row", name=re.compile("TEST"))
    expect(row.get_by_text("failed")).to_be_visible()
    expect(row.get_by_text(re.compile("^400"))).to_be_visible()

    row.get_by_role("button", name="Send again").click()
    expect(row.get_by_text("delivered")).to_be_visible()
    assert listener.wait(2) == [{"action": "TEST"}] * 2


def test_the_secret_and_a_header_can_be_taken_away(
    person: Person, api: Client, project: int, listener: Listener
) -> None:
    given = {"project": project, "url": listener.url, "secret": "hush", "headers": {"X-Key": "open", "X-Other": "2"}}
    hook = api.call("POST", "/api/webhooks/", json=given)["id"]
    person.page.goto(f"{person.url}/projects/{project}/settings/webhooks")
    on_card(person, listener.url, "Edit").click()
    person.button("Remove the secret").click()
    expect(dialog(person).get_by_text("Requests will no longer be signed.")).to_be_visible()
    person.button("Remove header 1").click()
    save(person)
    kept = api.call("GET", f"/api/webhooks/{hook}/")
    assert (kept["is_signed"], kept["headers"]) == (False, {"X-Other": "2"})


def test_what_is_refused_is_said_and_nothing_written_is_lost(person: Person, project: int) -> None:
    person.page.goto(f"{person.url}/projects/{project}/settings/webhooks")
    with person.watch.expect("status of 400"):
        fill_in(person, "https://example.org/hook")
        person.button("Add a header").click()
        person.field("Name of header 1").fill("no blanks please")
        person.button("Save").click()
        expect(dialog(person).get_by_role("alert")).to_be_visible()
    expect(person.field("Address")).to_have_value("https://example.org/hook")


def test_a_webhook_of_the_workspace_hears_of_new_projects_until_it_is_deleted(
    person: Person, api: Client, listener: Listener
) -> None:
    person.page.goto(f"{person.url}/organization/settings")
    person.page.get_by_role("link", name="Open webhooks").click()
    fill_in(person, listener.url)
    save(person)
    api.project(NER_CONFIG)
    assert [told["action"] for told in listener.wait(1)] == ["PROJECT_CREATED"]

    on_card(person, listener.url, "Delete").click()
    dialog(person).get_by_role("button", name="Delete", exact=True).click()
    expect(dialog(person)).to_be_hidden()
    expect(person.page.get_by_role("group", name=listener.url)).to_have_count(0)
    assert api.call("GET", "/api/webhooks/") == [
        hook for hook in api.call("GET", "/api/webhooks/") if hook["project"] is not None
    ]
