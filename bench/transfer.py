"""Import of one JSON body and export of the same tasks: rates, and how much the server's memory grew."""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.client import Connection
from bench.measure import Row, cpu_seconds, resident_megabytes, spread
from bench.sample import CONFIG, task
from bench.server import backend, running

FORMATS = ("JSON", "JSON_MIN", "CSV")


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    runs = max(1, options.runs // 2)
    kinds = {
        "plain": [task(number) for number in range(options.tasks)],
        "with a prediction each": [task(number, predicted=True) for number in range(options.tasks)],
        "mixed": [task(number, predicted=True, annotated=number % 5 == 0) for number in range(options.tasks)],
    }
    rows = []
    with running(options, directory) as (process, owner):
        project = 0
        for kind, tasks in kinds.items():
            body = json.dumps(tasks).encode()
            how = f"{options.tasks} tasks, {len(body) / 1e6:.1f} MB, {runs} runs, {backend(options)}"
            with used(process.pid) as cost:
                seconds = []
                for _ in range(runs):
                    project = owner.call("POST", "/api/projects/", {"title": kind, "label_config": CONFIG})["id"]
                    seconds.append(upload(owner, project, body, options.tasks))
            rates = [options.tasks / value for value in seconds]
            rows.append(Row(f"import, {kind}", spread(rates, "tasks/s", 0), f"{how}; {', '.join(cost)}"))
        for name in FORMATS:
            with used(process.pid) as cost:
                answers = [download(owner, project, name) for _ in range(runs)]
            size = len(answers[-1][0]) / 1e6
            figure = spread([seconds for _, seconds in answers], "s")
            rows.append(Row(f"export, mixed, {name}", figure, f"{size:.1f} MB; {', '.join(cost)}"))
    return rows


@contextmanager
def used(pid: int) -> Iterator[list[str]]:
    """CPU seconds and growth of memory while the block ran, in words."""
    words: list[str] = []
    cpu, memory = cpu_seconds(pid), resident_megabytes(pid)
    yield words
    words += [f"CPU {cpu_seconds(pid) - cpu:.1f} s", f"memory {resident_megabytes(pid) - memory:+.0f} MB"]


def upload(owner: Connection, project: int, body: bytes, expected: int) -> float:
    answer = owner.send("POST", f"/api/projects/{project}/import", body)
    if answer.status != 201 or answer.json["task_count"] != expected:
        raise RuntimeError(f"import: {answer.status} {answer.body[:500]!r}")
    return answer.seconds


def download(owner: Connection, project: int, name: str) -> tuple[bytes, float]:
    path = f"/api/projects/{project}/export?exportType={name}&download_all_tasks=true&download_resources=false"
    answer = owner.send("GET", path)
    if answer.status != 200:
        raise RuntimeError(f"export {name}: {answer.status} {answer.body[:500]!r}")
    return answer.body, answer.seconds
