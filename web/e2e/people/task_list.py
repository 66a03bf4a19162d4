"""The list of a project's tasks: how it is worked, and what tests of it start from."""

import re
from typing import Any, Self

from playwright.sync_api import Locator, expect

from harness.live import Client
from people.data import NER_CONFIG, letter
from people.person import Person


def letters(count: int) -> list[dict[str, Any]]:
    """Tasks whose fields differ in every way a filter can ask for; every third is annotated."""
    return [task(number) for number in range(1, count + 1)]


def task(number: int) -> dict[str, Any]:
    made: dict[str, Any] = {"data": {"text": letter(number), "number": number, "source": f"box {number % 3}"}}
    if number % 3 == 0:
        made["annotations"] = [{"result": [person_span(letter(number))]}]
    return made


def person_span(text: str) -> dict[str, Any]:
    value = {"start": 0, "end": 12, "text": text[:12], "labels": ["Person"]}
    return {"id": "a", "from_name": "entity", "to_name": "letter", "type": "labels", "value": value}


def letters_project(api: Client, count: int, title: str = "Letters") -> int:
    number: int = api.project(NER_CONFIG, title=title)["id"]
    api.import_tasks(number, letters(count))
    return number


class TaskList:
    def __init__(self, person: Person, project: int) -> None:
        self.person = person
        self.page = person.page
        self.project = project

    def open(self, query: str = "") -> Self:
        self.page.goto(f"{self.person.url}/projects/{self.project}/data{query}")
        self.expect_loaded()
        return self

    def expect_loaded(self) -> None:
        expect(self.grid()).to_have_attribute("aria-busy", "false")

    def grid(self) -> Locator:
        return self.page.get_by_role("grid", name="Tasks", exact=True)

    def row(self, task: int) -> Locator:
        return self.grid().locator(f'[role="row"][data-task="{task}"]')

    def tile(self, task: int) -> Locator:
        return self.grid().locator(f'[role="gridcell"][data-task="{task}"]')

    def cell(self, task: int, column: str) -> Locator:
        """Of a task, what stands below a column's head."""
        # Behind an open dialog there is no list for assistive technology, and none for a test.
        expect(self.grid()).to_be_visible()
        heads = self.heads()
        return self.row(task).get_by_role("gridcell").nth(heads.index(column) + 1)

    def heads(self) -> list[str]:
        return [text.strip() for text in self.grid().get_by_role("columnheader").all_inner_texts()[1:]]

    def head(self, column: str) -> Locator:
        return self.grid().get_by_role("columnheader", name=column, exact=False).filter(has_text=re.compile(column))

    def expect_count(self, text: str) -> None:
        expect(self.page.get_by_text(text, exact=True)).to_be_visible()

    def expect_selected(self, text: str) -> None:
        expect(self.page.get_by_role("toolbar", name="Selected tasks")).to_contain_text(text)

    def menu(self, name: str) -> Locator:
        """A panel of the tool bar, opened; the same button closes it."""
        titled = re.compile(f"^{name}( ?\\d+)?$")
        self.page.get_by_role("button", name=titled).click()
        panel = self.page.get_by_role("dialog", name=titled)
        expect(panel).to_be_visible()
        return panel

    def choose(self, field: Locator, option: str) -> None:
        # One that still closes takes the focus back to its own field.
        expect(self.page.get_by_role("listbox")).to_have_count(0)
        field.click()
        self.page.get_by_role("option", name=option, exact=True).first.click()

    def tab(self, title: str) -> Locator:
        tabs = self.page.get_by_role("navigation", name="Tabs", exact=True)
        return tabs.get_by_role("button", name=title, exact=True)

    def tabs(self) -> Locator:
        """The saved ones, in their order."""
        return self.page.get_by_role("navigation", name="Tabs").locator("[draggable] > button:first-child")

    def scroll_to(self, share: float) -> None:
        """As the thumb of the scrollbar does it."""
        self.grid().locator("xpath=..").evaluate(
            "(it, share) => it.scrollTo(0, it.scrollHeight * share - it.clientHeight / 2)", share
        )

    def keep_as_tab(self, title: str) -> None:
        self.person.button("Keep this view as a tab").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_label("Name").fill(title)
        dialog.get_by_role("button", name="Save").click()
        expect(self.tab(title)).to_have_attribute("aria-current", "page")

    def in_tab_menu(self, title: str, item: str) -> None:
        self.person.button(f"Menu of {title}").click()
        self.page.get_by_role("menuitem", name=item, exact=True).click()

    def act(self, action: str) -> Locator:
        """Begin an action with what is selected; its dialog."""
        self.person.button("Actions").click()
        self.page.get_by_role("menuitem", name=action, exact=True).click()
        return self.page.get_by_role("dialog", name=action)

    def beside(self) -> Locator:
        return self.page.get_by_role("region", name="Task beside the list")
