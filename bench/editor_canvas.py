"""How smoothly the editor's image surface moves, by default with 7,000 boxes, at 1440 × 900, in headless Chromium.

    cd web/packages/editor && npx vite build demo
    python -m bench.editor_canvas web/packages/editor/demo/dist [another build …]

Samples of the demo page, all on a picture of 6000 × 4000: many (boxes), many-polygons (5,000), many-masks (200).

Prints, per build and taking turns so that a busy machine is busy for all, the median over the runs of the frame times'
50th and 95th percentile while panning and zooming, of a hit test with selection, and of the longest frame.
"""

import argparse
import statistics
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.measure import Row, machine, show
from bench.pages import served

_MOVE = """
async (kind) => {
  const surface = document.querySelector('[role=application]')
  const box = surface.getBoundingClientRect()
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const point = (type, dx, dy, button) => surface.dispatchEvent(new PointerEvent(type,
    { bubbles: true, cancelable: true, clientX: x + dx, clientY: y + dy, pointerId: 1, button }))
  const gaps = []
  let last = await frame()
  if (kind === 'pan') point('pointerdown', 0, 90, 1)
  for (let i = 0; i < 150; i++) {
    if (kind === 'pan') point('pointermove', 120 * Math.sin(i / 9), 90 * Math.cos(i / 9), 1)
    else surface.dispatchEvent(new WheelEvent('wheel',
      { bubbles: true, cancelable: true, ctrlKey: true, deltaY: i % 60 < 30 ? -12 : 12, clientX: x, clientY: y }))
    const now = await frame()
    gaps.push(now - last)
    last = now
  }
  if (kind === 'pan') point('pointerup', 0, 90, 1)
  return gaps.slice(5)
}
"""

_SELECT = """
async () => {
  const surface = document.querySelector('[role=application]')
  const box = surface.getBoundingClientRect()
  const times = []
  for (let i = 0; i < 40; i++) {
    const at = { bubbles: true, cancelable: true, pointerId: 1, button: 0,
      clientX: box.x + box.width * (0.2 + 0.015 * i), clientY: box.y + box.height * (0.3 + 0.01 * i) }
    const began = performance.now()
    for (const type of ['pointerdown', 'pointerup']) surface.dispatchEvent(new PointerEvent(type, at))
    times.push(performance.now() - began)
    await new Promise((done) => requestAnimationFrame(done))
  }
  return times
}
"""


def _opened(browser: Browser, address: str, sample: str) -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    # Only real pointers can be captured.
    page.add_init_script("Element.prototype.setPointerCapture = () => {}")
    page.goto(f"{address}?sample={sample}")
    page.get_by_role("toolbar").first.wait_for()
    page.wait_for_timeout(2500)
    return page


def _run(browser: Browser, address: str, sample: str) -> dict[str, float]:
    page = _opened(browser, address, sample)
    figures: dict[str, float] = {}
    for kind in ("pan", "zoom"):
        gaps: list[float] = page.evaluate(_MOVE, kind)
        cuts = statistics.quantiles(gaps, n=20, method="inclusive")
        figures |= {f"{kind}: p50": cuts[9], f"{kind}: p95": cuts[18], f"{kind}: longest": max(gaps)}
    times: list[float] = page.evaluate(_SELECT)
    figures["press and release on a shape: p50"] = statistics.median(times)
    page.close()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.editor_canvas", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("builds", nargs="+", type=Path, help="directories of built demo pages")
    parser.add_argument("--sample", default="many")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    print(machine())
    runs: dict[Path, list[dict[str, float]]] = {build: [] for build in options.builds}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for _ in range(options.runs):
            for build in options.builds:
                with served(build) as address:
                    runs[build].append(_run(browser, address, options.sample))
        browser.close()
    for build, figures in runs.items():
        rows = [Row(name, f"{statistics.median(run[name] for run in figures):.1f} ms") for name in figures[0]]
        show(str(build), rows)


if __name__ == "__main__":
    main()
