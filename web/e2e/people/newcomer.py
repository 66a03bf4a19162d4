"""Somebody who has never seen the editor: uses whatever is to be seen, once, as its role on the page suggests."""

from collections.abc import Iterator

from playwright.sync_api import Locator, expect

from people.person import Person

# The first word of some length in the longest passage of an element.
_WORD = """(root) => {
  const home = [...root.children].find((it) => it.shadowRoot)?.shadowRoot ?? root
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT)
  let longest = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.length > longest.length && !node.parentElement?.closest('button, style')) longest = node.data
  }
  return /\\p{L}{4,}/u.exec(longest)?.[0] ?? null
}"""
_MESSAGES = 4
"""As many as a conversation needs in any template."""
_LEVELS = 4
"""As deep as a tree is in any template."""


def _distance(one: Locator, other: Locator) -> float:
    """Between their middles, in pixels."""
    boxes = one.bounding_box(), other.bounding_box()
    assert boxes[0]
    assert boxes[1]
    a, b = (complex(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes)  # type: ignore[index]
    return abs(a - b)


class Newcomer:
    def __init__(self, person: Person) -> None:
        self.person = person
        self.stage = person.page.locator(".lw-stage")

    def look_around(self) -> None:
        """Until something to read or to answer is there, and no part of it is still on its way."""
        expect(self.stage).to_be_visible()
        expect(self.stage.locator("[aria-busy=true], [data-visible=true].mantine-Skeleton-root")).to_have_count(0)

    def label(self) -> None:
        """Answers may bring further questions: those are answered too."""
        self._draw()
        self._work_frames()
        for _ in range(2):
            self._answer()

    def _all(self, role: str) -> Iterator[Locator]:
        for found in self.stage.get_by_role(role).all():  # type: ignore[arg-type]
            if found.is_visible():
                yield found

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Picks the first label of a group and uses it on what is nearest, else on what is further away."""
        groups = self.stage.get_by_role("group", name="Labels").all()
        for group in groups:
            label = group.get_by_role("button").first
            surfaces = [*self._all("document"), *self._all("application")]
            for surface in sorted(surfaces, key=lambda it: _distance(it, group)):
                if label.get_attribute("aria-pressed") != "true":
                    label.click()
                self._use_label(surface)
                if self.person.regions().count() > 0:
                    return
        assert not groups, "there are labels, and nothing to use them on"

    def _use_label(self, surface: Locator) -> None:
        name = surface.get_attribute("aria-label") or ""
        if surface.get_attribute("role") == "document":
            word = surface.evaluate(_WORD)
            if word:
                self.person.drag_over_text(name, word)
                self._wait_for_region()
            return
        self.person.drag_over_image(name, (0.4, 0.4), (0.55, 0.6))
        if self._wait_for_region():
            return
        # A drag was no way to draw this: it takes points, the last of them twice.
        box = surface.bounding_box()
        assert box
        corners = [(0.42, 0.42), (0.55, 0.42), (0.5, 0.58)]
        for x, y in corners:
            self.person.page.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])
        self.person.press("Enter")
        self._wait_for_region()

    def _wait_for_region(self) -> bool:
        try:
            expect(self.person.regions()).not_to_have_count(0, timeout=1_500)
        except AssertionError:
            return False
        return True

    def _work_frames(self) -> None:
        """A frame of the config's own has what people know from any page: the first box to tick, or button, is used."""
        for frame in self.stage.locator("iframe[sandbox]").all():
            inside = self.person.component(frame.get_attribute("title") or "")
            inside.get_by_role("checkbox").or_(inside.get_by_role("button")).first.click()
            assert self._wait_for_region(), "nothing came of it"

    # -- answering ----------------------------------------------------------------------------------------------------

    def _answer(self) -> None:
        for field in [*self._all("textbox"), *self.person.regions().get_by_role("textbox").all()]:
            if field.get_attribute("aria-label") == "Write a message":
                self._talk(field)
            elif field.is_editable() and field.input_value() == "":
                field.fill("Something to say")
        for field in self._all("spinbutton"):
            if field.input_value() == "":
                field.fill(field.get_attribute("min") or "1")
        for field in self.stage.locator("input[type=date]").all():
            field.fill("2024-05-17")
        for slider in self._all("slider"):
            slider.press("ArrowRight")
        for group in [*self._all("radiogroup"), *self._all("group")]:
            self._choose(group)

    def _talk(self, field: Locator) -> None:
        for _ in range(_MESSAGES):
            field.fill("Something to say")
            field.press("Enter")

    def _choose(self, group: Locator) -> None:
        options = group.get_by_role("radio").or_(group.get_by_role("checkbox"))
        tree = group.locator("[aria-haspopup=tree]")
        if options.count() > 0:
            # No stars at all are no answer.
            if not any(option.is_checked() and option.input_value() != "0" for option in options.all()):
                self._tick(options.last)
        elif tree.count() > 0:
            self._pick_from_tree(tree)
        elif group.get_by_role("button", pressed=True).count() == 0:
            both = group.get_by_role("button", name="Left", exact=True)
            if both.count() > 0:
                both.click()

    def _pick_from_tree(self, field: Locator) -> None:
        """Goes down the last branch, which opens what cannot be picked itself."""
        field.click()
        items = self.person.page.get_by_role("treeitem")
        for _ in range(_LEVELS):
            items.last.click()
            if items.and_(self.person.page.locator("[aria-selected=true]")).count() > 0:
                break
        self.person.press("Escape")

    def _tick(self, option: Locator) -> None:
        # Of a star only the label is to be seen.
        (option if option.is_visible() else option.locator("xpath=following-sibling::label").first).click()
