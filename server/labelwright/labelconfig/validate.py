"""The refusals of Label Studio's `validate`, in its order and with its texts.

Clients compare these texts, so they stay as they are. `check` says more, and says it better.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from labelwright.labelconfig.describe import comma_list
from labelwright.labelconfig.problems import Problem, closest
from labelwright.labelconfig.tree import Element

SPEED_RANGE = (0.05, 10.0)

# What the children of a View must have. Each alternative is a list of attributes, or a child tag.
_NAMED_DATA = ("Image", "Text", "HyperText")
_NAMED_TARGET = ("TextArea", "Number")
_OPTION_SETS = {"Choices": "Choice", "Labels": "Label"}
_OPTIONS = ("Choice", "Label")


class Refusal(msgspec.Struct, frozen=True):
    """`text` is Label Studio's message, `message` says the same to the author of the config."""

    element: Element
    code: str
    text: str
    message: str
    attribute: str | None = None
    suggestion: str | None = None

    def problem(self) -> Problem:
        line, column = (
            self.element.attribute_place(self.attribute) if self.attribute else (self.element.line, self.element.column)
        )
        return Problem(line, column, self.element.tag, self.code, self.message, "error", self.suggestion)


def refusals(elements: Sequence[Element]) -> Iterator[Refusal]:
    """Everything Label Studio refuses, the refusal it would name first coming first."""
    steps: tuple[Callable[[Sequence[Element]], Iterator[Refusal]], ...] = (_structure, _names, _targets, _videos)
    for step in steps:
        yield from step(elements)


def _structure(elements: Sequence[Element]) -> Iterator[Refusal]:
    for element in elements:
        parent = element.parent.tag if element.parent else None
        if parent == "View":
            yield from _in_view(element)
        elif element.tag in _OPTIONS and parent in _OPTION_SETS:
            yield from _required(element, "value")


def _in_view(element: Element) -> Iterator[Refusal]:
    tag, attributes = element.tag, element.attributes
    if tag in _OPTIONS:
        yield from _required(element, "value")
    elif tag in _NAMED_DATA:
        # Static mark-up brings its own content and needs neither.
        if tag != "Image" and not attributes.keys() & {"value", "valueList"} and (element.content or element.children):
            return
        yield from _required(element, "name")
        if "value" in attributes and "valueList" in attributes:
            text = f"<{tag}> has both value and valueList: keep one."
            yield Refusal(element, "both-values", f"Validation failed on : {text}", text, "valueList")
        elif "valueList" not in attributes:
            yield from _required(element, "value")
    elif tag in _NAMED_TARGET:
        yield from _required(element, "name", "toName")
    elif tag in _OPTION_SETS:
        yield from _required(element, "name", "toName")
        option = _OPTION_SETS[tag]
        if "value" not in attributes and not any(child.tag in (option, "View") for child in element.children):
            message = f"<{tag}> has no <{option}> and no value to take them from."
            yield Refusal(element, "no-options", _missing(option), message)


def _required(element: Element, *names: str) -> Iterator[Refusal]:
    for name in names:
        if name in element.attributes:
            continue
        written = next((other for other in element.attributes if other.lower() == name.lower()), None)
        if written:
            yield Refusal(
                element, "spelling", _missing(name), f"Write {name} in place of {written}.", written, suggestion=name
            )
        else:
            yield Refusal(element, "missing-attribute", _missing(name), f"<{element.tag}> needs the attribute {name}.")


def _missing(name: str) -> str:
    return f"Validation failed on : '{name}' is a required property"


def _names(elements: Sequence[Element]) -> Iterator[Refusal]:
    first: dict[str, Element] = {}
    for element in elements:
        name = element.get("name")
        if name is None:
            continue
        if name in first:
            message = f'The name "{name}" is taken already, in line {first[name].line}.'
            yield Refusal(element, "duplicate-name", "Label config contains non-unique names", message, "name")
        else:
            first[name] = element


def _targets(elements: Sequence[Element]) -> Iterator[Refusal]:
    names = {name for element in elements if (name := element.get("name")) is not None}
    for element in elements:
        for target in comma_list(element.get("toName")):
            if target not in names:
                guess = closest(target, names - {element.get("name")})
                text = f'toName="{target}" not found in names: {sorted(names)}'
                message = f'toName="{target}" names no tag' + (f'; did you mean "{guess}"?' if guess else ".")
                yield Refusal(element, "unknown-target", text, message, "toName", guess)


def _videos(elements: Sequence[Element]) -> Iterator[Refusal]:
    low, high = SPEED_RANGE
    for element in elements:
        if element.tag != "Video":
            continue
        speeds: dict[str, float] = {}
        head = f'Video tag "{element.get("name") or ""}": '
        for attribute in ("defaultPlaybackSpeed", "minPlaybackSpeed"):
            written = element.get(attribute)
            if written is None or written.startswith("$"):
                continue
            try:
                speed = float(written)
            except ValueError:
                text = f'{head}{attribute} must be a number, got "{written}"'
                yield Refusal(element, "bad-speed", text, text, attribute)
                continue
            if not low <= speed <= high:
                text = f"{head}{attribute} must be between {low:g} and {high:g}, got {speed}"
                yield Refusal(element, "bad-speed", text, text, attribute)
            speeds[attribute] = speed
        if len(speeds) == 2 and speeds["minPlaybackSpeed"] > speeds["defaultPlaybackSpeed"]:
            least, usual = speeds["minPlaybackSpeed"], speeds["defaultPlaybackSpeed"]
            text = f"{head}minPlaybackSpeed ({least}) must not exceed defaultPlaybackSpeed ({usual})"
            yield Refusal(element, "bad-speed", text, text, "minPlaybackSpeed")
