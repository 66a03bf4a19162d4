"""The README's pictures: a demo workspace is started, pages are opened, and docs/images/ is written anew.

python tools/screenshots.py
"""

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / folder) for folder in ("server", "server/tests", "web/e2e")]

from harness.live import Client  # noqa: E402
from harness.process import ServerProcess  # noqa: E402
from people import account  # noqa: E402
from people.browser import Watch, launch_options  # noqa: E402
from people.person import Person  # noqa: E402

IMAGES = ROOT / "docs" / "images"


VIEWPORT = {"width": 1280, "height": 760}
TEXT, PICTURE = "Names in local news", "Street scenes"


def shoot(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_function("[...document.images].every((image) => image.complete && image.naturalWidth > 0)")
    path = IMAGES / f"{name}.png"
    page.screenshot(path=path, animations="disabled")
    # A palette makes a third of the size, and a page has few colours.
    with Image.open(path) as image:
        image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"docs/images/{name}.png")


def tour(person: Person, projects: dict[str, int], scheme: str) -> None:
    shoot(person.page, f"projects-{scheme}")
    person.page.goto(f"{person.url}/projects/{projects[PICTURE]}/data")
    expect(person.tasks()).to_be_visible()
    shoot(person.page, f"tasks-{scheme}")
    for name, title in (("text", TEXT), ("image", PICTURE)):
        person.start_labelling(projects[title])
        expect(person.regions().first).to_be_visible()
        shoot(person.page, f"{name}-{scheme}")


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as directory,
        ServerProcess(Path(directory), "--demo", *account.FLAGS).start() as server,
        Client(server.url, headers={"Authorization": f"Token {account.TOKEN}"}) as api,
        sync_playwright() as playwright,
    ):
        listed = api.call("GET", "/api/projects/", params={"page_size": 100})["results"]
        projects = {project["title"]: project["id"] for project in listed}
        browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
        for scheme in ("light", "dark"):
            context = browser.new_context(locale="en-US", viewport=VIEWPORT, color_scheme=scheme)  # type: ignore[arg-type]
            person = Person(context.new_page(), server.url, Watch(context, server.url))
            tour(person.log_in(account.EMAIL, account.PASSWORD), projects, scheme)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
