"""The shared cases of `spec/cases`, as its README describes them."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from labelwright.accounts import hotkeys
from labelwright.labelconfig import Config, ConfigError, Element, parse, problems, validate
from labelwright.labelconfig.keys import normal_key
from labelwright.results import Decoded, decode, encode
from labelwright.results.kinds import mask, rect, span
from labelwright.spec import spec

CASES = Path(__file__).resolve().parents[2] / "spec" / "cases"
LISTS = ("regions", "answers", "relations", "extra", "problems")


def cases(pattern: str) -> list[Any]:
    found = [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob(pattern))
        for case in json.loads(path.read_text(encoding="utf-8"))
    ]
    assert found
    return found


def tree(element: Element) -> dict[str, Any]:
    tag = spec().tag(element.tag)
    shows_markup = tag is not None and tag.content == "markup"
    node: dict[str, Any] = {"tag": element.tag, "attributes": element.attributes, "at": [element.line, element.column]}
    if content := element.markup if shows_markup else element.content:
        node["content"] = content
    if element.children and not shows_markup:
        node["children"] = [tree(child) for child in element.children]
    return node


def plain(record: msgspec.Struct, names: dict[str, str]) -> dict[str, Any]:
    fields = {name: getattr(record, name) for name in record.__struct_fields__ if name != "source"}
    return {names.get(name, name): v for name, v in fields.items() if v is not None and v is not msgspec.UNSET}


def neutral(decoded: Decoded) -> dict[str, Any]:
    item_index = {"item_index": "itemIndex"}
    return {
        "regions": [plain(region, item_index) for region in decoded.regions],
        "answers": [plain(answer, item_index) for answer in decoded.answers],
        "relations": [plain(relation, {"from_id": "from", "to_id": "to"}) for relation in decoded.relations],
        "extra": [extra.source for extra in decoded.extra],
        "problems": [{"index": problem.index, "code": problem.code} for problem in decoded.problems],
    }


def error_of(config: str) -> str | None:
    try:
        validate(config)
    except ConfigError as error:
        return error.detail
    return None


@pytest.mark.parametrize("case", cases("configs/*.json"))
def test_config(case: dict[str, Any]) -> None:
    text, expect = case["config"], case["expect"]
    assert error_of(text) == expect.get("error")
    if "tree" in expect:
        assert tree(parse(text).root) == expect["tree"]
    if "problems" in expect:
        found = [msgspec.structs.asdict(problem) for problem in problems(text)]
        shown = [{k: v for k, v in one.items() if k != "message" and v is not None} for one in found]
        assert shown == expect["problems"]
    if "parsed" in expect:
        assert json.dumps(Config.of(text).parsed) == json.dumps(expect["parsed"])
    if "data_types" in expect:
        assert Config.of(text).data_types == expect["data_types"]
    if "task_errors" in expect:
        assert Config.of(text).validate_task_data(case["data"]) == expect["task_errors"]


@pytest.mark.parametrize("case", cases("results/*.json"))
def test_result(case: dict[str, Any]) -> None:
    config = Config.of(case["config"])
    decoded = decode(case["result"], config)
    assert neutral(decoded) == {name: case["expect"].get(name, []) for name in LISTS}
    assert json.dumps(encode(decoded, config)) == json.dumps(case["result"])


@pytest.mark.parametrize("case", cases("geometry/rect-corners.json"))
def test_corners_of_a_box(case: dict[str, Any]) -> None:
    found = rect.corners(case["shape"], case["width"], case["height"])
    assert [list(corner) for corner in found] == [pytest.approx(corner, abs=1e-6) for corner in case["corners"]]


@pytest.mark.parametrize("case", cases("geometry/offsets.json"))
def test_offsets_in_text(case: dict[str, Any]) -> None:
    for code_points, units in case["pairs"]:
        assert span.utf16_offset(case["text"], code_points) == units
        assert span.code_point_offset(case["text"], units) == code_points


@pytest.mark.parametrize("case", cases("geometry/rle.json"))
def test_masks(case: dict[str, Any]) -> None:
    assert list(mask.alpha(case["rle"], case["width"], case["height"])) == case["alpha"]
    if not case.get("decodesOnly"):
        assert mask.from_alpha(bytes(case["alpha"])) == case["rle"]


@pytest.mark.parametrize("case", cases("keys/*.json"))
def test_keys(case: dict[str, Any]) -> None:
    assert normal_key(case["written"]) == case["key"]
    refused = hotkeys.problems({"region:delete": {"key": case["written"]}}) != {}
    assert refused == case.get("system", False)
