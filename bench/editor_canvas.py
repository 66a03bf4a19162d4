"""How smoothly the editor's image surface works with much on it, at 1440 × 900, in headless Chromium.

    cd web/packages/editor && npx vite build demo
    python -m bench.editor_canvas web/packages/editor/demo/dist [another build …]

Samples of the demo page, all on a picture of 6000 × 4000: many (10,000 boxes), many-polygons (5,000), many-masks (200),
and large, the picture with nothing on it: what that takes is the browser's and the machine's, not ours.

Prints, per build and sample and taking turns so that a busy machine is busy for all, medians over the runs: frame times
while panning and zooming, what our own code takes of a frame then, and what finding the shape under the pointer,
selecting one, a step of moving it, and undo take.
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

_TIMES = """
async () => {
  const surface = document.querySelector('[role=application]')
  const box = surface.getBoundingClientRect()
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const timed = async (act) => {
    window.work = 0
    const began = performance.now()
    act()
    const events = performance.now() - began
    await frame()
    await frame()
    return events + window.work
  }
  const point = (type, x, y) => surface.dispatchEvent(
    new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, button: 0, clientX: x, clientY: y }))
  const at = (i) => [box.x + box.width * (0.2 + 0.015 * i), box.y + box.height * (0.3 + 0.01 * i)]
  const press = (key, more) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  const hover = [], select = [], move = [], undo = []
  press('v')
  for (let i = 0; i < 40; i++) {
    const began = performance.now()
    point('pointermove', ...at(i))
    hover.push(performance.now() - began)
  }
  for (let i = 0; i < 40; i++) {
    select.push(await timed(() => { point('pointerdown', ...at(i)); point('pointerup', ...at(i)) }))
  }
  for (let i = 0; i < 10; i++) {
    const [x, y] = at(i * 3)
    point('pointerdown', x, y)
    for (let step = 1; step < 12; step++) move.push(await timed(() => point('pointermove', x + step * 2, y + step)))
    point('pointerup', x + 24, y + 12)
    undo.push(await timed(() => press('z', { ctrlKey: true })))
  }
  return { hover, select, move, undo }
}
"""

# Only real pointers can be captured. What our code takes of a frame is what it does when it is asked to draw one.
_INIT = """
Element.prototype.setPointerCapture = () => {}
window.work = 0
window.perFrame = []
const request = window.requestAnimationFrame.bind(window)
window.requestAnimationFrame = (draw) => request((now) => {
  const began = performance.now()
  draw(now)
  const took = performance.now() - began
  window.work += took
  if (took > 0.05) window.perFrame.push(took)
})
"""

_SAMPLES = ("large", "many", "many-polygons", "many-masks")


def _opened(browser: Browser, address: str, sample: str) -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(_INIT)
    page.goto(f"{address}?sample={sample}")
    page.get_by_role("toolbar").first.wait_for()
    page.wait_for_timeout(2500)
    return page


def _cuts(name: str, times: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return {f"{name}: p50": cuts[9], f"{name}: p95": cuts[18]}


def _run(browser: Browser, address: str, sample: str) -> dict[str, float]:
    page = _opened(browser, address, sample)
    figures: dict[str, float] = {}
    for kind in ("pan", "zoom"):
        page.evaluate("window.perFrame = []")
        figures |= _cuts(f"{kind}, frame", page.evaluate(_MOVE, kind))
        figures |= _cuts(f"{kind}, our part of it", page.evaluate("window.perFrame"))
    if sample != "large":
        for name, times in page.evaluate(_TIMES).items():
            figures |= _cuts(name, times)
    page.close()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.editor_canvas", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("builds", nargs="+", type=Path, help="directories of built demo pages")
    parser.add_argument("--samples", nargs="+", default=_SAMPLES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    print(machine())
    turns = [(build, sample) for sample in options.samples for build in options.builds]
    runs: dict[tuple[Path, str], list[dict[str, float]]] = {turn: [] for turn in turns}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for _ in range(options.runs):
            for build, sample in turns:
                with served(build) as address:
                    runs[build, sample].append(_run(browser, address, sample))
        browser.close()
    for (build, sample), figures in runs.items():
        rows = [Row(name, f"{statistics.median(run[name] for run in figures):.1f} ms") for name in figures[0]]
        show(f"{build}: {sample}", rows)


if __name__ == "__main__":
    main()
