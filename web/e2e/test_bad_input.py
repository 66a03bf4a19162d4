"""Files and configurations that are wrong: the page says what, and where."""

import re

import pytest
from playwright.sync_api import FilePayload, expect

from people.data import NER_CONFIG
from people.person import Person


def file(name: str, content: bytes, kind: str = "text/csv") -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}


def test_every_problem_of_a_broken_configuration_is_shown_at_its_line_and_column(person: Person) -> None:
    person.start_project("Broken")
    person.button("Next").click()
    person.open_code()

    person.write_config('<View>\n  <Text name="t" value="$text"/>\n  <Labels name="l" toName="t">\n</View>')
    expect(person.page.get_by_role("listitem").filter(has_text="Line 3, column 3:")).to_contain_text(
        "<Labels> is never closed"
    )

    person.write_config(NER_CONFIG.replace('toName="letter"', 'toName="nothing"'))
    expect(person.page.get_by_role("listitem").filter(has_text=re.compile(r"Line 2, column \d+:"))).to_contain_text(
        "nothing"
    )


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        (file("ragged.csv", b"text,label\none,a\ntwo,b,c,d\nthree\n"), "3"),
        (file("empty.csv", b""), "empty"),
        (file("tasks.json", b'{"text": "not a list', "application/json"), "parse"),
        (file("program.exe", b"MZ\x00\x01", "application/octet-stream"), ".exe"),
    ],
    ids=["ragged rows", "empty file", "broken JSON", "unknown type"],
)
def test_a_file_that_cannot_be_imported_is_told_by_name_with_the_reason(
    person: Person, payload: FilePayload, told: str
) -> None:
    with person.watch.expect("400|415|422"):
        person.start_project("Bad files").add_files(payload)
        row = person.page.get_by_role("listitem").filter(has_text=payload["name"])
        expect(row.get_by_role("alert")).to_contain_text(told)
