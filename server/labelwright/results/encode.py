"""Records → `result` list.

Items nobody touched are written as they were read, byte for byte: key order, unknown keys and old spellings stay. Of a
changed record only what changed is written into its item. New answers follow, relations come last.
"""

from typing import Any

import msgspec

from labelwright.labelconfig import Config
from labelwright.results.records import Answer, Decoded, Item, Region, Relation
from labelwright.spec import spec

_OUTER = {
    "origin": "origin",
    "item_index": "item_index",
    "parent": "parentID",
    "score": "score",
    "readonly": "readonly",
    "hidden": "hidden",
    "meta": "meta",
}


def encode(decoded: Decoded, config: Config) -> list[Any]:
    return _Encoder(decoded, config).run()


class _Encoder:
    def __init__(self, decoded: Decoded, config: Config) -> None:
        self._decoded = decoded
        self._config = config
        self._regions = {region.id: region for region in decoded.regions}

    def run(self) -> list[Any]:
        decoded = self._decoded
        kept: dict[int, list[Answer]] = {}
        for answer in decoded.answers:
            if answer.source is not None:
                kept.setdefault(answer.source, []).append(answer)
        extras = {extra.source: extra.raw for extra in decoded.extra}
        relations = {relation.source: relation for relation in decoded.relations if relation.source is not None}
        items: list[Any] = []
        for index, raw in enumerate(decoded.items):
            if index in extras:
                items.append(extras[index])
            elif index in relations:
                items.append(self._relation(relations[index], raw))
            elif index in kept:
                items.append(self._item(kept[index], raw))
        new = [self._new(answer) for answer in decoded.answers if answer.source is None and not self._merges(answer)]
        new_relations = [self._relation(one, None) for one in decoded.relations if one.source is None]
        return [*items, *new, *new_relations]

    def _item(self, answers: list[Answer], raw: Item) -> Item:
        assert answers[0].source is not None
        read = self._decoded.read_answers[answers[0].source]
        region = self._regions.get(answers[0].region or "")
        read_region = self._decoded.read_regions.get(answers[0].region or "")
        if tuple(answers) == read and region == read_region:
            return raw
        item = {**raw, "value": dict(raw["value"])}
        before = {answer.control: answer for answer in read}
        for answer in answers:
            old = before.get(answer.control)
            if old is not None and old.value != answer.value:
                self._set(item["value"], self._key(answer, item), answer.value)
        for control, old in before.items():
            if control not in {answer.control for answer in answers}:
                item["value"].pop(self._key(old, item), None)
        if region is not None and read_region is not None:
            _write_region(item, read_region, region)
        return item

    def _new(self, answer: Answer) -> Item:
        region = self._regions.get(answer.region or "")
        value: dict[str, Any] = dict(region.shape) if region else {}
        self._set(value, self._key(answer, {}), answer.value)
        item: Item = {"from_name": answer.control, "to_name": answer.target, "type": answer.type}
        item = {"id": region.id if region else _fresh_id(answer), **item, "value": value}
        item["origin"] = region.origin if region else "manual"
        if region is None:
            return item if answer.item_index is None else {**item, "item_index": answer.item_index}
        for field, key in _OUTER.items():
            if getattr(region, field) is not None:
                item[key] = getattr(region, field)
        item.update(region.outer or {})
        control = self._config.control(answer.control)
        produces = control.spec.produces if control and control.spec else None
        if produces is not None and produces.merges_labels:
            for other in self._decoded.answers:
                if other.source is None and other.region == answer.region and other.type == "labels":
                    value["labels"] = other.value
        return item

    def _merges(self, answer: Answer) -> bool:
        """Whether a new labels answer travels inside the new item of the shape it labels."""
        if answer.type != "labels" or answer.region is None:
            return False
        for other in self._decoded.answers:
            control = self._config.control(other.control)
            produces = control.spec.produces if control and control.spec else None
            if other.source is None and other.region == answer.region and produces and produces.merges_labels:
                return True
        return False

    def _key(self, answer: Answer, item: Item) -> str | None:
        """Key of `value` that holds the answer: the spelling the item has, else the control's."""
        control = self._config.control(answer.control)
        if control is None or control.key is None:
            return None
        produces = control.spec.produces if control.spec else None
        spellings = [control.key, *(produces.also_key if produces else ())]
        if control.is_label_set:
            spellings = [str(item.get("type")), *spellings, "labels"]
        return next((key for key in spellings if key in item.get("value", {})), control.key)

    @staticmethod
    def _set(value: dict[str, Any], key: str | None, content: Any) -> None:
        if key is None:
            return
        if content is msgspec.UNSET:
            value.pop(key, None)
        else:
            value[key] = content

    def _relation(self, relation: Relation, raw: Item | None) -> Item:
        read = self._decoded.read_relations.get(relation.source) if relation.source is not None else None
        if raw is not None and relation == read:
            return raw
        item: Item = dict(raw or {"type": "relation"})
        item |= {"from_id": relation.from_id, "to_id": relation.to_id, "direction": relation.direction}
        for key, content in (("labels", relation.labels), ("notes", relation.notes)):
            if content is None:
                item.pop(key, None)
            else:
                item[key] = content
        return item


def _write_region(item: Item, before: Region, after: Region) -> None:
    """Write into an item what changed of its region; an item that never carried the geometry stays without it."""
    kind = spec().kinds[after.kind]
    value = item["value"]
    if any(key in value for key in kind.geometry or before.shape):
        for key in before.shape.keys() | after.shape.keys():
            if before.shape.get(key) != after.shape.get(key):
                _Encoder._set(value, key, after.shape.get(key, msgspec.UNSET))
    for field, key in _OUTER.items():
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            _Encoder._set(item, key, msgspec.UNSET if new is None else new)
    old_outer, new_outer = before.outer or {}, after.outer or {}
    for key in old_outer.keys() | new_outer.keys():
        if old_outer.get(key) != new_outer.get(key):
            _Encoder._set(item, key, new_outer.get(key, msgspec.UNSET))


def _fresh_id(answer: Answer) -> str:
    """An id that is the same each time the same answer is written, made of the characters ids may have."""
    return "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in answer.id)
