"""The loop that annotators are in: next task, submit, next task … with no time to think, overlap 1."""

import argparse
import json
import threading
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import httpx

from bench.client import Connection
from bench.measure import Row, latency
from bench.sample import CONFIG, result, task
from bench.server import PASSWORD, backend, running


@dataclass
class Tally:
    next: list[float] = field(default_factory=list)
    submit: list[float] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    failed: int = 0


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    rows = []
    with running(options, directory) as (process, owner):
        tokens = [member(owner, process.port) for _ in range(max(options.users))]
        for users in options.users:
            tally, seconds, twice = loop(owner, process.port, tokens[:users], options.annotations)
            how = f"{len(tally.done)} annotations, {twice} tasks twice, {tally.failed} failed requests"
            rows += [
                Row(f"{users} annotators: rate", f"{len(tally.done) / seconds:.0f} tasks/s", how),
                Row(f"{users} annotators: next task", latency(tally.next), "median / 95th percentile"),
                Row(f"{users} annotators: submit", latency(tally.submit), f"the same; {backend(options)}"),
            ]
    return rows


def member(owner: Connection, port: int) -> str:
    """The token of a new person who joined by the invitation link."""
    invitation = owner.call("GET", "/api/invite")["invite_url"]
    path = "/user/signup/?" + urlencode({"token": invitation.rpartition("token=")[2]})
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as browser:
        browser.get(path).raise_for_status()
        form = {
            "email": f"{uuid.uuid4().hex}@example.org",
            "password": PASSWORD,
            "csrfmiddlewaretoken": browser.cookies["csrftoken"],
        }
        assert browser.post(path, data=form).status_code == 302
        token: str = browser.get("/api/current-user/token").raise_for_status().json()["token"]
        return token


def loop(owner: Connection, port: int, tokens: list[str], annotations: int) -> tuple[Tally, float, int]:
    """What the annotators counted together, the seconds it took, and how many tasks were labelled twice."""
    project = owner.call("POST", "/api/projects/", {"title": "Annotate", "label_config": CONFIG})["id"]
    owner.call("POST", f"/api/projects/{project}/import", [task(number) for number in range(annotations)])
    tallies = [Tally() for _ in tokens]
    threads = [
        threading.Thread(target=annotate, args=(Connection(port, token), project, tally))
        for token, tally in zip(tokens, tallies, strict=True)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    total = Tally(
        next=[value for tally in tallies for value in tally.next],
        submit=[value for tally in tallies for value in tally.submit],
        done=[value for tally in tallies for value in tally.done],
        failed=sum(tally.failed for tally in tallies),
    )
    twice = sum(count - 1 for count in Counter(total.done).values())
    return total, seconds, twice


def annotate(connection: Connection, project: int, tally: Tally) -> None:
    """Until no task is left."""
    while True:
        answer = connection.send("GET", f"/api/projects/{project}/next/")
        if answer.status == 404:
            return
        if answer.status != 200:
            tally.failed += 1
            continue
        tally.next.append(answer.seconds)
        number, text = answer.json["id"], answer.json["data"]["text"]
        body = json.dumps({"result": result(text, number), "lead_time": 1.0, "unique_id": str(uuid.uuid4())}).encode()
        answer = connection.send("POST", f"/api/tasks/{number}/annotations/", body)
        if answer.status != 201:
            tally.failed += 1
            continue
        tally.submit.append(answer.seconds)
        tally.done.append(number)
