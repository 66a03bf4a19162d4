"""How fast the editor opens, labels and scrolls large documents, at 1440 × 900, in headless Chromium.

    cd web/packages/editor && npx vite build demo
    python -m bench.editor_text web/packages/editor/demo/dist [another build …]

Samples of the demo page: long-text (1 MB of text, 10,000 spans), thousand (100 kB, 1,000 spans), long-html (1 MB of
mark-up, 2,000 spans), long-pdf (300 pages).

Prints, per build, the median over the runs of: mounting until the document with its spans is painted; the key of a
label until the new span is painted; frame times while scrolling through the document.
"""

import argparse
import statistics
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.measure import Row, machine, show
from bench.pages import served

# The first frame in which the document stands there, with its spans if it has any, and the end of painting it.
_PAINTED = """
(spans) => new Promise((done) => {
  const look = () => {
    const text = document.querySelector('[role=document]')
    const ready = text !== null && text.childElementCount > 1 && (!spans || CSS.highlights.size > 0)
    if (!ready) return requestAnimationFrame(look)
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done(performance.now() - performance.getEntriesByName('mount')[0].startTime)
    requestAnimationFrame(() => channel.port2.postMessage(null))
  }
  look()
})
"""

# Selects some words, the n-th time somewhere else, and presses the key of a label.
_LABEL = """
async (n) => {
  const root = document.querySelector('[role=document]')
  const holder = root.querySelector('div')?.shadowRoot ?? root
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT)
  const nodes = []
  while (walker.nextNode() && nodes.length < 400) if (walker.currentNode.length > 60) nodes.push(walker.currentNode)
  const node = nodes[(n * 7) % nodes.length]
  node.parentElement.scrollIntoView({ block: 'center' })
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  getSelection().setBaseAndExtent(node, 20, node, 31)
  await new Promise((done) => setTimeout(done, 120))
  const began = performance.now()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', bubbles: true, cancelable: true }))
  const channel = new MessageChannel()
  return new Promise((done) => {
    channel.port1.onmessage = () => done(performance.now() - began)
    requestAnimationFrame(() => channel.port2.postMessage(null))
  })
}
"""

_SCROLL = """
async () => {
  const root = document.querySelector('[role=document]')
  let box = root
  while (box.scrollHeight <= box.clientHeight + 4 || getComputedStyle(box).overflowY === 'visible') box = box.parentElement
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const gaps = []
  box.scrollTop = 0
  let last = await frame()
  for (let i = 0; i < 200; i++) {
    box.scrollTop += 120
    const now = await frame()
    gaps.push(now - last)
    last = now
  }
  return gaps.slice(5)
}
"""


def _opened(browser: Browser, address: str, sample: str) -> tuple[Page, float]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}?sample={sample}", wait_until="commit")
    page.wait_for_function("performance.getEntriesByName('mount').length > 0", polling=5)
    took: float = page.evaluate(_PAINTED, sample != "long-pdf")
    page.wait_for_timeout(1500)
    return page, took


def _run(browser: Browser, address: str, sample: str) -> dict[str, float]:
    page, took = _opened(browser, address, sample)
    figures = {"mount to painted document": took}
    if sample != "long-pdf":
        times: list[float] = [page.evaluate(_LABEL, n) for n in range(12)]
        figures["key to painted label: p50"] = statistics.median(times[2:])
        figures["key to painted label: longest"] = max(times[2:])
    gaps: list[float] = page.evaluate(_SCROLL)
    cuts = statistics.quantiles(gaps, n=20, method="inclusive")
    figures |= {"scroll frame: p50": cuts[9], "scroll frame: p95": cuts[18], "scroll frame: longest": max(gaps)}
    page.close()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.editor_text", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("builds", nargs="+", type=Path, help="directories of built demo pages")
    parser.add_argument("--sample", default="long-text")
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
        show(f"{build}: {options.sample}", rows)


if __name__ == "__main__":
    main()
