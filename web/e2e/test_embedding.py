"""The editor in somebody else's page: no server of ours, no React there, and styles that would ruin what they reach."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from people.host_page import HostPage
from people.person import NewPerson


@pytest.fixture
def new_host(files: str, new_person: NewPerson) -> Callable[[str], HostPage]:
    def open_page(path: str) -> HostPage:
        visitor = new_person(files)
        return HostPage(visitor.page, files, visitor.watch).open(f"embed/page/{path}")

    return open_page


@pytest.fixture
def host(new_host: Callable[[str], HostPage]) -> HostPage:
    """Two editors: `first` is mounted, `second` is Label Studio's class."""
    page = new_host("index.html").ready()
    expect(page.editor("second").surface("photo")).to_be_visible()
    return page


@pytest.fixture
def empty(new_host: Callable[[str], HostPage]) -> HostPage:
    return new_host("index.html?empty").ready()


def style(element: Locator, *names: str) -> list[str]:
    found: list[str] = element.evaluate(
        "(it, names) => { const s = getComputedStyle(it); return names.map((name) => s.getPropertyValue(name)) }",
        list(names),
    )
    return found


def test_text_is_selected_labelled_and_handed_over(host: HostPage) -> None:
    person = host.editor("first")
    person.label("Person").click()
    person.drag_over_text("text", "Ada Lovelace")
    expect(person.regions()).to_have_count(1)
    person.label("Place").click()
    person.drag_over_text("text", "London")
    expect(person.regions()).to_have_count(2)
    person.button("Submit").click()

    expect(person.scope.get_by_text("Submitted")).to_be_visible()
    [submission] = host.value("sent")
    values = [item["value"] for item in submission["result"]]
    assert values == [
        {"start": 0, "end": 12, "text": "Ada Lovelace", "labels": ["Person"]},
        {"start": 22, "end": 28, "text": "London", "labels": ["Place"]},
    ]


def test_text_of_a_page_of_its_own_is_selected_two_shadow_trees_deep(empty: HostPage) -> None:
    empty.value("mountHtml()")
    person = empty.editor("first")
    person.label("Person").click()
    person.drag_over_text("html", "Ada King")
    expect(person.regions()).to_have_count(1)
    person.button("Submit").click()
    expect(person.scope.get_by_text("Submitted")).to_be_visible()
    [submission] = empty.value("sent")
    assert submission["result"][0]["value"]["text"] == "Ada King"


def test_a_box_is_drawn_and_handed_over_by_label_studios_class(host: HostPage) -> None:
    person = host.editor("second")
    person.label("House").click()
    person.drag_over_image("photo", (0.4, 0.3), (0.6, 0.7))
    expect(person.regions()).to_have_count(1)
    person.button("Flag").click()
    person.button("Submit").click()

    # The same annotation from now on.
    expect(person.button("Update")).to_be_disabled()
    [result] = host.value("sent")
    assert [(item["type"], item["value"]["rectanglelabels"]) for item in result] == [("rectanglelabels", ["House"])]
    assert 0 < result[0]["value"]["width"] < 100
    assert host.value("told") == [
        "labelStudioLoad",
        "storageInitialized",
        "taskLoad",
        "entityCreate",
        "regionFinishedDrawing",
        "customButton",
    ]


def test_the_pages_styles_stay_out(host: HostPage) -> None:
    person = host.editor("first")
    label = person.label("Person")
    names = ("letter-spacing", "text-transform", "font-style", "font-size", "line-height", "border-top-style")
    assert style(label, *names) == ["normal", "none", "normal", "13px", "16.9px", "solid"]
    submit = person.button("Submit")
    # Mantine's sizes are in rem, and the page has set the root's font to 10 px.
    assert style(submit, "height", "background-color", "text-align") == ["36px", "rgb(11, 106, 98)", "center"]
    assert style(person.field("remark"), "display", "font-style") == ["block", "normal"]
    # A tag that was loaded when the config first used it has its styles too.
    assert style(person.label("Plain"), "cursor") == ["pointer"]
    assert style(host.editor("second").surface("photo").locator("canvas").first, "display") == ["block"]


def test_the_page_looks_as_before_while_they_are_there_and_when_they_are_gone(empty: HostPage) -> None:
    before = empty.look()
    empty.page.evaluate("() => { page.first = page.mountText(); page.second = page.openStudio() }")
    person = empty.editor("first")
    person.label("Person").click()
    person.drag_over_text("text", "Ada Lovelace")
    expect(empty.editor("second").surface("photo")).to_be_visible()
    during = empty.look()
    assert during["looks"] == before["looks"]
    assert during["head"] == before["head"]
    assert during["sheets"] == before["sheets"]

    empty.page.evaluate("() => { page.first.destroy(); page.second.destroy() }")
    expect(empty.page.locator("labelwright-editor")).to_have_count(0)
    assert empty.look() == before


def test_dialogs_menus_and_tooltips_open_inside(host: HostPage) -> None:
    person = host.editor("first")
    keys = person.button("Show all keys")
    keys.click()
    dialog = person.scope.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    search = dialog.get_by_role("textbox")
    expect(search).to_be_focused()
    assert style(dialog, "letter-spacing", "font-style", "text-transform") == ["normal", "normal", "none"]
    # The focus stays inside: backwards from the first is the last.
    for _ in range(3):
        person.press("Shift+Tab")
        assert dialog.evaluate("(it) => it.contains(it.getRootNode().activeElement)")
    person.press("Escape")
    expect(dialog).to_have_count(0)
    expect(keys).to_be_focused()

    person.button("More actions").click()
    menu = person.scope.get_by_role("menu")
    expect(menu).to_be_visible()
    host.page.locator("#paragraph").click()
    expect(menu).to_have_count(0)

    person.button("Submit").hover()
    expect(person.scope.get_by_role("tooltip")).to_be_visible()


def test_keys_go_to_the_editor_that_the_person_is_at(host: HostPage) -> None:
    first, second = host.editor("first"), host.editor("second")
    host.page.locator("#paragraph").click()
    person = first
    person.press("1")
    expect(first.label("Person")).to_have_attribute("aria-pressed", "false")
    expect(second.label("House")).to_have_attribute("aria-pressed", "false")
    assert host.value("keys") == ["1"]

    first.surface("text").hover()
    person.press("1")
    expect(first.label("Person")).to_have_attribute("aria-pressed", "true")
    expect(second.label("House")).to_have_attribute("aria-pressed", "false")

    second.surface("photo").hover()
    person.press("2")
    expect(second.label("Tree")).to_have_attribute("aria-pressed", "true")
    expect(first.label("Place")).to_have_attribute("aria-pressed", "false")


def test_what_is_typed_in_a_field_is_no_shortcut_of_the_page(host: HostPage) -> None:
    person = host.editor("first")
    person.field("remark").click()
    host.page.keyboard.type("k1")
    person.press("Escape")
    expect(person.field("remark")).to_have_value("k1")
    expect(person.field("remark")).not_to_be_focused()
    assert host.value("keys") == []
    expect(person.label("Person")).to_have_attribute("aria-pressed", "false")


def test_regions_are_copied_from_one_place_and_pasted_in_it(host: HostPage) -> None:
    person = host.editor("second")
    person.label("House").click()
    person.drag_over_image("photo", (0.4, 0.3), (0.6, 0.7))
    person.regions().first.click()
    person.press("ControlOrMeta+c")
    person.press("ControlOrMeta+v")
    expect(person.regions()).to_have_count(2)
    expect(host.editor("first").regions()).to_have_count(0)


def test_fifty_editors_come_and_go_without_a_trace(empty: HostPage) -> None:
    expect(empty.page.locator("#end")).to_be_visible()
    rounds = """async (count) => {
      for (let round = 0; round < count; round++) {
        const [first, second] = [page.mountText(), page.openStudio()]
        await new Promise((done) => second.on('taskLoad', done))
        first.destroy()
        second.destroy()
      }
    }"""
    # What is made once and kept (modules, caches) is made in the first rounds.
    empty.page.evaluate(rounds, 5)
    before = empty.counts()
    empty.page.evaluate(rounds, 50)
    after = empty.counts()
    assert empty.page.evaluate("document.body.querySelectorAll('labelwright-editor, textarea').length") == 0
    # One editor has more than 300 nodes: fifty that stayed would be plain to see.
    assert after["Nodes"] - before["Nodes"] < 300
    assert after["JSEventListeners"] - before["JSEventListeners"] < 50


def test_a_classic_script_brings_label_studios_global_and_finds_its_files(
    new_host: Callable[[str], HostPage],
) -> None:
    page = new_host("script.html")
    person = page.editor("label-studio")
    expect(person.scope.get_by_text("A letter")).to_be_attached()
    person.label("Letter").click()
    person.button("Submit").click()
    expect(person.button("Update")).to_be_disabled()
    assert [[item["value"] for item in result] for result in page.value("sent")] == [[{"choices": ["Letter"]}]]
