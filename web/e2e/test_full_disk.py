"""A full disk: a clear word, nothing lost, and on as soon as there is room."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from harness.live import Client
from harness.process import ServerProcess
from people.account import EMAIL, FLAGS, PASSWORD, TOKEN
from people.person import NewPerson

CONFIG = '<View><Text name="letter" value="$text"/><TextArea name="notes" toName="letter"/></View>'
# More than the free space inside the database file holds.
NOTE = "The quick brown fox. " * 2000


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """While this file exists the disk is full."""
    return tmp_path / "full"


@pytest.fixture
def server(tmp_path: Path, full: Path) -> Iterator[ServerProcess]:
    command = (sys.executable, str(Path(__file__).with_name("full_disk.py")), str(full))
    with ServerProcess(tmp_path / "own", *FLAGS, command=command).start() as process:
        yield process


def test_work_done_on_a_full_disk_is_kept_and_sent_when_there_is_room(
    server: ServerProcess, full: Path, new_person: NewPerson
) -> None:
    with Client(server.url, headers={"Authorization": f"Token {TOKEN}"}) as api:
        project = api.project(CONFIG, title="Letters")["id"]
        task = api.import_tasks(project, [{"text": "Dear Ada"}])[0]
        ada = new_person(server.url).log_in(EMAIL, PASSWORD)
        ada.start_labelling(project)
        full.touch()
        with ada.watch.expect("507"):
            notes = ada.page.get_by_role("textbox", name="notes")
            notes.fill(NOTE)
            notes.press("Enter")
            expect(ada.page.get_by_text("Not saved, will retry")).to_be_visible()
            ada.button("Submit").click()
            expect(ada.page.get_by_text("Not sent: The disk of the server is full")).to_be_visible()
            assert api.call("GET", f"/api/tasks/{task}/")["annotations"] == []
        full.unlink()
        ada.submit()
        [annotation] = api.call("GET", f"/api/tasks/{task}/")["annotations"]
    assert [item["value"]["text"] for item in annotation["result"]] == [[NOTE.strip()]]
