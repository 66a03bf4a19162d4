"""axe finds nothing serious on any page, light or dark."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from harness.live import Client
from people.data import BOX_CONFIG, NER_CONFIG, letter, photograph
from people.person import Person

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
Scheme = Literal["light", "dark"]


def assert_accessible(page: Page) -> None:
    found = violations(page)
    assert not found, "\n".join([page.url, *found])


def violations(page: Page) -> list[str]:
    """What axe calls serious or critical, one line each. The key printed on a button is not part of its name."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found: list[dict[str, Any]] = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [
        f"{rule['id']}: {rule['help']}: {node['html'][:200]} {' '.join(map(str, node['target']))}"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"]
        if not (rule["id"] == "label-content-name-mismatch" and "aria-keyshortcuts" in node["html"])
    ]


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    chosen: Scheme = request.param
    return chosen


@pytest.fixture
def text_project(api: Client) -> int:
    number: int = api.project(NER_CONFIG, title="Letters")["id"]
    api.import_tasks(number, [{"text": letter(number)} for number in range(1, 4)])
    return number


@pytest.fixture
def image_project(api: Client, tmp_path: Path) -> int:
    number: int = api.project(BOX_CONFIG, title="Houses")["id"]
    with photograph(tmp_path / "photo.jpg", 1).open("rb") as file:
        api.call("POST", f"/api/projects/{number}/import", files={"file": ("photo.jpg", file, "image/jpeg")})
    return number


@pytest.mark.parametrize("path", ["/user/login", "/user/signup", "/docs"])
def test_pages_without_an_account(person: Person, scheme: Scheme, path: str) -> None:
    person.page.context.clear_cookies()
    # Nobody signs up here without an invitation, and the page is sent with that status.
    with person.watch.expect("403"):
        assert_page_accessible(person, scheme, path)


@pytest.mark.parametrize(
    "path",
    [
        "/projects",
        "/people",
        "/organization/settings",
        "/organization/webhooks",
        "/jobs",
        "/user/account",
        "/user/account/keys",
        "/nowhere",
    ],
)
def test_pages_without_a_project(person: Person, scheme: Scheme, path: str) -> None:
    assert_page_accessible(person, scheme, path)


@pytest.mark.parametrize(
    "rest",
    [
        "data",
        "data?labeling=1",
        "settings",
        "settings/labeling",
        "settings/instruction",
        "settings/annotation",
        "settings/predictions",
        "settings/webhooks",
        "settings/danger",
    ],
)
def test_pages_of_a_project(person: Person, scheme: Scheme, text_project: int, rest: str) -> None:
    assert_page_accessible(person, scheme, f"/projects/{text_project}/{rest}")


def assert_page_accessible(person: Person, scheme: Scheme, path: str) -> None:
    person.page.emulate_media(color_scheme=scheme)
    person.page.goto(person.url + path)
    expect(person.page.get_by_role("main")).to_be_visible()
    person.page.wait_for_load_state("networkidle")

    assert_accessible(person.page)


def test_labelling_text(person: Person, scheme: Scheme, text_project: int) -> None:
    person.page.emulate_media(color_scheme=scheme)
    person.start_labelling(text_project)
    person.label("Person").click()
    person.drag_over_text("letter", "Ada Lovelace")
    expect(person.regions()).to_have_count(1)

    assert_accessible(person.page)


def test_labelling_an_image(person: Person, scheme: Scheme, image_project: int) -> None:
    person.page.emulate_media(color_scheme=scheme)
    person.start_labelling(image_project)
    person.label("House").click()
    person.drag_over_image("photo", (0.3, 0.3), (0.6, 0.6))
    expect(person.regions()).to_have_count(1)

    assert_accessible(person.page)


def test_annotations_compared_talked_about_and_gone_back_to(person: Person, api: Client, scheme: Scheme) -> None:
    project = api.project(NER_CONFIG, title="Compared")["id"]
    task = api.import_tasks(project, [{"text": letter(1)}])[0]
    span = {"start": 0, "end": 12, "text": "Ada Lovelace", "labels": ["Person"]}
    region = {"id": "r", "from_name": "entity", "to_name": "letter", "type": "labels", "value": span}
    made = [api.call("POST", f"/api/tasks/{task}/annotations/", json={"result": it})["id"] for it in ([region], [])]
    api.call("POST", "/api/comments/", json={"annotation": made[0], "text": "Hm", "region_ref": {"regionId": "r"}})
    api.call("PATCH", f"/api/annotations/{made[0]}/", json={"result": [region]})
    person.page.emulate_media(color_scheme=scheme)
    person.page.goto(f"{person.url}/projects/{project}/data?task={task}&annotation={made[0]}")
    person.panel("Comments").click()
    expect(person.comments()).to_have_count(1)
    assert_accessible(person.page)
    person.panel("History").click()
    person.page.get_by_role("region", name="Submitted").get_by_role("button", name="Submitted").click()
    expect(person.button("Go back to this")).to_be_visible()
    assert_accessible(person.page)

    person.press("Alt+c")
    for form in ("Side by side", "Summary", "Differences"):
        person.button(form).click()
        expect(person.button(form)).to_have_attribute("aria-pressed", "true")
        person.page.wait_for_load_state("networkidle")
        assert_accessible(person.page)


def test_the_steps_of_a_new_project(person: Person, scheme: Scheme) -> None:
    person.page.emulate_media(color_scheme=scheme)
    person.start_project("Accessible")
    expect(person.page.locator("input[type=file]").first).to_be_attached()
    assert_accessible(person.page)

    person.button("Next").click()
    expect(person.button("Write my own")).to_be_visible()
    assert_accessible(person.page)

    person.open_code()
    person.write_config(NER_CONFIG)
    expect(person.surface("letter")).to_be_visible()
    assert_accessible(person.page)
