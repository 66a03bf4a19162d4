"""The keys a person keeps, and those the server gives everybody."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from harness.live import Client, live_server

KEYS = "/api/current-user/hotkeys/"


def test_keys_are_kept_for_the_person_alone(owner: Client, annotator: Client) -> None:
    mine = {"region:delete": {"key": "x", "active": True}, "annotation:skip": {"key": None, "active": False}}
    assert owner.get(KEYS).json() == {"custom_hotkeys": {}}
    assert owner.patch(KEYS, json={"custom_hotkeys": mine}).json() == {"custom_hotkeys": mine}
    assert owner.get(KEYS).json() == {"custom_hotkeys": mine}
    assert owner.get("/api/current-user/whoami").json()["custom_hotkeys"] == mine
    assert annotator.get(KEYS).json() == {"custom_hotkeys": {}}


@pytest.mark.parametrize(
    ("entries", "blamed"),
    [
        ({"delete": {"key": "x"}}, "delete"),
        ({"region:delete": "x"}, "region:delete"),
        ({"region:delete": {"active": True}}, "region:delete"),
        ({"region:delete": {"key": "x" * 51}}, "region:delete"),
        ({"region:delete": {"key": "x", "active": "yes"}}, "region:delete"),
        ({"region:delete": {"key": "Ctrl+W"}}, "region:delete"),
        ({"region:delete": {"key": "x, cmd+q"}}, "region:delete"),
        ({f"region:{n}": {"key": "x"} for n in range(201)}, "custom_hotkeys"),
    ],
)
def test_bad_keys_are_refused_and_the_old_ones_stay(owner: Client, entries: dict[str, Any], blamed: str) -> None:
    mine = {"region:lock": {"key": "y", "active": True}}
    owner.patch(KEYS, json={"custom_hotkeys": mine})
    answer = owner.patch(KEYS, json={"custom_hotkeys": entries})
    assert answer.status_code == 400
    assert answer.json()["error"] == "Invalid hotkeys configuration"
    assert list(answer.json()["details"]) == [blamed]
    assert owner.get(KEYS).json() == {"custom_hotkeys": mine}


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_the_page_tells_the_keys_that_the_server_gives_everybody(database: str, tmp_path: Path) -> None:
    keymap = {"region:delete": {"key": "x"}}
    with live_server(database, tmp_path / "data", editor_keymap=keymap) as server:
        page = server.anonymous().get("/user/login/").text
    told = re.search(r'<meta name="labelwright" content="([^"]*)">', page)
    assert told
    assert json.loads(html.unescape(told[1]))["keymap"] == keymap
