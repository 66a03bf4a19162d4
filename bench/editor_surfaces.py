"""The editor's surfaces with as much on them as comes, at 1440 × 900 in headless Chromium, on pages without a server.

`large` is the picture of 6000 × 4000 with nothing on it: what that takes is the browser's and the machine's, not ours.
"""

import argparse
import os
import statistics
import subprocess
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from bench.editor_scripts import BRUSH, DRAWN, LABEL, MOVE, OPENED, OPENED_ANOTHER, SCROLL, TIMES, WATCH
from bench.measure import Row, resident_megabytes
from bench.pages import served
from harness.process import ROOT

Figures = dict[str, float]

_AIMS = {
    "pan, frame p50": 20,
    "pan, frame p95": 33,
    "zoom, frame p50": 20,
    "zoom, frame p95": 33,
    "hit test p95": 5,
    "select p50": 16,
    "step of a move p50": 16,
    "undo p50": 16,
    "first paint": 1000,
    "open": 300,
    "open, first task of a page": 300,
    "add a label p50": 50,
    "scroll, frame p95": 20,
    "brush released, longest frame": 50,
}
"""In milliseconds; the frame of scrolling is one of 50 a second."""

_HUGE = 20_000
_CHEAP_JPEG = 60


def measure(options: argparse.Namespace, directory: Path, browser: Browser) -> list[Row]:
    build = built(directory / "demo")
    runs: dict[str, list[Figures]] = {name: [] for name in _PARTS}
    with served(build) as address:
        for _ in range(rounds(options)):
            for name, (sample, run) in _PARTS.items():
                runs[name].append(_visit(browser, f"{address}?sample={sample}", run))
        huge = _huge_picture(browser, address, build)
    return [row for name, figures in runs.items() for row in _rows(name, figures)] + huge


def rounds(options: argparse.Namespace) -> int:
    return max(1, int(options.runs) // 2 + 1)


def built(directory: Path) -> Path:
    """The demo page, as released."""
    editor = ROOT / "web" / "packages" / "editor"
    command = ["npx", "vite", "build", "demo", "--outDir", str(directory), "--logLevel", "error"]
    subprocess.run(command, cwd=editor, check=True)
    return directory


def _visit(browser: Browser, address: str, run: Callable[[Page, str], Figures]) -> Figures:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(WATCH)
    figures = run(page, address)
    page.close()
    return figures


def _canvas(page: Page, address: str) -> Figures:
    _drawing(page, address)
    figures: Figures = {}
    for kind in ("pan", "zoom"):
        figures |= _cuts(f"{kind}, frame", page.evaluate(MOVE, kind))
    page.wait_for_function(DRAWN)
    for name, times in page.evaluate(TIMES).items():
        figures |= _cuts(name, times)
    return figures


def _bare(page: Page, address: str) -> Figures:
    _drawing(page, address)
    figures: Figures = {}
    for kind in ("pan", "zoom"):
        figures |= _cuts(f"{kind}, frame", page.evaluate(MOVE, kind))
    # Label 1, and the largest brush there is.
    page.keyboard.press("1")
    for _ in range(30):
        page.keyboard.press("]")
    released: list[float] = [page.evaluate(BRUSH, run) for run in range(5)]
    # The first stroke is the one that starts what the others find there.
    return figures | {"brush released, longest frame": statistics.median(released[1:])}


def _text(page: Page, address: str) -> Figures:
    first = _first_paint(page, address)
    page.wait_for_timeout(1500)
    labels: list[float] = [page.evaluate(LABEL, n) for n in range(12)]
    return {"first paint": first, **_cuts("add a label", labels[2:]), **_cuts("scroll, frame", page.evaluate(SCROLL))}


def _open(page: Page, address: str) -> Figures:
    figures = {"open, first task of a page": _first_paint(page, address)}
    page.wait_for_timeout(1500)
    times: list[float] = []
    for _ in range(7):
        times.append(page.evaluate(OPENED_ANOTHER))
        page.wait_for_timeout(500)
    return figures | {"open": statistics.median(times)}


def _first_paint(page: Page, address: str) -> float:
    page.goto(address, wait_until="commit")
    page.wait_for_function("performance.getEntriesByName('mount').length > 0", polling=5)
    took: float = page.evaluate(OPENED)
    return took


def _drawing(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("application").wait_for()
    page.wait_for_timeout(2500)


_PARTS: dict[str, tuple[str, Callable[[Page, str], Figures]]] = {
    "24 MP, nothing on it": ("large", _bare),
    "24 MP, 10,000 boxes": ("many", _canvas),
    "24 MP, 5,000 polygons": ("many-polygons", _canvas),
    "24 MP, 200 masks": ("many-masks", _canvas),
    "1 MB of text, 10,000 spans": ("long-text", _text),
    "100 kB of text, 1,000 spans": ("thousand", _open),
}


def _huge_picture(browser: Browser, address: str, build: Path) -> list[Row]:
    """400 megapixels: how long the page stands still, how soon one can draw, and how soon the picture is there."""
    Image.linear_gradient("L").resize((_HUGE, _HUGE)).convert("RGB").save(build / "huge.jpg", quality=_CHEAP_JPEG)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(180_000)
    page.add_init_script(WATCH)
    before = resident_megabytes(os.getpid())
    page.goto(f"{address}?sample=address&image=huge.jpg", wait_until="commit")
    page.get_by_role("application").wait_for()
    usable: float = page.evaluate("performance.now()")
    copy = page.locator("[role=application] canvas[data-ready]")
    most = before
    while copy.count() == 0:
        page.wait_for_timeout(100)
        most = max(most, resident_megabytes(os.getpid()))
    shown: float = page.evaluate("performance.now()")
    longest: float = page.evaluate("Math.max(0, ...blocked)")
    zoom = _cuts("zoom, frame", page.evaluate(MOVE, "zoom"))
    page.close()
    name = "400 MP"
    return [
        Row(f"{name}: can be drawn on after", f"{usable:.0f} ms"),
        Row(f"{name}: picture shown after", f"{shown:.0f} ms", f"{most - before:.0f} MB more in memory meanwhile"),
        Row(f"{name}: page stands still, longest", f"{longest:.0f} ms"),
        *(Row(f"{name}: {figure}", f"{value:.1f} ms", _aim(figure)) for figure, value in zoom.items()),
    ]


def _cuts(name: str, times: list[float]) -> Figures:
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return {f"{name} p50": cuts[9], f"{name} p95": cuts[18]}


def _rows(name: str, runs: list[Figures]) -> list[Row]:
    return [
        Row(f"{name}: {figure}", f"{statistics.median(run[figure] for run in runs):.1f} ms", _aim(figure))
        for figure in runs[0]
    ]


def _aim(figure: str) -> str:
    return f"aim: {_AIMS[figure]} ms" if figure in _AIMS else ""
