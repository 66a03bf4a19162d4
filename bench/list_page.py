"""The list of a large project's tasks in headless Chromium, 1440 × 900: the first rows, scrolling and jumping through all, typing a filter."""

import argparse
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, sync_playwright

from bench.lists_large import filled
from bench.measure import Row
from bench.server import EMAIL, PASSWORD, running
from harness.process import ServerProcess

_JUMPS = 20
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

# Milliseconds after the page was asked for: the first row that shows its task is painted.
_FIRST_ROWS = """
() => new Promise((done) => {
  const look = () => {
    if (!document.querySelector('[role=row][data-task]')) return requestAnimationFrame(look)
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done(performance.now())
    requestAnimationFrame(() => channel.port2.postMessage(null))
  }
  look()
})
"""

# What is seen in the middle of the list at a height: nothing, a row that waits, or a task.
_SEEN = """
  const box = document.querySelector('[role=grid]').parentElement
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const seen = () => {
    const area = box.getBoundingClientRect()
    const rows = [0.2, 0.5, 0.9].map((share) => {
      const at = document.elementFromPoint(area.left + 300, area.top + 44 + (area.height - 60) * share)
      return at?.closest('[role=row]')
    })
    return { blank: rows.some((row) => !row), waiting: rows.some((row) => !row?.dataset.task) }
  }
"""

# By the wheel, 100 pixels a frame: the longest that a part was blank, or waited for its tasks, and the frames.
_WHEEL = f"""
async (frames) => {{
  {_SEEN}
  const longest = {{ blank: 0, waiting: 0 }}
  const since = {{}}
  const gaps = []
  let last = await frame()
  for (let i = 0; i < frames; i++) {{
    box.scrollTop += 100
    const now = await frame()
    gaps.push(now - last)
    last = now
    for (const [kind, is] of Object.entries(seen())) {{
      if (is) since[kind] ??= now
      else delete since[kind]
      if (is) longest[kind] = Math.max(longest[kind], now - since[kind])
    }}
  }}
  return {{ ...longest, gaps }}
}}
"""

# The scrollbar somewhere else: milliseconds until no part is blank, and until all show their tasks.
_JUMP = f"""
async (share) => {{
  {_SEEN}
  const began = performance.now()
  box.scrollTop = (box.scrollHeight - box.clientHeight) * share
  let blank = 0
  for (;;) {{
    await frame()
    const now = seen()
    if (now.blank) blank = performance.now() - began
    if (!now.waiting) return {{ blank, waiting: performance.now() - began }}
  }}
}}
"""


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    kept = options.kept or directory
    with running(options, kept) as (process, owner):
        project = filled(owner, kept, options.tasks * 100)
        address = f"{process.url}/projects/{project}/data"
        with _page(process, options.chromium) as page:
            first = _first_rows(page, address, options.runs)
            wheel = page.evaluate(_WHEEL, 300)
            jumps = [page.evaluate(_JUMP, (number * 0.37) % 1) for number in range(1, _JUMPS + 1)]
            typing = _typing(page)
    return [
        Row("first rows, nothing cached", f"{statistics.median(first):.0f} ms", f"median of {options.runs}"),
        Row("scrolling by the wheel, longest blank", f"{wheel['blank']:.0f} ms", "300 frames of 100 px"),
        Row("scrolling by the wheel, longest waiting row", f"{wheel['waiting']:.0f} ms"),
        Row("scrolling by the wheel, 95 % of frames below", f"{_high(wheel['gaps']):.0f} ms"),
        Row("jump of the scrollbar, longest blank", f"{max(jump['blank'] for jump in jumps):.0f} ms"),
        Row(
            "jump of the scrollbar until its tasks show",
            _spread([jump["waiting"] for jump in jumps]),
            f"{_JUMPS} jumps",
        ),
        Row("typing a condition, longest frame", f"{max(typing):.0f} ms", "10 letters"),
    ]


def _high(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):.0f} ms, 95 % below {_high(values):.0f} ms"


@contextmanager
def _page(process: ServerProcess, chromium: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
        context.add_cookies(_session(process.url))
        yield context.new_page()
        browser.close()


def _session(url: str) -> list[Any]:
    """Logged in as a browser is."""
    with httpx.Client(base_url=url, follow_redirects=True, trust_env=False) as client:
        client.get("/user/login/")
        form = {"email": EMAIL, "password": PASSWORD, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
        client.post("/user/login/", data=form, headers={"X-CSRFToken": client.cookies["csrftoken"]}).raise_for_status()
        return [{"name": name, "value": value, "url": url} for name, value in client.cookies.items()]


def _first_rows(page: Page, address: str, runs: int) -> list[float]:
    session = page.context.new_cdp_session(page)
    found = []
    for _ in range(runs):
        session.send("Network.clearBrowserCache")
        page.goto("about:blank")
        page.goto(address, wait_until="commit")
        found.append(page.evaluate(_FIRST_ROWS))
    return found


def _typing(page: Page) -> list[float]:
    """Lengths of frames while somebody types."""
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("button", name="Add a condition").click()
    page.evaluate(
        """() => {
          window.gaps = []
          let last = performance.now()
          const tick = (now) => { window.gaps.push(now - last); last = now; requestAnimationFrame(tick) }
          requestAnimationFrame(tick)
        }"""
    )
    page.get_by_label("Value").press_sequentially("amber pine", delay=60)
    gaps: list[float] = page.evaluate("window.gaps")
    return gaps
