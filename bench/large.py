"""Large files imported as jobs: rates, and the most memory the server takes for it."""

import argparse
from pathlib import Path

from bench.files import write_bytes
from bench.importing import finished, project, stage
from bench.measure import Row, peak_megabytes, reset_peak, resident_megabytes
from bench.server import backend, running

_MOST = 2_000_000_000


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    limits = {"DATA_UPLOAD_MAX_MEMORY_SIZE": str(_MOST), "MAX_IMPORT_TASKS": str(_MOST)}
    rows = []
    for name in options.files:
        file = directory / f"many.{name}"
        count = write_bytes(file, options.megabytes * 1_000_000)
        with running(options, directory / name, limits) as (process, owner):
            target = project(owner, name)
            idle = resident_megabytes(process.pid)
            reset_peak(process.pid)
            staged = stage(owner, target, file)
            received = peak_megabytes(process.pid)
            seconds = finished(owner, target, staged)
            most = peak_megabytes(process.pid)
        how = f"{count} tasks, {file.stat().st_size / 1e6:.0f} MB, {backend(options)}"
        rows += [
            Row(f"import as a job, {name}", f"{seconds:.1f} s, {count / seconds:.0f} tasks/s", how),
            Row("memory over idle, at most", f"{most - idle:.0f} MB", f"resident; {received - idle:.0f} MB until the upload was read"),
        ]  # fmt: skip
        file.unlink()
    return rows
