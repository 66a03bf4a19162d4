"""The tabs of the list of tasks: made, kept, shared, and changed by two people at once."""

import pytest
from playwright.sync_api import expect

from harness.listener import until
from harness.live import Client
from people.account import EMAIL, PASSWORD
from people.person import NewPerson, Person
from people.task_list import TaskList, letters_project
from test_accessibility import assert_accessible

COUNT = 60


@pytest.fixture
def tasks(api: Client, person: Person) -> TaskList:
    return TaskList(person, letters_project(api, COUNT))


@pytest.fixture
def guest(tasks: TaskList, new_person: NewPerson) -> TaskList:
    """Somebody else at the same list."""
    return TaskList(new_person(tasks.person.url).log_in(EMAIL, PASSWORD), tasks.project)


def first_id(api: Client, tasks: TaskList) -> int:
    page = api.call("GET", "/api/tasks/", params={"project": tasks.project, "page_size": 1})
    return int(page["tasks"][0]["id"])


def hidden(api: Client, tasks: TaskList) -> list[str]:
    """By the only tab, as the server has it."""
    [view] = api.call("GET", "/api/dm/views/", params={"project": tasks.project})
    names: list[str] = view["data"]["hiddenColumns"]["explore"]
    return names


def test_tabs_are_made_renamed_duplicated_moved_and_brought_back(tasks: TaskList) -> None:
    tasks.open()
    tasks.keep_as_tab("First")
    tasks.keep_as_tab("Second")
    tasks.in_tab_menu("Second", "Rename tab")
    tasks.page.get_by_role("dialog").get_by_label("Name").fill("Other")
    tasks.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(tasks.tab("Other")).to_be_visible()
    tasks.in_tab_menu("Other", "Duplicate tab")
    expect(tasks.tab("Other (copy)")).to_have_attribute("aria-current", "page")
    tasks.in_tab_menu("Other (copy)", "Move left")
    expect(tasks.tabs()).to_have_text(["First", "Other (copy)", "Other"])
    tasks.tab("First").focus()
    tasks.page.keyboard.press("Alt+ArrowRight")
    expect(tasks.tabs()).to_have_text(["Other (copy)", "First", "Other"])
    tasks.in_tab_menu("Other (copy)", "Delete tab")
    expect(tasks.tabs()).to_have_text(["First", "Other"])
    tasks.person.button("Undo").click()
    expect(tasks.tabs()).to_have_text(["Other (copy)", "First", "Other"])
    tasks.page.reload()
    expect(tasks.tabs()).to_have_text(["Other (copy)", "First", "Other"])
    assert_accessible(tasks.page)


def test_a_link_leads_another_person_to_the_same_tab_and_each_sees_what_the_other_does(
    tasks: TaskList, api: Client, guest: TaskList
) -> None:
    tasks.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tasks.open()
    tasks.keep_as_tab("Ours")
    filters = tasks.menu("Filters")
    filters.get_by_role("button", name="Add a condition").click()
    with tasks.page.expect_response(lambda r: r.request.method == "PATCH" and "/api/dm/views/" in r.url):
        filters.get_by_label("Value").fill("letter 1")
    tasks.expect_count("11 tasks")
    tasks.page.keyboard.press("Escape")
    tasks.in_tab_menu("Ours", "Copy link")
    expect(tasks.page.get_by_text("Link copied.")).to_be_visible()
    link = tasks.page.evaluate("navigator.clipboard.readText()")

    guest.page.goto(link)
    guest.expect_count("11 tasks")
    first = first_id(api, tasks)
    expect(guest.cell(first, "Annotations")).to_have_text("0")
    api.call("POST", f"/api/tasks/{first}/annotations/", json={"result": []})
    expect(guest.cell(first, "Annotations")).to_have_text("1")
    expect(tasks.cell(first, "Annotations")).to_have_text("1")


def test_another_person_finds_a_tab_as_it_was_left(tasks: TaskList, guest: TaskList) -> None:
    tasks.open()
    tasks.keep_as_tab("Ours")
    guest.page.goto(tasks.page.url)
    expect(guest.tab("Ours")).to_have_attribute("aria-current", "page")
    with guest.page.expect_response(lambda r: r.request.method == "PATCH" and "/api/dm/views/" in r.url):
        guest.menu("Columns").get_by_role("checkbox", name="source").uncheck()
    tasks.page.reload()
    tasks.expect_loaded()
    expect(tasks.head("source")).to_have_count(0)


def test_what_is_changed_right_before_leaving_is_saved(tasks: TaskList, api: Client) -> None:
    tasks.open()
    tasks.keep_as_tab("Ours")
    tasks.menu("Columns").get_by_role("checkbox", name="source").uncheck()
    tasks.page.close()
    until(lambda: "tasks:data.source" in hidden(api, tasks))


def test_a_tab_that_cannot_be_saved_says_so_and_is_saved_after_a_reload(tasks: TaskList, api: Client) -> None:
    tasks.open()
    tasks.keep_as_tab("Ours")
    tasks.page.route("**/api/dm/views/*/", lambda route: route.fulfill(status=500, json={"detail": "Broken."}))
    with tasks.person.watch.expect("500"):
        tasks.menu("Columns").get_by_role("checkbox", name="source").uncheck()
        expect(tasks.person.button("Not saved. Try again")).to_be_visible()
    expect(tasks.head("source")).to_have_count(0)
    assert_accessible(tasks.page)
    tasks.page.unroute("**/api/dm/views/*/")
    tasks.page.reload()
    tasks.expect_loaded()
    expect(tasks.head("source")).to_have_count(0)
    until(lambda: "tasks:data.source" in hidden(api, tasks))


def test_two_people_change_different_things_of_a_tab_and_both_hold(
    tasks: TaskList, api: Client, guest: TaskList
) -> None:
    tasks.open()
    tasks.keep_as_tab("Ours")
    guest.page.goto(tasks.page.url)
    expect(guest.tab("Ours")).to_have_attribute("aria-current", "page")
    with guest.page.expect_response(lambda r: r.request.method == "PATCH" and "/api/dm/views/" in r.url):
        guest.menu("Columns").get_by_role("checkbox", name="source").uncheck()
    # The first has not heard of it yet.
    with tasks.person.watch.expect("412"), tasks.page.expect_response(lambda r: r.request.method == "PATCH" and r.ok):
        tasks.head("number").get_by_role("button", name="number").first.click()
    expect(tasks.head("source")).to_have_count(0)
    expect(tasks.head("number")).to_have_attribute("aria-sort", "ascending")
    [view] = api.call("GET", "/api/dm/views/", params={"project": tasks.project})
    assert view["data"]["ordering"] == ["tasks:data.number"]
    assert "tasks:data.source" in view["data"]["hiddenColumns"]["explore"]


@pytest.mark.parametrize(("answer", "left"), [("Take theirs", "source"), ("Keep mine", "number")])
def test_two_people_who_change_the_same_of_a_tab_are_asked(
    tasks: TaskList, api: Client, guest: TaskList, answer: str, left: str
) -> None:
    tasks.open()
    tasks.keep_as_tab("Ours")
    guest.page.goto(tasks.page.url)
    expect(guest.tab("Ours")).to_have_attribute("aria-current", "page")
    with guest.page.expect_response(lambda r: r.request.method == "PATCH" and "/api/dm/views/" in r.url):
        guest.menu("Columns").get_by_role("checkbox", name="source").uncheck()
    with tasks.person.watch.expect("412"):
        tasks.menu("Columns").get_by_role("checkbox", name="number", exact=True).uncheck()
        expect(tasks.page.get_by_role("alert")).to_contain_text("Somebody else has just changed this tab")
    assert_accessible(tasks.page)
    tasks.page.keyboard.press("Escape")
    tasks.person.button(answer).click()
    expect(tasks.page.get_by_role("alert")).to_have_count(0)
    expect(tasks.head(left)).to_have_count(0)
    until(lambda: ("tasks:data.number" in hidden(api, tasks)) == (left == "number"))
    assert ("tasks:data.source" in hidden(api, tasks)) == (left == "source")
