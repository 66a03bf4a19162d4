"""The README's pictures: a demo workspace is started, pages are opened, and docs/images/ is written anew.

python tools/screenshots.py
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / folder) for folder in ("server", "server/tests", "web/e2e")]

from harness.live import Client  # noqa: E402
from harness.process import ServerProcess  # noqa: E402
from people import account  # noqa: E402
from people.browser import Watch, launch_options  # noqa: E402
from people.person import Person  # noqa: E402

IMAGES = ROOT / "docs" / "images"


def shoot(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")
    print(f"docs/images/{name}.png")


def tour(person: Person, projects: dict[str, int]) -> None:
    page = person.page
    shoot(page, "projects")
    first = next(iter(projects.values()))
    page.goto(f"{person.url}/projects/{first}/data")
    shoot(page, "tasks")
    for title, project in projects.items():
        person.start_labelling(project)
        shoot(page, "label-" + title.lower().replace(" ", "-"))
    page.goto(f"{person.url}/projects/{first}/settings")
    shoot(page, "settings")


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as directory,
        ServerProcess(Path(directory), "--demo", *account.FLAGS).start() as server,
        Client(server.url, headers={"Authorization": f"Token {account.TOKEN}"}) as api,
        sync_playwright() as playwright,
    ):
        listed = api.call("GET", "/api/projects/", params={"page_size": 100})["results"]
        projects = {project["title"]: project["id"] for project in reversed(listed)}
        browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
        for scheme in ("light", "dark"):
            context = browser.new_context(
                locale="en-US",
                viewport={"width": 1440, "height": 900},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            person = Person(context.new_page(), server.url, Watch(context, server.url))
            person.log_in(account.EMAIL, account.PASSWORD)
            if scheme == "light":
                tour(person, projects)
            else:
                shoot(person.page, "projects-dark")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
