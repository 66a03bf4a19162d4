"""Everything that looks wrong in a config, at once and with its place.

Errors are what `validate` refuses; the rest are warnings, since configs that work in Label Studio must work here.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from labelwright.labelconfig.describe import comma_list, is_true
from labelwright.labelconfig.keys import normal_key
from labelwright.labelconfig.problems import Problem, closest
from labelwright.labelconfig.tree import Element
from labelwright.labelconfig.validate import refusals
from labelwright.spec import Attribute, Tag, spec

MAX_PROBLEMS = 200
"""More don't help anybody, and looking for what was meant costs time."""

# Common on tags that make no use of them, in Label Studio's own templates too: not worth a remark.
_HARMLESS = {
    "style": None,
    "className": None,
    "name": None,
    "zoom": ("Labels",),
    "hotkey": ("Labels",),
}
_BOOLEANS = ("true", "false")


def check(elements: Sequence[Element]) -> list[Problem]:
    """All problems (of a config with very many, the first found) in the order of the text."""
    found = [refusal.problem() for refusal in islice(refusals(elements), MAX_PROBLEMS)]
    errors = {(problem.line, problem.column, problem.tag) for problem in found}
    warnings = (problem for element in elements for problem in _warnings(element))
    for problem in islice(
        chain(warnings, _reference_warnings(elements), _key_warnings(elements)), MAX_PROBLEMS - len(found)
    ):
        if (problem.line, problem.column, problem.tag) not in errors:
            found.append(problem)
    return sorted(found, key=lambda problem: (problem.line, problem.column, problem.severity))


def _warnings(element: Element) -> Iterator[Problem]:
    if _in_markup(element):
        return  # HTML, not tags.
    tag = spec().tag(element.tag)
    if tag is None:
        guess = _meant_tag(element)
        hint = f"; did you mean <{guess}>?" if guess else "; what is in it is shown all the same."
        yield _at(element, "unknown-tag", f"Unknown tag <{element.tag}>{hint}", guess)
        return
    if element.tag != tag.tag and element.tag not in tag.aliases:
        yield _at(element, "spelling", f"Write <{tag.tag}> in place of <{element.tag}>.", tag.tag)
    if tag.parents and element.parent is not None and not _well_placed(element, tag):
        places = " or ".join(f"<{parent}>" for parent in tag.parents[:4])
        yield _at(element, "wrong-parent", f"<{tag.tag}> has no effect here; it belongs in {places}.")
    for name, value in element.attributes.items():
        yield from _attribute_warnings(element, tag, name, value)
    for name, attribute in tag.attributes.items():
        missing = attribute.required and element.get(name) is None
        if missing and attribute.type not in ("ref", "refs") and not _needless(element, tag, name):
            yield _at(element, "missing-attribute", f"<{tag.tag}> needs the attribute {name}.")
    if is_true(element.get("perRegion")) and is_true(element.get("perItem")):
        yield _at(
            element, "both-scopes", "perRegion and perItem exclude one another; perRegion counts.", attribute="perItem"
        )


def _meant_tag(element: Element) -> str | None:
    """The tag most like it, rather one that belongs where it stands."""
    around = spec().tag(element.parent.tag) if element.parent is not None else None
    fitting = (name for name in around.children if name != "*") if around else ()
    return closest(element.tag, fitting) or closest(element.tag, spec().tags)


def _attribute_warnings(element: Element, tag: Tag, written: str, value: str) -> Iterator[Problem]:
    name = tag.attribute_names.get(written.lower())
    if name is None:
        if written not in _HARMLESS or not (_HARMLESS[written] is None or tag.tag in (_HARMLESS[written] or ())):
            guess = closest(written, tag.attributes)
            hint = f"; did you mean {guess}?" if guess else "."
            message = f"<{tag.tag}> has no attribute {written}{hint}"
            yield _at(element, "unknown-attribute", message, guess, written)
        return
    if name != written:
        yield _at(element, "spelling", f"Write {name} in place of {written}.", name, written)
    attribute = tag.attributes[name]
    wrong = _VALUE_CHECKS.get(attribute.type, _anything)(attribute, value)
    if wrong and not (attribute.variable and value.startswith("$")):
        message, guess = wrong
        yield _at(element, "bad-value", f'{name}="{value}" {message}', guess, written)


_Wrong = tuple[str, str | None] | None


def _anything(_attribute: Attribute, _value: str) -> _Wrong:
    return None


def _number(attribute: Attribute, value: str) -> _Wrong:
    if value.strip() in ("", "none"):
        return None
    try:
        number = float(value)
    except ValueError:
        return "is not a number.", None
    if attribute.type == "int" and not number.is_integer():
        return "is not a whole number.", None
    if attribute.min is not None and number < attribute.min:
        return f"is too small; the least is {attribute.min:g}.", f"{attribute.min:g}"
    if attribute.max is not None and number > attribute.max:
        return f"is too large; the most is {attribute.max:g}.", f"{attribute.max:g}"
    return None


def _bool(_attribute: Attribute, value: str) -> _Wrong:
    if value in _BOOLEANS:
        return None
    return "is neither true nor false.", closest(value, _BOOLEANS)


def _enum(attribute: Attribute, value: str) -> _Wrong:
    if value in attribute.values or not value:
        return None
    return f"is none of {', '.join(attribute.values)}.", closest(value, attribute.values)


_COLOUR = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|[a-zA-Z]+|(rgb|hsl)a?\([^)]*\)|")


def _colour(_attribute: Attribute, value: str) -> _Wrong:
    return None if _COLOUR.fullmatch(value.strip()) else ("is no colour.", None)


_VALUE_CHECKS: dict[str, Callable[[Attribute, str], _Wrong]] = {
    "int": _number,
    "float": _number,
    "bool": _bool,
    "enum": _enum,
    "colour": _colour,
}


def _reference_warnings(elements: Sequence[Element]) -> Iterator[Problem]:
    by_name = {name: element for element in elements if (name := element.get("name"))}
    objects = [name for name, element in by_name.items() if _kind(element) == "object"]
    for element in elements:
        tag = spec().tag(element.tag)
        if tag is None:
            continue
        for asked in comma_list(element.get("whenTagName")):
            if asked not in by_name:
                guess = closest(asked, by_name)
                hint = f'; did you mean "{guess}"?' if guess else "."
                yield _at(element, "unknown-name", f'whenTagName="{asked}" names no tag{hint}', guess, "whenTagName")
        if tag.kind == "control" and _lacks_target(element, tag):
            only = objects[0] if len(objects) == 1 else None
            message = f"<{tag.tag}> has no toName, so the server does not see it as a control."
            yield _at(element, "missing-target", message, f'toName="{only}"' if only else None)
        for target in comma_list(element.get("toName")):
            aim = spec().tag(by_name[target].tag) if target in by_name else None
            if aim and tag.targets and (aim.alias_of or aim.tag) not in tag.targets and not tag.self_reference:
                served = ", ".join(f"<{name}>" for name in tag.targets[:6])
                message = f"<{tag.tag}> can't label <{aim.tag}>; it serves {served}."
                yield _at(element, "wrong-target", message, attribute="toName")


def _key_warnings(elements: Sequence[Element]) -> Iterator[Problem]:
    """Keys named twice among tags that are on screen together."""
    first: dict[str, Element] = {}
    for element in elements:
        tag = spec().tag(element.tag)
        written = element.get("hotkey") or ""
        key = normal_key(written)
        if not tag or "hotkey" not in tag.attributes or not key or _is_conditional(element):
            continue
        other = first.setdefault(key, element)
        if other is not element:
            message = f'The key "{written}" is taken already, in line {other.line}; it works there alone.'
            yield _at(element, "duplicate-hotkey", message, attribute="hotkey")


def _is_conditional(element: Element) -> bool:
    return any(one.get("visibleWhen") is not None for one in (element, *element.ancestors()))


def _lacks_target(element: Element, tag: Tag) -> bool:
    if tag.self_reference or "toName" not in tag.attributes or not element.get("name"):
        return False
    return element.get("toName") is None and not any(refusals([element]))


def _kind(element: Element) -> str | None:
    tag = spec().tag(element.tag)
    return tag.kind if tag else None


def _needless(element: Element, tag: Tag, name: str) -> bool:
    """Whether an attribute may be left out here: content stands for the value, and static mark-up needs no name."""
    has_content = tag.content is not None and bool(element.content or element.children)
    if name == "value":
        return has_content or element.get("valueList") is not None
    return name == "name" and tag.content == "markup" and has_content and element.get("value") is None


def _well_placed(element: Element, tag: Tag) -> bool:
    """Whether one of the tag's parents is around it; layout tags may stand in between."""
    for ancestor in element.ancestors():
        name = spec().tag(ancestor.tag)
        if name is None or name.tag in tag.parents:
            return True
        if name.kind != "visual":
            return False
    return False


def _in_markup(element: Element) -> bool:
    return any((tag := spec().tag(ancestor.tag)) and tag.content == "markup" for ancestor in element.ancestors())


def _at(
    element: Element, code: str, message: str, suggestion: str | None = None, attribute: str | None = None
) -> Problem:
    line, column = element.attribute_place(attribute) if attribute else (element.line, element.column)
    return Problem(line, column, element.tag, code, message, "warning", suggestion)
