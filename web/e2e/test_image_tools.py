"""Images with masks and without a mouse: the tools that need the pixels of a real picture, or only the keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from harness.live import Client
from people.data import photograph
from people.person import Person

CONFIG = """<View>
  <Labels name="part" toName="photo"><Label value="Sky"/><Label value="House"/></Labels>
  <MagicWand name="wand" toName="photo"/>
  <Polygon name="outline" toName="photo"/>
  <Image name="photo" value="$image"/>
</View>"""


@pytest.fixture
def opened(person: Person, api: Client, tmp_path: Path) -> Callable[[], list[dict[str, Any]]]:
    """A photograph to label; gives what was stored of it once that has been submitted."""
    project = api.project(CONFIG, title="Tools")["id"]
    with photograph(tmp_path / "photo.jpg", 1).open("rb") as file:
        api.call("POST", f"/api/projects/{project}/import", files={"file": ("photo.jpg", file, "image/jpeg")})
    person.start_labelling(project)

    def stored() -> list[dict[str, Any]]:
        person.submit()
        task = api.call("GET", "/api/tasks/", params={"project": project, "fields": "all"})["tasks"][0]
        result: list[dict[str, Any]] = task["annotations"][0]["result"]
        return result

    return stored


def test_the_magic_wand_takes_the_sky_and_it_becomes_a_polygon(
    person: Person, opened: Callable[[], list[dict[str, Any]]]
) -> None:
    # A tool is taken up where there is a picture already.
    expect(person.surface("photo")).to_be_visible()
    person.label("Sky").click()
    person.press("w")
    person.drag_over_image("photo", (0.5, 0.2), (0.52, 0.2))
    expect(person.regions()).to_have_count(1)
    expect(person.regions()).to_contain_text("Sky")

    person.button("Turn into").click()
    # The tool of that name stands on the page already.
    person.page.get_by_role("dialog").get_by_role("button", name="Polygon", exact=True).click()
    expect(person.page.get_by_text("Made 1 region.")).to_be_visible()

    drawn = {item["type"]: item["value"] for item in opened()}
    assert set(drawn) == {"polygon", "labels"}
    assert drawn["labels"]["labels"] == ["Sky"]
    ys = [y for _, y in drawn["polygon"]["points"]]
    assert min(ys) == pytest.approx(0, abs=1)
    assert max(ys) == pytest.approx(67, abs=3)


def test_a_polygon_is_drawn_with_the_keyboard_alone(person: Person, opened: Callable[[], list[dict[str, Any]]]) -> None:
    expect(person.surface("photo")).to_be_visible()
    person.surface("photo").focus()
    for key in ("2", "p", "Shift+ArrowUp", "Space", "Shift+ArrowRight", "Space", "Shift+ArrowDown", "Space"):
        person.press(key)
    expect(person.button("Undo")).to_be_enabled()
    expect(person.page.get_by_text("Point set at")).to_be_attached()
    person.press("Enter")
    expect(person.regions()).to_contain_text("House")

    points = next(item["value"]["points"] for item in opened() if item["type"] == "polygon")
    assert len(points) == 3
    assert points[1][0] > points[0][0]
    assert points[2][1] > points[1][1]
