"""Keys: changed on their page, used at once in the editor; regions by the clipboard; everything by the palette."""

import json
from pathlib import Path

from playwright.sync_api import expect

from harness.live import Client
from people.data import BOX_CONFIG, photograph
from people.person import Person


def test_a_key_is_changed_taken_over_and_used_in_the_editor(person: Person, api: Client, tmp_path: Path) -> None:
    project = person.create_project("Keys", BOX_CONFIG, photograph(tmp_path / "photo.jpg", 1))
    task = api.call("GET", "/api/tasks/", params={"project": project})["tasks"][0]["id"]

    person.page.goto(f"{person.url}/user/account/keys")
    person.button("Change Ctrl+D of Duplicate").click()
    person.press("b")
    expect(person.page.get_by_role("alert")).to_contain_text("B is the key of: Brush.")
    person.button("Use it here alone").click()
    expect(person.button("Change B of Duplicate")).to_be_visible()
    person.button("No key for Undo the last step").click()
    person.button("Change H of Pan").click()
    person.press("Control+w")
    expect(person.page.get_by_role("alert")).to_contain_text("belongs to the browser")
    with person.page.expect_download() as download:
        person.page.get_by_role("link", name="Export").click()
    exported = json.loads(download.value.path().read_text("utf-8"))
    assert exported["region:duplicate"] == {"key": "b", "active": True}
    assert exported == api.call("GET", "/api/current-user/hotkeys/")["custom_hotkeys"]

    person.open_task(project, task)
    person.label("House").click()
    person.drag_over_image("photo", (0.3, 0.3), (0.5, 0.6))
    expect(person.regions()).to_have_count(1)
    person.press("ControlOrMeta+a")
    person.press("b")
    expect(person.regions()).to_have_count(2)
    person.press("ControlOrMeta+z")
    expect(person.regions()).to_have_count(2)
    person.press("?")
    dialog = person.page.get_by_role("dialog", name="Keys")
    dialog.get_by_label("Search keys").fill("duplicate")
    expect(dialog.get_by_role("definition")).to_have_text("B")
    dialog.get_by_role("link", name="Change keys").click()
    person.button("Reset all").click()
    person.page.get_by_role("dialog").get_by_role("button", name="Reset all").click()
    expect(person.button("Change Ctrl+D of Duplicate")).to_be_visible()
    expect(person.page.get_by_role("dialog")).to_have_count(0)
    expect(person.button("Reset all")).to_be_disabled()
    assert api.call("GET", "/api/current-user/hotkeys/")["custom_hotkeys"] == {}


def test_keys_come_from_a_file_and_a_bad_file_changes_nothing(person: Person) -> None:
    person.page.goto(f"{person.url}/user/account/keys")
    upload = person.page.locator("input[type=file]")

    def give(text: str) -> None:
        upload.set_input_files({"name": "keys.json", "mimeType": "application/json", "buffer": text.encode()})

    give('{"region:lock": {"key": "ctrl+w"}}')
    expect(person.page.get_by_text("This file holds no keys")).to_be_visible()
    expect(person.button("Change Alt+L of Lock or unlock selected regions")).to_be_visible()
    give('{"region:lock": {"key": "y"}}')
    expect(person.button("Change Y of Lock or unlock selected regions")).to_be_visible()


def test_regions_go_to_another_task_and_what_does_not_fit_is_named(person: Person, api: Client, tmp_path: Path) -> None:
    person.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    photos = [photograph(tmp_path / f"photo-{number}.jpg", number) for number in range(2)]
    project = person.create_project("Copies", BOX_CONFIG, *photos)
    first, second = (task["id"] for task in api.call("GET", "/api/tasks/", params={"project": project})["tasks"])
    person.open_task(project, first)
    person.label("House").click()
    person.drag_over_image("photo", (0.3, 0.3), (0.5, 0.6))
    expect(person.regions()).to_have_count(1)
    person.press("ControlOrMeta+a")
    person.press("ControlOrMeta+c")
    person.wait_for_draft()

    person.open_task(project, second)
    expect(person.surface("photo")).to_be_visible()
    person.press("ControlOrMeta+v")
    expect(person.regions()).to_have_count(1)
    expect(person.regions()).to_have_attribute("aria-selected", "true")
    person.press("ControlOrMeta+x")
    expect(person.regions()).to_have_count(0)
    person.press("ControlOrMeta+z")
    expect(person.regions()).to_have_count(1)
    person.wait_for_draft()

    other = api.project(BOX_CONFIG.replace("House", "Roof"), title="Other labels")["id"]
    address = api.call("GET", f"/api/tasks/{first}/")["data"]["image"]
    [third] = api.import_tasks(other, [{"image": address}])
    person.open_task(other, third)
    expect(person.surface("photo")).to_be_visible()
    person.press("ControlOrMeta+v")
    expect(person.page.get_by_role("status").filter(has_text='There is no label "House" here.')).to_be_visible()
    expect(person.regions()).to_have_count(0)


def test_the_palette_finds_labels_actions_and_regions(person: Person, tmp_path: Path, api: Client) -> None:
    project = person.create_project("Palette", BOX_CONFIG, photograph(tmp_path / "photo.jpg", 1))
    task = api.call("GET", "/api/tasks/", params={"project": project})["tasks"][0]["id"]
    person.open_task(project, task)
    palette = person.page.get_by_role("combobox", name="Search actions and labels")

    def run(query: str) -> None:
        person.press("ControlOrMeta+k")
        expect(palette).to_be_focused()
        palette.fill(query)
        person.press("Enter")
        expect(palette).to_have_count(0)

    expect(person.surface("photo")).to_be_visible()
    run("tree")
    expect(person.label("Tree")).to_have_attribute("aria-pressed", "true")
    person.drag_over_image("photo", (0.3, 0.3), (0.5, 0.6))
    expect(person.regions()).to_have_count(1)
    run("region 1")
    expect(person.regions()).to_have_attribute("aria-selected", "true")
    run("dupl")
    expect(person.regions()).to_have_count(2)
    person.press("ControlOrMeta+k")
    expect(person.page.get_by_role("option").first).to_contain_text("Duplicate")
