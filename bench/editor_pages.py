"""
What an annotator's page takes, as a browser sees it: the same tasks in this checkout and, on request, in Label Studio.

Everything is measured from outside, alike on both sides, which take turns: navigation until the page has been quiet for
a second (no long task, no change of its elements, no answer of the server), how long it was blocked meanwhile, frames
while the wheel turns, the browser's own time from a click to the next paint, and from the click on Submit until the
next task is on screen.
"""

import argparse
import io
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

from bench.editor_surfaces import rounds
from bench.label_studio import label_studio
from bench.measure import Row
from bench.server import EMAIL, PASSWORD, running
from bench.startup import start
from harness.live import Client

_QUIET_MS = 1000
_WAIT_MS = 120_000
_REGIONS = 1000
"""Of each kind, on both sides; ten thousand keep Label Studio's page busy for minutes."""
_SIZE = (6000, 4000)

_WATCH = """
window.lastChange = 0
window.blocked = 0
window.clicks = []
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) {
    window.blocked += task.duration
    window.lastChange = Math.max(window.lastChange, task.startTime + task.duration)
  }
}).observe({ type: 'longtask', buffered: true })
new PerformanceObserver((list) => {
  for (const answer of list.getEntries()) window.lastChange = Math.max(window.lastChange, answer.responseEnd)
}).observe({ type: 'resource', buffered: true })
new PerformanceObserver((list) => {
  for (const event of list.getEntries()) if (event.name === 'pointerup') window.clicks.push(event.duration)
}).observe({ type: 'event', durationThreshold: 16 })
new MutationObserver(() => { window.lastChange = performance.now() })
  .observe(document, { subtree: true, childList: true, characterData: true })
"""

_FRAMES = """
() => {
  window.gaps = []
  let last
  const frame = (now) => {
    if (last !== undefined) window.gaps.push(now - last)
    last = now
    window.counting = requestAnimationFrame(frame)
  }
  window.counting = requestAnimationFrame(frame)
}
"""

# From the click on Submit to the first paint with another task's text.
_NEXT = r"""
() => new Promise((done) => {
  const text = () => /Entry task (\d+)/.exec(document.body.textContent)?.[1]
  const before = text()
  const button = [...document.querySelectorAll('button')].find((it) => it.textContent.trim().startsWith('Submit'))
  const began = performance.now()
  const look = () => {
    const now = text()
    if (now === undefined || now === before) return requestAnimationFrame(look)
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done(performance.now() - began)
    requestAnimationFrame(() => channel.port2.postMessage(null))
  }
  button.click()
  look()
})
"""


@dataclass(frozen=True)
class Workload:
    config: str
    value: str
    """The field of the task's data."""
    data: Callable[[], str | bytes]
    result: Callable[[], list[dict[str, Any]]]
    is_picture: bool = True


@dataclass(frozen=True)
class Side:
    name: str
    url: str
    client: Client
    picture: str
    """What a picture is labelled on, as a selector."""


def _picture() -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize(_SIZE).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


def _drawn(count: int, kind: str, value: Callable[[float, float], dict[str, Any]]) -> list[dict[str, Any]]:
    common = {"from_name": "label", "to_name": "task", "type": kind, "origin": "manual", "image_rotation": 0}
    size = {"original_width": _SIZE[0], "original_height": _SIZE[1]}
    return [
        {"id": f"r{i}", **common, **size, "value": {**value(i * 7 % 971 / 10, i * 13 % 937 / 10), kind: ["Car"]}}
        for i in range(count)
    ]


def _box(x: float, y: float) -> dict[str, Any]:
    return {"x": x, "y": y, "width": 2, "height": 3, "rotation": 0}


def _polygon(x: float, y: float) -> dict[str, Any]:
    return {"points": [[x, y], [x + 2, y], [x + 2.5, y + 2], [x + 1, y + 3.5], [x + 0.5, y + 2]], "closed": True}


def _text() -> str:
    return "\n".join(
        f"Entry {i:06}: the harbour of Lisbon was closed, and the grain waited for a day in the rain.   "
        for i in range(_REGIONS)
    )


def _spans() -> list[dict[str, Any]]:
    line = len(_text().split("\n", 1)[0]) + 1
    common = {"from_name": "label", "to_name": "task", "type": "labels", "origin": "manual"}
    places = [i * line + _text().index("Lisbon") for i in range(_REGIONS)]
    return [
        {"id": f"r{i}", **common, "value": {"start": at, "end": at + 6, "text": "Lisbon", "labels": ["Car"]}}
        for i, at in enumerate(places)
    ]


def _config(control: str, surface: str) -> str:
    labels = f'<{control} name="label" toName="task"><Label value="Car"/><Label value="Bus"/></{control}>'
    return f"<View>{labels}{surface}</View>"


_IMAGE = '<Image name="task" value="$image"/>'
_TEXT = '<Text name="task" value="$text"/>'
_WORKLOADS = {
    f"{_REGIONS} boxes on 24 MP": Workload(
        _config("RectangleLabels", _IMAGE),
        "image",
        _picture,
        lambda: _drawn(_REGIONS, "rectanglelabels", _box),
    ),
    f"{_REGIONS // 2} polygons on 24 MP": Workload(
        _config("PolygonLabels", _IMAGE),
        "image",
        _picture,
        lambda: _drawn(_REGIONS // 2, "polygonlabels", _polygon),
    ),
    f"{_REGIONS} spans in 90 kB of text": Workload(_config("Labels", _TEXT), "text", _text, _spans, is_picture=False),
}


def measure(options: argparse.Namespace, directory: Path, browser: Browser) -> list[Row]:
    rows = []
    with ExitStack() as stack:
        sides = [stack.enter_context(side) for side in _sides(options, directory)]
        for name, work in _WORKLOADS.items():
            tasks = [_prepare(side, name, work) for side in sides]
            rows += _turns(name, options, [_opening(browser, *it, work) for it in zip(sides, tasks, strict=True)])
        streams = [_stream(side, rounds(options)) for side in sides]
        rows += _turns("next task", options, [_switching(browser, *it) for it in zip(sides, streams, strict=True)])
    return rows


def _sides(options: argparse.Namespace, directory: Path) -> Iterator[Any]:
    yield _ours(options, directory)
    if options.label_studio:
        yield _theirs(options.label_studio, directory / "label-studio")


@contextmanager
def _ours(options: argparse.Namespace, directory: Path) -> Iterator[Side]:
    with running(options, directory) as (process, _), _signed_in(process.url) as client:
        yield Side("Labelwright", process.url, client, "[role=application]")


@contextmanager
def _theirs(program: Path, directory: Path) -> Iterator[Side]:
    process = label_studio(program, directory)
    try:
        start(process)
        with _signed_in(process.url) as client:
            yield Side("Label Studio", process.url, client, "canvas")
    finally:
        process.close()


@contextmanager
def _signed_in(url: str) -> Iterator[Client]:
    with Client(url) as client:
        client.timeout = 300
        yield client.log_in(EMAIL, PASSWORD)


# ── preparing


def _prepare(side: Side, name: str, work: Workload) -> str:
    """The address of a new task that has all of its regions."""
    call = side.client.call
    project = side.client.project(work.config, title=f"Benchmark: {name}"[:50])["id"]
    data = work.data()
    if isinstance(data, bytes):
        call("POST", f"/api/projects/{project}/import", files={"file": ("picture.jpg", data, "image/jpeg")})
    else:
        call("POST", f"/api/projects/{project}/import", json=[{work.value: data}])
    task = call("GET", "/api/tasks/", params={"project": project})["tasks"][0]["id"]
    call("POST", f"/api/tasks/{task}/annotations/", json={"result": work.result()})
    return f"{side.url}/projects/{project}/data?task={task}"


def _stream(side: Side, count: int) -> str:
    """The address of a stream of short texts."""
    project = side.client.project(_config("Labels", _TEXT), title="Benchmark: stream")["id"]
    texts = [{"text": f"Entry task {n:06}. {_text()[:4000]}"} for n in range(_SWITCHES * count + 10)]
    side.client.call("POST", f"/api/projects/{project}/import", json=texts)
    return f"{side.url}/projects/{project}/data?labeling=1"


# ── measuring

Visit = Callable[[], dict[str, float]]

_PATIENCE = 15.0
"""Seconds of a visit after which a side is not visited again."""

_SWITCHES = 6


def _opening(browser: Browser, side: Side, task: str, work: Workload) -> Visit:
    def visit() -> dict[str, float]:
        with _page(browser, side) as page:
            page.goto(task, wait_until="commit")
            surface = page.locator(side.picture if work.is_picture else "text=Entry 000001").first
            surface.wait_for()
            _until_quiet(page)
            figures = {"open": page.evaluate("lastChange"), "blocked while opening": page.evaluate("blocked")}
            box = surface.bounding_box()
            assert box
            x, y = min(box["x"] + 200, 1000), min(box["y"] + 150, 700)
            return figures | _wheel(page, x, y, zooms=work.is_picture) | _clicks(page, x, y)

    return visit


def _switching(browser: Browser, side: Side, stream: str) -> Visit:
    def visit() -> dict[str, float]:
        with _page(browser, side) as page:
            page.goto(stream, wait_until="commit")
            page.get_by_text("Entry task").first.wait_for()
            times = []
            for _ in range(_SWITCHES):
                _until_quiet(page)
                times.append(page.evaluate(_NEXT))
            return {"Submit to its paint": statistics.median(times[1:])}

    return visit


@contextmanager
def _page(browser: Browser, side: Side) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US", bypass_csp=True)
    context.add_cookies(
        [{"name": name, "value": value, "url": side.url} for name, value in side.client.cookies.items()]
    )
    context.set_default_timeout(_WAIT_MS)
    page = context.new_page()
    page.add_init_script(_WATCH)
    yield page
    context.close()


def _until_quiet(page: Page) -> None:
    page.wait_for_function(f"performance.now() - window.lastChange > {_QUIET_MS}", polling=100)


def _wheel(page: Page, x: float, y: float, *, zooms: bool) -> dict[str, float]:
    page.mouse.move(x, y)
    page.evaluate(_FRAMES)
    if zooms:
        page.keyboard.down("Control")
    for step in range(60):
        page.mouse.wheel(0, 120 if step % 40 < 20 else -120)
    if zooms:
        page.keyboard.up("Control")
    gaps: list[float] = page.evaluate("(cancelAnimationFrame(counting), gaps)")
    cuts = statistics.quantiles(gaps, n=20, method="inclusive")
    name = "zooming" if zooms else "scrolling"
    return {f"{name}, frame p50": cuts[9], f"{name}, frame p95": cuts[18]}


def _clicks(page: Page, x: float, y: float) -> dict[str, float]:
    for step in range(12):
        page.mouse.click(x + 23 * step, y + 11 * step)
        page.wait_for_timeout(150)
    # The browser reports nothing that was painted within its shortest reportable time.
    clicks: list[float] = [*page.evaluate("clicks"), *[16.0] * 12][:12]
    return {"click to paint": statistics.median(clicks)}


def _turns(name: str, options: argparse.Namespace, visits: list[Visit]) -> list[Row]:
    """Sides take turns, so that a busy machine is busy for all. One that takes minutes is not asked again."""
    runs: list[list[dict[str, float]]] = [[] for _ in visits]
    slow: set[int] = set()
    for _ in range(rounds(options)):
        for index in set(range(len(visits))) - slow:
            began = time.monotonic()
            runs[index].append(visits[index]())
            if time.monotonic() - began > _PATIENCE:
                slow.add(index)
    return [_row(name, figure, [[run[figure] for run in side] for side in runs]) for figure in runs[0][0]]


def _row(name: str, figure: str, runs: list[list[float]]) -> Row:
    ours, *theirs = [statistics.median(side) for side in runs]
    visits = "" if len(runs[-1]) == len(runs[0]) else f" ({len(runs[-1])} visit)"
    how = "".join(f"Label Studio {it:.0f} ms{visits}: {it / max(ours, 0.1):.1f} times" for it in theirs)
    return Row(f"{name}: {figure}", f"{ours:.0f} ms", how)
