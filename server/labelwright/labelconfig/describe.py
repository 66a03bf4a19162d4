"""What a config says: its objects, its controls with their labels, and the task data they need.

Label Studio's back end sees less than its editor: an object is a tag with `name` and `value` or `valueList`, a control
a tag with `name` and `toName`. We follow the back end, since this is what its API answers; tags that are both at once
(Chat, ReactCode) count with and without `toName`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec

from labelwright.labelconfig.tree import Element
from labelwright.spec import Tag, spec

OPTION_TAGS = frozenset({"Label", "Choice", "Relation"})
CONDITIONS = (("tag", "whenTagName"), ("label", "whenLabelValue"), ("choice", "whenChoiceValue"))
NOT_A_CONTROL = "Filter"


class ObjectTag(msgspec.Struct, frozen=True):
    """Something that is labelled."""

    name: str
    tag: str
    value: str | None
    value_list: str | None
    value_type: str | None
    element: Element
    flag: str | None = None
    """Index flag of the Repeater it stands in, where the name has it."""

    @property
    def input(self) -> dict[str, Any]:
        """Its entry in `inputs` of `parsed_label_config`."""
        entry: dict[str, Any] = {"type": self.tag, "valueType": self.value_type}
        if self.value_list is not None and self.value is None:
            entry["valueList"] = self.value_list.lstrip("$")
        else:
            entry["value"] = (self.value or "").lstrip("$")
        return entry


class Control(msgspec.Struct, frozen=True, dict=True):
    """Something that labels. `options` maps each stored name to the attributes of its Label, Choice or Relation."""

    name: str
    tag: str
    to_name: tuple[str, ...]
    options: Mapping[str, dict[str, str]]
    element: Element
    spec: Tag | None
    flag: str | None = None

    @cached_property
    def labels(self) -> tuple[str, ...]:
        return tuple(self.options)

    @cached_property
    def dynamic(self) -> bool:
        """Its options come from the task or from an address, so they are not known here."""
        value = self.element.get("value") or ""
        return value.startswith("$") or self.element.get("apiUrl") is not None

    @cached_property
    def per_region(self) -> bool:
        return is_true(self.element.get("perRegion"))

    @property
    def result_type(self) -> str:
        return self.spec.produces.type if self.spec and self.spec.produces else self.tag.lower()

    @property
    def key(self) -> str | None:
        """Its own key in the `value` of a result; None for a bare shape."""
        return self.spec.produces.key if self.spec and self.spec.produces else self.tag.lower()

    @cached_property
    def is_label_set(self) -> bool:
        """It says what a region is, rather than something about it."""
        return (self.spec is not None and "Label" in self.spec.children) or is_true(self.element.get("labeling"))

    @property
    def answers_itself(self) -> bool:
        """Results may name the control itself in `to_name`."""
        return self.spec is not None and self.spec.produces is not None and self.spec.produces.to_self

    @cached_property
    def condition(self) -> dict[str, str] | None:
        if not self.per_region:
            return None
        for kind, attribute in CONDITIONS:
            name = self.element.get(attribute)
            if name is not None:
                return {"type": kind, "name": name}
        return None


def is_true(text: str | None) -> bool:
    return text is not None and text.strip().lower() == "true"


def comma_list(text: str | None) -> tuple[str, ...]:
    return tuple(part for part in (piece.strip() for piece in (text or "").split(",")) if part)


def read_objects(elements: Sequence[Element]) -> dict[str, ObjectTag]:
    objects = {}
    for element in elements:
        name, tag = element.get("name"), spec().tag(element.tag)
        value, value_list = element.get("value"), element.get("valueList")
        both = tag is not None and tag.self_reference
        if value is None and both:
            value = element.get("data")
        if not name or (value is None and value_list is None and not both):
            continue
        if element.get("toName") is not None and not both:
            continue
        flag = _flag(element, name)
        objects[name] = ObjectTag(name, element.tag, value, value_list, element.get("valueType"), element, flag)
    return objects


def read_controls(elements: Sequence[Element]) -> dict[str, Control]:
    found: dict[str, Element] = {}
    options: dict[Element, dict[str, dict[str, str]]] = {}
    for element in elements:
        name, tag = element.get("name"), spec().tag(element.tag)
        both = tag is not None and tag.self_reference
        if name and (element.get("toName") is not None or both) and element.tag != NOT_A_CONTROL:
            found[name] = element
            options[element] = {}
    for element in elements:
        if element.tag not in OPTION_TAGS:
            continue
        stored = element.get("alias") or element.get("value")
        owner = next((ancestor for ancestor in element.ancestors() if ancestor in options), None)
        if stored and owner is not None:
            options[owner][stored] = dict(element.attributes)
    controls = {}
    for name, element in found.items():
        to_name = comma_list(element.get("toName")) or (name,)
        flag = _flag(element, name) or _flag(element, element.get("toName") or "")
        controls[name] = Control(name, element.tag, to_name, options[element], element, spec().tag(element.tag), flag)
    return controls


def parsed_label_config(controls: Mapping[str, Control], objects: Mapping[str, ObjectTag]) -> dict[str, Any]:
    """`parsed_label_config` of the API."""
    parsed = {}
    for control in controls.values():
        entry: dict[str, Any] = {
            "type": control.tag,
            "to_name": list(control.to_name),
            "inputs": [objects[name].input for name in control.to_name if name in objects],
            "labels": list(control.labels),
            "labels_attrs": {label: dict(attributes) for label, attributes in control.options.items()},
        }
        if control.dynamic:
            entry["dynamic_labels"] = True
        if control.condition:
            entry["conditionals"] = dict(control.condition)
        if control.flag is not None and any(control.flag in name for name in control.to_name):
            entry["regex"] = {control.flag: ".*"}
        parsed[control.name] = entry
    return parsed


def data_types(elements: Sequence[Element]) -> dict[str, str]:
    """Key of the task data → tag that shows it. A Video wins over other tags with the same key."""
    types: dict[str, str] = {}
    for element in elements:
        name, value = element.get("name"), element.get("value")
        key = data_key(value) if name and value else None
        if key and types.get(key) != "Video":
            types[key] = element.tag
    return types


_WORD = re.compile(r"\$(\w+)")


def data_key(value: str) -> str | None:
    """The task key behind an attribute: all of `$key`, else the first `$word` in a text."""
    value = value.strip()
    if value.startswith("$") and "$" not in value[1:]:
        return value[1:] or None
    found = _WORD.search(value)
    return found[1] if found else None


def control_weights(controls: Mapping[str, Control], known: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Weights per control and label, 1.0 unless already set in `known` for the same type and label."""
    weights = {}
    for control in controls.values():
        old: Any = (known or {}).get(control.name)
        old = old if isinstance(old, dict) and old.get("type") == control.tag else {}
        old_labels = old["labels"] if isinstance(old.get("labels"), dict) else {}
        weights[control.name] = {
            "overall": old.get("overall", 1.0),
            "type": control.tag,
            "labels": {label: old_labels.get(label, 1.0) for label in control.labels},
        }
    return weights


def suits_bulk_annotation(elements: Sequence[Element]) -> bool:
    """Whether one answer could be given to many tasks at once: no regions, no pages, no options from the task."""
    return not any(_forbids_bulk(element) for element in elements)


def _forbids_bulk(element: Element) -> bool:
    tag = spec().tag(element.tag)
    if tag is None or tag.produces is None:
        return False
    kinds = [tag.produces.kind, *(() if element.tag == "Taxonomy" else tag.produces.regions.values())]
    if any(spec().kinds[kind].role != "answer" for kind in kinds):
        return True
    if is_true(element.get("perRegion")) or is_true(element.get("perItem")):
        return True
    if element.tag in ("Choices", "Taxonomy") and element.get("value") is not None:
        return True
    return element.tag == "Taxonomy" and (is_true(element.get("labeling")) or element.get("apiUrl") is not None)


def _flag(element: Element, text: str) -> str | None:
    return next((flag for flag in repeater_flags(element) if flag in text), None)


def repeater_flags(element: Element) -> Iterator[str]:
    """Index flags of the Repeaters around an element, innermost first."""
    for ancestor in element.ancestors():
        if ancestor.tag == "Repeater":
            yield ancestor.get("indexFlag") or "{{idx}}"


def name_pattern(name: str, flags: Sequence[str]) -> re.Pattern[str]:
    """Matches the names that the copies of a Repeater carry: any text may stand for a flag."""
    pattern = re.escape(name)
    for flag in flags:
        pattern = pattern.replace(re.escape(flag), ".*")
    return re.compile(pattern, re.DOTALL)
