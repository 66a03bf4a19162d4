"""A page of somebody else with editors in it, and what it looks like to its owner."""

from typing import Any, Self

from playwright.sync_api import Page, expect

from people.browser import Watch
from people.person import Person

# What a host cares about: how its elements look, what hangs in its head and body, and its own style sheets.
_LOOK = """() => {
  const look = (id) => {
    const style = getComputedStyle(document.querySelector(id))
    return Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]))
  }
  const ids = ['html', 'body', '#paragraph', '#box', '#button', '#end']
  return {
    looks: Object.fromEntries(ids.map((id) => [id, look(id)])),
    head: document.head.innerHTML,
    body: [...document.body.children].map((it) => `${it.localName}#${it.id}`),
    sheets: document.adoptedStyleSheets.length,
    highlights: CSS.highlights.size,
    globals: Object.keys(window).filter((it) => it !== 'page').length,
  }
}"""


class HostPage:
    def __init__(self, page: Page, url: str, watch: Watch) -> None:
        self.page = page
        self.url = url
        self.watch = watch

    def open(self, path: str = "page/index.html") -> Self:
        self.page.goto(f"{self.url}/{path}")
        return self

    def ready(self) -> Self:
        expect(self.page.locator("html[data-ready]")).to_be_attached()
        return self

    def editor(self, element: str) -> Person:
        """Somebody at the editor in this element of the page."""
        return Person(self.page, self.url, self.watch, within=self.page.locator(f"#{element}"))

    def look(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(_LOOK)
        return found

    def value(self, expression: str) -> Any:
        """Of the object `page` that the page keeps for us."""
        return self.page.evaluate(f"page.{expression}")

    def counts(self) -> dict[str, float]:
        """What the browser holds for the page, after it has thrown away what nobody needs."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Performance.enable")
        for _ in range(3):
            session.send("HeapProfiler.collectGarbage")
        metrics = session.send("Performance.getMetrics")["metrics"]
        session.detach()
        wanted = {"Nodes", "JSEventListeners", "JSHeapUsedSize"}
        return {it["name"]: it["value"] for it in metrics if it["name"] in wanted}
