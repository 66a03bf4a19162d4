"""The contract: every file obeys its schema, the whole is consistent, and what is generated from it is up to date."""

import json
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from labelwright.labelconfig import Config, problems, sample_task, validate
from labelwright.results import decode, encode, sample_results, validate_result
from labelwright.spec import SpecError, load, spec, spec_dir

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "spec"
TAGS = sorted(spec().tags)


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def schema(name: str) -> Draft202012Validator:
    registry: Registry[Any] = Registry().with_resources(
        (path.name, Resource.from_contents(read(path))) for path in (SPEC / "schema").glob("*.json")
    )
    return Draft202012Validator(read(SPEC / "schema" / f"{name}.schema.json"), registry=registry)


def example(tag: str) -> str:
    return (
        (SPEC / "tags" / f"{tag.lower()}.md").read_text(encoding="utf-8").partition("```xml\n")[2].partition("\n```")[0]
    )


def copy_of_spec(to: Path) -> Path:
    return shutil.copytree(SPEC, to / "spec")


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("tag", "tags/[!_]*.json"),
        ("groups", "tags/_groups.json"),
        ("value", "values/*.json"),
        ("config-cases", "cases/configs/*.json"),
        ("result-cases", "cases/results/*.json"),
        ("kept-cases", "cases/kept/*.json"),
        ("gesture-case", "cases/gestures/*.json"),
    ],
)
def test_files_obey_their_schema(name: str, pattern: str) -> None:
    validator = schema(name)
    paths = sorted(SPEC.glob(pattern))
    assert paths
    found = {path.name: [error.message for error in validator.iter_errors(read(path))] for path in paths}
    assert {name: errors for name, errors in found.items() if errors} == {}


def test_shapes_of_values_are_json_schemas() -> None:
    for kind in spec().kinds.values():
        Draft202012Validator.check_schema(kind.value)
        assert set(kind.required_geometry) <= set(kind.geometry) or kind.role != "region", kind.kind


@pytest.mark.parametrize("tag", TAGS)
def test_the_example_of_a_tag_uses_it_and_has_no_problem(tag: str) -> None:
    config = Config.of(example(tag))
    assert tag in {element.tag for element in config.elements}
    assert problems(config.text) == []
    validate(config.text)


def page(tag: str) -> str:
    return (SPEC / "tags" / f"{tag.lower()}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("tag", TAGS)
def test_the_page_of_a_tag_says_what_it_is_for_and_what_else_to_know(tag: str) -> None:
    about, _, rest = page(tag).partition("```xml\n")
    assert len(re.findall(r"[.:](?=\s|$)", about)) >= 2
    assert "\n- " in rest
    assert all(line == line.rstrip() for line in page(tag).splitlines())


@pytest.mark.parametrize("tag", TAGS)
def test_tasks_and_results_on_the_page_of_a_tag_fit_its_example(tag: str) -> None:
    config = Config.of(example(tag))
    shown = [json.loads(block) for block in re.findall(r"```json\n(.*?)\n```", page(tag), re.DOTALL)]
    tasks = [one for one in shown if isinstance(one, dict)]
    results = [one for one in shown if isinstance(one, list)]
    assert [config.validate_task_data(task) for task in tasks] == [[]] * len(tasks)
    for result in results:
        assert validate_result(result, config) == []
        assert encode(decode(result, config), config) == result
        assert decode(result, config).extra == []
    produced = spec().tags[tag].produces
    assert produced is None or produced.type in {item["type"] for result in results for item in result}


@pytest.mark.parametrize("tag", TAGS)
def test_sample_tasks_and_results_of_the_example_fit_it(tag: str) -> None:
    config = Config.of(example(tag))
    data = sample_task(config)
    assert config.validate_task_data(data) == []
    for seed in range(5):
        result = sample_results(config, data, seed)
        assert validate_result(result, config) == []
        assert encode(decode(result, config), config) == result
        assert decode(result, config).extra == []


@pytest.mark.parametrize("tag", [tag.tag for tag in spec().tags.values() if tag.produces])
def test_every_result_type_has_a_case(tag: str) -> None:
    declared = spec().tags[tag].produces
    assert declared
    cases = [case for path in (SPEC / "cases" / "results").glob("*.json") for case in read(path)]
    types = {item.get("type") for case in cases for item in case["result"] if isinstance(item, dict)}
    assert {declared.type, *declared.also_type} <= types


@pytest.mark.parametrize("path", sorted((SPEC / "cases" / "gestures").glob("*.json")), ids=lambda path: path.stem)
def test_what_gestures_write_is_valid(path: Path) -> None:
    case = read(path)
    config = Config.of(case.get("config") or example(case["tag"]))
    assert path.stem == case["tag"].lower()
    assert case["tag"] in {element.tag for element in config.elements}
    assert config.validate_task_data(case["data"]) == []
    assert validate_result(anything_said(case["result"]), config) == []


def anything_said(expected: Any) -> Any:
    """Something valid where a case leaves open what it is."""
    if isinstance(expected, list):
        return [anything_said(it) for it in expected]
    if isinstance(expected, dict):
        return {key: SAID.get(key, value) if value == "*" else anything_said(value) for key, value in expected.items()}
    return expected


SAID = {"rle": [0, 0], "width": 1, "createdAt": 1}


def test_tags_are_found_in_any_spelling_and_by_their_old_names() -> None:
    assert spec().tag("image") is spec().tags["Image"]
    assert spec().tag("Magicwand") is spec().tags["MagicWand"]
    assert spec().tag("Imagine") is None
    assert spec().tags["AudioPlus"].attributes == spec().tags["Audio"].attributes


def test_the_checkout_reads_its_own_spec() -> None:
    assert spec_dir() == SPEC


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"include": ["nobody"]}, "attribute group nobody"),
        ({"targets": ["Picture"]}, "targets: Picture not declared"),
        ({"produces": {"type": "rating", "kind": "stars"}}, "no such value kind"),
        ({"produces": None}, "produces nothing"),
        ({"tag": "Stars"}, "it must be named stars.json"),
        ({"kind": "toy"}, "rating.json"),
        ({"attributes": {"icon": {"type": "enum", "doc": "None."}}}, "an enum has values"),
    ],
)
def test_a_spec_that_contradicts_itself_is_refused(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    directory = copy_of_spec(tmp_path)
    wrong = read(SPEC / "tags" / "rating.json") | change
    wrong = {key: value for key, value in wrong.items() if value is not None}
    (directory / "tags" / "rating.json").write_text(json.dumps(wrong))
    with pytest.raises(SpecError, match=message):
        load(directory)


def test_generated_files_are_up_to_date() -> None:
    run = subprocess.run(
        [sys.executable, "tools/gen", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.parametrize("kind", ["object", "control", "visual", "sub"])
def test_a_new_tag_starts_consistent(tmp_path: Path, kind: str) -> None:
    directory = copy_of_spec(tmp_path)
    new_tag = runpy.run_path(str(ROOT / "tools" / "new_tag.py"))["main"]
    assert new_tag(["Gauge", kind], directory) == 0
    assert load(directory).tags["Gauge"].kind == kind
    assert list(schema("tag").iter_errors(read(directory / "tags" / "gauge.json"))) == []
    if kind == "control":
        cases = read(directory / "cases" / "results" / "gauge.json")
        assert list(schema("result-cases").iter_errors(cases)) == []
    before = (directory / "tags" / "gauge.json").read_bytes()
    assert new_tag(["Gauge", kind], directory) == 1
    assert (directory / "tags" / "gauge.json").read_bytes() == before


@pytest.mark.parametrize("arguments", [[], ["gauge"], ["Gauge", "toy"], ["../Gauge"]])
def test_a_new_tag_needs_a_name_and_a_kind(tmp_path: Path, arguments: list[str]) -> None:
    assert runpy.run_path(str(ROOT / "tools" / "new_tag.py"))["main"](arguments, tmp_path) == 2
    assert list(tmp_path.iterdir()) == []
