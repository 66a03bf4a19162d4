"""Annotations of several people: compared, talked about, gone back to, and never overwritten unasked."""

from typing import Any

import pytest
from playwright.sync_api import expect

from harness.live import Client
from people.data import NER_CONFIG, letter
from people.person import NewPerson, Person


def span(text: str, label: str, number: str) -> dict[str, Any]:
    start = letter(1).index(text)
    value = {"start": start, "end": start + len(text), "text": text, "labels": [label]}
    return {"id": number, "from_name": "entity", "to_name": "letter", "type": "labels", "value": value}


ADA, LONDON = span("Ada Lovelace", "Person", "ada"), span("London", "Place", "london")
LONDON_AS_PERSON = span("London", "Person", "other")


class Labelled:
    """A project with one letter, which has these annotations."""

    def __init__(self, api: Client, *results: list[dict[str, Any]]) -> None:
        self.api = api
        self.project: int = api.project(NER_CONFIG, title="Letters")["id"]
        self.task: int = api.import_tasks(self.project, [{"text": letter(1)}])[0]
        made = [api.call("POST", f"/api/tasks/{self.task}/annotations/", json={"result": it}) for it in results]
        self.annotations = [int(it["id"]) for it in made]

    def change(self, annotation: int, result: list[dict[str, Any]]) -> None:
        self.api.call("PATCH", f"/api/annotations/{annotation}/", json={"result": result})

    def words(self, annotation: int) -> list[str]:
        return [it["value"]["text"] for it in self.api.call("GET", f"/api/annotations/{annotation}/")["result"]]


def opened(person: Person, labelled: Labelled, annotation: int) -> Person:
    person.page.goto(f"{person.url}/projects/{labelled.project}/data?task={labelled.task}&annotation={annotation}")
    expect(person.surface("letter")).to_contain_text("Ada Lovelace")
    return person


def test_all_annotations_are_compared_and_one_is_opened(person: Person, api: Client) -> None:
    labelled = Labelled(api, [ADA, LONDON], [LONDON_AS_PERSON])
    first, second = labelled.annotations
    opened(person, labelled, first)
    expect(person.versions()).to_have_count(2)

    person.press("Alt+c")
    expect(person.page.get_by_role("article")).to_have_count(2)
    person.button("Summary").click()
    expect(person.page.get_by_role("row").filter(has_text="All together")).to_contain_text("Person2 · 67 %")
    person.button("Differences").click()
    differences = person.page.get_by_role("complementary", name="Differences")
    expect(differences).to_contain_text("Changed 1")
    expect(differences).to_contain_text("Only in A 1")
    differences.get_by_role("button", name="Place London").click()
    expect(differences.get_by_role("button", name="Place London")).to_have_attribute("aria-current", "true")

    person.button("Summary").click()
    person.page.get_by_role("row").filter(has_text=f"#{second}").click()
    expect(person.regions()).to_have_count(1)
    assert f"annotation={second}" in person.page.url


def test_a_link_leads_to_an_annotation_and_its_region(person: Person, api: Client) -> None:
    labelled = Labelled(api, [ADA], [ADA, LONDON])
    second = labelled.annotations[1]
    person.page.goto(
        f"{person.url}/projects/{labelled.project}/data?task={labelled.task}&annotation={second}&region=london"
    )
    expect(person.regions().and_(person.page.locator('[aria-selected="true"]'))).to_contain_text("London")


def test_a_comment_on_a_region_is_read_answered_and_resolved(
    person: Person, api: Client, new_person: NewPerson
) -> None:
    labelled = Labelled(api, [ADA, LONDON])
    [annotation] = labelled.annotations
    person.page.goto(f"{person.url}/people")
    person.button("Invite people").click()
    link = person.field("Invitation link").input_value()
    ben = new_person(person.url)
    ben.page.goto(link.replace(link.split("/user/")[0], person.url))
    ben.enter("ben@example.org", "difference engine", "Create account")
    opened(ben, labelled, annotation)
    ben.regions().filter(has_text="London").click()
    ben.say("Which London?")

    opened(person, labelled, annotation)
    expect(person.versions().first).to_contain_text("1")
    person.panel("Comments").click()
    expect(person.comments()).to_contain_text("Which London?")
    person.comments().get_by_role("button", name="Place London").click()
    expect(person.regions().and_(person.page.locator('[aria-selected="true"]'))).to_contain_text("London")
    with person.page.expect_response(lambda r: r.request.method == "PATCH" and "/comments/" in r.url):
        person.button("Resolve").click()
    expect(person.comments()).to_have_count(0)

    task = api.call("GET", f"/api/tasks/{labelled.task}/")
    assert (task["comment_count"], task["unresolved_comment_count"]) == (1, 0)


def test_an_earlier_state_is_looked_at_and_gone_back_to(person: Person, api: Client) -> None:
    labelled = Labelled(api, [ADA])
    [annotation] = labelled.annotations
    labelled.change(annotation, [LONDON])
    opened(person, labelled, annotation)

    person.panel("History").click()
    person.page.get_by_role("region", name="Submitted").get_by_role("button", name="Submitted").click()
    expect(person.page.get_by_role("status").filter(has_text="You see what")).to_be_visible()
    person.button("Go back to this").click()
    expect(person.regions()).to_contain_text("Ada Lovelace")
    person.update()

    assert labelled.words(annotation) == ["Ada Lovelace"]
    states = api.call("GET", "/api/annotation-history/", params={"annotation": annotation})
    assert [state["action"] for state in states] == ["restored", "updated", "submitted"]


def test_what_somebody_changed_meanwhile_is_overwritten_only_when_one_says_so(person: Person, api: Client) -> None:
    labelled = Labelled(api, [ADA])
    [annotation] = labelled.annotations
    opened(person, labelled, annotation)
    labelled.change(annotation, [LONDON])
    person.label("Person").click()
    person.drag_over_text("letter", "Charles Babbage")

    with person.watch.expect("status of 412"):
        person.button("Update").click()
        dialog = person.page.get_by_role("dialog")
        expect(dialog).to_contain_text("after you had opened it")
    assert labelled.words(annotation) == ["London"]
    dialog.get_by_role("button", name="See the differences").click()
    expect(person.page.get_by_role("complementary", name="Differences")).to_contain_text("Only in B 1")
    person.press("Escape")

    with person.watch.expect("status of 412"):
        person.button("Update").click()
        with person.page.expect_response(lambda r: r.request.method == "PATCH" and r.ok):
            person.button("Keep mine").click()
    assert labelled.words(annotation) == ["Ada Lovelace", "Charles Babbage"]


@pytest.mark.parametrize("chosen", ["first", "second"])
def test_two_tabs_with_one_task_agree_where_the_work_goes_on(person: Person, api: Client, chosen: str) -> None:
    labelled = Labelled(api)
    first = person.open_task(labelled.project, labelled.task)
    expect(first.surface("letter")).to_contain_text("Ada Lovelace")
    second = first.second_tab()
    expect(second.surface("letter")).to_contain_text("Ada Lovelace")
    here, there = (first, second) if chosen == "first" else (second, first)
    for tab in (first, second):
        expect(tab.page.get_by_role("alert")).to_contain_text("open in another tab")
    there.label("Person").click()
    there.drag_over_text("letter", "Ada Lovelace")
    expect(there.regions()).to_have_count(1)

    here.button("Work here").click()

    # What was done in the other tab is here now, and there it can only be looked at.
    expect(here.regions()).to_contain_text("Ada Lovelace")
    expect(there.page.get_by_role("alert")).to_contain_text("can only be looked at")
    expect(there.page.get_by_role("button", name="Submit")).to_have_count(0)
    here.submit()
    [annotation] = api.call("GET", f"/api/tasks/{labelled.task}/")["annotations"]
    assert labelled.words(annotation["id"]) == ["Ada Lovelace"]
