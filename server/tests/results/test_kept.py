"""Results in all the forms they come in: reading, changing one region, and the way through the API leave the rest as it was."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from harness.live import Client
from labelwright.labelconfig import Config
from labelwright.results import Decoded, decode, encode

CASES = Path(__file__).resolve().parents[3] / "spec" / "cases"


def cases(*folders: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{folder}/{path.stem}: {case['name']}")
        for folder in folders
        for path in sorted((CASES / folder).glob("*.json"))
        for case in json.loads(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", cases("kept"))
def test_everything_is_understood_but_what_the_case_names(case: dict[str, Any]) -> None:
    config = Config.of(case["config"])
    decoded = decode(case["result"], config)
    assert [{"index": one.index, "code": one.code} for one in decoded.problems] == case.get("odd", [])
    assert json.dumps(encode(decoded, config)) == json.dumps(case["result"])


@pytest.mark.parametrize("case", cases("results", "kept"))
def test_when_one_region_moves_the_items_about_others_stay(case: dict[str, Any]) -> None:
    config = Config.of(case["config"])
    for number, region in enumerate(decode(case["result"], config).regions):
        decoded = decode(case["result"], config)
        own = {answer.source for answer in decoded.answers if answer.region == region.id}
        decoded.regions[number] = msgspec.structs.replace(region, shape=elsewhere(region.shape))
        written = encode(decoded, config)
        assert len(written) == len(case["result"])
        changed = {at for at, item in enumerate(case["result"]) if json.dumps(written[at]) != json.dumps(item)}
        assert changed
        assert changed <= own


def elsewhere(shape: dict[str, Any]) -> dict[str, Any]:
    return {**shape, next(iter(shape), "x"): "elsewhere"}


@pytest.mark.parametrize("case", cases("results", "kept"))
def test_when_one_region_goes_the_items_about_others_stay(case: dict[str, Any]) -> None:
    config = Config.of(case["config"])
    for region in decode(case["result"], config).regions:
        decoded = decode(case["result"], config)
        gone = without(decoded, region.id)
        left = [item for at, item in enumerate(case["result"]) if at not in gone]
        assert json.dumps(encode(decoded, config)) == json.dumps(left)


def without(decoded: Decoded, region: str) -> set[int | None]:
    """Takes a region out; returns the positions of what spoke of it."""
    answers = [it for it in decoded.answers if it.region == region]
    relations = [it for it in decoded.relations if region in (it.from_id, it.to_id)]
    decoded.regions = [it for it in decoded.regions if it.id != region]
    decoded.answers = [it for it in decoded.answers if it not in answers]
    decoded.relations = [it for it in decoded.relations if it not in relations]
    return {it.source for it in answers} | {it.source for it in relations}


@pytest.mark.parametrize("case", cases("results", "kept"))
def test_the_api_gives_back_what_it_was_given(owner: Client, case: dict[str, Any]) -> None:
    result, expected = case["result"], json.dumps(case["result"])
    project = owner.project()["id"]
    data = {"text": "Some text"}

    (task,) = owner.import_tasks(project, [{"data": data, "annotations": [{"result": result}]}])
    (imported,) = owner.call("GET", f"/api/tasks/{task}/")["annotations"]
    assert json.dumps(imported["result"]) == expected

    made = owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": result, "lead_time": 1})
    kept = owner.call("PATCH", f"/api/annotations/{made['id']}/", json={"result": made["result"]})
    found = owner.call("GET", f"/api/annotations/{made['id']}/")
    assert [json.dumps(one["result"]) for one in (made, kept, found)] == [expected] * 3

    (exported,) = owner.call("GET", f"/api/projects/{project}/export?exportType=JSON")
    assert [json.dumps(one["result"]) for one in exported["annotations"]] == [expected] * 2
