"""Lists of a large project: pages first, next, deep, filtered and sorted, before and after their indexes are there."""

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from bench.client import Connection
from bench.sample import CONFIG, result, task
from bench.server import TOKEN

_TASKS_A_FILE = 200_000
_SYLLABLES = "天地人和春夏秋冬山水风云日月星辰东南西北金木火土红黄蓝白"


def large_task(number: int) -> dict[str, Any]:
    """Every task predicted, three of ten annotated."""
    chance = random.Random(number)
    made = task(number, predicted=True)
    made["data"] |= {"zh": "".join(chance.choices(_SYLLABLES, k=12)), "lang": chance.choice(["en", "zh", "de", "fr"])}
    made["predictions"][0]["score"] = round(chance.random(), 4)
    if number % 10 < 3:
        lead_time = round(chance.uniform(1, 300), 1)
        made["annotations"] = [{"result": result(made["data"]["text"], number + 1), "lead_time": lead_time}]
    return made


def write(file: Path, numbers: range) -> None:
    with file.open("w") as out:
        for number in numbers:
            out.write("[" if number == numbers.start else ",\n")
            json.dump(large_task(number), out, ensure_ascii=False)
        out.write("]")


def filled(owner: Connection, directory: Path, count: int) -> int:
    """The project with the tasks, made when it is not there yet."""
    for known in owner.call("GET", "/api/projects/")["results"]:
        if known["title"] == f"Large {count}" and known["task_number"] == count:
            return int(known["id"])
    made = owner.call("POST", "/api/projects/", {"title": f"Large {count}", "label_config": CONFIG})["id"]
    uploaded = [_upload(owner, made, file) for file in files(directory, count)]
    finished(owner, owner.call("POST", f"/api/projects/{made}/jobs/import", {"file_upload_ids": uploaded})["id"])
    return int(made)


def files(directory: Path, count: int) -> Iterator[Path]:
    """Several: a server takes none that is too large."""
    for first in range(0, count, _TASKS_A_FILE):
        file = directory / f"large-{first // _TASKS_A_FILE}.json"
        if not file.is_file():
            write(file, range(first, min(count, first + _TASKS_A_FILE)))
        yield file


def _upload(owner: Connection, project: int, file: Path) -> int:
    with file.open("rb") as content:
        answer = httpx.post(
            f"http://127.0.0.1:{owner.port}/api/projects/{project}/import?commit_to_project=false",
            files={"file": (file.name, content)}, headers={"Authorization": f"Token {TOKEN}"}, timeout=600, trust_env=False,
        ).raise_for_status()  # fmt: skip
    return int(answer.json()["file_upload_ids"][0])


def finished(owner: Connection, job: int) -> float:
    """Seconds until the job was done."""
    began = time.perf_counter()
    while not (found := owner.call("GET", f"/api/jobs/{job}/"))["finished_at"]:
        time.sleep(0.5)
    if found["state"] != "completed":
        raise RuntimeError(f"{found['kind']}: {found['error']}")
    return time.perf_counter() - began
