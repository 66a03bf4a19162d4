"""A person at the browser: what they do, in the words of the pages. Only this file knows how a page is worked."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import BrowserContext, FilePayload, FrameLocator, Locator, Page, expect

from people.browser import Watch

# The rectangles of the first occurrence of a text inside an element, as the browser lays it out.
_TEXT_BOXES = """(root, text) => {
  const nodes = []
  // A document that is a page of its own stands in a shadow tree.
  const home = [...root.children].find((it) => it.shadowRoot)?.shadowRoot ?? root
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT)
  let all = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push([node, all.length])
    all += node.data
  }
  const start = all.indexOf(text)
  if (start < 0) return null
  const at = (offset, isEnd) => {
    const [node, from] = nodes.findLast(([, from]) => (isEnd ? from < offset : from <= offset))
    return [node, offset - from]
  }
  const range = document.createRange()
  range.setStart(...at(start, false))
  range.setEnd(...at(start + text.length, true))
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0)
  const plain = (box) => ({ left: box.left, right: box.right, middle: (box.top + box.bottom) / 2 })
  return [plain(boxes[0]), plain(boxes[boxes.length - 1])]
}"""


class Person:
    def __init__(self, page: Page, url: str, watch: Watch, within: Locator | None = None) -> None:
        self.page = page
        self.url = url
        self.watch = watch
        self.scope = within or page
        """Where things are looked for: one editor of several, else the page."""

    # -- coming in ----------------------------------------------------------------------------------------------------

    def sign_up(self, email: str, password: str) -> Self:
        self.page.goto(f"{self.url}/user/signup")
        return self.enter(email, password, "Create account")

    def log_in(self, email: str, password: str) -> Self:
        self.page.goto(f"{self.url}/user/login")
        return self.enter(email, password, "Log in")

    def enter(self, email: str, password: str, button: str) -> Self:
        self.fill_credentials(email, password)
        self.button(button).click()
        self.page.wait_for_url(re.compile(r"/projects/?(\?.*)?$"))
        return self

    def fill_credentials(self, email: str, password: str) -> None:
        self.field("Email").fill(email)
        self.field("Password").fill(password)

    # -- finding things -----------------------------------------------------------------------------------------------

    def button(self, name: str) -> Locator:
        return self.scope.get_by_role("button", name=name, exact=True)

    def field(self, label: str) -> Locator:
        return self.scope.get_by_label(label, exact=True)

    def surface(self, name: str) -> Locator:
        """What an object tag shows: the tag's name is its accessible name."""
        return self.scope.get_by_role("application", name=name, exact=True).or_(
            self.scope.get_by_role("document", name=name, exact=True)
        )

    def component(self, name: str) -> FrameLocator:
        """What a component of the config shows: it runs in a frame inside one that holds it."""
        return self.scope.locator(f"iframe[title={json.dumps(name)}]").content_frame.frame_locator("iframe")

    def label(self, value: str) -> Locator:
        """The control of a label or choice."""
        roles = [self.scope.get_by_role(role, name=value, exact=True) for role in ("button", "radio", "option")]
        checkbox = self.scope.get_by_role("checkbox", name=value, exact=True)
        return roles[0].or_(roles[1]).or_(roles[2]).or_(checkbox).first

    def regions(self) -> Locator:
        """The outliner's items."""
        tree = self.scope.get_by_role("tree", name="Regions", exact=True)
        options = self.scope.get_by_role("listbox", name="Regions", exact=True)
        return tree.get_by_role("treeitem").or_(options.get_by_role("option"))

    def tasks(self) -> Locator:
        """The Data Manager's table."""
        return self.scope.get_by_role("table", name="Tasks", exact=True).or_(
            self.scope.get_by_role("grid", name="Tasks", exact=True)
        )

    # -- a project ----------------------------------------------------------------------------------------------------

    def start_project(self, title: str) -> Self:
        """The first of the three steps: the name."""
        self.page.goto(f"{self.url}/projects")
        self.button("Create project").click()
        self.field("Project name").fill(title)
        self.button("Next").click()
        return self

    def add_files(self, *files: Path | FilePayload) -> Self:
        self.page.locator("input[type=file]").first.set_input_files(list(files))  # type: ignore[arg-type]
        return self

    def open_config(self, project: int) -> Self:
        self.page.goto(f"{self.url}/projects/{project}/settings/labeling")
        return self

    def write_config(self, config: str) -> Self:
        """Into the XML editor of the labelling set-up, in place of what stands there."""
        editor = self.page.get_by_role("textbox", name="Labelling configuration", exact=True)
        editor.click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(config)
        return self

    def create_project(self, title: str, config: str, *files: Path | FilePayload) -> int:
        """All three steps; the new project's id."""
        self.start_project(title).add_files(*files)
        self.button("Next").click()
        self.open_code()
        self.write_config(config)
        self.button("Save").click()
        self.page.wait_for_url(re.compile(r"/projects/\d+/data"))
        expect(self.tasks()).to_be_visible()
        return self.project_id()

    def open_code(self) -> None:
        """From the gallery to the XML editor."""
        self.button("Write my own").click()

    def project_id(self) -> int:
        found = re.search(r"/projects/(\d+)/", self.page.url)
        assert found, self.page.url
        return int(found[1])

    # -- labelling ----------------------------------------------------------------------------------------------------

    def open_task(self, project: int, task: int) -> Self:
        self.page.goto(f"{self.url}/projects/{project}/data?task={task}")
        return self

    def start_labelling(self, project: int) -> Self:
        self.page.goto(f"{self.url}/projects/{project}/data?labeling=1")
        return self

    def drag_over_text(self, surface: str, text: str) -> None:
        """Select the first occurrence of a text with the mouse."""
        root = self.surface(surface)
        expect(root).to_contain_text(text)
        root.scroll_into_view_if_needed()
        boxes = root.evaluate(_TEXT_BOXES, text)
        assert boxes, f"{text!r} is not in {surface}"
        first, last = boxes
        mouse = self.page.mouse
        mouse.move(first["left"] + 0.5, first["middle"])
        mouse.down()
        mouse.move((first["left"] + last["right"]) / 2, last["middle"], steps=4)
        mouse.move(last["right"] - 0.5, last["middle"], steps=4)
        mouse.up()

    def mark(self, label: str, surface: str, text: str) -> None:
        """With nothing selected, take up a label and drag over a text."""
        for region in self.regions().and_(self.scope.locator("[aria-selected=true]")).all():
            region.click()
        self.label(label).click()
        self.drag_over_text(surface, text)
        expect(self.region(text).last).to_be_visible()

    def region(self, text: str) -> Locator:
        """The outliner's item with this text."""
        return self.regions().filter(has_text=text)

    def select(self, text: str) -> None:
        """The region with this text; a click on one that is selected would leave it."""
        region = self.region(text)
        if region.get_attribute("aria-selected") != "true":
            region.click()
        expect(region).to_have_attribute("aria-selected", "true")

    def relate(self, start: str, end: str, label: str) -> None:
        """From the region with one text to that with another."""
        self.select(start)
        self.press("Alt+r")
        self.region(end).click()
        self.button("Label the relation").first.click()
        self.page.get_by_role("menuitemcheckbox", name=label, exact=True).click()

    def star(self, rating: str, number: int) -> None:
        """Of a star only the label is to be seen."""
        radio = self.scope.get_by_role("radio", name=f"{rating}: {number}", exact=True)
        radio.locator("xpath=following-sibling::label").click()

    def choose_in(self, taxonomy: str, *items: str) -> None:
        """Found by searching, taken with the keys."""
        self.button("Choose …").click()
        search = self.field(f"Search in {taxonomy}")
        for item in items:
            search.fill(item)
            self.press("ArrowDown")
            self.press("Enter")
        self.press("Escape")

    def card(self, title: str) -> Locator:
        """Of a list that is put in order."""
        return self.scope.get_by_role("listitem", name=title, exact=True)

    def drag_over_image(self, surface: str, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag between two points, given as fractions of the surface."""
        box = self.surface(surface).bounding_box()
        assert box
        corners = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
        mouse = self.page.mouse
        mouse.move(*corners[0])
        mouse.down()
        mouse.move(*corners[1], steps=8)
        mouse.up()

    def panel(self, name: str) -> Locator:
        """The tab of a panel beside the task."""
        return self.page.get_by_role("tab", name=name).and_(self.page.locator("[data-panel]"))

    def versions(self) -> Locator:
        """The tabs of annotations, drafts and predictions."""
        return self.scope.get_by_role("tablist", name="Annotations", exact=True).get_by_role("tab")

    def say(self, text: str) -> None:
        """Write a comment; returns when the server has it."""
        self.panel("Comments").click()
        field = self.scope.get_by_role("textbox", name="Write a comment")
        field.fill(text)
        with self.page.expect_response(lambda r: r.request.method == "POST" and "/comments" in r.url) as answer:
            field.press("Control+Enter")
        assert answer.value.ok, answer.value.text()

    def comments(self) -> Locator:
        """Those that are not resolved."""
        return self.scope.get_by_role("list", name="Comments", exact=True).get_by_role("listitem")

    def second_tab(self) -> "Person":
        """The same person with another tab, of the page that this one shows."""
        page = self.page.context.new_page()
        page.goto(self.page.url)
        return Person(page, self.url, self.watch)

    def panels_at(self, side: str) -> Locator:
        """What is docked on the left, on the right or at the bottom."""
        return self.page.get_by_role("complementary", name=f"Panels {side}", exact=True)

    def drag(self, what: Locator, to: Locator, at: tuple[float, float]) -> None:
        """Drag something to a point of something else, given as fractions of it."""
        start, end = what.bounding_box(), to.bounding_box()
        assert start
        assert end
        mouse = self.page.mouse
        mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
        mouse.down()
        x, y = end["x"] + at[0] * end["width"], end["y"] + at[1] * end["height"]
        # Once more when what dragging needs has been loaded.
        for _ in range(2):
            mouse.move(x - 8, y, steps=4)
            mouse.move(x, y, steps=4)
            self.page.wait_for_load_state("networkidle")
        mouse.up()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def submit(self) -> None:
        """Returns when the server has confirmed."""
        with self.page.expect_response(lambda r: r.request.method == "POST" and "/annotations" in r.url) as answer:
            self.button("Submit").click()
        assert answer.value.ok, answer.value.text()

    def update(self) -> None:
        with self.page.expect_response(lambda r: r.request.method == "PATCH" and "/annotations/" in r.url) as answer:
            self.button("Update").click()
        assert answer.value.ok, answer.value.text()

    def wait_for_draft(self) -> None:
        """Until everything drawn so far is on the server."""
        expect(self.page.get_by_text(re.compile(r"^\s*Saved \d"))).to_be_visible()

    def wait_until_connected(self) -> None:
        """Until the server answers again and everything that waited for it is sent."""
        status = self.page.get_by_role("status")
        expect(status.filter(has_text="Not connected")).to_have_count(0)
        expect(status.filter(has_text="to send")).to_have_count(0)

    # -- taking it out ------------------------------------------------------------------------------------------------

    def export(self, project: int) -> Any:
        """The JSON that the export dialog downloads."""
        self.page.goto(f"{self.url}/projects/{project}/data")
        self.button("Export").click()
        dialog = self.page.get_by_role("dialog")
        expect(dialog.get_by_role("radio", name="JSON", exact=True)).to_be_checked()
        with self.page.expect_download() as download:
            dialog.get_by_role("button", name="Export", exact=True).click()
        return json.loads(download.value.path().read_text("utf-8"))


def arrive(profile: BrowserContext, url: str) -> Person:
    """Somebody with this browser profile of their own."""
    watch = Watch(profile, url)
    page = profile.pages[0] if profile.pages else profile.new_page()
    return Person(page, url, watch)


NewPerson = Callable[[str], Person]
"""Somebody with a browser of their own, at the server of this address."""
