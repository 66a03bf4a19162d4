"""Imports in the background, as the import dialog asks for them."""

import time
from pathlib import Path

import httpx

from bench.client import Connection
from bench.sample import CONFIG
from bench.server import TOKEN

_PAUSE = 0.1


def project(owner: Connection, title: str) -> int:
    made: int = owner.call("POST", "/api/projects/", {"title": title, "label_config": CONFIG})["id"]
    return made


def stage(owner: Connection, target: int, file: Path) -> list[int]:
    """Upload without importing; the ids of the files."""
    with file.open("rb") as content:
        answer = httpx.post(
            f"http://127.0.0.1:{owner.port}/api/projects/{target}/import?commit_to_project=false",
            files={"file": (file.name, content)},
            headers={"Authorization": f"Token {TOKEN}"},
            timeout=3600,
            trust_env=False,
        ).raise_for_status()
    staged: list[int] = answer.json()["file_upload_ids"]
    return staged


def finished(owner: Connection, target: int, staged: list[int]) -> float:
    """The seconds that the import took."""
    began, job = time.perf_counter(), begin(owner, target, staged)
    while not has_ended(owner, job):
        time.sleep(_PAUSE)
    return time.perf_counter() - began


def begin(owner: Connection, target: int, staged: list[int]) -> int:
    job: int = owner.call("POST", f"/api/projects/{target}/jobs/import", {"file_upload_ids": staged})["id"]
    return job


def has_ended(owner: Connection, job: int) -> bool:
    found = owner.call("GET", f"/api/jobs/{job}/")
    if found["finished_at"] and found["state"] != "completed":
        raise RuntimeError(f"import: {found['error']}")
    return bool(found["finished_at"])
