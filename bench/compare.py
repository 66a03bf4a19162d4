"""This checkout and Label Studio doing the same on the same machine in turns: medians side by side. SQLite, each as its users start it.

    make bench ARGS="compare --label-studio /path/to/label-studio"

Only figures of one run may be compared; those of different runs differ with what else the machine does.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import annotate
from bench.ceiling import raw_insert
from bench.client import Connection
from bench.importing import project
from bench.label_studio import label_studio
from bench.measure import Row, percentile, resident_megabytes
from bench.sample import task
from bench.server import TOKEN, server
from bench.startup import SETTLE, start
from bench.transfer import FORMATS, download, upload
from harness.process import ServerProcess

_USERS = 20
_PAGE = 100
_REQUESTS = 7
# Figures by name, with their unit: "tasks/s" is the only one of which more is better.
Figures = Mapping[str, float]


@dataclass
class Side:
    process: ServerProcess
    # The project that is listed and exported.
    place: int = 0
    tokens: list[str] = field(default_factory=list)
    # The last project of each kind that was imported.
    imported: dict[str, int] = field(default_factory=dict)

    @property
    def owner(self) -> Connection:
        return Connection(self.process.port, TOKEN)


@dataclass(frozen=True)
class Workload:
    name: str
    run: Callable[[Side], Figures]
    runs: int


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    theirs = label_studio(options.label_studio, directory / "theirs")
    sides = Side(server(options, directory / "ours")), Side(theirs)
    runs = (options.runs + 1) // 2
    try:
        rows = _rows("start, empty data directory", [[{"s": start(side.process)}] for side in sides])
        for side in sides:
            _prepare(side, options)
        for workload in _workloads(options, runs):
            print(f"… {workload.name}", file=sys.stderr, flush=True)
            turns = [[workload.run(side) for side in sides] for _ in range(workload.runs)]
            rows += _rows(workload.name, [list(figures) for figures in zip(*turns, strict=True)])
        rows += [_ceiling(sides[0], kind, options.tasks, directory) for kind in sides[0].imported]
    finally:
        for side in sides:
            side.process.close()
    heading = Row("", "ours / Label Studio / better by", f"medians of {runs} runs in turns, {options.tasks} tasks")
    return [heading, *rows]


def _rows(name: str, values: list[list[Figures]]) -> list[Row]:
    """One a figure, from what each side did in each run."""
    rows = []
    for unit in values[0][0]:
        ours, theirs = (statistics.median(figures[unit] for figures in side) for side in values)
        better, worse = (ours, theirs) if unit.endswith("tasks/s") else (theirs, ours)
        ratio = f"{better / worse:.1f}x" if worse and better else "-"
        rows.append(Row(f"{name}, {unit}", f"{_number(ours)} / {_number(theirs)} / {ratio}"))
    return rows


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"


def _prepare(side: Side, options: argparse.Namespace) -> None:
    side.place = project(side.owner, "Mixed")
    body = json.dumps([task(number, predicted=True, annotated=number % 5 == 0) for number in range(options.tasks)])
    upload(side.owner, side.place, body.encode(), options.tasks)
    side.tokens = [annotate.member(side.owner) for _ in range(_USERS)]


def _workloads(options: argparse.Namespace, runs: int) -> list[Workload]:
    kinds: dict[str, Callable[[int], dict[str, Any]]] = {
        "plain": task,
        "with predictions": lambda number: task(number, predicted=True),
        "mixed": lambda number: task(number, predicted=True, annotated=number % 5 == 0),
    }
    bodies = {kind: json.dumps([make(number) for number in range(options.tasks)]) for kind, make in kinds.items()}
    return [
        Workload("start, existing data directory", _startup, runs),
        *(
            Workload(f"list, {name}", _listing(data, page), runs)
            for name, (data, page) in _views(options.tasks).items()
        ),
        *(Workload(name, _asking(path), runs) for name, path in _PATHS.items()),
        *(
            Workload(f"import, {kind}", _importing(kind, body.encode(), options.tasks), runs)
            for kind, body in bodies.items()
        ),
        *(Workload(f"export, {name}", _exporting(name), runs) for name in FORMATS),
        Workload(f"next and submit, {_USERS} annotators", _annotating(options.annotations // 2), 1),
    ]


def _startup(side: Side) -> Figures:
    side.process.close()
    seconds = start(side.process)
    time.sleep(SETTLE)
    return {"s": seconds, "MB when idle": resident_megabytes(side.process.pid)}


def _importing(kind: str, body: bytes, count: int) -> Callable[[Side], Figures]:
    def run(side: Side) -> Figures:
        side.imported[kind] = project(side.owner, kind)
        return {"tasks/s": count / upload(side.owner, side.imported[kind], body, count)}

    return run


def _exporting(name: str) -> Callable[[Side], Figures]:
    return lambda side: {"s": download(side.owner, side.place, name)[1]}


_PATHS = {
    "project": "/api/projects/{project}/",
    "project list": "/api/projects/?page_size=30",
    "columns of the list": "/api/dm/columns?project={project}",
    "head of the list": "/api/dm/project?project={project}",
}


def _asking(path: str) -> Callable[[Side], Figures]:
    return lambda side: {"ms": _milliseconds(side.owner, path.format(project=side.place))}


def _views(tasks: int) -> dict[str, tuple[dict[str, Any], int]]:
    """What is filtered and ordered by, and the page that is asked for."""

    def filters(*items: tuple[str, str, str, Any]) -> dict[str, Any]:
        keys = ("filter", "operator", "type", "value")
        listed = [dict(zip(keys, (f"filter:tasks:{item[0]}", *item[1:]), strict=True)) for item in items]
        return {"filters": {"conjunction": "and", "items": listed}}

    contains = filters(("data.title", "contains", "String", "Document 77"))
    annotated = ("total_annotations", "greater", "Number", 0)
    predicted = ("total_predictions", "greater", "Number", 0)
    untouched = ("total_annotations", "equal", "Number", 0)
    return {
        "first page": ({}, 1),
        "last page": ({}, -(-tasks // _PAGE)),
        "text contains": (contains, 1),
        "text contains, ordered by data": ({**contains, "ordering": ["-tasks:data.rank"]}, 1),
        "ordered by data": ({"ordering": ["tasks:data.rank"]}, 1),
        "ordered by prediction score": ({"ordering": ["tasks:predictions_score"]}, 1),
        "annotations > 0": (filters(annotated), 1),
        "predictions = 1": (filters(("total_predictions", "equal", "Number", 1)), 1),
        "no annotation, but a prediction": (filters(untouched, predicted), 1),
    }


def _listing(data: dict[str, Any], page: int) -> Callable[[Side], Figures]:
    def run(side: Side) -> Figures:
        wanted = {"project": side.place, "data": {"title": "Compared", **data}}
        view = side.owner.call("POST", "/api/dm/views/", wanted)["id"]
        _wait_for_indexes(side)
        path = f"/api/tasks?project={side.place}&view={view}&page={page}&page_size={_PAGE}"
        return {"ms": _milliseconds(side.owner, path)}

    return run


def _wait_for_indexes(side: Side) -> None:
    """Ours makes them in the background of what a view is filtered and ordered by; Label Studio has none, and no address to ask for them."""
    while True:
        answer = side.owner.send("GET", f"/api/projects/{side.place}/indexes")
        if answer.status == 404 or all(one["ready"] for one in answer.json):
            return
        time.sleep(0.05)


def _milliseconds(owner: Connection, path: str) -> float:
    """Of one request, in the middle of several; the first one is not counted."""
    answers = [owner.send("GET", path) for _ in range(_REQUESTS + 1)]
    if failed := [answer for answer in answers if answer.status != 200]:
        raise RuntimeError(f"GET {path}: {failed[0].status} {failed[0].body[:500]!r}")
    return 1000 * statistics.median(answer.seconds for answer in answers[1:])


def _annotating(tasks: int) -> Callable[[Side], Figures]:
    def run(side: Side) -> Figures:
        place = annotate.project(side.owner, tasks)
        tally, seconds = annotate.together(side.process.port, side.tokens, place)
        twice, lost = annotate.checked(side.owner, place, tally)
        return {
            "tasks/s": len(set(tally.done)) / seconds,
            "ms of next (95th percentile)": 1000 * percentile(tally.next),
            "ms of submit (95th percentile)": 1000 * percentile(tally.submit),
            "tasks labelled twice": twice,
            "acknowledged and lost": lost,
            "failed requests": tally.failed,
        }

    return run


def _ceiling(side: Side, kind: str, count: int, directory: Path) -> Row:
    database = side.process.data_dir / "label_studio.sqlite3"
    seconds = raw_insert(database, side.imported[kind], directory / f"{kind}.sqlite3")
    return Row(
        f"raw insert of the same rows, {kind}, tasks/s",
        _number(count / seconds),
        "SQLite alone, tables and indexes as ours, one statement a row",
    )
