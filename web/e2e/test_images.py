"""Images: uploaded photographs, a rectangle drawn, stored, opened again."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from harness.live import Client
from people.data import BOX_CONFIG, photograph
from people.person import Person


def test_a_rectangle_drawn_on_a_photograph_is_the_same_when_opened_again(
    person: Person, api: Client, tmp_path: Path
) -> None:
    photos = [photograph(tmp_path / f"photo-{number}.jpg", number) for number in range(3)]
    project = person.create_project("Houses", BOX_CONFIG, *photos)

    tasks = api.call("GET", "/api/tasks/", params={"project": project})["tasks"]
    assert len(tasks) == len(photos)
    task = tasks[0]["id"]
    person.open_task(project, task)
    person.label("House").click()
    person.drag_over_image("photo", (0.3, 0.3), (0.6, 0.7))
    expect(person.regions()).to_have_count(1)
    person.submit()

    stored = api.call("GET", f"/api/tasks/{task}/annotations/")[0]["result"]
    assert len(stored) == 1
    drawn = stored[0]
    assert drawn["type"] == "rectanglelabels"
    assert drawn["value"]["rectanglelabels"] == ["House"]
    assert drawn["value"]["rotation"] == 0
    assert (drawn["original_width"], drawn["original_height"]) == (640, 480)
    # The surface may be larger than the picture in it: the shape of the rectangle, not its place, is known.
    width, height = drawn["value"]["width"], drawn["value"]["height"]
    assert 0 < width < 100
    assert 0 < height < 100

    person.open_task(project, task)
    expect(person.regions()).to_have_count(1)
    expect(person.regions()).to_contain_text("House")
    person.regions().click()
    person.press("ControlOrMeta+Enter")
    person.page.wait_for_load_state("networkidle")
    assert api.call("GET", f"/api/tasks/{task}/annotations/")[0]["result"] == stored


def test_an_image_that_does_not_load_says_so_and_can_be_tried_again(person: Person, api: Client) -> None:
    project = api.project(BOX_CONFIG, title="Missing pictures")["id"]
    [task] = api.import_tasks(project, [{"image": "/data/upload/1/00000000-gone.jpg"}])

    with person.watch.expect("404"):
        person.open_task(project, task)
        expect(person.page.get_by_text("The image does not load.")).to_be_visible()
        expect(person.button("Try again")).to_be_visible()


@pytest.mark.parametrize("gesture", [((0.3, 0.3), (0.6, 0.7)), ((0.6, 0.7), (0.3, 0.3))], ids=["down", "up"])
def test_the_direction_of_the_drag_makes_no_difference(
    person: Person,
    api: Client,
    tmp_path: Path,
    gesture: tuple[tuple[float, float], tuple[float, float]],
) -> None:
    project = api.project(BOX_CONFIG, title="Directions")["id"]
    with photograph(tmp_path / "photo.jpg", 1).open("rb") as file:
        api.call("POST", f"/api/projects/{project}/import", files={"file": ("photo.jpg", file, "image/jpeg")})
    person.start_labelling(project)
    person.label("Tree").click()
    person.drag_over_image("photo", *gesture)
    person.submit()

    task = api.call("GET", "/api/tasks/", params={"project": project, "fields": "all"})["tasks"][0]
    value = task["annotations"][0]["result"][0]["value"]
    assert value["width"] > 0
    assert value["height"] > 0
    assert 0 <= value["x"] <= 100
    assert 0 <= value["y"] <= 100


def test_pictures_in_a_grid_have_the_room_beside_their_tools(person: Person, api: Client, tmp_path: Path) -> None:
    config = """<View><View style="display: grid; grid-template-columns: repeat(4, 1fr)">
      <Image name="a" value="$image"/><Image name="b" value="$image"/>
      <Image name="c" value="$image"/><Image name="d" value="$image"/></View></View>"""
    project = api.project(config, title="Views")["id"]
    with photograph(tmp_path / "photo.jpg", 1).open("rb") as file:
        api.call("POST", f"/api/projects/{project}/import", files={"file": ("photo.jpg", file, "image/jpeg")})
    person.start_labelling(project)

    for name in ("a", "b", "c", "d"):
        expect(person.surface(name)).to_be_visible()
        box = person.surface(name).bounding_box()
        assert box
        assert box["width"] > 100
