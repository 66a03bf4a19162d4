"""Somebody is invited, joins, and labels in the same workspace; somebody reads Chinese."""

from playwright.sync_api import expect

from harness.live import Client
from people.data import NER_CONFIG, letter
from people.person import NewPerson, Person


def test_an_invited_person_joins_and_labels_in_the_same_workspace(
    person: Person, api: Client, new_person: NewPerson
) -> None:
    project = api.project(NER_CONFIG, title="Shared letters")["id"]
    api.import_tasks(project, [{"text": letter(1)}, {"text": letter(2)}])
    person.page.goto(f"{person.url}/people")
    person.button("Invite people").click()
    link = person.field("Invitation link").input_value()

    charles = new_person(person.url)
    charles.page.goto(link.replace(link.split("/user/")[0], person.url))
    charles.enter("charles@example.org", "difference engine", "Create account")
    expect(charles.page.get_by_text("Shared letters")).to_be_visible()
    charles.start_labelling(project)
    charles.label("Place").click()
    charles.drag_over_text("letter", "London")
    charles.submit()

    [task, _] = api.call("GET", "/api/tasks/", params={"project": project, "fields": "all"})["tasks"]
    assert [annotation["completed_by"] for annotation in task["annotations"]] == [user_id(api, "charles@example.org")]


def user_id(api: Client, email: str) -> int:
    found: int = next(user["id"] for user in api.call("GET", "/api/users/") if user["email"] == email)
    return found


def test_without_an_invitation_nobody_joins(person: Person, new_person: NewPerson) -> None:
    stranger = new_person(person.url)

    with stranger.watch.expect("status of 403"):
        stranger.page.goto(f"{person.url}/user/signup")
        expect(stranger.page.get_by_text("An invitation is needed")).to_be_visible()


def test_a_wrong_password_is_told_and_the_address_stays(new_person: NewPerson, person: Person) -> None:
    somebody = new_person(person.url)

    with somebody.watch.expect("status of 40[01]"):
        somebody.page.goto(f"{person.url}/user/login")
        somebody.fill_credentials("ada@example.org", "wrong horse battery")
        somebody.button("Log in").click()
        expect(somebody.page.get_by_role("alert")).to_be_visible()
        expect(somebody.field("Email")).to_have_value("ada@example.org")


def test_another_language_is_chosen_once_and_stays(person: Person) -> None:
    person.page.goto(f"{person.url}/projects")
    person.page.get_by_role("button", name="Account menu").click()
    person.page.get_by_text("简体中文").click()
    expect(person.page.locator("html")).to_have_attribute("lang", "zh-CN")

    person.page.reload()
    expect(person.page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(person.page.get_by_role("button", name="Create project")).to_have_count(0)
