"""Every template of `examples/` is one that people can open, import and label without a single complaint."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from labelwright import labelconfig, results, templates
from labelwright.labelconfig import Config
from labelwright.labelconfig.describe import data_key

SLUGS = sorted(templates.folders())
MEDIA = re.compile(r"/static/samples/([\w.-]+)")
SMALLEST_SCREENFUL, LARGEST_PICTURE, LARGEST_MEDIA = 2, 4096, 6_000_000


def config_of(slug: str) -> Config:
    return Config.of((templates.folders()[slug] / "config.xml").read_text("utf-8"))


def labelled(slug: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each annotation and prediction of the template, with a name for messages."""
    for number, task in enumerate(templates.tasks(slug)):
        for kind in ("annotations", "predictions"):
            for holder in task.get(kind, ()):
                yield f"task {number}, {kind}", holder


def test_no_two_templates_share_a_folder_name() -> None:
    found = list(templates.examples().glob("*/*/template.json"))
    assert len(found) == len(templates.folders())


def test_the_gallery_covers_every_group_in_the_order_of_the_groups() -> None:
    shown = [template.group for template in templates.gallery()]
    assert list(dict.fromkeys(shown)) == templates.groups()
    assert len(shown) >= 69


def test_titles_are_unique_and_words_of_people() -> None:
    titles = [template.title for template in templates.gallery()]
    assert len(set(titles)) == len(titles)
    for template in templates.gallery():
        assert template.details.strip(), template.slug
        assert "<" not in template.details, template.slug
        assert template.type == "community"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_config_is_accepted_without_a_remark(slug: str) -> None:
    text = (templates.folders()[slug] / "config.xml").read_text("utf-8")
    labelconfig.validate(text)
    assert labelconfig.problems(text) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_task_has_the_data_the_config_asks_for(slug: str) -> None:
    config = config_of(slug)
    tasks = templates.tasks(slug)
    assert len(tasks) >= SMALLEST_SCREENFUL
    assert [problem for task in tasks for problem in config.validate_task_data(task["data"])] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_one_task_shows_what_a_finished_one_looks_like(slug: str) -> None:
    assert any(task.get("annotations") for task in templates.tasks(slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_results_mean_something_to_the_config(slug: str) -> None:
    config = config_of(slug)
    for name, holder in labelled(slug):
        read = results.decode(holder["result"], config)
        assert (name, read.problems, read.extra) == (name, [], [])
        assert (name, results.validate_result(holder["result"], config)) == (name, [])


@pytest.mark.parametrize("slug", SLUGS)
def test_predictions_pass_the_check_of_import(slug: str) -> None:
    config = config_of(slug)
    for name, holder in labelled(slug):
        if "predictions" in name:
            assert (name, results.validate_prediction(holder, config)) == (name, [])


@pytest.mark.parametrize("slug", SLUGS)
def test_results_are_written_back_as_they_came(slug: str) -> None:
    config = config_of(slug)
    for _, holder in labelled(slug):
        assert results.encode(results.decode(holder["result"], config), config) == holder["result"]


@pytest.mark.parametrize("slug", SLUGS)
def test_marked_words_stand_where_the_result_says(slug: str) -> None:
    for task in templates.tasks(slug):
        texts = {name: data_key(tag.value or "") for name, tag in config_of(slug).objects.items() if tag.tag == "Text"}
        for holder in task.get("annotations", []) + task.get("predictions", []):
            for item in holder["result"]:
                if item["type"] == "labels" and item["to_name"] in texts:
                    value, said = item["value"], task["data"][texts[item["to_name"]]]
                    assert said[value["start"] : value["end"]] == value["text"]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_medium_that_a_task_names_is_there(slug: str) -> None:
    named = set(MEDIA.findall((templates.folders()[slug] / "tasks.json").read_text("utf-8")))
    assert [name for name in named if templates.sample(name) is None] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_picture_is_small_and_carries_no_script(slug: str) -> None:
    path = templates.picture(slug)
    assert path is not None
    drawing = path.read_text("utf-8")
    assert drawing.startswith("<svg ")
    assert len(drawing) < LARGEST_PICTURE
    assert "script" not in drawing
    assert "http://www.w3.org/2000/svg" in drawing


def test_the_media_stay_small_enough_to_ship() -> None:
    files = list((templates.examples() / "samples").iterdir())
    assert sum(path.stat().st_size for path in files) < LARGEST_MEDIA


def test_every_medium_names_its_source() -> None:
    listed = (templates.examples() / "samples" / "README.md").read_text("utf-8")
    families = [re.sub(r"[-\d]*\.\w+$", "", path.name) for path in (templates.examples() / "samples").iterdir()]
    assert [family for family in families if family != "README" and family.split("-")[0] not in listed] == []


@pytest.mark.parametrize("name", ["", ".", "..", "../groups.json", "/etc/hostname", "none.jpg"])
def test_a_name_from_outside_leads_nowhere_else(name: str) -> None:
    assert templates.sample(name) is None


def test_an_unknown_slug_has_no_picture() -> None:
    assert templates.picture("../samples") is None


def test_the_demo_is_made_of_known_examples() -> None:
    chosen = msgspec.json.decode((templates.examples() / "demo.json").read_bytes(), type=list[dict[str, str]])
    assert [
        project["example"] for project in chosen if not Path(templates.examples() / project["example"]).is_dir()
    ] == []
    assert len({project["title"] for project in chosen}) == len(chosen) >= 12
