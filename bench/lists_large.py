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

from bench import project_figures
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


def _sorted(key: str, among: dict[str, Any] | None = None) -> dict[str, Any]:
    return {**(among or {}), "ordering": [key]}


_SMALL_NUMBERS = _where("tasks:data.rank", "less", 1000, "Number")
_LABELLED = {
    "items": [{"target": "annotations", **_where("results:label", "contains", ["PER"], "List")["filters"]}],
}
_ASKED: dict[str, dict[str, Any]] = {
    "all tasks": {},
    "sorted by a text": _sorted("tasks:data.title"),
    "sorted by a number, largest first": _sorted("-tasks:data.rank"),
    "sorted by score": _sorted("-tasks:predictions_score"),
    "sorted by lead time": _sorted("tasks:avg_lead_time"),
    "a number below 1,000": _SMALL_NUMBERS,
    "the same, sorted by a text": _sorted("tasks:data.title", _SMALL_NUMBERS),
    "a text of four": _where("tasks:data.lang", "equal", "de"),
    "score below 0.5, sorted by it": _sorted(
        "-tasks:predictions_score", _where("tasks:predictions_score", "less", 0.5, "Number")
    ),
    "annotated by somebody": _where("tasks:annotators", "contains", 1, "List"),
    "contains a rare word": _where("tasks:data.title", "contains", "ment 9999"),
    "contains a frequent word": _where("tasks:data.text", "contains", "harbor"),
    "contains two letters that nothing has": _where("tasks:data.text", "contains", "zq"),
    "contains three Chinese letters": _where("tasks:data.zh", "contains", "天地人"),
    "contains two Chinese letters": _where("tasks:data.zh", "contains", "天地"),
    "score of a prediction above 0.999": _where("predictions:score", "greater", 0.999, "Number"),
    "label in an annotation": {"filters": _LABELLED},
}
# What can be walked to its end by numbers of pages.
_DEEP = ("all tasks", "sorted by a text", "sorted by a number, largest first", "sorted by score")
_DISPLAYED = (*_DEEP, "a number below 1,000", "the same, sorted by a text", "score below 0.5, sorted by it")
# Fewer requests where they take so many seconds together.
_REQUESTS, _PATIENCE = 20, 10.0


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    kept = options.kept or directory
    with running(options, kept) as (_, owner):
        project = filled(owner, kept, options.tasks * 100)
        path = f"/api/projects/{project}/indexes"
        for known in owner.call("GET", path):
            owner.call("DELETE", f"{path}/{known['id']}")
        before = [
            *project_figures.measure(owner, project),
            *_rows(owner, project, options.tasks * 100, "no index"),
        ]
        made = list(_indexes(owner, path, "String" if options.database else "Native"))
        return [*before, *made, *_rows(owner, project, options.tasks * 100, "with indexes")]


def _indexes(owner: Connection, path: str, as_sorted: str) -> Iterator[Row]:
    of_data = [("data.title", as_sorted), ("data.rank", as_sorted), ("data.rank", "Number"), ("data.lang", "String")]
    of_work = [("predictions_score", "Number"), ("avg_lead_time", "Time")]
    words = [("data.title", "contains"), ("data.text", "contains"), ("data.zh", "contains")]
    for column, kind in [*of_data, *of_work, *words]:
        made = owner.call("POST", path, {"column": column, "kind": kind})["id"]
        # While it is made somebody writes.
        waited = []
        while not (one := next(one for one in owner.call("GET", path) if one["id"] == made))["ready"]:
            waited.append(owner.send("PATCH", path.removesuffix("/indexes") + "/", {"description": column}).seconds)
            time.sleep(0.05)
        figure = f"{one['seconds']:.1f} s, {one['size'] / 1e6:.0f} MB"
        yield Row(
            f"index on {column}, {kind}", figure, f"the longest of {len(waited)} writes: {1000 * max(waited):.0f} ms"
        )


def _rows(owner: Connection, project: int, count: int, when: str) -> Iterator[Row]:
    for name, asked in _ASKED.items():
        yield _row(
            f"{name}, {when}",
            _pages(owner, project, asked),
            "pages of 30 behind one another; aim 200 ms with indexes, 4 s without",
        )
        totals = "totals; aim 4 s"
        yield _row("", (_ask(owner, "/api/dm/totals", project, asked) for _ in range(_REQUESTS)), totals)
        if name in _DEEP:
            page = count // 30 * 9 // 10
            deep = (_ask(owner, "/api/tasks", project, asked, page=page) for _ in range(_REQUESTS))
            yield _row("", deep, f"page {page}; aim 2 s")
        if name in _DISPLAYED:
            displayed = f"/api/dm/actions?id=next_task&project={project}"
            yield _row(
                "",
                (_sent(owner, "POST", displayed, asked) for _ in range(_REQUESTS)),
                "next task as displayed; aim 30 ms",
            )
    for path in ("/api/dm/columns", "/api/dm/filters", "/api/dm/views"):
        described = (_sent(owner, "GET", f"{path}?project={project}") for _ in range(_REQUESTS))
        yield _row(f"{path}, {when}", described, "aim 50 ms")


def _row(name: str, answers: Iterator[Answer], how: str) -> Row:
    seconds = list[float]()
    for answer in answers:
        seconds.append(answer.seconds)
        if sum(seconds) > _PATIENCE:
            break
    return Row(name, latency(seconds), f"{len(seconds)} × {how}")


def _pages(owner: Connection, project: int, asked: dict[str, Any]) -> Iterator[Answer]:
    place: dict[str, int] = {}
    for _ in range(_REQUESTS):
        answer = _ask(owner, "/api/tasks", project, asked, **place)
        yield answer
        found = answer.json["tasks"]
        place = {"after": found[-1]["id"]} if found else {}


def _ask(owner: Connection, path: str, project: int, asked: dict[str, Any], **place: int) -> Answer:
    params = {"project": project, "query": json.dumps(asked), "page_size": 30, "totals": "false", **place}
    return _sent(owner, "GET", f"{path}?{urlencode(params)}")


def _sent(owner: Connection, method: str, path: str, body: Any = None) -> Answer:
    answer = owner.send(method, path, body)
    if answer.status >= 400:
        raise RuntimeError(f"{path}: {answer.status} {answer.body[:500]!r}")
    return answer
