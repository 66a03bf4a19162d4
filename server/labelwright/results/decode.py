"""`result` list → records.

Generous: items come in any order, perRegion items may carry only their own key, names may be missing. What is not
understood stays where it was, as an Extra, with a problem that says why.
"""

from collections.abc import Mapping, Sequence
from types import UnionType
from typing import Any

import msgspec

from labelwright.labelconfig import Config, Control
from labelwright.labelconfig.describe import is_true
from labelwright.results.records import Answer, Decoded, Extra, Item, Region, Relation, ResultProblem
from labelwright.spec import ValueKind, spec

RELATION = "relation"
LABELS = "Labels"
ORIGINS = ("manual", "prediction", "prediction-changed")
_LISTS = ("labels", "choices", "taxonomy", "text")


class _Read(msgspec.Struct):
    """An item whose names were understood."""

    index: int
    item: Item
    value: Mapping[str, Any]
    control: Control
    target: str
    target_tag: str
    type: str
    kind: ValueKind | None
    """Kind of the region it draws."""

    id: str

    @property
    def key(self) -> str | None:
        """The control's own key in this item's value; of several spellings the one that is there."""
        produces = self.control.spec.produces if self.control.spec else None
        if self.control.key is None:
            return None
        keys = [self.control.key, *(produces.also_key if produces else ())]
        if self.control.is_label_set:
            keys = [self.type, *keys, "labels"]
        return next((key for key in keys if key in self.value), self.control.key)

    @property
    def content(self) -> Any:
        """What the control itself says. Old files give a single string where a list belongs."""
        if self.key is None:
            return msgspec.UNSET
        content = self.value.get(self.key, msgspec.UNSET)
        produces = self.control.spec.produces if self.control.spec else None
        listed = self.control.is_label_set or (produces is not None and produces.kind in _LISTS)
        return [content] if listed and isinstance(content, str) else content


class _Refused(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def decode(result: Sequence[Any], config: Config) -> Decoded:
    return _Decoder(result, config).run()


class _Decoder:
    def __init__(self, result: Sequence[Any], config: Config) -> None:
        self._items = list(result)
        self._config = config
        self._regions: dict[str, Region] = {}
        self._new_ids = 0
        self._answers: list[Answer] = []
        self._relations: list[Relation] = []
        self._refused: dict[int, _Refused] = {}

    def run(self) -> Decoded:
        read: list[_Read] = []
        relations: list[int] = []
        for index, item in enumerate(self._items):
            try:
                if isinstance(item, dict) and item.get("type") == RELATION:
                    relations.append(index)
                else:
                    read.append(self._read(index, item))
            except _Refused as refused:
                self._refused[index] = refused
        self._draw(read)
        for one in read:
            try:
                self._answers += self._answer(one)
            except _Refused as refused:
                self._refused[one.index] = refused
        for index in relations:
            try:
                self._relations.append(self._relation(index))
            except _Refused as refused:
                self._refused[index] = refused
        self._drop_duplicates()
        return self._decoded()

    def _read(self, index: int, item: Any) -> _Read:
        value = item.get("value") if isinstance(item, dict) else None
        if not isinstance(value, dict) or not isinstance(item.get("type"), str):
            raise _Refused("not-an-item", f"Item {index} is no object with a type and a value.")
        control = self._control(item)
        target = item["to_name"] if isinstance(item.get("to_name"), str) else control.to_name[0]
        target_tag = control.tag if target == control.name else self._config.object_tag(target)
        if target_tag is None:
            raise _Refused("unknown-object", f'to_name "{target}" is no object of the config.')
        read = _Read(index, item, value, control, target, target_tag, item["type"], None, self._id(item))
        read.kind = self._drawn(read)
        return read

    def _id(self, item: Item) -> str:
        """The item's id; an item without one is a region (or answer) of its own."""
        identity = item.get("id")
        if isinstance(identity, int) and not isinstance(identity, bool):
            return str(identity)
        if isinstance(identity, str):
            return identity
        self._new_ids += 1
        return f"new-{self._new_ids - 1}"

    def _control(self, item: Item) -> Control:
        """By name; else a control of the object that could have written this type, as Label Studio's editor does."""
        name, aim, kind = item.get("from_name"), item.get("to_name"), item["type"]
        control = self._config.control(name) if isinstance(name, str) else None
        if control is not None:
            return control
        shape = kind.removesuffix("labels")
        aims = [other for other in self._config.controls.values() if aim in other.to_name]
        for wanted in ((kind,), (shape, f"{shape}labels"), ("labels",) if kind.endswith("labels") else ()):
            for other in aims:
                if any(writes(other, one) for one in wanted):
                    return other
        raise _Refused("unknown-control", f'from_name "{name}" is no control of the config.')

    def _drawn(self, read: _Read) -> ValueKind | None:
        """Kind of the region that the item draws by itself, when its geometry is there."""
        control = read.control
        if control.spec is None:
            return None
        kind = region_kind(control, read.target_tag)
        if kind is None and control.is_label_set:
            # Plain Labels beside a bare shape may name the shape in their type.
            named = spec().by_result_type.get(read.type)
            kind = spec().region_kind(named, read.target_tag) if named else None
        return kind if kind and _has_geometry(read.value, kind, read.key) else None

    def _draw(self, read: Sequence[_Read]) -> None:
        """Make the regions: from the items that draw, then from items that only repeat a geometry."""
        groups: dict[str, list[_Read]] = {}
        for one in read:
            groups.setdefault(one.id, []).append(one)
        for identity, group in groups.items():
            drawing = next((one for one in group if one.kind), None)
            repeating = drawing or next((one for one in group if self._repeated(one)), None)
            if repeating is not None:
                kind = repeating.kind or self._repeated(repeating)
                assert kind is not None
                self._regions[identity] = self._region(repeating, kind, group)

    def _repeated(self, read: _Read) -> ValueKind | None:
        """Kind of the geometry an item repeats, among those the controls of its object draw."""
        drawn = {
            kind.kind: kind
            for control in self._config.controls.values()
            if read.target in control.to_name and (kind := region_kind(control, read.target_tag)) and kind.geometry
        }
        # A point is part of a box: those that ask for most keys come first.
        kinds = sorted(drawn.values(), key=lambda kind: -len(kind.required_geometry))
        return next((kind for kind in kinds if _has_geometry(read.value, kind, read.key)), None)

    def _region(self, read: _Read, kind: ValueKind, group: Sequence[_Read]) -> Region:
        items = [one.item for one in group]

        def first(type_: type | UnionType, *keys: str) -> Any:
            found = (item.get(key) for item in items for key in keys)
            return next((value for value in found if isinstance(value, type_)), None)

        own, note = read.key, first(str, "normalization")
        keys = kind.geometry or tuple(read.value)
        outer = {key: item[key] for item in reversed(items) for key in kind.outer if key in item}
        origin = first(str, "origin")
        return Region(
            id=read.id,
            target=read.target,
            kind=kind.kind,
            shape={key: read.value[key] for key in keys if key in read.value and key != own},
            origin=origin if origin in ORIGINS else ORIGINS[0],
            item_index=first(int, "item_index"),
            parent=first(str, "parentID", "parent_id"),
            score=first(int | float, "score"),
            readonly=True if any(item.get("readonly") is True for item in items) else None,
            hidden=True if any(item.get("hidden") is True for item in items) else None,
            meta=first(dict, "meta") or ({"text": [note]} if note else None),
            outer=outer or None,
        )

    def _answer(self, read: _Read) -> list[Answer]:
        region, name = self._regions.get(read.id), read.item.get("from_name")
        control = name if isinstance(name, str) and self._config.control(name) is read.control else read.control.name
        if region is None:
            if read.control.per_region or read.control.is_label_set or region_kind(read.control, read.target_tag):
                raise _Refused("dangling-answer", f"Item {read.index} belongs to a region that is not there.")
            page = read.item.get("item_index")
            page = page if isinstance(page, int) else None
            return [Answer(control, read.target, read.type, None, page, read.content, read.index)]
        answers = [Answer(control, read.target, read.type, region.id, None, read.content, read.index)]
        produces = read.control.spec.produces if read.control.spec else None
        labels = read.value.get("labels")
        sibling = self._labels_for(read.control, labels) if produces and produces.merges_labels else None
        if sibling is not None:
            answers.append(Answer(sibling.name, read.target, sibling.result_type, region.id, None, labels, read.index))
        return answers

    def _labels_for(self, control: Control, labels: Any) -> Control | None:
        """The Labels control beside a bare shape that knows the first of these labels."""
        if not isinstance(labels, list) or not labels:
            return None
        sets = [other for other in self._config.siblings(control) if other.tag == LABELS]
        known = (one for one in sets if labels[0] in one.labels)
        return next(known, next((one for one in sets if one.dynamic), None))

    def _relation(self, index: int) -> Relation:
        item = self._items[index]
        start, end = item.get("from_id"), item.get("to_id")
        if not isinstance(start, str) or not isinstance(end, str):
            raise _Refused("not-an-item", f"Relation {index} lacks from_id or to_id.")
        if start not in self._regions or end not in self._regions:
            raise _Refused("dangling-relation", f"Relation {index} joins a region that is not there.")
        direction, labels, notes = item.get("direction"), item.get("labels"), item.get("notes")
        return Relation(
            start,
            end,
            direction if direction in ("left", "bi") else "right",
            [label for label in labels if isinstance(label, str)] if isinstance(labels, list) else None,
            notes if isinstance(notes, str) else None,
            index,
        )

    def _drop_duplicates(self) -> None:
        """A control answers once: about a region the first time counts, about the whole the last, as in Label Studio."""
        order: list[Answer | Relation] = [
            *(answer for answer in self._answers if answer.region is not None),
            *self._relations,
            *reversed([answer for answer in self._answers if answer.region is None]),
        ]
        seen: dict[str, int | None] = {}
        for record in order:
            if seen.setdefault(_identity(record), record.source) != record.source and record.source is not None:
                message = f"Item {record.source} answers what another item answers."
                self._refused[record.source] = _Refused("duplicate", message)
        gone = self._refused.keys()
        self._answers = [answer for answer in self._answers if answer.source not in gone]
        self._relations = [relation for relation in self._relations if relation.source not in gone]

    def _decoded(self) -> Decoded:
        by_source: dict[int, tuple[Answer, ...]] = {}
        for answer in self._answers:
            assert answer.source is not None
            by_source[answer.source] = (*by_source.get(answer.source, ()), answer)
        regions = list(self._regions.values())
        refused = sorted(self._refused.items())
        return Decoded(
            regions=regions,
            answers=sorted(self._answers, key=lambda answer: answer.source or 0),
            relations=self._relations,
            extra=[Extra(self._items[index], index) for index, _ in refused],
            problems=[ResultProblem(index, refusal.code, refusal.message) for index, refusal in refused],
            items=self._items,
            read_regions={region.id: region for region in regions},
            read_answers=by_source,
            read_relations={relation.source: relation for relation in self._relations if relation.source is not None},
        )


def _identity(record: Answer | Relation) -> str:
    return record.id if isinstance(record, Answer) else f"{record.from_id}\n{record.to_id}"


def _has_geometry(value: Mapping[str, Any], kind: ValueKind, own_key: str | None) -> bool:
    required = [key for key in kind.required_geometry if key != own_key]
    if all(key in value for key in required):
        return bool(required) or not kind.geometry
    return any(key in value for key in kind.stand_ins)


def region_kind(control: Control, target_tag: str) -> ValueKind | None:
    """Kind of the region a control draws on an object; a Taxonomy draws only when it is used for labelling."""
    if control.spec is None or (control.tag == "Taxonomy" and not is_true(control.element.get("labeling"))):
        return None
    return spec().region_kind(control.spec, target_tag)


def writes(control: Control, result_type: str) -> bool:
    """Whether results of that type come from this control's tag."""
    produces = control.spec.produces if control.spec else None
    return produces is not None and result_type in (produces.type, *produces.also_type)
