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

    def add(self, other: "Tally") -> None:
        self.next += other.next
        self.submit += other.submit
        self.done += other.done
        self.failed += other.failed


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    rows = []
    with running(options, directory) as (_, owner):
        tokens = [member(owner) for _ in range(max(options.users))]
        for users in options.users:
            place = project(owner, options.annotations)
            tally, seconds = together(owner.port, tokens[:users], place)
            how = f"{backend(options)}; {outcome(owner, place, tally)}"
            rows += rates(f"{users} annotators", tally, seconds, how)
    return rows


def rates(who: str, tally: Tally, seconds: float, how: str) -> list[Row]:
    return [
        Row(f"{who}: rate", f"{len(tally.done) / seconds:.0f} tasks/s", how),
        Row(f"{who}: next task", latency(tally.next), "median / 95th percentile"),
        Row(f"{who}: submit", latency(tally.submit), f"the same; longest {1000 * max(tally.submit):.0f} ms"),
    ]


def member(owner: Connection) -> str:
    """The token of a new person who joined by the invitation link."""
    invitation = owner.call("GET", "/api/invite")["invite_url"]
    path = "/user/signup/?" + urlencode({"token": invitation.rpartition("token=")[2]})
    with httpx.Client(base_url=f"http://127.0.0.1:{owner.port}", trust_env=False) as browser:
        browser.get(path).raise_for_status()
        form = {
            "email": f"{uuid.uuid4().hex}@example.org",
            "password": PASSWORD,
            "csrfmiddlewaretoken": browser.cookies["csrftoken"],
        }
        assert browser.post(path, data=form).status_code == 302
        token: str = browser.get("/api/current-user/token").raise_for_status().json()["token"]
        return token


def project(owner: Connection, tasks: int) -> int:
    """With so many tasks to label once each."""
    made: int = owner.call("POST", "/api/projects/", {"title": "Annotate", "label_config": CONFIG})["id"]
    owner.call("POST", f"/api/projects/{made}/import", [task(number) for number in range(tasks)])
    return made


def together(port: int, tokens: list[str], project: int, enough: threading.Event | None = None) -> tuple[Tally, float]:
    """What the annotators counted together until nothing was left or it was enough, and the seconds it took."""
    enough = enough or threading.Event()
    tallies = [Tally() for _ in tokens]
    threads = [
        threading.Thread(target=annotate, args=(Connection(port, token), project, tally, enough))
        for token, tally in zip(tokens, tallies, strict=True)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds, total = time.perf_counter() - began, Tally()
    for tally in tallies:
        total.add(tally)
    return total, seconds


def annotate(connection: Connection, project: int, tally: Tally, enough: threading.Event) -> None:
    while not enough.is_set():
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


def outcome(owner: Connection, project: int, tally: Tally) -> str:
    """What became of the annotations, in words."""
    twice, lost = checked(owner, project, tally)
    return f"{len(tally.done)} annotations, {twice} tasks twice, {lost} lost, {tally.failed} failed requests"


def checked(owner: Connection, project: int, tally: Tally) -> tuple[int, int]:
    """How many tasks the server has more than one annotation of, and how many acknowledged ones it has not."""
    kept = {task["id"]: len(task["annotations"]) for task in owner.call("GET", f"/api/projects/{project}/export")}
    twice = sum(count > 1 for count in kept.values())
    return twice, sum(max(0, count - kept.get(task, 0)) for task, count in Counter(tally.done).items())
