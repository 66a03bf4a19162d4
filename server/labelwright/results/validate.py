"""Does a prediction fit the config? Per config the checks are compiled once.

As strict as Label Studio's back end and no stricter, but for the points its tests ask for (a span has its text, and
does not end before it starts): what models have been sending for years must go on being accepted.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from labelwright.labelconfig import Config, Control
from labelwright.labelconfig.describe import is_true, name_pattern
from labelwright.results.shape import Check, compile_shape
from labelwright.spec import ValueKind, spec

DIRECTIONS = ("left", "right", "bi")
FIELDS = ("from_name", "to_name", "type", "value")
MAX_RATING = 5


def validate_prediction(prediction: Any, config: Config) -> list[str]:
    """All that is wrong with a prediction `{result, score?}`; none when it fits. The default config takes any result."""
    if not isinstance(prediction, dict):
        return ["Prediction must be an object"]
    messages = list(_score(prediction.get("score")))
    if prediction.get("result") is None:
        return [*messages, 'Prediction must have "result" fields']
    return messages + validate_result(prediction["result"], config)


def validate_result(result: Any, config: Config) -> list[str]:
    """All that is wrong with a result list, each with the index of its item."""
    if config.is_default:
        return []
    if not isinstance(result, list):
        return ["result must be a list"]
    return list(_validator(config).check(result))


def _score(score: Any) -> Iterator[str]:
    if score is None:
        return
    try:
        number = float(score)
    except (TypeError, ValueError):
        yield "Score must be a valid number"
        return
    if not 0.0 <= number <= 1.0:
        yield "Score must be between 0.00 and 1.00"


class _ControlRules:
    """What results of one control must look like."""

    def __init__(self, control: Control, config: Config) -> None:
        self.control = control
        self.types = config.result_types(control)
        self._config = config
        flags = (control.flag,) if control.flag is not None else ()
        aims = (*control.to_name, control.name) if control.answers_itself else control.to_name
        self._aims = [name_pattern(aim, flags) for aim in aims]
        self.labels = frozenset(control.labels) if control.labels and not control.dynamic else None
        self.may_be_empty = is_true(control.element.get("allowEmpty"))
        produces = control.spec.produces if control.spec else None
        kind = spec().kinds[produces.kind] if produces else None
        self.is_label_set = kind is not None and (kind.role == "region" or kind.kind == "labels") and control.key
        self.content = compile_shape(kind.value) if kind is not None and kind.role == "answer" else None
        self.strings = compile_shape(spec().kinds["labels"].value)
        self.keys = (control.key, *produces.also_key) if produces and control.key else ()
        self.most_stars = _stars(control) if control.tag == "Rating" else None

    def serves(self, to_name: str) -> bool:
        return any(aim.fullmatch(to_name) for aim in self._aims)


class _Validator:
    def __init__(self, config: Config) -> None:
        self._config = config
        self._rules: dict[str, _ControlRules] = {}
        self._shapes: dict[str, Check] = {
            kind.kind: compile_shape(kind.value) for kind in spec().kinds.values() if kind.role == "region"
        }

    def check(self, result: Sequence[Any]) -> Iterator[str]:
        ids = {item.get("id") for item in result if isinstance(item, dict) and isinstance(item.get("id"), str)}
        drawn = self._bare_shapes(result)
        for index, item in enumerate(result):
            for message in self._item(item, ids, drawn):
                yield f"Region {index}: {message}"

    def _bare_shapes(self, result: Sequence[Any]) -> set[str]:
        """Ids that a bare shape has drawn: labels of that id bring no geometry of their own."""
        bare = {name for name, control in self._config.controls.items() if control.key is None}
        return {
            item["id"]
            for item in result
            if isinstance(item, dict) and isinstance(item.get("id"), str) and str(item.get("from_name")) in bare
        }

    def _item(self, item: Any, ids: set[Any], drawn: set[str]) -> Iterator[str]:
        if not isinstance(item, dict):
            yield "must be an object"
            return
        if item.get("type") == "relation":
            yield from self._relation(item, ids)
            return
        missing = [field for field in FIELDS if field not in item]
        if missing:
            yield from (f"Missing required field '{field}'" for field in missing)
            return
        rules = self._rules_for(item["from_name"])
        if rules is None:
            yield f"from_name '{item['from_name']}' not found in controls: {sorted(self._config.controls)}"
            return
        if not isinstance(item["to_name"], str) or not rules.serves(item["to_name"]):
            yield f"to_name '{item['to_name']}' does not fit '{item['from_name']}', which labels {list(rules.control.to_name)}"
        elif not isinstance(item["type"], str) or item["type"] not in rules.types:
            yield f"type '{item['type']}' does not fit {rules.control.tag} '{item['from_name']}': {sorted(rules.types)}"
        elif not isinstance(item["value"], dict):
            yield "value must be an object"
        else:
            yield from self._value(item, rules, isinstance(item.get("id"), str) and item["id"] in drawn)

    def _rules_for(self, name: Any) -> _ControlRules | None:
        if not isinstance(name, str):
            return None
        control = self._config.control(name)
        if control is None:
            return None
        if control.name not in self._rules:
            self._rules[control.name] = _ControlRules(control, self._config)
        return self._rules[control.name]

    def _relation(self, item: Mapping[str, Any], ids: set[Any]) -> Iterator[str]:
        if item.get("direction", "right") not in DIRECTIONS:
            yield f"direction '{item['direction']}' is none of {list(DIRECTIONS)}"
        for end in ("from_id", "to_id"):
            if not isinstance(item.get(end), str) or item[end] not in ids:
                yield f"{end} '{item.get(end)}' is no region of this result"

    def _value(self, item: Mapping[str, Any], rules: _ControlRules, shape_elsewhere: bool) -> Iterator[str]:
        value, control = item["value"], rules.control
        as_labels = control.tag == "Labels" and item["type"] != control.result_type
        if rules.content is not None and not rules.is_label_set:
            key = control.key
            content = value.get(key)
            # Some models nest the content under its own key once more.
            if isinstance(content, dict) and key in content:
                content = content[key]
            if content is None:
                yield f"value lacks '{key}'"
                return
            wrong = list(rules.content(content, f"value.{key}"))
            yield from wrong or self._content(content, rules)
            return
        if rules.is_label_set:
            yield from _labels(value, (item["type"] if as_labels else rules.keys[0], *rules.keys, item["type"]), rules)
        kind = self._kind(item, control)
        if kind is not None and not (shape_elsewhere and control.tag == "Labels"):
            shape = {key: value[key] for key in kind.geometry if key in value}
            wrong = list(self._shapes[kind.kind](shape, "value"))
            yield from wrong or self._span(kind, shape, item["to_name"])

    def _kind(self, item: Mapping[str, Any], control: Control) -> ValueKind | None:
        aim = self._config.object(item["to_name"])
        target_tag = aim.tag if aim else control.tag
        if control.tag == "Labels" and item["type"] != control.result_type:
            bare = spec().by_result_type.get(item["type"].removesuffix("labels"))
            return spec().region_kind(bare, target_tag) if bare else None
        return spec().region_kind(control.spec, target_tag) if control.spec else None

    def _span(self, kind: ValueKind, shape: Mapping[str, Any], to_name: str) -> Iterator[str]:
        start, end = shape.get("start"), shape.get("end")
        numbers = isinstance(start, int | float) and isinstance(end, int | float)
        if numbers and kind.kind in ("span", "timerange") and shape["end"] < shape["start"]:
            yield f"value.end {end} is before value.start {start}"
        if kind.kind == "span" and "text" not in shape:
            aim = self._config.object(to_name)
            if aim and aim.element.get("saveTextResult") != "no" and aim.value_type != "url":
                yield "value lacks 'text'"

    def _content(self, content: Any, rules: _ControlRules) -> Iterator[str]:
        if rules.most_stars is not None and content > rules.most_stars:
            yield f"rating {content} is not between 0 and {rules.most_stars}"
        if rules.labels is not None and isinstance(content, list):
            flat = [part for entry in content for part in (entry if isinstance(entry, list) else [entry])]
            yield from _unknown(flat, rules)


def _labels(value: Mapping[str, Any], keys: Sequence[str | None], rules: _ControlRules) -> Iterator[str]:
    key = next((key for key in keys if key in value), None)
    if key is None:
        if not rules.may_be_empty:
            yield f"value lacks '{keys[0]}'"
        return
    wrong = list(rules.strings(value[key], f"value.{key}"))
    yield from wrong or _unknown(value[key], rules)


def _unknown(labels: Sequence[Any], rules: _ControlRules) -> Iterator[str]:
    if rules.labels is None:
        return
    for label in labels:
        if label not in rules.labels:
            yield f"'{label}' is not among the labels of '{rules.control.name}': {list(rules.control.labels)}"


def _stars(control: Control) -> int:
    written = (control.element.get("maxRating") or "").strip()
    return int(written) if written.isdecimal() and len(written) <= 9 else MAX_RATING


@lru_cache(maxsize=64)
def _validator(config: Config) -> _Validator:
    return _Validator(config)
