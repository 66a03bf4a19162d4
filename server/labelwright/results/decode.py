"""`result` list → records.

Generous: items come in any order, perRegion items may carry only their own key, names may be missing. What is not
understood stays where it was, as an Extra, with a problem that says why.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from labelwright.labelconfig import Config, Control
from labelwright.labelconfig.describe import is_true
from labelwright.results.records import Answer, Decoded, Extra, Item, Region, Relation, ResultProblem
from labelwright.spec import ValueKind, spec

RELATION = "relation"
LABELS = "Labels"


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

    @property
    def key(self) -> str | None:
        """The control's own key in this item's value."""
        produces = self.control.spec.produces if self.control.spec else None
        if self.control.key is None:
            return None
        choices = [self.control.key, *(produces.also_key if produces else ())]
        if self.control.tag == LABELS and self.type != self.control.result_type:
            choices = [self.type, *choices]
        elif produces and self.type in produces.also_type:
            choices.append(self.type)
        return next((key for key in choices if key in self.value), choices[0])


class _Refused(Exception):  # noqa: N818: not an error, an answer
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
        self._regions: dict[str, tuple[int, Region]] = {}
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
        if not isinstance(item, dict):
            raise _Refused("not-object", f"Item {index} is no object.")
        value, kind = item.get("value"), item.get("type")
        if not isinstance(kind, str):
            raise _Refused("no-type", f"Item {index} has no type.")
        if not isinstance(value, dict):
            raise _Refused("no-value", f"Item {index} has no value.")
        control, kind = self._control(item, kind)
        target = item.get("to_name")
        if control.answers_itself and target == item.get("from_name"):
            target_tag = control.tag
        else:
            aim = self._config.object(target) if isinstance(target, str) else None
            if aim is None:
                raise _Refused("unknown-object", f'to_name "{target}" is no object of the config.')
            target_tag = aim.tag
        read = _Read(index, item, value, control, str(target), target_tag, kind, None)
        read.kind = self._drawn(read)
        return read

    def _control(self, item: Item, kind: str) -> tuple[Control, str]:
        """The control an item belongs to and its type, with the repairs that Label Studio's editor makes."""
        name = item.get("from_name")
        control = self._config.control(name) if isinstance(name, str) else None
        if control is not None and kind in self._config.result_types(control):
            produces = control.spec.produces if control.spec else None
            also = produces is not None and kind in produces.also_type
            return control, control.result_type if also else kind
        declared = spec().by_result_type.get(kind)
        if declared is not None and declared.produces is not None and isinstance(item.get("to_name"), str):
            aims = [other for other in self._config.controls.values() if item["to_name"] in other.to_name]
            wanted = declared.produces.type
            if spec().kinds[declared.produces.kind].role == "region":
                for type_ in (wanted, wanted.removesuffix("labels"), f"{wanted}labels", "labels"):
                    for other in aims:
                        if other.result_type == type_:
                            return other, wanted if wanted in self._config.result_types(other) else type_
        if control is not None:
            raise _Refused("wrong-type", f'"{name}" is a {control.tag}; it gives no {kind}.')
        raise _Refused("unknown-control", f'from_name "{name}" is no control of the config.')

    def _drawn(self, read: _Read) -> ValueKind | None:
        """Kind of the region that the item draws by itself, when its geometry is there."""
        control = read.control
        if control.spec is None:
            return None
        kind = spec().region_kind(control.spec, read.target_tag)
        if control.tag == "Taxonomy" and not is_true(control.element.get("labeling")):
            kind = None
        if control.tag == LABELS and read.type != control.result_type:
            bare = spec().by_result_type.get(read.type.removesuffix("labels"))
            kind = spec().region_kind(bare, read.target_tag) if bare else None
        return kind if kind and _has_geometry(read.value, kind, read.key) else None

    def _draw(self, read: Sequence[_Read]) -> None:
        """Make the regions: from the items that draw, then from items that only repeat a geometry."""
        for drawing in (True, False):
            for one in read:
                kind = one.kind if drawing else self._repeated(one)
                if kind is None or _region_id(one) in self._regions:
                    continue
                self._regions[_region_id(one)] = (one.index, self._region(one, kind, read))

    def _repeated(self, read: _Read) -> ValueKind | None:
        if read.kind is not None:
            return None
        return next((kind for kind in _kinds_on(read.target_tag) if _has_geometry(read.value, kind, read.key)), None)

    def _region(self, read: _Read, kind: ValueKind, all_read: Sequence[_Read]) -> Region:
        identity = _region_id(read)
        siblings = [read.item, *(one.item for one in all_read if one is not read and _region_id(one) == identity)]

        def first(*keys: str) -> Any:
            return next((item[key] for item in siblings for key in keys if item.get(key) is not None), None)

        meta = first("meta")
        note = first("normalization")
        if isinstance(note, str) and not (isinstance(meta, dict) and meta.get("text")):
            meta = {**(meta if isinstance(meta, dict) else {}), "text": [note]}
        outer = {key: read.item[key] for key in kind.outer if key in read.item}
        own = read.key
        return Region(
            id=identity,
            target=read.target,
            kind=kind.kind,
            shape={key: read.value[key] for key in kind.geometry if key in read.value and key != own},
            origin=first("origin") or "manual",
            item_index=first("item_index"),
            parent=first("parentID", "parent_id"),
            score=first("score"),
            readonly=first("readonly"),
            hidden=first("hidden"),
            meta=meta if isinstance(meta, dict) else None,
            outer=outer or None,
        )

    def _answer(self, read: _Read) -> list[Answer]:
        entry = self._regions.get(_region_id(read))
        region = entry[1] if entry and entry[1].target == read.target else None
        key = read.key
        value = read.value.get(key, msgspec.UNSET) if key is not None else msgspec.UNSET
        name = read.item.get("from_name")
        written = self._config.control(name) if isinstance(name, str) else None
        control = str(name) if written is read.control else read.control.name
        if region is None:
            if read.control.per_region or self._is_drawing(read):
                raise _Refused("no-region", f"Item {read.index} belongs to a region that is not there.")
            page = read.item.get("item_index")
            return [Answer(control, read.target, read.type, None, page, value, read.index)]
        here = Answer(control, read.target, read.type, region.id, None, value, read.index)
        labels = read.value.get("labels", read.value.get(str(read.item["type"]))) if key is None else None
        if labels is None:
            return [here]
        sibling = self._labels_for(read.control, labels)
        if sibling is None:
            return [msgspec.structs.replace(here, value=labels)]
        merged = msgspec.structs.replace(here, control=sibling.name, type=sibling.result_type, value=labels)
        return [here, merged]

    def _is_drawing(self, read: _Read) -> bool:
        produces = read.control.spec.produces if read.control.spec else None
        if produces is None or read.control.tag == "Taxonomy":
            return False
        return read.control.tag == LABELS or spec().kinds[produces.kind].role == "region"

    def _labels_for(self, control: Control, labels: Any) -> Control | None:
        """The Labels control beside a bare shape that knows the first of these labels, else the first there is."""
        candidates = [other for other in self._config.siblings(control) if other.tag == LABELS]
        first = labels[0] if isinstance(labels, list) and labels else None
        return next((one for one in candidates if first in one.labels), candidates[0] if candidates else None)

    def _relation(self, index: int) -> Relation:
        item = self._items[index]
        ends = item.get("from_id"), item.get("to_id")
        if not all(isinstance(end, str) for end in ends):
            raise _Refused("bad-relation", f"Relation {index} lacks from_id or to_id.")
        if not all(end in self._regions for end in ends):
            raise _Refused("no-region", f"Relation {index} joins a region that is not there.")
        return Relation(
            ends[0], ends[1], item.get("direction") or "right", item.get("labels"), item.get("notes"), index
        )

    def _drop_duplicates(self) -> None:
        """A control answers once, and one relation joins an ordered pair: what came earlier steps back."""
        seen: set[str] = set()
        records: list[Answer | Relation] = [*self._answers, *self._relations]
        for record in reversed(records):
            if _identity(record) in seen and record.source is not None:
                message = f"Item {record.source} is answered again later."
                self._refused[record.source] = _Refused("duplicate", message)
            seen.add(_identity(record))
        gone = self._refused.keys()
        self._answers = [answer for answer in self._answers if answer.source not in gone]
        self._relations = [relation for relation in self._relations if relation.source not in gone]

    def _decoded(self) -> Decoded:
        by_source: dict[int, tuple[Answer, ...]] = {}
        for answer in self._answers:
            assert answer.source is not None
            by_source[answer.source] = (*by_source.get(answer.source, ()), answer)
        regions = [region for _, region in sorted(self._regions.values(), key=lambda entry: entry[0])]
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


def _region_id(read: _Read) -> str:
    """The item's id; an item without one is a region (or answer) of its own."""
    identity = read.item.get("id")
    return identity if isinstance(identity, str) and identity else f"item-{read.index}"


def _has_geometry(value: Mapping[str, Any], kind: ValueKind, own_key: str | None) -> bool:
    required = [key for key in kind.required_geometry if key != own_key]
    if all(key in value for key in required):
        return bool(required) or kind.kind == "cube"
    return any(key in value for key in kind.draft_geometry)


@cache
def _kinds_on(target_tag: str) -> list[ValueKind]:
    """Region kinds an object tag may carry, those that ask for most keys first."""
    known = spec()
    found = {
        kind.kind: kind
        for tag in known.tags.values()
        if tag.produces and (tag.tag == target_tag or target_tag in tag.targets)
        if (kind := known.region_kind(tag, target_tag)) is not None
    }
    return sorted(found.values(), key=lambda kind: (-len(kind.required_geometry), kind.kind))
