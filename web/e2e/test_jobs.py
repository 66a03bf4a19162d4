"""Long work: it does not keep anybody on a page, and where it was begun it shows how it is going."""

import json

import pytest
from playwright.sync_api import expect

from harness.fixtures import StartServer
from harness.live import Client
from people.account import EMAIL, FLAGS, PASSWORD
from people.data import NER_CONFIG
from people.jobs import MANY, begin_import, file, letters, strip
from people.person import NewPerson, Person
from test_accessibility import assert_accessible


@pytest.fixture
def project(api: Client) -> int:
    number: int = api.project(NER_CONFIG, title="Letters")["id"]
    return number


def test_a_large_import_shows_up_by_itself(person: Person, project: int) -> None:
    begin_import(person, project, file("many.json", letters(MANY)))
    expect(person.page.get_by_text(f"{MANY:,} tasks added.")).to_be_visible()
    expect(person.page.get_by_text(f"{MANY:,} tasks", exact=True)).to_be_visible()
    expect(person.tasks()).to_be_visible()
    expect(strip(person)).to_be_hidden()


def test_what_is_wrong_is_told_where_the_import_was_begun_until_it_is_dismissed(person: Person, project: int) -> None:
    begin_import(person, project, file("wrong.json", [*letters(MANY), {"data": {"other": "x"}}]))
    expect(strip(person)).to_contain_text(f"Error at item {MANY}")
    person.page.reload()
    expect(strip(person)).to_contain_text(f"Error at item {MANY}")
    person.button("Dismiss: Import of wrong.json").click()
    expect(strip(person)).to_be_hidden()


def test_deleting_many_tasks(person: Person, api: Client, project: int) -> None:
    api.import_tasks(project, letters(MANY))
    person.page.goto(f"{person.url}/projects/{project}/data")
    person.page.get_by_role("checkbox", name="Select all").check()
    person.button("Actions").click()
    person.page.get_by_role("menuitem", name="Delete tasks").click()
    person.page.get_by_role("dialog").get_by_role("button", name="Delete tasks").click()
    expect(person.page.get_by_text("No data yet")).to_be_visible()
    assert api.call("GET", f"/api/projects/{project}/")["task_number"] == 0


def test_the_page_of_jobs_lists_them_and_offers_their_files(person: Person, api: Client, project: int) -> None:
    api.import_tasks(project, letters(3))
    body = {"export_type": "JSON", "download_all_tasks": True}
    api.call("POST", f"/api/projects/{project}/jobs/export", json=body)
    person.page.goto(f"{person.url}/jobs")
    row = person.page.get_by_role("row").filter(has_text="Export as JSON")
    expect(row).to_contain_text("The export is ready.")
    with person.page.expect_download() as download:
        row.get_by_role("link", name="Download: Export as JSON").click()
    assert len(json.loads(download.value.path().read_text())) == 3
    row.get_by_role("link", name="Letters").click()
    expect(person.tasks()).to_be_visible()


def test_a_workspace_where_nothing_has_run(start_server: StartServer, new_person: NewPerson) -> None:
    server = start_server(*FLAGS)
    person = new_person(server.url).log_in(EMAIL, PASSWORD)
    person.page.goto(f"{server.url}/jobs")
    expect(person.page.get_by_role("heading", name="Nothing has run yet")).to_be_visible()
    assert_accessible(person.page)
