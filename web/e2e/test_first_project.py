"""The main job, from an empty server to an exported dataset, on both databases: sign up, bring data, label, export."""

from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from harness.process import ServerProcess
from people.account import EMAIL, PASSWORD
from people.data import NER_CONFIG, letter, letters_csv
from people.person import NewPerson, Person

ROWS = 1000


def span(text: str, words: str, label: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words, "labels": [label]}


def labelled(exported: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An export without what differs from run to run: ids, dates, lead time."""
    return [
        {
            "data": task["data"],
            "annotations": [
                {
                    "was_cancelled": annotation["was_cancelled"],
                    "result": [
                        {key: value for key, value in region.items() if key != "id"} for region in annotation["result"]
                    ],
                }
                for annotation in task["annotations"]
            ],
        }
        for task in exported
    ]


def expected_task(number: int, *spans: tuple[str, str], skipped: bool = False) -> dict[str, Any]:
    text = letter(number)
    regions = [
        {
            "from_name": "entity",
            "to_name": "letter",
            "type": "labels",
            "origin": "manual",
            "value": span(text, words, label),
        }
        for words, label in spans
    ]
    return {
        "data": {"text": text, "number": number},
        "annotations": [{"was_cancelled": skipped, "result": regions}],
    }


def test_a_thousand_letters_are_imported_labelled_and_exported_as_labelled(
    empty_server: ServerProcess, new_person: NewPerson, tmp_path: Path
) -> None:
    ada = new_person(empty_server.url).sign_up(EMAIL, PASSWORD)

    project = ada.create_project("Letters", NER_CONFIG, letters_csv(tmp_path / "letters.csv", ROWS))
    expect(ada.page.get_by_text("1,000").first).to_be_visible()
    ada.button("Label all tasks").click()
    label_first_letter(ada)
    come_back_to_a_draft(ada)
    ada.submit()
    expect(ada.surface("letter")).to_contain_text(letter(2))
    ada.button("Skip").click()
    expect(ada.surface("letter")).to_contain_text(letter(3))
    ada.label("Person").click()
    ada.drag_over_text("letter", "Charles Babbage")
    ada.submit()

    exported = ada.export(project)
    assert labelled(exported) == [
        expected_task(1, ("Ada Lovelace", "Person"), ("London", "Place")),
        expected_task(2, skipped=True),
        expected_task(3, ("Charles Babbage", "Person")),
    ]


def label_first_letter(ada: Person) -> None:
    """With the mouse, then with a key; a mistake is undone, and an undone step is redone."""
    expect(ada.surface("letter")).to_contain_text(letter(1))
    ada.label("Person").click()
    ada.drag_over_text("letter", "Ada Lovelace")
    expect(ada.regions()).to_have_count(1)

    ada.press("Escape")
    ada.press("2")
    ada.drag_over_text("letter", "London")
    expect(ada.regions()).to_have_count(2)

    ada.button("Undo").click()
    expect(ada.regions()).to_have_count(1)
    ada.button("Redo").click()
    expect(ada.regions()).to_have_count(2)

    ada.press("Escape")
    ada.label("Place").click()
    ada.drag_over_text("letter", "wrote letter")
    expect(ada.regions()).to_have_count(3)
    ada.press("ControlOrMeta+z")
    expect(ada.regions()).to_have_count(2)


def come_back_to_a_draft(ada: Person) -> None:
    """Reloading the page loses nothing."""
    ada.wait_for_draft()
    ada.page.reload()
    expect(ada.surface("letter")).to_contain_text(letter(1))
    expect(ada.regions()).to_have_count(2)
    expect(ada.regions().nth(0)).to_contain_text("Ada Lovelace")
    expect(ada.regions().nth(1)).to_contain_text("London")
