"""Does the steps of `spec/cases/gestures`, as its schema describes them, with a real pointer and real keys."""

from collections.abc import Callable
from typing import Any, Final

from playwright.sync_api import Locator

from people.person import Person

PICTURE, MARGIN = 100, 12
"""Natural size of the cases' picture, and the room that a surface keeps around a fitted one."""

Step = dict[str, Any]


def perform(person: Person, steps: list[Step]) -> None:
    for step in steps:
        [(verb, said)] = step.items()
        _VERBS[verb](person, said)


_ROLES: Final = ("button", "checkbox", "radio", "textbox", "searchbox", "spinbutton", "combobox", "option", "listitem")


def _named(person: Person, name: str) -> Locator:
    """What can be worked and has this name."""
    found = person.surface(name).or_(person.field(name))
    for role in _ROLES:
        found = found.or_(person.scope.get_by_role(role, name=name, exact=True))
    return found.first


def _click(person: Person, name: str) -> None:
    found = _named(person, name)
    found.wait_for(state="attached")
    # Of a star only the label is to be seen.
    (found if found.is_visible() else found.locator("xpath=following-sibling::label")).first.click()


def _fill(person: Person, said: tuple[str, str]) -> None:
    _named(person, said[0]).fill(said[1])


def _place(person: Person, surface: str, place: tuple[float, float]) -> tuple[float, float]:
    """Where a place of the picture, in percent, is on the page: it is fitted into its surface and in the middle of it."""
    sheet = person.surface(surface).get_by_role("region", name="Page 1", exact=True)
    if sheet.count() > 0:
        return _on_sheet(sheet, place)
    box = person.surface(surface).bounding_box()
    assert box
    scale = (min(box["width"], box["height"]) - 2 * MARGIN) / PICTURE
    return (
        box["x"] + box["width"] / 2 + (place[0] - PICTURE / 2) * scale,
        box["y"] + box["height"] / 2 + (place[1] - PICTURE / 2) * scale,
    )


def _on_sheet(sheet: Locator, place: tuple[float, float]) -> tuple[float, float]:
    box = sheet.bounding_box()
    assert box
    return box["x"] + place[0] / 100 * box["width"], box["y"] + place[1] / 100 * box["height"]


def _drag(person: Person, said: list[Any]) -> None:
    surface, *places = said
    start, *rest = [_place(person, surface, place) for place in places]
    mouse = person.page.mouse
    mouse.move(*start)
    mouse.down()
    for place in rest:
        mouse.move(*place, steps=4)
    mouse.up()


def _points(person: Person, said: list[Any]) -> None:
    surface, *places = said
    for place in places:
        person.page.mouse.click(*_place(person, surface, place))


def _inside(person: Person, said: list[Any]) -> Locator:
    return person.component(said[0]).get_by_role("button", name=said[1], exact=True)


_VERBS: Final[dict[str, Callable[[Person, Any], object]]] = {
    "click": _click,
    "focus": lambda person, name: _named(person, name).focus(),
    "press": Person.press,
    "type": lambda person, text: person.page.keyboard.type(text),
    "fill": _fill,
    "mark": lambda person, said: person.drag_over_text(*said),
    "drag": _drag,
    "points": _points,
    "clickInside": lambda person, said: _inside(person, said).click(),
    "pressInside": lambda person, said: _inside(person, said).press("Enter"),
}
