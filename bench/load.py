"""Annotators who label without a pause while a large import and exports run on the same server."""

import argparse
import json
import threading
import time
from pathlib import Path

from bench.annotate import Tally, member, outcome, rates, together
from bench.annotate import project as to_label
from bench.client import Connection
from bench.files import write_tasks
from bench.importing import begin, has_ended, project, stage
from bench.measure import Row
from bench.sample import task
from bench.server import TOKEN, backend, running

_USERS = 20
# More than they get through.
_TO_LABEL = 20_000
_ALONE_SECONDS = 10.0
_PAUSE = 0.5


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    count = options.tasks * 10
    file = directory / "many.json"
    write_tasks(file, count)
    with running(options, directory) as (_, owner):
        tokens = [member(owner) for _ in range(_USERS)]
        place, source, target = to_label(owner, _TO_LABEL), project(owner, "Source"), project(owner, "Target")
        staged = stage(owner, target, file)
        body = json.dumps([task(number, predicted=True, annotated=number % 5 == 0) for number in range(options.tasks)])
        owner.call("POST", f"/api/projects/{source}/import", body.encode())
        alone, alone_seconds = _for_a_while(owner, tokens, place)
        work = _Work(owner.port, begin(owner, target, staged), source)
        beside, seconds = together(owner.port, tokens, place, work.ended)
        exports = work.exports()
        both = Tally()
        both.add(alone)
        both.add(beside)
        how = f"{backend(options)}; {outcome(owner, place, both)}"
    done = f"{count} tasks in {seconds:.0f} s, {exports} exports of {options.tasks} tasks"
    return [
        *rates(f"{_USERS} annotators, alone", alone, alone_seconds, how),
        *rates(f"{_USERS} annotators, import and export", beside, seconds, f"meanwhile {done}"),
    ]


def _for_a_while(owner: Connection, tokens: list[str], place: int) -> tuple[Tally, float]:
    enough = threading.Event()
    timer = threading.Timer(_ALONE_SECONDS, enough.set)
    timer.start()
    return together(owner.port, tokens, place, enough)


class _Work:
    """One export after the other until an import job has ended."""

    def __init__(self, port: int, job: int, source: int) -> None:
        self.ended = threading.Event()
        self._watch = threading.Thread(target=self._until_the_import_has_ended, args=(Connection(port, TOKEN), job))
        self._export = threading.Thread(target=self._export_again_and_again, args=(Connection(port, TOKEN), source))
        self._exports = 0
        self._watch.start()
        self._export.start()

    def exports(self) -> int:
        """How many there were."""
        self._watch.join()
        self._export.join()
        return self._exports

    def _until_the_import_has_ended(self, owner: Connection, job: int) -> None:
        try:
            while not has_ended(owner, job):
                time.sleep(_PAUSE)
        finally:
            self.ended.set()

    def _export_again_and_again(self, owner: Connection, source: int) -> None:
        while not self.ended.is_set():
            owner.call("GET", f"/api/projects/{source}/export?exportType=JSON&download_all_tasks=true")
            self._exports += 1
