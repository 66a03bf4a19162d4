"""What tests of jobs share: many tasks in a file, an import begun on the page, and where the page shows how it goes."""

import json
from typing import Any

from playwright.sync_api import FilePayload, Locator, expect

from people.data import letter
from people.person import Person

MANY = 1500


def file(name: str, tasks: list[dict[str, Any]]) -> FilePayload:
    return {"name": name, "mimeType": "application/json", "buffer": json.dumps(tasks).encode()}


def letters(count: int) -> list[dict[str, Any]]:
    return [{"data": {"text": f"{number}: {letter(1)}"}} for number in range(count)]


def begin_import(person: Person, project: int, payload: FilePayload) -> None:
    person.page.goto(f"{person.url}/projects/{project}/data?dialog=import")
    dialog = person.page.get_by_role("dialog")
    person.add_files(payload)
    dialog.get_by_role("button", name="Import", exact=True).click()
    expect(dialog).to_be_hidden()


def strip(person: Person) -> Locator:
    return person.page.get_by_role("region", name="Running jobs")
