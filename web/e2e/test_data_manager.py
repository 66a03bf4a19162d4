"""The list of tasks by keys and by mouse: focus, selection, columns, order, filters, tabs."""

import pytest
from playwright.sync_api import expect

from harness.live import Client
from people.person import Person
from people.task_list import TaskList, letters_project
from test_accessibility import assert_accessible

COUNT = 120


@pytest.fixture
def tasks(api: Client, person: Person) -> TaskList:
    return TaskList(person, letters_project(api, COUNT))


def ids(api: Client, tasks: TaskList) -> list[int]:
    page = api.call("GET", "/api/tasks/", params={"project": tasks.project, "page_size": 1000})
    return [task["id"] for task in page["tasks"]]


def views(api: Client, tasks: TaskList) -> list[dict[str, object]]:
    found: list[dict[str, object]] = api.call("GET", "/api/dm/views/", params={"project": tasks.project})
    return [view["data"] for view in found]  # type: ignore[misc]


def test_one_cell_has_the_focus_and_keys_move_it_to_the_last_row_and_back(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    tasks.open()
    tasks.page.keyboard.press("Shift+ArrowDown")
    expect(tasks.row(known[1]).locator(":focus")).to_have_count(1)
    for key in ("ArrowRight", "ArrowRight", "Control+End"):
        tasks.page.keyboard.press(key)
    expect(tasks.row(known[-1])).to_be_in_viewport()
    expect(tasks.row(known[-1]).locator(":focus")).to_have_count(1)
    expect(tasks.grid()).to_have_attribute("aria-rowcount", str(COUNT + 1))
    expect(tasks.row(known[-1])).to_have_attribute("aria-rowindex", str(COUNT + 1))
    tasks.page.keyboard.press("Control+Home")
    tasks.page.keyboard.press("ArrowUp")
    expect(tasks.grid().get_by_role("columnheader").locator("xpath=self::*[@tabindex='0']")).to_be_focused()
    assert_accessible(tasks.page)


def test_keys_select_one_several_and_all(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    tasks.open()
    tasks.page.keyboard.press("Shift+ArrowDown")
    tasks.page.keyboard.press("Space")
    tasks.expect_selected("1 task selected")
    tasks.page.keyboard.press("Shift+ArrowDown")
    tasks.page.keyboard.press("Shift+ArrowDown")
    tasks.expect_selected("3 tasks selected")
    expect(tasks.row(known[3])).to_have_attribute("aria-selected", "true")
    tasks.page.keyboard.press("Control+End")
    tasks.page.keyboard.press("Shift+Space")
    tasks.expect_selected(f"{COUNT - 1} tasks selected")
    tasks.page.keyboard.press("Control+a")
    tasks.expect_selected(f"{COUNT} tasks selected")
    tasks.page.keyboard.press("Space")
    tasks.expect_selected(f"{COUNT - 1} tasks selected")
    tasks.page.keyboard.press("Escape")
    expect(tasks.page.get_by_role("toolbar", name="Selected tasks")).to_have_count(0)


def test_a_click_with_shift_selects_a_range_and_another_filter_drops_it(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    tasks.open()
    tasks.row(known[2]).get_by_role("checkbox").check()
    tasks.row(known[6]).get_by_role("checkbox").click(modifiers=["Shift"])
    tasks.expect_selected("5 tasks selected")
    filters = tasks.menu("Filters")
    filters.get_by_role("button", name="Add a condition").click()
    filters.get_by_label("Value").fill("letter 7 ")
    tasks.expect_count("1 task")
    expect(tasks.page.get_by_role("toolbar", name="Selected tasks")).to_have_count(0)


def test_enter_opens_a_task_and_going_back_finds_the_row_again(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    tasks.open()
    tasks.page.keyboard.press("Shift+ArrowDown")
    tasks.page.keyboard.press("Control+End")
    tasks.page.keyboard.press("Enter")
    expect(tasks.person.surface("letter")).to_contain_text(f"letter {COUNT}")
    tasks.page.go_back()
    expect(tasks.row(known[-1])).to_be_in_viewport()


def test_columns_are_moved_sized_pinned_and_hidden_and_the_tab_keeps_it(tasks: TaskList, api: Client) -> None:
    tasks.open()
    tasks.keep_as_tab("Mine")
    assert tasks.heads()[:3] == ["text", "number", "source"]
    tasks.head("number").click(position={"x": 4, "y": 4})
    tasks.head("number").focus()
    tasks.page.keyboard.press("Alt+ArrowRight")
    expect(tasks.grid().get_by_role("columnheader").nth(3)).to_have_text("number")
    tasks.page.keyboard.press("Alt+Shift+ArrowRight")
    tasks.page.keyboard.press("Alt+ArrowDown")
    tasks.page.get_by_role("menuitem", name="Keep in place").click()
    expect(tasks.grid().get_by_role("columnheader").nth(1)).to_have_text("number")
    tasks.menu("Columns").get_by_role("checkbox", name="source").uncheck()
    tasks.page.keyboard.press("Escape")
    expect(tasks.head("source")).to_have_count(0)
    with tasks.page.expect_response(lambda r: r.request.method == "PATCH" and "/api/dm/views/" in r.url):
        tasks.head("text").drag_to(tasks.head("ID"))
    tasks.page.reload()
    tasks.expect_loaded()
    assert tasks.heads()[:3] == ["number", "ID", "text"]
    [view] = views(api, tasks)
    assert view["hiddenColumns"]["explore"].count("tasks:data.source") == 1  # type: ignore[index]
    assert 130 < view["columnsWidth"]["tasks:data.number"] < 400  # type: ignore[index]
    assert view["labelwright"]["pinned"] == ["data.number"]  # type: ignore[index]


def test_a_column_is_as_wide_as_its_edge_is_dragged(tasks: TaskList) -> None:
    tasks.open()
    head = tasks.head("number")
    before = head.bounding_box()
    assert before
    edge = before["x"] + before["width"] - 3, before["y"] + before["height"] / 2
    tasks.page.mouse.move(*edge)
    tasks.page.mouse.down()
    tasks.page.mouse.move(edge[0] + 80, edge[1], steps=5)
    tasks.page.mouse.up()
    after = head.bounding_box()
    assert after
    assert abs(after["width"] - before["width"] - 80) <= 2


def test_tasks_are_put_in_order_by_heads_and_by_the_menu(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    tasks.open()
    tasks.head("number").get_by_role("button", name="number").first.click()
    tasks.head("number").get_by_role("button", name="number").first.click()
    expect(tasks.head("number")).to_have_attribute("aria-sort", "descending")
    expect(tasks.grid().locator('[data-row="0"]')).to_have_attribute("data-task", str(known[-1]))
    order = tasks.menu("Order")
    order.get_by_role("button", name="Not by number").click()
    expect(tasks.grid().locator('[data-row="0"]')).to_have_attribute("data-task", str(known[0]))
    tasks.choose(order.get_by_role("combobox", name="Order by"), "ID")
    order.get_by_role("radiogroup", name="Direction of ID").get_by_text("Downwards").click()
    expect(tasks.grid().locator('[data-row="0"]')).to_have_attribute("data-task", str(known[-1]))


def test_conditions_leave_what_fits_them_and_typing_never_empties_the_list(tasks: TaskList) -> None:
    tasks.open()
    filters = tasks.menu("Filters")
    filters.get_by_role("button", name="Add a condition").click()
    tasks.choose(filters.get_by_role("combobox", name="Column"), "Annotations")
    filters.get_by_label("Value").fill("1")
    tasks.expect_count("40 tasks")
    filters.get_by_role("button", name="Add a condition").click()
    rows = filters.get_by_label("Value")
    rows.nth(1).press_sequentially("box", delay=20)
    expect(tasks.grid().locator('[role="row"][data-task]').first).to_be_visible()
    tasks.expect_count("No task matches the filters.")
    filters.get_by_role("radiogroup", name="How the conditions combine").get_by_text("Any holds").click()
    tasks.expect_count("40 tasks")
    filters.get_by_role("button", name="Remove all conditions").click()
    tasks.expect_count(f"{COUNT} tasks")


def test_the_focus_alone_opens_no_list_of_columns(tasks: TaskList) -> None:
    tasks.open()
    filters = tasks.menu("Filters")
    filters.get_by_role("button", name="Add a condition").click()
    filters.get_by_role("combobox", name="Column").focus()
    tasks.page.keyboard.press("Tab")
    tasks.page.keyboard.press("Shift+Tab")
    expect(filters.get_by_role("combobox", name="Column")).to_be_focused()
    expect(tasks.page.get_by_role("listbox")).to_have_count(0)
    tasks.page.keyboard.press("ArrowDown")
    expect(tasks.page.get_by_role("listbox")).to_be_visible()


def test_a_pattern_that_is_none_says_so_and_the_filter_can_be_mended(tasks: TaskList) -> None:
    tasks.open()
    filters = tasks.menu("Filters")
    filters.get_by_role("button", name="Add a condition").click()
    tasks.choose(filters.get_by_role("combobox", name="Comparison"), "matches pattern")
    filters.get_by_label("Value").fill("letter 1[")
    tasks.expect_count("No task matches the filters.")
    filters.get_by_label("Value").fill("letter 1[12] ")
    tasks.expect_count("2 tasks")
