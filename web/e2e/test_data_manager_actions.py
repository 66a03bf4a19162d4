"""Every action of the Data Manager, from its dialog to what it did; deletions can be taken back for a while."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from harness.listener import until
from harness.live import Client
from harness.process import ServerProcess
from people.account import FLAGS
from people.person import Person
from people.task_list import TaskList, letters_project, task
from test_accessibility import assert_accessible

COUNT = 9


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with ServerProcess(
        tmp_path_factory.mktemp("server"), *FLAGS, env={"EXPERIMENTAL_FEATURES": "true"}
    ).start() as process:
        yield process


@pytest.fixture
def tasks(api: Client, person: Person) -> TaskList:
    return TaskList(person, letters_project(api, COUNT))


def listed(api: Client, tasks: TaskList, **params: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = api.call("GET", "/api/tasks/", params={"project": tasks.project, **params})["tasks"]
    return found


def ids(api: Client, tasks: TaskList) -> list[int]:
    return [found["id"] for found in listed(api, tasks)]


def choose(tasks: TaskList, *numbers: int) -> None:
    tasks.open()
    for number in numbers:
        tasks.row(number).get_by_role("checkbox").check()


def test_a_deletion_asks_first_can_be_taken_back_and_says_what_it_did(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    choose(tasks, *known[:6])
    dialog = tasks.act("Delete their annotations")
    expect(dialog).to_contain_text("This concerns 6 tasks.")
    assert_accessible(tasks.page)
    dialog.get_by_role("button", name="Cancel").click()
    tasks.expect_selected("6 tasks selected")
    tasks.act("Delete their annotations").get_by_role("button", name="Delete their annotations").click()
    expect(tasks.row(known[2])).to_have_attribute("data-going", "true")
    tasks.person.button("Undo").click()
    expect(tasks.page.get_by_text("Taken back: nothing was deleted.")).to_be_visible()
    expect(tasks.row(known[2])).not_to_have_attribute("data-going", "true")
    choose(tasks, *known[:6])
    expect(tasks.cell(known[2], "Annotations")).to_have_text("1")
    tasks.act("Delete their annotations").get_by_role("button", name="Delete their annotations").click()
    expect(tasks.page.get_by_text("Deleted 2 annotations.")).to_be_visible()
    expect(tasks.cell(known[2], "Annotations")).to_have_text("0")


def test_who_leaves_the_page_has_meant_a_deletion(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    choose(tasks, *known[:2])
    tasks.act("Delete tasks").get_by_role("button", name="Delete tasks").click()
    expect(tasks.row(known[0])).to_have_attribute("data-going", "true")
    tasks.page.goto("about:blank")
    until(lambda: ids(api, tasks) == known[2:])


def test_predictions_are_deleted_where_they_were_chosen(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    for number in known[:2]:
        api.call("POST", "/api/predictions/", json={"task": number, "result": []})
    choose(tasks, known[0])
    tasks.act("Delete their predictions").get_by_role("button", name="Delete their predictions").click()
    expect(tasks.page.get_by_text("Deleted 1 prediction.")).to_be_visible()
    assert [found["total_predictions"] for found in listed(api, tasks)][:2] == [0, 1]


def test_duplicates_are_merged(tasks: TaskList, api: Client) -> None:
    api.import_tasks(tasks.project, [task(1), task(2)])
    known = ids(api, tasks)
    choose(tasks, *known)
    tasks.act("Remove duplicate tasks").get_by_role("button", name="Remove duplicate tasks").click()
    expect(tasks.page.get_by_text("Removed 2 tasks.")).to_be_visible()
    tasks.expect_count(f"{COUNT} tasks")


def test_an_action_that_is_refused_keeps_the_selection_and_says_why(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    choose(tasks, known[0])
    dialog = tasks.act("Copy an annotation to these tasks")
    dialog.get_by_label("ID of the annotation").fill("999999")
    with tasks.person.watch.expect("400"):
        dialog.get_by_role("button", name="Copy an annotation to these tasks").click()
        expect(dialog.get_by_role("alert")).to_contain_text("There is no annotation 999999")
    dialog.get_by_role("button", name="Cancel").click()
    tasks.expect_selected("1 task selected")


def test_predictions_become_annotations_of_the_version_that_is_chosen(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    for version in ("one", "two"):
        body = {"task": known[0], "result": [], "model_version": version}
        api.call("POST", "/api/predictions/", json=body)
    tasks.open()
    tasks.row(known[0]).get_by_role("checkbox").check()
    dialog = tasks.act("Make annotations of predictions")
    tasks.choose(dialog.get_by_role("combobox", name="Model version"), "two")
    dialog.get_by_role("button", name="Make annotations of predictions").click()
    expect(tasks.cell(known[0], "Annotations")).to_have_text("1")


def test_an_annotation_is_copied_to_other_tasks(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    [source] = api.call("GET", f"/api/tasks/{known[2]}/annotations/")
    choose(tasks, known[0], known[1])
    dialog = tasks.act("Copy an annotation to these tasks")
    assert_accessible(tasks.page)
    dialog.get_by_label("ID of the annotation").fill(str(source["id"]))
    dialog.get_by_role("button", name="Copy an annotation to these tasks").click()
    expect(tasks.page.get_by_text("Made 2 annotations.")).to_be_visible()
    expect(tasks.cell(known[0], "Annotations")).to_have_text("1")


def test_labels_are_written_into_the_data(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    choose(tasks, *known[:3])
    dialog = tasks.act("Write labels into the data")
    tasks.choose(dialog.get_by_role("combobox", name="Control", exact=True), "entity")
    tasks.choose(dialog.get_by_role("combobox", name="With counts"), "No")
    dialog.get_by_role("button", name="Write labels into the data").click()
    expect(tasks.page.get_by_text("Changed 3 tasks.")).to_be_visible()
    expect(tasks.head("cache_entity")).to_be_visible()
    expect(tasks.cell(known[2], "cache_entity")).to_have_text("Person")


def test_a_field_is_added_to_the_data(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    choose(tasks, *known[:2])
    dialog = tasks.act("Add a field to the data")
    dialog.get_by_label("Name of the field").fill("place")
    tasks.choose(dialog.get_by_role("combobox", name="Kind of value"), "Expression")
    dialog.get_by_label("Value", exact=True).fill("range(7)")
    dialog.get_by_role("button", name="Add a field to the data").click()
    expect(tasks.head("place")).to_be_visible()
    expect(tasks.cell(known[1], "place")).to_have_text("8")


def test_a_label_is_renamed_in_the_whole_project_by_a_job(tasks: TaskList, api: Client) -> None:
    known = ids(api, tasks)
    choose(tasks, known[0])
    dialog = tasks.act("Rename a label in the annotations")
    expect(dialog).to_contain_text("whatever is selected")
    dialog.get_by_label("Old label").fill("Person")
    dialog.get_by_label("New label").fill("Human")
    dialog.get_by_role("button", name="Rename a label in the annotations").click()

    def label() -> object:
        return api.call("GET", f"/api/tasks/{known[2]}/")["annotations"][0]["result"][0]["value"]["labels"]

    until(lambda: label() == ["Human"])


def test_actions_speak_the_language_of_the_page(tasks: TaskList, api: Client) -> None:
    offered = api.call("GET", "/api/dm/actions/", params={"project": tasks.project})
    tasks.page.add_init_script("localStorage.setItem('labelwright.locale', 'zh-CN')")
    tasks.page.goto(f"{tasks.person.url}/projects/{tasks.project}/data")
    tasks.page.get_by_role("checkbox", name="全选").check()
    tasks.person.button("操作").click()
    items = tasks.page.get_by_role("menuitem")
    expect(items).to_have_count(len(offered))
    for text in items.all_inner_texts():
        assert not any("a" <= letter <= "z" for letter in text), text
    items.filter(has_text="将标签写入数据").click()
    dialog = tasks.page.get_by_role("dialog")
    expect(dialog.get_by_role("combobox", name="包含计数")).to_have_value("是")
    texts = dialog.inner_text().replace("ID", "")
    assert not any("a" <= letter <= "z" for letter in texts), texts
