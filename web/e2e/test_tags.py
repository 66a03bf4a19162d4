"""Every tag in a real browser: worked by mouse, and by keys alone, it writes what `spec/cases/gestures` says."""

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, expect

from people.hand import perform
from people.person import Person, arrive
from people.profiles import new_profile
from people.results import plain

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "spec" / "cases" / "gestures"
NAMES = sorted(path.stem for path in CASES.glob("*.json"))
_DRAWN_ON = r'<(?:Image|Pdf) name="(\w+)"'
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(scope="module")
def visitor(browser: Browser, files: str) -> Iterator[Person]:
    """One page for all tags: each is shown in place of the one before."""
    person = arrive(new_profile(browser), files)
    page = person.page
    for path in CASES.glob("p*.*"):
        page.route(f"**/{path.name}", partial(_give, path))
    page.goto(f"{files}/embed/page/tag.html")
    expect(page.locator("html[data-ready]")).to_be_attached()
    yield person
    page.context.close()
    assert not person.watch.misdeeds, "\n".join(person.watch.misdeeds)


def _give(path: Path, route: Any) -> None:
    route.fulfill(path=path)


def case(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    page = (ROOT / "spec" / "tags" / f"{name}.md").read_text("utf-8")
    read.setdefault("config", re.search(r"```xml\n(.*?)```", page, re.DOTALL)[1])  # type: ignore[index]
    return read


def show(person: Person, config: str, data: dict[str, Any], result: list[Any] | None = None) -> None:
    task = {"id": 1, "data": data, "annotations": [{"id": 1, "result": result}] if result else []}
    person.page.evaluate("options => page.show(options)", {"config": config, "task": task})
    expect(person.page.locator(".lw-stage")).to_be_visible()
    # What is still loading would push the rest aside under the pointer, and hears no keys yet.
    person.page.evaluate(TWO_FRAMES)
    expect(person.page.locator(".lw-stage .mantine-Skeleton-root")).to_have_count(0)
    person.page.evaluate(TWO_FRAMES)
    for surface in re.findall(_DRAWN_ON, config):
        expect(person.surface(surface)).to_be_visible()


def handed_over(person: Person) -> list[dict[str, Any]]:
    person.press("Control+Enter")
    person.page.wait_for_function("page.sent.length > 0")
    [result] = person.page.evaluate("page.sent")
    return plain(result)


def like(expected: Any, found: Any, *, anywhere: bool) -> Any:
    """What is expected, with what was found where anything will do and where the hand need not be exact."""
    if expected == "*":
        return found
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [like(*pair, anywhere=anywhere) for pair in zip(expected, found, strict=True)]
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: like(value, found.get(key), anywhere=anywhere) for key, value in expected.items()}
    if type(expected) in {int, float} and isinstance(found, int | float) and (anywhere or _near(expected, found)):
        return found
    return expected


def _near(expected: float, found: float) -> bool:
    """Percent, or parts of one."""
    return abs(expected - found) < (0.01 if 0 < expected < 1 else 1)


@pytest.mark.parametrize("hand", ["mouse", "keys"])
@pytest.mark.parametrize("name", NAMES)
def test_a_tag_is_worked(visitor: Person, name: str, hand: Literal["mouse", "keys"]) -> None:
    it = case(name)
    drawn = any({"drag", "points"} & set(step) for step in it["mouse"])
    show(visitor, it["config"], it["data"])
    perform(visitor, it[hand])
    if drawn:
        # The wand takes its time.
        expect(visitor.regions()).to_have_count(1)
    found = handed_over(visitor)
    # Keys draw where the cross hair begins.
    assert found == like(it["result"], found, anywhere=drawn and hand == "keys")


# Keys in the very moment in which the label is there: nothing is painted yet, and nobody was told of the pointer.
PRESS_AT_ONCE = """(options) => new Promise((done) => {
  page.show(options)
  const press = (key, more) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }))
  const look = () => {
    const home = document.querySelector('labelwright-editor')?.shadowRoot
    if (!home?.querySelector('[aria-label="Dessert"]')) return requestAnimationFrame(look)
    press('2')
    press('Enter', { ctrlKey: true })
    done()
  }
  look()
})"""


def test_keys_are_heard_by_what_has_just_come_under_a_pointer_at_rest(visitor: Person) -> None:
    it = case("choice")
    show(visitor, it["config"], it["data"])
    visitor.label("Dessert").hover()
    visitor.page.evaluate(PRESS_AT_ONCE, {"config": it["config"], "task": {"id": 1, "data": it["data"]}})
    visitor.page.wait_for_function("page.sent.length > 0")
    [result] = visitor.page.evaluate("page.sent")
    assert plain(result) == it["result"]
