"""Every template that needs no sound, video or series is labelled by somebody who reads nothing and uses what is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from harness.live import Client
from harness.process import ServerProcess
from labelwright import templates
from labelwright.labelconfig import Config
from labelwright.results import validate_result
from people.account import let_in
from people.newcomer import Newcomer
from people.person import arrive
from people.profiles import new_profile

_BY_TIME = re.compile(r"<(Audio|AudioPlus|Video|TimeSeries|Object3D)\b")


def config_of(slug: str) -> str:
    return (templates.folders()[slug] / "config.xml").read_text("utf-8")


SLUGS = [slug for slug in sorted(templates.folders()) if not _BY_TIME.search(config_of(slug))]


@pytest.fixture(scope="module")
def newcomer(browser: Browser, server: ServerProcess) -> Iterator[Newcomer]:
    """One browser for all templates: most of a test would be reading the app once more."""
    person = let_in(arrive(new_profile(browser), server.url))
    yield Newcomer(person)
    person.page.context.close()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_newcomer_labels(newcomer: Newcomer, api: Client, slug: str, tmp_path: Path) -> None:
    config = config_of(slug)
    project = api.project(config, title=slug)["id"]
    [task] = api.import_tasks(project, [{"data": templates.tasks(slug)[0]["data"]}])
    person = newcomer.person
    person.start_labelling(project)

    newcomer.look_around()
    newcomer.label()
    person.page.screenshot(path=tmp_path / "labelled.png")
    person.submit()

    [annotation] = api.call("GET", f"/api/tasks/{task}/")["annotations"]
    assert annotation["result"]
    assert validate_result(annotation["result"], Config.of(config)) == []
    assert not person.watch.misdeeds, "\n".join(person.watch.misdeeds)
