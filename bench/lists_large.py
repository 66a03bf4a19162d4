"""Lists of a large project: pages first, next, deep, filtered and sorted, before and after their indexes are there."""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx

from bench.client import Answer, Connection
from bench.measure import Row, latency
from bench.sample import CONFIG, result, task
from bench.server import TOKEN, running

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


def _where(name: str, operator: str, value: Any, kind: str = "String") -> dict[str, Any]:
    item = {"filter": f"filter:{name}", "operator": operator, "type": kind, "value": value}
    return {"filters": {"conjunction": "and", "items": [item]}}


_ASKED: dict[str, dict[str, Any]] = {
    "all tasks": {},
    "sorted by a text": {"ordering": ["tasks:data.title"]},
    "sorted by a number, largest first": {"ordering": ["-tasks:data.rank"]},
    "a number below 1,000": _where("tasks:data.rank", "less", 1000, "Number"),
    "the same, sorted by a text": {
        **_where("tasks:data.rank", "less", 1000, "Number"),
        "ordering": ["tasks:data.title"],
    },
    "a text of four": _where("tasks:data.lang", "equal", "de"),
    "contains a rare word": _where("tasks:data.title", "contains", "ment 9999"),
    "contains three Chinese letters": _where("tasks:data.zh", "contains", "天地人"),
    "contains two Chinese letters": _where("tasks:data.zh", "contains", "天地"),
    "score of a prediction above 0.999": _where("predictions:score", "greater", 0.999, "Number"),
    "label in an annotation": {
        "filters": {
            "items": [{"target": "annotations", **_where("results:label", "contains", ["PER"], "List")["filters"]}]
        }
    },
}


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    kept = options.kept or directory
    with running(options, kept) as (_, owner):
        project = filled(owner, kept, options.tasks * 100)
        path = f"/api/projects/{project}/indexes"
        for known in owner.call("GET", path):
            owner.call("DELETE", f"{path}/{known['id']}")
        before = _rows(owner, project, "no index")
        as_sorted = "String" if options.database else "Native"
        wanted = [("data.title", as_sorted), ("data.rank", as_sorted), ("data.rank", "Number"), ("data.lang", "String")]
        for column, kind in [*wanted, ("data.title", "contains"), ("data.zh", "contains")]:
            owner.call("POST", path, {"column": column, "kind": kind})
        while not all(made["ready"] for made in owner.call("GET", path)):
            time.sleep(1)
        made = [
            Row(f"index on {one['column']}, {one['kind']}", f"{one['seconds']:.1f} s, {one['size'] / 1e6:.0f} MB")
            for one in owner.call("GET", path)
        ]
        return [*before, *made, *_rows(owner, project, "with indexes")]


def _rows(owner: Connection, project: int, when: str) -> list[Row]:
    rows = []
    for name, asked in _ASKED.items():
        pages, after = list[float](), None
        for _ in range(5):
            answer = _ask(owner, "/api/tasks", project, asked, after)
            pages.append(answer.seconds)
            after = next((found["id"] for found in reversed(answer.json["tasks"])), None)
        totals = _ask(owner, "/api/dm/totals", project, asked)
        figure = f"{latency(pages)}, {1000 * totals.seconds:.0f} ms"
        rows.append(
            Row(f"{name}, {when}", figure, f"five pages of 30 behind one another; totals: {totals.json['total']}")
        )
    return rows


def _ask(owner: Connection, path: str, project: int, asked: dict[str, Any], after: int | None = None) -> Answer:
    params = {"project": project, "query": json.dumps(asked), "page_size": 30, "totals": "false"}
    answer = owner.send("GET", f"{path}?{urlencode({**params, **({'after': after} if after else {})})}")
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status} {answer.body[:500]!r}")
    return answer
