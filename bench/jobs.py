"""A large import as a job: its rate, the server's memory, and how long others wait for their submissions meanwhile."""

import argparse
import json
import time
from pathlib import Path

import httpx

from bench.client import Connection
from bench.measure import Row, latency, resident_megabytes
from bench.sample import CONFIG, result, task
from bench.server import TOKEN, backend, running

_FORM = {"Authorization": f"Token {TOKEN}"}


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    count = options.tasks * 10
    file = directory / "many.json"
    size = write(file, count)
    with running(options, directory) as (process, owner):
        idle = resident_megabytes(process.pid)
        target = project(owner, "Imported")
        answer = httpx.post(
            f"{process.url}/api/projects/{target}/import?commit_to_project=false",
            files={"file": ("many.json", file.open("rb"))}, headers=_FORM, timeout=600, trust_env=False,
        ).raise_for_status()  # fmt: skip
        place, annotated = project(owner, "Annotated"), task(1)
        owner.call("POST", f"/api/projects/{place}/import", [annotated])
        number = owner.call("GET", f"/api/projects/{place}/next/")["id"]
        alone = [submit(owner, number) for _ in range(50)]
        body = {"file_upload_ids": answer.json()["file_upload_ids"]}
        job = owner.call("POST", f"/api/projects/{target}/jobs/import", body)["id"]
        began, most, beside = time.perf_counter(), idle, list[float]()
        while not owner.send("GET", f"/api/jobs/{job}/").json["finished_at"]:
            beside.append(submit(owner, number))
            most = max(most, resident_megabytes(process.pid))
        seconds = time.perf_counter() - began
        if (found := owner.call("GET", f"/api/jobs/{job}/"))["state"] != "completed":
            raise RuntimeError(f"import: {found['error']}")
    how = f"{count} tasks, {size / 1e6:.0f} MB, {backend(options)}"
    return [
        Row("import as a job, others working beside it", f"{count / seconds:.0f} tasks/s", how),
        Row("memory over idle, at most", f"{most - idle:.0f} MB", "resident, with the pages of the file that are mapped"),
        Row("a submission, alone", latency(alone), "median / 95th percentile"),
        Row("a submission, beside the import", latency(beside), f"the same; longest {1000 * max(beside):.0f} ms"),
    ]  # fmt: skip


def write(file: Path, count: int) -> int:
    with file.open("w") as out:
        for number in range(count):
            out.write("[" if number == 0 else ",\n")
            json.dump(task(number, predicted=number % 2 == 0), out)
        out.write("]")
    return file.stat().st_size


def project(owner: Connection, title: str) -> int:
    made: int = owner.call("POST", "/api/projects/", {"title": title, "label_config": CONFIG})["id"]
    return made


def submit(owner: Connection, number: int) -> float:
    answer = owner.send("POST", f"/api/tasks/{number}/annotations/", {"result": result("one two", 1), "lead_time": 1.0})
    if answer.status != 201:
        raise RuntimeError(f"submit: {answer.status} {answer.body[:500]!r}")
    return answer.seconds
