"""Reading and writing results: nothing is lost, whatever came; and only what was changed changes."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelwright.labelconfig import Config
from labelwright.results import Answer, Region, Relation, decode, encode
from labelwright.spec import spec

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(0, 100) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)
IDS = st.sampled_from(["r1", "r2", "r3", 7, None, ""])
OUTER: dict[str, st.SearchStrategy[Any]] = {
    "origin": st.sampled_from(["manual", "prediction", "odd"]),
    "score": st.floats(0, 1),
    "parentID": st.just("r1"),
    "meta": st.just({"text": ["note"]}),
    "normalization": st.text(max_size=3),
    "item_index": st.integers(0, 2),
    "readonly": st.booleans(),
    "unknown": JSON,
}


def from_shape(shape: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values of a shape of `spec/values`."""
    kinds = shape.get("type", ["null"])
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if "enum" in shape:
        return st.sampled_from(shape["enum"])
    if kind == "object":
        required = {
            key: from_shape(inner) for key, inner in shape.get("properties", {}).items() if key in shape["required"]
        }
        rest = {key: from_shape(inner) for key, inner in shape.get("properties", {}).items() if key not in required}
        return st.fixed_dictionaries(required, optional=rest)
    if kind == "array":
        return st.lists(from_shape(shape.get("items", {})), max_size=3)
    scalars: dict[str, st.SearchStrategy[Any]] = {
        "string": st.text(max_size=4),
        "integer": st.integers(0, 100),
        "number": st.floats(0, 50),
        "boolean": st.booleans(),
        "null": JSON,
    }
    return scalars[kind]


def every_control() -> Config:
    """One object of each tag, and every control on every object it serves."""
    lines = []
    for tag in spec().tags.values():
        if tag.kind == "object" and not tag.self_reference:
            lines.append(f'<{tag.tag} name="o_{tag.tag}" value="$d"/>')
    for tag in spec().tags.values():
        if tag.self_reference:
            lines.append(f'<{tag.tag} name="c_{tag.tag}" value="$d"/>')
        elif tag.kind == "control" and "name" in tag.attributes:
            aim = tag.targets[0] if tag.targets else "Text"
            lines.append(f'<{tag.tag} name="c_{tag.tag}" toName="o_{aim}"><Label value="A"/></{tag.tag}>')
    return Config.of("<View>" + "".join(lines) + "</View>")


EVERY = every_control()


@st.composite
def items(draw: st.DrawFn) -> dict[str, Any]:
    control = draw(st.sampled_from(list(EVERY.controls.values())))
    assert control.spec
    assert control.spec.produces
    target = control.to_name[0]
    aim = EVERY.object_tag(target) or control.tag
    kind = spec().region_kind(control.spec, aim) or spec().kinds[control.spec.produces.kind]
    value: dict[str, Any] = {}
    if kind.role == "region" and draw(st.booleans()):
        value |= draw(from_shape(kind.value | {"type": "object", "required": kind.value.get("required", [])}))
    if control.key and draw(st.booleans()):
        value[control.key] = draw(st.lists(st.sampled_from(["A", "B"]), max_size=2) | JSON)
    if draw(st.booleans()):
        value["labels"] = ["A"]
    item: dict[str, Any] = {"from_name": control.name, "to_name": target, "type": control.result_type, "value": value}
    identity = draw(IDS)
    if identity is not None:
        item["id"] = identity
    for key in draw(st.sets(st.sampled_from(sorted(OUTER)), max_size=3)):
        item[key] = draw(OUTER[key])
    for key in draw(st.sets(st.sampled_from(["from_name", "to_name", "type", "value", "id"]), max_size=1)):
        if draw(st.integers(0, 9)) == 0:
            item[key] = draw(JSON)
    return {key: item[key] for key in draw(st.permutations(list(item)))}


RELATIONS = st.fixed_dictionaries(
    {"type": st.just("relation"), "from_id": IDS, "to_id": IDS},
    optional={"direction": JSON, "labels": JSON, "notes": JSON, "unknown": JSON},
)


@given(st.lists(items() | RELATIONS | JSON, max_size=6))
def test_what_was_read_is_written_unchanged(result: list[Any]) -> None:
    decoded = decode(result, EVERY)
    assert json.dumps(encode(decoded, EVERY)) == json.dumps(result)
    problems = [problem.index for problem in decoded.problems]
    assert problems == sorted({extra.source for extra in decoded.extra})
    assert all(answer.region is None or answer.region in decoded.read_regions for answer in decoded.answers)
    assert len({answer.id for answer in decoded.answers}) == len(decoded.answers)


@given(st.lists(items(), max_size=4))
def test_reading_what_was_written_gives_the_same_records(result: list[Any]) -> None:
    first = decode(result, EVERY)
    again = decode(encode(first, EVERY), EVERY)
    assert (again.regions, again.answers, again.relations) == (first.regions, first.answers, first.relations)


IMAGE = Config.of(
    '<View><Image name="i" value="$u"/><RectangleLabels name="k" toName="i"><Label value="A"/><Label value="B"/></RectangleLabels>'
    '<TextArea name="said" toName="i" perRegion="true"/><Rating name="r" toName="i"/></View>'
)
BOX = {"x": 1, "y": 2, "width": 3, "height": 4}


def box_items() -> list[Any]:
    return [
        {
            "value": {**BOX, "rectanglelabels": ["A"]},
            "id": "b",
            "type": "rectanglelabels",
            "to_name": "i",
            "from_name": "k",
            "old": 1,
        },
        {"id": "b", "from_name": "said", "to_name": "i", "type": "textarea", "value": {"text": ["x"]}},
    ]


def test_a_moved_box_is_moved_wherever_its_geometry_stands() -> None:
    result = box_items()
    result[1]["value"] |= BOX
    decoded = decode(result, IMAGE)
    decoded.regions = [msgspec.structs.replace(decoded.regions[0], shape={**BOX, "x": 9}, origin="prediction-changed")]
    first, second = encode(decoded, IMAGE)
    assert first == result[0] | {"value": {**BOX, "x": 9, "rectanglelabels": ["A"]}, "origin": "prediction-changed"}
    assert list(first) == ["value", "id", "type", "to_name", "from_name", "old", "origin"]
    assert second["value"] == {**BOX, "x": 9, "text": ["x"]}
    assert result[0]["value"]["x"] == 1


def test_items_without_geometry_stay_without() -> None:
    decoded = decode(box_items(), IMAGE)
    decoded.regions = [msgspec.structs.replace(decoded.regions[0], shape={**BOX, "x": 9})]
    assert encode(decoded, IMAGE)[1] == box_items()[1]


def test_a_changed_answer_changes_its_own_key_alone() -> None:
    decoded = decode(box_items(), IMAGE)
    decoded.answers[1] = msgspec.structs.replace(decoded.answers[1], value=["y", "z"])
    assert encode(decoded, IMAGE) == [box_items()[0], box_items()[1] | {"value": {"text": ["y", "z"]}}]


def test_what_was_removed_is_gone_and_the_rest_stays() -> None:
    decoded = decode(["odd", *box_items()], IMAGE)
    decoded.answers = decoded.answers[:1]
    assert encode(decoded, IMAGE) == ["odd", box_items()[0]]


def test_new_records_follow_and_relations_come_last() -> None:
    decoded = decode([*box_items(), {"type": "relation", "from_id": "b", "to_id": "b"}], IMAGE)
    decoded.regions.append(Region("n", "i", "rect", dict(BOX), item_index=1, score=0.5, outer={"original_width": 8}))
    decoded.answers.append(Answer("k", "i", "rectanglelabels", region="n", value=["B"]))
    decoded.answers.append(Answer("r", "i", "rating", value=3, item_index=0))
    decoded.relations.append(Relation("b", "n", labels=["is"]))
    written = encode(decoded, IMAGE)
    assert written[3:] == [
        {
            "id": "n",
            "from_name": "k",
            "to_name": "i",
            "type": "rectanglelabels",
            "value": {**BOX, "rectanglelabels": ["B"]},
            "origin": "manual",
            "item_index": 1,
            "score": 0.5,
            "original_width": 8,
        },
        {
            "id": "r-i-0",
            "from_name": "r",
            "to_name": "i",
            "type": "rating",
            "value": {"rating": 3},
            "origin": "manual",
            "item_index": 0,
        },
        {"type": "relation", "from_id": "b", "to_id": "n", "direction": "right", "labels": ["is"]},
    ]
    assert decode(written, IMAGE).problems == []


VIDEO = Config.of(
    '<View><Video name="v" value="$v"/><VideoRectangle name="box" toName="v"/>'
    '<Labels name="k" toName="v"><Label value="A"/><Label value="B"/></Labels></View>'
)
TRACK: dict[str, Any] = {"framesCount": 9, "duration": 1, "sequence": []}


@pytest.mark.parametrize(("labels", "expected"), [(["B"], {**TRACK, "labels": ["B"]}), (None, TRACK)])
def test_labels_of_a_track_are_written_into_its_item(labels: list[str] | None, expected: dict[str, Any]) -> None:
    item = {
        "id": "t",
        "from_name": "box",
        "to_name": "v",
        "type": "videorectangle",
        "value": {**TRACK, "labels": ["A"]},
    }
    decoded = decode([item], VIDEO)
    shape, label = decoded.answers
    decoded.answers = [shape] if labels is None else [shape, msgspec.structs.replace(label, value=labels)]
    assert encode(decoded, VIDEO) == [item | {"value": expected}]


def test_a_new_track_is_one_item_with_its_labels() -> None:
    decoded = decode([], VIDEO)
    decoded.regions.append(Region("t", "v", "videorect", dict(TRACK)))
    decoded.answers += [Answer("box", "v", "videorectangle", "t"), Answer("k", "v", "labels", "t", value=["A"])]
    (item,) = encode(decoded, VIDEO)
    assert (item["from_name"], item["value"]) == ("box", {**TRACK, "labels": ["A"]})
