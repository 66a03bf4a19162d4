"""Behind a proxy that gives it a part of an address, everything still finds its way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from harness.live import Client
from harness.process import ServerProcess, free_port
from people.account import EMAIL, FLAGS, PASSWORD, TOKEN
from people.data import BOX_CONFIG, photograph
from people.person import NewPerson


@pytest.fixture
def under_labels(tmp_path: Path) -> Iterator[ServerProcess]:
    """A server whose public address ends in /labels."""
    port = free_port()
    public = f"http://127.0.0.1:{port}/labels"
    with ServerProcess(tmp_path / "server", *FLAGS, "--host", public, port=port).start() as process:
        yield process


def test_the_pages_work_below_a_path(under_labels: ServerProcess, new_person: NewPerson, tmp_path: Path) -> None:
    with Client(under_labels.url, headers={"Authorization": f"Token {TOKEN}"}) as api:
        project = api.project(BOX_CONFIG, title="Houses")["id"]
        with photograph(tmp_path / "photo.jpg", 1).open("rb") as file:
            api.call("POST", f"/api/projects/{project}/import", files={"file": ("photo.jpg", file, "image/jpeg")})
    ada = new_person(under_labels.url)
    ada.url += "/labels"

    ada.log_in(EMAIL, PASSWORD)
    expect(ada.page.get_by_text("Houses")).to_be_visible()
    ada.start_labelling(project)
    ada.label("House").click()
    ada.drag_over_image("photo", (0.3, 0.3), (0.6, 0.6))
    ada.submit()

    assert "/labels/projects/" in ada.page.url
    assert [len(task["annotations"]) for task in ada.export(project)] == [1]
