"""What a process used, what the machine was like, and how a figure is printed. Linux (/proc)."""

import os
import platform
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Row:
    name: str
    figure: str
    how: str = ""


def show(title: str, rows: list[Row]) -> None:
    print(f"\n{title} (calibration {calibration():.0f} ms, load {os.getloadavg()[0]:.1f})")
    for row in rows:
        print(f"  {row.name:44} {row.figure:>28}   {row.how}", flush=True)


def machine() -> str:
    memory = next(line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith("MemTotal"))
    gib = int(memory.split()[1]) / 2**20
    return f"{os.cpu_count()} cores, {gib:.0f} GiB, Python {platform.python_version()}, {platform.system()}"


def calibration() -> float:
    """Milliseconds of a fixed piece of pure Python, best of 3: it rises when the machine is busy."""

    def once() -> float:
        began = time.perf_counter()
        sum(number * number for number in range(300_000))
        return time.perf_counter() - began

    return 1000 * min(once() for _ in range(3))


def resident_megabytes(pid: int) -> float:
    """Resident memory of a process and its children, in MB (10^6)."""
    pages = sum(int(Path(f"/proc/{member}/statm").read_text().split()[1]) for member in family(pid))
    return pages * _PAGE / 1e6


def reset_peak(pid: int) -> None:
    """Begin anew to look for the most memory that a process has."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")


def peak_megabytes(pid: int) -> float:
    """The most resident memory of a process since `reset_peak`, in MB (10^6)."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and its children."""
    total = 0
    for member in family(pid):
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        total += sum(map(int, fields[11:15]))
    return total / _TICKS


def family(pid: int) -> Iterator[int]:
    yield pid
    for thread in Path(f"/proc/{pid}/task").iterdir():
        for child in (thread / "children").read_text().split():
            yield from family(int(child))


def spread(values: list[float], unit: str, digits: int = 2) -> str:
    """Median, with the smallest and the largest."""
    median, low, high = statistics.median(values), min(values), max(values)
    return f"{median:.{digits}f} {unit} ({low:.{digits}f}-{high:.{digits}f})"


def latency(seconds: list[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    return f"{1000 * statistics.median(seconds):.1f} / {1000 * percentile(seconds):.1f} ms"


def percentile(seconds: list[float]) -> float:
    """The 95th."""
    return sorted(seconds)[int(0.95 * (len(seconds) - 1))]
