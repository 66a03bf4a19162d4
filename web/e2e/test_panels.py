"""Panels beside the task: where they stand, the list of regions in them, and how somebody likes to work."""

import pytest
from playwright.sync_api import expect

from harness.live import Client
from people.data import NER_CONFIG, letter
from people.person import Person
from test_accessibility import assert_accessible

NAMES = ["Ada Lovelace", "Charles Babbage", "London"]


@pytest.fixture
def task(person: Person, api: Client) -> tuple[int, int]:
    """A task with three regions, opened: the ids of project and task."""
    project: int = api.project(NER_CONFIG, title="Letters")["id"]
    [task] = api.import_tasks(project, [{"text": letter(1)}])
    person.open_task(project, task)
    for number, name in enumerate(NAMES, 1):
        person.label("Person").click()
        person.drag_over_text("letter", name)
        expect(person.regions()).to_have_count(number)
    return project, task


def test_a_panel_stays_where_it_was_put(person: Person, task: tuple[int, int]) -> None:
    expect(person.panels_at("on the right").get_by_role("tab")).to_contain_text(["Regions", "Info"])
    person.drag(person.panel("Info"), person.surface("letter"), (0, 0.5))
    expect(person.panels_at("on the left").get_by_role("tab")).to_have_text(["Info"])

    person.wait_for_draft()
    person.open_task(*task)
    expect(person.panels_at("on the left").get_by_role("tab")).to_have_text(["Info"])

    person.button("Menu of Info").click()
    person.page.get_by_role("menuitem", name="To a floating window", exact=True).click()
    expect(person.panels_at("on the left")).to_have_count(0)
    expect(person.panel("Info")).to_be_visible()
    person.button("Menu of Info").click()
    person.page.get_by_role("menuitem", name="Reset the layout", exact=True).click()
    expect(person.panels_at("on the right").get_by_role("tab")).to_contain_text(["Regions", "Info"])


def test_regions_are_nested_by_dragging_and_stored_so(person: Person, task: tuple[int, int], api: Client) -> None:
    rows = person.regions()
    person.drag(rows.nth(2), rows.nth(0), (0.5, 0.5))
    expect(rows.nth(1)).to_have_attribute("aria-level", "2")
    expect(rows.nth(1)).to_contain_text("London")
    person.submit()

    stored = api.call("GET", f"/api/tasks/{task[1]}/annotations/")[0]["result"]
    ids = {item["value"]["text"]: item["id"] for item in stored}
    parents = {item["value"]["text"]: item.get("parentID") for item in stored}
    assert parents == {"Ada Lovelace": None, "Charles Babbage": None, "London": ids["Ada Lovelace"]}


def test_regions_are_found_and_walked_by_keys_alone(person: Person, task: tuple[int, int]) -> None:
    search = person.page.get_by_role("textbox", name="Search regions")
    search.fill("babb")
    expect(person.regions()).to_have_count(1)
    person.press("Escape")
    expect(person.regions()).to_have_count(len(NAMES))

    person.page.get_by_role("tree", name="Regions").focus()
    person.press("Home")
    person.press("Shift+ArrowDown")
    expect(person.page.get_by_role("treeitem", selected=True)).to_have_count(2)
    person.press("Delete")
    expect(person.regions()).to_have_count(1)


def test_preferences_hold_from_page_to_page(person: Person, task: tuple[int, int]) -> None:
    person.press("ControlOrMeta+,")
    dialog = person.page.get_by_role("dialog", name="Preferences")
    dialog.get_by_role("checkbox", name="Keep the label after each region").check()
    assert_accessible(person.page)
    dialog.get_by_role("tab", name="Layout").click()
    dialog.get_by_role("button", name="At the bottom").click()
    person.press("Escape")
    expect(dialog).to_have_count(0)

    person.wait_for_draft()
    person.open_task(*task)
    expect(person.panels_at("at the bottom").get_by_role("tab")).to_contain_text(["Regions", "Info"])
    person.label("Place").click()
    person.drag_over_text("letter", "house")
    expect(person.label("Place")).to_have_attribute("aria-pressed", "true")


def test_the_task_can_have_the_screen_to_itself(person: Person, task: tuple[int, int]) -> None:
    person.press("Shift+Z")
    expect(person.panel("Regions")).to_have_count(0)
    expect(person.surface("letter")).to_be_visible()
    # First what is selected, then the label, goes.
    for _ in range(3):
        person.press("Escape")
    expect(person.panel("Regions")).to_be_visible()

    person.button("Fill the screen, or not").click()
    person.page.wait_for_function("document.fullscreenElement !== null")
    person.button("Fill the screen, or not").click()
    person.page.wait_for_function("document.fullscreenElement === null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_panels_are_accessible(person: Person, task: tuple[int, int], scheme: str) -> None:
    person.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    person.regions().first.click()
    expect(person.page.get_by_role("textbox", name="Note")).to_be_visible()
    assert_accessible(person.page)

    person.button("Group and sort").click()
    person.page.get_by_role("menuitemradio", name="By label", exact=True).click()
    assert_accessible(person.page)
