"""Settings of projects, people and the workspace, worked on their pages."""

import io

from PIL import Image
from playwright.sync_api import expect

from harness.live import Client
from people.data import NER_CONFIG, letter
from people.person import NewPerson, Person


def test_a_project_is_copied_with_its_tasks(person: Person, api: Client) -> None:
    project = api.project(NER_CONFIG, title="Letters to copy")["id"]
    api.import_tasks(project, [{"text": letter(number)} for number in range(3)])
    person.page.goto(f"{person.url}/projects")
    person.button("Menu of Letters to copy").click()
    person.page.get_by_role("menuitem", name="Duplicate project").click()
    expect(person.field("Project name")).to_have_value("Letters to copy (copy)")
    person.button("Duplicate").click()
    person.page.wait_for_url(lambda url: "/data" in url and f"/projects/{project}/" not in url)
    expect(person.tasks().get_by_role("row")).to_have_count(4)
    copied = api.call("GET", f"/api/projects/{person.project_id()}/")
    assert (copied["title"], copied["task_number"]) == ("Letters to copy (copy)", 3)


def test_predictions_of_a_version_are_shown_and_deleted(person: Person, api: Client) -> None:
    project = api.project(NER_CONFIG, title="Predicted")["id"]
    [task] = api.import_tasks(project, [{"text": letter(1)}])
    for version in ("keywords", "bert"):
        api.call("POST", "/api/predictions/", json={"task": task, "result": [], "model_version": version})
    person.page.goto(f"{person.url}/projects/{project}/settings/predictions")
    person.field("Shown while labelling: bert").check()
    expect(person.page.get_by_text("Saved.")).to_be_visible()
    assert api.call("GET", f"/api/projects/{project}/")["model_version"] == "bert"

    person.button("Delete the predictions of keywords").click()
    person.page.get_by_role("dialog").get_by_role("button", name="Delete", exact=True).click()
    # While it is open, there is nothing behind it.
    expect(person.page.get_by_role("dialog")).to_be_hidden()
    expect(person.page.get_by_role("row", name="keywords")).to_have_count(0)
    assert api.call("GET", f"/api/projects/{project}/model-versions/") == {"bert": 1}


def test_a_picture_is_chosen_shown_and_removed(person: Person, api: Client) -> None:
    content = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(content, "PNG")
    person.page.goto(f"{person.url}/user/account")
    person.add_files({"name": "me.png", "mimeType": "image/png", "buffer": content.getvalue()})
    shown = person.page.get_by_role("region", name="Profile").get_by_role("img", name="Picture")
    expect(shown).to_be_visible()
    assert shown.evaluate("(image) => image.naturalWidth") == 64

    person.button("Remove the picture").click()
    expect(person.button("Remove the picture")).to_have_count(0)
    assert api.call("GET", "/api/current-user/whoami")["avatar"] is None


def test_a_picture_that_is_none_is_refused_in_words(person: Person) -> None:
    person.page.goto(f"{person.url}/user/account")
    with person.watch.expect("status of 400"):
        person.add_files({"name": "me.png", "mimeType": "image/png", "buffer": b"nothing"})
        expect(person.page.get_by_role("alert")).to_have_text("A picture must be a JPEG, PNG or GIF file.")


def test_the_workspace_is_renamed_and_its_sessions_shortened(person: Person, api: Client) -> None:
    person.page.goto(f"{person.url}/organization/settings")
    person.field("Name of the workspace").fill("Field research")
    with person.page.expect_response("**/api/organizations/*"):
        person.page.get_by_role("region", name="General").get_by_role("button", name="Save").click()
    person.field("A session ends after").fill("7")
    with person.page.expect_response("**/api/session-policy/"):
        person.page.get_by_role("region", name="Sessions").get_by_role("button", name="Save").click()
    assert [one["title"] for one in api.call("GET", "/api/organizations/")] == ["Field research"]
    assert api.call("GET", "/api/session-policy/")["max_session_age"] == 7 * 24 * 60


def test_roles_are_turned_on_and_given(person: Person, api: Client) -> None:
    api.call("POST", "/api/users/", json={"email": "grace@example.org", "username": "grace"})
    person.page.goto(f"{person.url}/organization/settings")
    person.page.get_by_role("switch", name="Roles decide who may do what").click()
    person.page.get_by_role("link", name="Set roles of people").click()
    role = person.page.get_by_role("combobox", name="Role of grace@example.org")
    expect(role).to_have_value("Annotator")
    role.click()
    person.page.get_by_role("option", name="Manager").click()
    expect(role).to_have_value("Manager")
    organization = api.call("GET", "/api/current-user/whoami")["active_organization"]
    members = api.call("GET", f"/api/organizations/{organization}/memberships")["results"]
    assert sorted(member["role"] for member in members) == ["manager", "owner"]


def test_who_may_not_change_the_workspace_is_not_offered_to(person: Person, api: Client, new_person: NewPerson) -> None:
    person.page.goto(f"{person.url}/people")
    person.button("Invite people").click()
    link = person.field("Invitation link").input_value()
    hopper = new_person(person.url)
    hopper.page.goto(link.replace(link.split("/user/")[0], person.url))
    hopper.enter("hopper@example.org", "nanoseconds of wire", "Create account")
    organization = api.call("GET", "/api/current-user/whoami")["active_organization"]
    api.call("PATCH", f"/api/organizations/{organization}", json={"roles_enabled": True})

    hopper.page.goto(f"{person.url}/people")
    expect(hopper.page.get_by_role("row", name="hopper@example.org").get_by_text("Annotator")).to_be_visible()
    expect(hopper.page.get_by_role("link", name="Workspace settings")).to_have_count(0)
    expect(hopper.page.get_by_role("combobox")).to_have_count(0)
