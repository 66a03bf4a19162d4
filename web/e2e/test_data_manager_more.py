"""The list of tasks further on: what is inside annotations, tiles, a task beside it, many rows."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from harness.live import Client
from people.data import BOX_CONFIG, photograph
from people.person import Person
from people.task_list import TaskList, letters_project, person_span
from test_accessibility import assert_accessible

COUNT = 60


@pytest.fixture
def tasks(api: Client, person: Person) -> TaskList:
    return TaskList(person, letters_project(api, COUNT))


def ids(api: Client, tasks: TaskList) -> list[int]:
    page = api.call("GET", "/api/tasks/", params={"project": tasks.project, "page_size": 1000})
    return [task["id"] for task in page["tasks"]]


def test_a_group_asks_for_what_is_inside_annotations(tasks: TaskList, api: Client) -> None:
    tasks.open()
    tasks.keep_as_tab("Persons")
    filters = tasks.menu("Filters")
    filters.get_by_role("button", name="Add a group").click()
    tasks.choose(filters.get_by_role("combobox", name="What the group is about"), "of its annotations")
    filters.get_by_role("button", name="Remove the condition").click()
    filters.get_by_role("button", name="Add a group").first.click()
    tasks.choose(filters.get_by_role("combobox", name="What the group is about").last, "of its regions and answers")
    tasks.choose(filters.get_by_role("combobox", name="Column"), "Label")
    tasks.choose(filters.get_by_role("combobox", name="Value"), "Person")
    tasks.expect_count("20 tasks")
    assert_accessible(tasks.page)
    filters.get_by_role("textbox", name="Number").first.fill("2")
    tasks.expect_count("No task matches the filters.")
    tasks.choose(filters.get_by_role("combobox", name="How many").first, "at most")
    tasks.expect_count(f"{COUNT} tasks")
    tasks.page.reload()
    tasks.expect_count(f"{COUNT} tasks")
    [view] = api.call("GET", "/api/dm/views/", params={"project": tasks.project})
    assert view["data"]["filters"]["items"][0]["target"] == "annotations"


def test_a_date_can_be_a_distance_from_now(tasks: TaskList, api: Client) -> None:
    tasks.open()
    tasks.keep_as_tab("New")
    filters = tasks.menu("Filters")
    filters.get_by_role("button", name="Add a condition").click()
    tasks.choose(filters.get_by_role("combobox", name="Column"), "Created")
    tasks.choose(filters.get_by_role("combobox", name="Comparison"), "after")
    tasks.choose(filters.get_by_role("combobox", name="Value: how the date is meant"), "start of today")
    expect(tasks.grid()).to_have_attribute("aria-busy", "false")
    tasks.choose(filters.get_by_role("combobox", name="Comparison"), "before")
    with tasks.page.expect_response(lambda r: "now-30d" in (r.request.post_data or "")):
        tasks.choose(filters.get_by_role("combobox", name="Value: how the date is meant"), "30 days ago")
    tasks.expect_count("No task matches the filters.")
    [view] = api.call("GET", "/api/dm/views/", params={"project": tasks.project})
    assert view["data"]["filters"]["items"][0]["value"] == "now-30d"


def test_tiles_are_worked_by_keys_and_open_tasks(person: Person, api: Client, tmp_path: Path) -> None:
    project = api.project(BOX_CONFIG, title="Houses")["id"]
    for number in range(7):
        with photograph(tmp_path / f"photo-{number}.jpg", number).open("rb") as file:
            api.call("POST", f"/api/projects/{project}/import", files={"file": (file.name, file, "image/jpeg")})
    tasks = TaskList(person, project).open()
    known = ids(api, tasks)
    look = tasks.menu("Rows or tiles")
    look.get_by_text("Tiles", exact=True).click()
    look.get_by_label("Tiles in a row").fill("3")
    tasks.page.keyboard.press("Escape")
    expect(tasks.grid()).to_have_attribute("aria-colcount", "3")
    expect(tasks.tile(known[0]).locator("img")).to_be_visible()
    tasks.tile(known[0]).focus()
    for key in ("ArrowRight", "ArrowDown", "Space"):
        tasks.page.keyboard.press(key)
    expect(tasks.tile(known[4])).to_be_focused()
    expect(tasks.tile(known[4])).to_have_attribute("aria-selected", "true")
    assert_accessible(tasks.page)
    tasks.page.keyboard.press("Enter")
    expect(person.surface("photo")).to_be_visible()
    tasks.page.go_back()
    expect(tasks.tile(known[4])).to_be_visible()


def test_a_task_is_labelled_beside_the_list(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    tasks.open()
    tasks.page.keyboard.press("Shift+ArrowDown")
    tasks.page.keyboard.press("Shift+ArrowRight")
    expect(tasks.beside().get_by_role("heading", name=f"Task {known[1]}")).to_be_visible()
    expect(tasks.person.surface("letter")).to_contain_text("letter 2 ")
    tasks.page.keyboard.press("Shift+ArrowDown")
    expect(tasks.person.surface("letter")).to_contain_text("letter 3 ")
    expect(tasks.row(known[2])).to_have_attribute("aria-current", "true")
    assert_accessible(tasks.page)
    tasks.row(known[3]).get_by_role("link").click()
    expect(tasks.person.surface("letter")).to_contain_text("letter 4 ")
    tasks.person.label("Person").click()
    tasks.person.drag_over_text("letter", "Ada Lovelace")
    # There is little room: panels come when they are asked for, and stay.
    expect(tasks.person.regions()).to_have_count(0)
    tasks.page.keyboard.press("Alt+p")
    expect(tasks.person.regions()).to_have_count(1)
    tasks.person.submit()
    expect(tasks.person.regions()).to_have_count(1)
    expect(tasks.cell(known[3], "Annotations")).to_have_text("1")
    tasks.person.button("On the whole page").click()
    expect(tasks.grid()).to_have_count(0)
    expect(tasks.person.surface("letter")).to_contain_text("letter 4 ")
    tasks.page.go_back()
    tasks.row(known[3]).get_by_role("gridcell").first.focus()
    tasks.page.keyboard.press("Shift+ArrowLeft")
    expect(tasks.beside()).to_have_count(0)
    expect(tasks.row(known[3]).locator(":focus")).to_have_count(1)


def test_a_task_is_seen_as_json(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    tasks.open()
    tasks.row(known[2]).hover()
    tasks.person.button(f"Task {known[2]} as JSON").click()
    text = tasks.page.get_by_role("dialog").locator("pre").inner_text()
    assert json.loads(text)["annotations"][0]["result"][0]["value"]["labels"] == ["Person"]


def test_results_are_summed_up_by_their_labels_however_large_they_are(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    many = [{**person_span(""), "id": f"r{number}"} for number in range(1000)]
    place = {**person_span(""), "id": "last"}
    place["value"] = {**place["value"], "labels": ["Place"]}
    api.call("POST", f"/api/tasks/{known[0]}/annotations/", json={"result": [*many, place]})
    tasks.open()
    tasks.menu("Columns").get_by_role("checkbox", name="Annotation results").check()
    expect(tasks.row(known[2]).get_by_role("listitem")).to_have_text(["Person"])
    expect(tasks.row(known[0]).get_by_role("listitem")).to_have_text(["Person1000", "Place"])
    colour = "rgb(194, 65, 12)"
    expect(tasks.row(known[0]).get_by_role("listitem").first.locator("span")).to_have_css("background-color", colour)


def test_tasks_are_labelled_as_displayed(tasks: TaskList, api: Client) -> None:
    tasks.open()
    tasks.head("number").get_by_role("button", name="number").first.click()
    tasks.head("number").get_by_role("button", name="number").first.click()
    expect(tasks.head("number")).to_have_attribute("aria-sort", "descending")
    tasks.person.button("More ways to label").click()
    tasks.page.get_by_role("menuitem", name="Label tasks as displayed").click()
    # The last one is annotated already.
    expect(tasks.person.surface("letter")).to_contain_text(f"letter {COUNT - 1} ")
    tasks.person.label("Person").click()
    tasks.person.drag_over_text("letter", "Ada Lovelace")
    tasks.person.submit()
    expect(tasks.person.surface("letter")).to_contain_text(f"letter {COUNT - 2} ")


def many_lines(api: Client) -> int:
    number: int = api.project("<View><Text name='t' value='$text'/></View>", title="Many")["id"]
    api.import_tasks(number, [{"text": f"line {line}"} for line in range(1, 20_001)])
    return number


def test_twenty_thousand_rows_are_scrolled_to_their_end(person: Person, api: Client) -> None:
    tasks = TaskList(person, many_lines(api)).open()
    tasks.expect_count("20,000 tasks")
    for place, line in ((1.0, 20_000), (0.5, 10_000), (0.0, 1)):
        tasks.scroll_to(place)
        expect(tasks.grid().get_by_text(f"line {line}", exact=True)).to_be_visible()
    tasks.page.keyboard.press("Shift+ArrowDown")
    tasks.page.keyboard.press("Control+End")
    expect(tasks.grid().get_by_text("line 20000", exact=True)).to_be_in_viewport()
    expect(tasks.grid().get_by_role("row").locator("xpath=self::*[@aria-rowindex='20001']")).to_be_visible()


def test_a_jump_asks_for_no_page_between(person: Person, api: Client) -> None:
    tasks = TaskList(person, many_lines(api)).open()
    expect(tasks.grid()).to_have_attribute("aria-rowcount", "20001")
    asked: list[str] = []
    tasks.page.on("request", lambda request: asked.append(request.url) if "/api/tasks/?" in request.url else None)
    # Up and down, with steps between that keep the pages waiting.
    tasks.grid().locator("xpath=..").evaluate(
        """async (it) => {
          for (let round = 0; round < 12; round++) {
            it.scrollTo(0, round % 2 ? 0 : it.scrollHeight)
            for (const pause of [20, 30 + 5 * round]) {
              await new Promise((done) => setTimeout(done, pause))
              it.scrollBy(0, round % 2 ? 44 : -44)
            }
          }
        }"""
    )
    tasks.scroll_to(0.0)
    expect(tasks.grid().get_by_text("line 1", exact=True)).to_be_visible()
    pages = {re.search(r"[?&]page=(\d+)", url)[1] for url in asked}  # type: ignore[index]
    assert len(pages) < 12, sorted(pages, key=int)


def test_rows_wait_for_no_counters(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    for counting in ("**/api/dm/totals/?*", f"**/api/projects/{tasks.project}/"):
        tasks.page.route(counting, lambda route: None)
    tasks.page.goto(f"{tasks.person.url}/projects/{tasks.project}/data")
    expect(tasks.row(known[0])).to_be_visible()
    tasks.row(known[0]).get_by_role("link").click()
    expect(tasks.page).to_have_url(re.compile(rf"task={known[0]}"))


def test_keys_to_the_last_row_wait_until_the_list_is_counted(person: Person, api: Client) -> None:
    tasks = TaskList(person, letters_project(api, 120))
    waiting: list[Route] = []
    tasks.page.route("**/api/dm/totals/?*", lambda route: waiting.append(route))
    tasks.open()
    for key in ("Shift+ArrowDown", "Control+End", "ArrowUp", "Enter"):
        tasks.page.keyboard.press(key)
    expect(tasks.grid()).to_have_attribute("aria-rowcount", "101")
    for route in waiting:
        route.continue_()
    expect(person.surface("letter")).to_contain_text("letter 119")


def test_the_next_page_is_there_before_it_is_scrolled_to(person: Person, api: Client) -> None:
    tasks = TaskList(person, letters_project(api, 320))
    known = ids(api, tasks)
    with tasks.page.expect_response(lambda r: "/api/tasks/" in r.url and "page=2&" in r.url):
        tasks.open()
    with tasks.page.expect_response(lambda r: "/api/tasks/" in r.url and "page=3&" in r.url):
        tasks.scroll_to(0.45)
    tasks.page.route("**/api/tasks/?*", lambda route: None)
    tasks.scroll_to(0.7)
    expect(tasks.row(known[220])).to_be_visible()


def test_the_list_is_accessible_in_the_dark(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    tasks.page.emulate_media(color_scheme="dark")
    tasks.open()
    expect(tasks.page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    tasks.menu("Columns").get_by_role("checkbox", name="Annotation results").check()
    assert_accessible(tasks.page)
    tasks.page.keyboard.press("Escape")
    tasks.row(known[2]).get_by_role("checkbox").check()
    tasks.act("Delete their annotations").get_by_role("button", name="Delete their annotations").click()
    expect(tasks.row(known[2])).to_have_attribute("data-going", "true")
    assert_accessible(tasks.page)
    tasks.person.button("Undo").click()
    tasks.menu("Filters").get_by_role("button", name="Add a group").click()
    assert_accessible(tasks.page)


def test_a_list_that_cannot_be_loaded_offers_to_try_again(tasks: TaskList) -> None:
    tasks.page.route("**/api/tasks/?*", lambda route: route.fulfill(status=500, json={"detail": "Broken."}))
    with tasks.person.watch.expect("500"):
        tasks.page.goto(f"{tasks.person.url}/projects/{tasks.project}/data")
        expect(tasks.page.get_by_role("alert")).to_contain_text("Broken.")
        tasks.page.unroute("**/api/tasks/?*")
        tasks.person.button("Try again").click()
        expect(tasks.grid()).to_have_attribute("aria-rowcount", str(COUNT + 1))
