"""Limits of imports: they hold while the data comes in, and what was received so far does not stay."""

import errno
from collections.abc import Callable
from typing import Any

import pytest

from harness.live import Client, LiveServer
from labelwright.imports import disk, receiving

CONFIG = '<View><Text name="text" value="$text"/></View>'

Start = Callable[..., LiveServer]


def started(start_live: Start, **settings: Any) -> tuple[LiveServer, Client, int]:
    server = start_live(**settings)
    owner = server.by_token(server.organization())
    return server, owner, int(owner.project(CONFIG)["id"])


def refusal(answer: Any) -> str:
    assert answer.status_code == 400, answer.text
    (message,) = answer.json()["validation_errors"]["non_field_errors"]
    return str(message)


def nothing_left(server: LiveServer) -> bool:
    folders = [server.settings.data_dir / "incoming", server.settings.media_dir]
    return not [file for folder in folders if folder.exists() for file in folder.rglob("*") if file.is_file()]


def test_the_size_of_all_files_is_limited(start_live: Start) -> None:
    server, owner, project = started(start_live, data_upload_max_memory_size=100_000)
    path = f"/api/projects/{project}/import"
    for size in (150_000, 5_000_000):
        files = [("file", (f"{n}.txt", b"x" * (size // 2))) for n in range(2)]
        assert refusal(owner.post(path, files=files)).startswith(
            "Maximum total size of all files is 100000 bytes, current size is "
        )
    assert refusal(owner.post(path, json=[{"text": "x" * 150_000}])).startswith("Maximum total size")
    assert owner.post(path, json=[{"text": "small"}]).status_code == 201
    assert nothing_left(server)


def test_the_number_of_files_is_limited(start_live: Start) -> None:
    server, owner, project = started(start_live, data_upload_max_number_files=3)
    files = [("file", (f"{n}.txt", b"x")) for n in range(4)]
    assert "DATA_UPLOAD_MAX_NUMBER_FILES: 3" in refusal(owner.post(f"/api/projects/{project}/import", files=files))
    assert nothing_left(server)


def test_the_number_of_tasks_is_limited(start_live: Start) -> None:
    _, owner, project = started(start_live, max_import_tasks=3)
    path = f"/api/projects/{project}/import"
    assert refusal(owner.post(path, json=[{"text": "x"}] * 4)).startswith("Maximum task number is 3")
    assert owner.post(path, json=[{"text": "x"}] * 3).status_code == 201


def test_a_full_disk_is_told_and_leaves_nothing(start_live: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    server, owner, project = started(start_live)

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path, file = f"/api/projects/{project}/import", {"file": ("a.txt", b"one\n")}
    with monkeypatch.context() as patch:
        patch.setattr(disk.shutil, "move", full)
        assert owner.post(path, files=file).status_code == 507
    with monkeypatch.context() as patch:
        patch.setattr(receiving._Parts, "take", full)
        assert owner.post(path, files=file).status_code == 507
    assert nothing_left(server)
    assert owner.call("GET", f"/api/projects/{project}/")["task_number"] == 0
    assert owner.post(path, files=file).status_code == 201


def test_a_broken_form_is_an_error_of_the_client(start_live: Start) -> None:
    server, owner, project = started(start_live)
    path = f"/api/projects/{project}/import"
    for kind in ("multipart/form-data; boundary=xyz", "multipart/form-data"):
        answer = owner.post(path, content=b"--xyz\r\nnot a part", headers={"Content-Type": kind})
        assert answer.status_code == 400, answer.text
    assert owner.post(path, content=b"[]", headers={"Content-Type": "text/plain"}).status_code == 415
    assert refusal(owner.post(path, content=b"")) == "load_tasks: No data found in DATA or in FILES"
    broken = owner.post(path, content=b'[{"text": }]', headers={"Content-Type": "application/json"})
    assert broken.status_code == 400
    assert broken.json()["detail"].startswith("JSON parse error - ")
    assert nothing_left(server)


def test_deep_json_is_refused(start_live: Start) -> None:
    _, owner, project = started(start_live)
    deep = b'[{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]"
    answer = owner.post(f"/api/projects/{project}/import", content=deep, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert "nested too deeply" in answer.json()["detail"]


SVG = b'<?xml version="1.0"?><!DOCTYPE svg><svg viewBox="0 0 1 1" onload="run()"><script>run()</script><rect WIDTH="1"/>words</svg>'


def test_svg_is_cleaned_where_that_is_asked_for(start_live: Start) -> None:
    for cleaning in (True, False):
        server, owner, project = started(start_live, svg_security_cleanup=cleaning)
        owner.call("POST", f"/api/projects/{project}/import", files={"file": ("a.svg", SVG)})
        (record,) = owner.call("GET", f"/api/projects/{project}/file-uploads", params={"all": "true"})
        stored = (server.settings.media_dir / record["file"]).read_bytes()
        assert record["size"] == len(stored)
        if not cleaning:
            assert stored == SVG
            continue
        for gone in (b"script", b"run()", b"onload", b"<?xml", b"DOCTYPE"):
            assert gone not in stored
        for kept in (b"<svg", b"viewBox", b"<rect", b'width="1"', b"words"):
            assert kept in stored
