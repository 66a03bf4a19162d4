"""What a browser with an empty cache must fetch before the first label can be set: scripts and styles, gzipped."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response, expect

from harness.live import Client
from harness.process import ServerProcess
from people.account import let_in
from people.data import BOX_CONFIG, NER_CONFIG, letter, photograph
from people.person import Person, arrive
from people.profiles import new_profile

KILOBYTE = 1000
TEXT_BUDGET, IMAGE_BUDGET = 350 * KILOBYTE, 450 * KILOBYTE


class Fetched:
    """The scripts and styles that a page has asked for, with their gzipped size."""

    def __init__(self, person: Person) -> None:
        self.sizes: dict[str, int] = {}
        person.page.on("response", self._response)

    def _response(self, response: Response) -> None:
        if response.request.resource_type in {"script", "stylesheet"} and response.ok:
            self.sizes[response.url] = 0

    def total(self, client: Client) -> int:
        # Measured from the plain files, at one fixed level: what the server chose to send does not matter here.
        for url in self.sizes:
            body = client.get(url, headers={"Accept-Encoding": "identity"}).content
            self.sizes[url] = len(gzip.compress(body, 9, mtime=0))
        return sum(self.sizes.values())

    def __str__(self) -> str:
        largest = sorted(self.sizes.items(), key=lambda item: -item[1])
        return "\n".join(f"{size / KILOBYTE:7.1f} kB  {url.rpartition('/')[2]}" for url, size in largest)


@pytest.fixture
def person(browser: Browser, server: ServerProcess) -> Iterator[Person]:
    newcomer = let_in(arrive(new_profile(browser), server.url))
    yield newcomer
    newcomer.page.context.close()
    assert not newcomer.watch.misdeeds, "\n".join(newcomer.watch.misdeeds)


@pytest.fixture
def fetched(person: Person) -> Fetched:
    return Fetched(person)


def test_labelling_text_stays_within_its_budget(person: Person, api: Client, fetched: Fetched) -> None:
    project = api.project(NER_CONFIG, title="Letters")["id"]
    api.import_tasks(project, [{"text": letter(1)}])

    person.start_labelling(project)
    person.label("Person").click()
    person.drag_over_text("letter", "Ada Lovelace")
    expect(person.regions()).to_have_count(1)

    total = fetched.total(api)
    print(f"text: {total / KILOBYTE:.0f} kB of {TEXT_BUDGET // KILOBYTE}\n{fetched}")
    assert total <= TEXT_BUDGET, f"{total / KILOBYTE:.0f} kB:\n{fetched}"


def test_labelling_an_image_stays_within_its_budget(
    person: Person, api: Client, fetched: Fetched, tmp_path: Path
) -> None:
    project = api.project(BOX_CONFIG, title="Houses")["id"]
    with photograph(tmp_path / "photo.jpg", 1).open("rb") as file:
        api.call("POST", f"/api/projects/{project}/import", files={"file": ("photo.jpg", file, "image/jpeg")})

    person.start_labelling(project)
    person.label("House").click()
    person.drag_over_image("photo", (0.3, 0.3), (0.6, 0.6))
    expect(person.regions()).to_have_count(1)

    total = fetched.total(api)
    print(f"image: {total / KILOBYTE:.0f} kB of {IMAGE_BUDGET // KILOBYTE}\n{fetched}")
    assert total <= IMAGE_BUDGET, f"{total / KILOBYTE:.0f} kB:\n{fetched}"
