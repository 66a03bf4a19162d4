"""A job that is a third done, held there: what is seen of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Literal

import pytest
from playwright.sync_api import expect

from harness.live import Client
from harness.process import ServerProcess
from people.account import FLAGS
from people.data import NER_CONFIG
from people.jobs import MANY, begin_import, file, letters, strip
from people.person import Person
from test_accessibility import assert_accessible


@pytest.fixture
def project(api: Client) -> int:
    number: int = api.project(NER_CONFIG, title="Letters")["id"]
    return number


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server that leaves jobs to workers, of which there are none."""
    directory, env = tmp_path_factory.mktemp("idle"), {"LABELWRIGHT_JOBS_IN_SERVER": "false"}
    with ServerProcess(directory, *FLAGS, env=env).start() as process:
        yield process


@pytest.fixture
def in_the_middle(server: ServerProcess, person: Person, project: int) -> Person:
    """A person who began an import that is now a third done."""
    begin_import(person, project, file("many.json", letters(MANY)))
    expect(strip(person)).to_contain_text("Waiting")
    with closing(sqlite3.connect(server.data_dir / "label_studio.sqlite3")) as database, database:
        progress = "state = 'running', phase = 'writing', done = 500, total = 1500, started_at = created_at"
        database.execute(f"UPDATE jobs SET {progress} WHERE project_id = ?", (project,))
    return person


def test_progress_is_seen_where_it_was_begun_on_every_page_and_after_a_reload(in_the_middle: Person) -> None:
    person = in_the_middle
    bar = strip(person).get_by_role("progressbar", name="Progress: Import of many.json")
    expect(bar).to_have_attribute("aria-valuenow", "33")
    expect(strip(person)).to_contain_text("Adding · 500 of 1,500")
    person.page.reload()
    expect(strip(person)).to_contain_text("Adding · 500 of 1,500")
    person.page.goto(f"{person.url}/projects")
    person.page.get_by_role("link", name="1 job is running").click()
    expect(person.page.get_by_role("row").filter(has_text="500 of 1,500").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_places_are_accessible(in_the_middle: Person, scheme: Literal["light", "dark"]) -> None:
    person = in_the_middle
    person.page.emulate_media(color_scheme=scheme)
    expect(strip(person)).to_contain_text("Adding · 500 of 1,500")
    assert_accessible(person.page)
    person.page.goto(f"{person.url}/jobs")
    expect(person.page.get_by_role("table", name="Jobs")).to_be_visible()
    assert_accessible(person.page)


def test_cancelling(in_the_middle: Person) -> None:
    person = in_the_middle
    person.button("Cancel: Import of many.json").click()
    expect(strip(person)).to_contain_text("Being cancelled")
    expect(person.button("Cancel: Import of many.json")).to_be_disabled()
