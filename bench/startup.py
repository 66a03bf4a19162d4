"""From exec to the first 200 of both the log-in page and an API call with a token; memory when idle."""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from bench.client import Connection
from bench.measure import Row, cpu_seconds, resident_megabytes, spread
from bench.server import TOKEN, backend, server
from harness.process import ServerProcess

SETTLE = 5.0
_PATIENCE = 300


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    empty, existing, memory, cpu = [], [], [], []
    for run in range(options.runs):
        process = server(options, directory / str(run))
        empty.append(start(process))
        process.close()
        existing.append(start(process))
        cpu.append(cpu_seconds(process.pid))
        time.sleep(SETTLE)
        memory.append(resident_megabytes(process.pid))
        process.close()
    how = f"exec to first 200 of /user/login and /api/current-user/whoami; {options.runs} runs, median (min-max)"
    first = "database migrated before" if options.database else "empty data directory"
    return [
        Row(f"start, {first}", spread(empty, "s"), how),
        Row("start, existing data directory", spread(existing, "s"), f"the same; {backend(options)}"),
        Row("CPU until then, existing data directory", spread(cpu, "s"), "user + system, process tree"),
        Row("memory when idle", spread(memory, "MB", 0), f"resident set {SETTLE:.0f} s after the first answer"),
    ]


def start(process: ServerProcess) -> float:
    """Seconds until both answer."""
    began = time.perf_counter()
    process.launch()
    await_200(lambda: Connection(process.port).send("GET", "/user/login/").status)
    await_200(lambda: Connection(process.port, TOKEN).send("GET", "/api/current-user/whoami").status)
    return time.perf_counter() - began


def await_200(request: Callable[[], int]) -> None:
    deadline = time.perf_counter() + _PATIENCE
    while time.perf_counter() < deadline:
        try:
            status = request()
        except OSError:
            time.sleep(0.005)
            continue
        if status == 200:
            return
        if status >= 500:
            raise RuntimeError(f"the server answered {status}")
        time.sleep(0.005)
    raise RuntimeError(f"no answer in {_PATIENCE} s")
