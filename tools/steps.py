"""Run the checks by group, all of them even when one fails, and say at the end what passed and what failed.

python tools/steps.py lint        # code read, not run; two at a time
python tools/steps.py test        # code run; one after the other, each uses all cores
python tools/steps.py --report    # the table and the totals of both, from their last runs
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
BIN = ROOT / ".venv" / "bin"
RESULTS = ROOT / ".make" / "results"
PYTHON_FOLDERS = ("server", "tools", "bench", "web/e2e")

Counts = tuple[int, int]


@dataclass(frozen=True)
class Step:
    name: str
    command: list[str]
    folder: Path = ROOT
    count: Callable[[str], Counts | None] | None = None
    """Reads (passed, failed) off a test runner's output; a step without it counts as one check."""


@dataclass(frozen=True)
class Result:
    name: str
    ok: bool
    passed: int
    failed: int
    seconds: float


def pytest_counts(output: str) -> Counts | None:
    closing = [line for line in output.splitlines() if re.search(r" in [\d.]+s\b.*=", line)]
    return _counts(closing[-1]) if closing else None


def vitest_counts(output: str) -> Counts | None:
    closing = [line for line in output.splitlines() if re.match(r"\s*Tests\s+\d", line)]
    return _counts(closing[-1]) if closing else None


def _counts(line: str) -> Counts:
    found = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|errors?)\b", line)}
    return found.get("passed", 0), found.get("failed", 0) + found.get("error", 0) + found.get("errors", 0)


def python_tool(name: str, *arguments: str) -> list[str]:
    return [str(BIN / name), *arguments]


def script(name: str, *arguments: str) -> list[str]:
    return python_tool("python", f"tools/{name}", *arguments)


def lint_steps() -> list[Step]:
    return [
        Step("types, Python (mypy)", ["bash", "-c", f"{BIN}/mypy && {BIN}/mypy tools/*.py tools/gen/*.py"]),
        Step("types, TypeScript (tsc)", ["npm", "run", "--silent", "check"], WEB),
        Step("ruff", python_tool("ruff", "check", "--quiet", *PYTHON_FOLDERS)),
        Step("ruff format", python_tool("ruff", "format", "--check", *PYTHON_FOLDERS)),
        Step("Biome", ["npm", "run", "--silent", "lint"], WEB),
        Step("import boundaries", python_tool("lint-imports", "--no-cache")),
        Step("generated files", script("gen", "--check")),
        Step("house rules", script("house_rules.py")),
        Step("runtime packages", script("runtime_size.py")),
    ]


def test_steps() -> list[Step]:
    together = ("--dist", "loadscope", "-n")
    return [
        Step("web app, embedded editor", ["make", "--silent", "--jobs=2", ".make/web", ".make/embed"]),
        Step("TypeScript", ["npx", "--no-install", "vitest", "run"], WEB, vitest_counts),
        Step("Python, both databases", python_tool("pytest", "server/tests", *together, "2"), count=pytest_counts),
        # One more than a small machine has cores: a page that waits for a clock or an answer leaves one idle.
        Step("browser, both databases", python_tool("pytest", "web/e2e", *together, "3"), count=pytest_counts),
    ]


def run(step: Step, *, live: bool) -> Result:
    """Run one step; `live` shows the output as it comes, otherwise only that of a failed step is shown, at its end."""
    began = time.monotonic()
    if live:
        print(f"\n── {step.name}", flush=True)
    lines: list[str] = []
    process = subprocess.Popen(
        step.command,
        cwd=step.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    assert process.stdout
    for line in process.stdout:
        lines.append(line)
        if live:
            print(line, end="", flush=True)
    ok = process.wait() == 0
    counts = step.count("".join(lines)) if step.count else None
    passed, failed = counts or (int(ok), int(not ok))
    if not ok and not failed:  # a runner that broke off without counting its failure
        failed = 1
    if counts is None and step.count and ok:  # a test runner that ran nothing proves nothing
        ok, passed, failed = False, 0, 1
    result = Result(step.name, ok, passed, failed, round(time.monotonic() - began, 1))
    if not live:
        show = "" if ok else "".join(lines)
        print(f"{'ok  ' if ok else 'FAIL'} {result.seconds:6.1f} s  {step.name}\n{show}", end="", flush=True)
    return result


def run_group(name: str) -> bool:
    if name == "lint":
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda step: run(step, live=False), lint_steps()))
    else:
        results = [run(step, live=True) for step in test_steps()]
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps([asdict(result) for result in results], indent=1))
    report(results)
    return all(result.ok for result in results)


def report(results: list[Result]) -> None:
    print()
    for line in table(results):
        print(line)
    print(f"\n{sum(r.passed for r in results)} passed, {sum(r.failed for r in results)} failed", flush=True)


def table(results: list[Result]) -> Iterator[str]:
    yield f"{'':4} {'step':26} {'passed':>7} {'failed':>7} {'seconds':>8}"
    for result in results:
        mark = "ok" if result.ok else "FAIL"
        yield f"{mark:4} {result.name:26} {result.passed:7} {result.failed:7} {result.seconds:8.1f}"


def report_last_runs() -> bool:
    results = [
        Result(**row) for name in ("lint", "test") for row in json.loads((RESULTS / f"{name}.json").read_text("utf-8"))
    ]
    report(results)
    return all(result.ok for result in results)


if __name__ == "__main__":
    match sys.argv[1:]:
        case [("lint" | "test") as group]:
            done = run_group(group)
        case ["--report"]:
            done = report_last_runs()
        case _:
            sys.exit(__doc__)
    sys.exit(0 if done else 1)
