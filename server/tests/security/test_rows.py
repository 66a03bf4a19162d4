"""The table in docs/security.md tells which tests hold each promise: they are there, and each of them is in it."""

import re

import pytest

from harness.process import ROOT

TESTS = ROOT / "server/tests"
ROWS = {
    int(number): re.findall(r"`([^`]+)`", held_by)
    for number, held_by in re.findall(
        r"^\| (\d+) \|.*\| ([^|]+) \|$", (ROOT / "docs/security.md").read_text("utf-8"), re.MULTILINE
    )
}


def test_the_table_has_a_row_for_every_file_of_tests_here() -> None:
    files = sorted(file.name for file in (TESTS / "security").glob("test_row_*.py"))
    assert sorted(ROWS) == list(range(1, len(files) + 1))
    assert files == [next(name for name in ROWS[row] if name.startswith(f"test_row_{row:02}_")) for row in sorted(ROWS)]


@pytest.mark.parametrize("row", ROWS)
def test_what_a_row_is_held_by_is_there_and_tests_something(row: int) -> None:
    for name in ROWS[row]:
        place = TESTS / ("security" if name.startswith("test_row_") else "") / name
        files = list(place.glob("test_*.py")) if place.is_dir() else [place]
        assert files, name
        assert all("\ndef test_" in file.read_text("utf-8") for file in files), name
