"""The main job without a mouse: what is needed can be reached by Tab, what has the focus can be seen, and it is never lost."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from harness.process import ServerProcess
from people.account import EMAIL, PASSWORD
from people.person import NewPerson, Person

CONFIG = """<View>
  <RectangleLabels name="box" toName="photo"><Label value="Fruit"/></RectangleLabels>
  <Image name="photo" value="$image"/>
  <Labels name="entity" toName="note"><Label value="Place" hotkey="p"/></Labels>
  <Text name="note" value="$note"/>
  <Choices name="verdict" toName="note" required="true"><Choice value="Good" hotkey="g"/><Choice value="Bad" hotkey="b"/></Choices>
</View>"""
TASKS = [
    {"image": f"/static/samples/fruit-0{number}.jpg", "note": f"Bern sent crate {number} by train."}
    for number in (1, 2, 3)
]

# What is seen of the focus: a ring around what has it, or around what stands for it; a text field has its cursor.
SEEN = """() => {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  if (!at || at === document.body) return 'nowhere'
  if (at.matches('textarea, [contenteditable=true], input:not([type=radio], [type=checkbox], [type=range])')) return 'seen'
  const ringed = (it) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  }
  const standIns = [at, at.nextElementSibling, at.parentElement, at.parentElement?.parentElement]
  const after = getComputedStyle(at, '::after')
  const isSeen = standIns.some((it) => it && ringed(it)) || (after.outlineStyle !== 'none' && after.outlineWidth !== '0px')
  return isSeen ? 'seen' : at.outerHTML.slice(0, 200)
}"""
FURTHEST = 90
"""Stops of Tab on the way to anything."""


class Hands:
    """Of somebody without a mouse."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def go_to(self, there: Locator, key: str = "Tab") -> None:
        """From stop to stop; each of them is to be seen."""
        there.wait_for()
        for _ in range(FURTHEST):
            if there.evaluate("it => it === it.getRootNode().activeElement"):
                return
            self.press(key)
            self.assert_seen()
        raise AssertionError(f"not reached: {there}")

    def act_on(self, there: Locator, key: str = "Tab") -> None:
        self.go_to(there, key)
        self.press("Enter")

    def assert_seen(self) -> None:
        seen = self.page.evaluate(SEEN)
        # From the last stop Tab goes to the browser's own, and on to the first.
        assert seen in {"seen", "nowhere"}, f"the focus cannot be seen: {seen}"

    def assert_not_lost(self) -> None:
        expect(self.page.locator("body :focus")).to_have_count(1)


def answer_of(export: list[dict[str, Any]], task: int) -> dict[str, Any]:
    return {item["from_name"]: item["value"] for item in export[task]["annotations"][0]["result"]}


def test_a_project_is_made_labelled_corrected_and_exported_by_keys(
    server: ServerProcess, new_person: NewPerson, tmp_path: Path
) -> None:
    person = new_person(server.url)
    hands = Hands(person)
    log_in(hands)
    make_project(hands, tmp_path)
    label(hands)
    correct(hands)
    exported = filter_and_export(hands)

    assert [answer_of(exported, n)["verdict"]["choices"] for n in range(3)] == [["Bad"], ["Good"], ["Good"]]
    for n in range(3):
        answer = answer_of(exported, n)
        assert answer["entity"] == {"start": 0, "end": 4, "text": "Bern", "labels": ["Place"]}
        assert answer["box"]["rectanglelabels"] == ["Fruit"]
        assert answer["box"]["width"] > 0


def log_in(hands: Hands) -> None:
    person = hands.person
    hands.page.goto(f"{person.url}/user/login")
    hands.go_to(person.field("Email"))
    hands.type(EMAIL)
    hands.go_to(person.field("Password"))
    hands.type(PASSWORD)
    hands.press("Enter")
    hands.page.wait_for_url(re.compile(r"/projects/?(\?.*)?$"))


def make_project(hands: Hands, tmp_path: Path) -> None:
    person, page = hands.person, hands.page
    # Somebody listens early: only then does the browser hand choosers over at once.
    page.on("filechooser", lambda _: None)
    hands.act_on(person.button("Create project").first)
    hands.go_to(person.field("Project name"))
    hands.type("By keys")
    hands.press("Enter")

    expect(person.button("Choose files")).to_be_visible()
    hands.assert_not_lost()
    file = tmp_path / "crates.json"
    file.write_text(json.dumps(TASKS), "utf-8")
    hands.go_to(person.button("Choose files"))
    with page.expect_file_chooser() as chooser:
        hands.press("Enter")
    chooser.value.set_files(file)
    expect(page.get_by_text("crates.json")).to_be_visible()
    hands.act_on(person.button("Next"))

    search = person.field("Search templates")
    hands.go_to(search)
    hands.type("object detection")
    hands.act_on(page.get_by_role("region", name="Computer Vision").get_by_role("button").first)
    code = page.get_by_role("textbox", name="Labelling configuration", exact=True)
    expect(code).to_be_visible()
    hands.assert_not_lost()
    hands.go_to(code)
    hands.press("ControlOrMeta+a")
    page.keyboard.insert_text(CONFIG)
    expect(person.surface("note")).to_be_visible()
    # The code is no trap.
    hands.act_on(person.button("Save"), "Shift+Tab")
    page.wait_for_url(re.compile(r"/projects/\d+/data"))
    expect(person.tasks()).to_be_visible()


def label(hands: Hands) -> None:
    person = hands.person
    hands.assert_not_lost()
    hands.act_on(person.button("Label all tasks"))
    said = hands.page.get_by_role("status")
    for task in TASKS:
        expect(person.surface("note")).to_contain_text(str(task["note"]))
        hands.assert_not_lost()
        hands.go_to(person.surface("photo"))
        hands.press("1", "r", "ArrowLeft", "Space", "Shift+ArrowRight", "Shift+ArrowDown", "Space")
        expect(person.regions()).to_have_count(1)
        hands.press("Escape", "p")
        hands.go_to(person.surface("note"))
        hands.press("Control+Shift+ArrowRight", "Enter")
        expect(person.regions()).to_have_count(2)
        # What is missing is said, and has the focus.
        hands.press("Control+Enter")
        expect(hands.page.get_by_role("alert").filter(has_text="needs an answer")).to_be_visible()
        expect(person.label("Good")).to_be_focused()
        hands.press("g", "Control+Enter")
        expect(said.filter(has_text="Submitted.")).not_to_have_count(0)
    expect(hands.page.get_by_role("heading", name="All done")).to_be_focused()
    hands.act_on(hands.page.get_by_role("link", name="Back to the tasks"))
    expect(person.tasks()).to_be_visible()


def correct(hands: Hands) -> None:
    """The first task, from its row in the list."""
    person, page = hands.person, hands.page
    hands.assert_not_lost()
    cells = person.tasks().get_by_role("gridcell")
    for _ in range(FURTHEST):
        if person.tasks().evaluate("it => it.contains(document.activeElement)"):
            break
        hands.press("Tab")
        hands.assert_seen()
    expect(cells.first).to_be_visible()
    hands.press("Control+Home", "ArrowRight")
    hands.assert_seen()
    hands.press("Enter")
    expect(person.label("Good")).to_be_checked()
    hands.go_to(page.get_by_role("tree", name="Regions", exact=True))
    hands.press("ArrowDown")
    expect(
        page.locator("[aria-live=polite]")
        .filter(has_text="Fruit")
        .or_(page.locator("[aria-live=polite]").filter(has_text="Place"))
    ).not_to_have_count(0)
    hands.press("Escape", "b")
    expect(person.label("Bad")).to_be_checked()
    with page.expect_response(lambda r: r.request.method == "PATCH" and "/annotations/" in r.url) as answer:
        hands.press("Control+Enter")
    assert answer.value.ok
    expect(page.get_by_role("status").filter(has_text="Updated.")).not_to_have_count(0)
    hands.assert_not_lost()


def filter_and_export(hands: Hands) -> list[dict[str, Any]]:
    person, page = hands.person, hands.page
    hands.press("Escape")
    back = page.get_by_role("link", name="Tasks", exact=True)
    if back.is_visible():
        hands.act_on(back, "Shift+Tab")
    expect(person.tasks()).to_be_visible()
    hands.assert_not_lost()
    hands.act_on(page.get_by_role("button", name=re.compile("^Filters")))
    hands.act_on(person.button("Add a condition"))
    filters = page.get_by_role("dialog", name="Filters")
    hands.go_to(filters.get_by_role("textbox", name="Column").or_(filters.get_by_role("combobox", name="Column")))
    hands.press("ControlOrMeta+a")
    hands.type("note")
    hands.press("ArrowDown", "Enter")
    hands.go_to(filters.get_by_label("Value", exact=True))
    hands.type("crate 2")
    expect(person.tasks().get_by_role("row")).to_have_count(2)
    hands.press("Escape")
    expect(page.get_by_role("button", name=re.compile("^Filters"))).to_be_focused()
    hands.act_on(person.button("Export"))
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("radio", name="JSON", exact=True)).to_be_checked()
    hands.go_to(dialog.get_by_role("button", name="Export", exact=True))
    with page.expect_download() as download:
        hands.press("Enter")
    expect(person.button("Export")).to_be_focused()
    found: list[dict[str, Any]] = json.loads(download.value.path().read_text("utf-8"))
    return sorted(found, key=lambda task: str(task["data"]["note"]))
