"""axe finds nothing serious in what opens over a page: dialogs and menus of the app and of the editor."""

import pytest
from playwright.sync_api import Locator, expect

from harness.live import Client
from people.data import NER_CONFIG, letter
from people.person import Person
from test_accessibility import Scheme, assert_accessible


@pytest.fixture(params=["light", "dark"], autouse=True)
def scheme(request: pytest.FixtureRequest, person: Person) -> Scheme:
    chosen: Scheme = request.param
    person.page.emulate_media(color_scheme=chosen)
    return chosen


@pytest.fixture
def project(api: Client) -> int:
    number: int = api.project(NER_CONFIG, title="Letters", expert_instruction="<b>Names</b> of people.")["id"]
    api.import_tasks(number, [{"text": letter(number)} for number in range(1, 4)])
    return number


def test_dialogs_of_the_tasks(person: Person, project: int) -> None:
    for name in ("import", "export"):
        person.page.goto(f"{person.url}/projects/{project}/data?dialog={name}")
        assert_open(person, person.page.get_by_role("dialog"))
    person.page.goto(f"{person.url}/projects/{project}/data")
    for name in ("Columns", "Filters"):
        person.button(name).click()
        assert_open(person, person.page.get_by_role("dialog", name=name))
        if name == "Filters":
            person.button("Add a condition").click()
            assert_accessible(person.page)
        person.press("Escape")
    person.button("Keep this view as a tab").click()
    assert_open(person, person.page.get_by_role("dialog", name="Name of the tab"))
    person.press("Escape")
    person.page.get_by_role("checkbox", name="Select all").check()
    person.page.get_by_role("toolbar", name="Selected tasks").get_by_role("button", name="Actions").click()
    assert_open(person, person.page.get_by_role("menu").last)
    person.page.get_by_role("menuitem").first.click()
    assert_open(person, person.page.get_by_role("dialog"))


def test_menus_and_dialogs_of_projects_and_people(person: Person, project: int) -> None:
    person.page.goto(f"{person.url}/projects")
    person.page.get_by_role("button", name="Account menu").click()
    assert_open(person, person.page.get_by_role("menu").last)
    person.press("Escape")
    person.button("Menu of Letters").first.click()
    assert_open(person, person.page.get_by_role("menu").last)
    person.page.get_by_role("menuitem", name="Delete project").click()
    assert_open(person, person.page.get_by_role("dialog"))

    person.page.goto(f"{person.url}/people")
    person.button("Invite people").click()
    assert_open(person, person.page.get_by_role("dialog"))


def test_dialogs_of_the_settings(person: Person, project: int) -> None:
    person.page.goto(f"{person.url}/projects/{project}/settings/danger")
    person.button("Delete all tasks").click()
    assert_open(person, person.page.get_by_role("dialog"))


def test_dialogs_of_the_editor(person: Person, project: int) -> None:
    person.start_labelling(project)
    person.label("Person").click()
    person.drag_over_text("letter", "Ada Lovelace")
    expect(person.regions()).to_have_count(1)
    for key in ("?", "ControlOrMeta+k", "ControlOrMeta+,"):
        person.press(key)
        dialog = person.page.get_by_role("dialog")
        assert_open(person, dialog)
        for tab in dialog.get_by_role("tab").all():
            tab.click()
            assert_accessible(person.page)
        person.press("Escape")
        expect(dialog).to_have_count(0)


def assert_open(person: Person, opened: Locator) -> None:
    expect(opened).to_be_visible()
    person.page.wait_for_load_state("networkidle")
    assert_accessible(person.page)
