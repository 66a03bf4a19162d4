"""The browser, and what no page may do: log an error, or ask anybody but our server for anything."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Names of other hosts lead nowhere, so nothing can depend on them unnoticed.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
PATIENCE = 30_000
"""Milliseconds: only what hangs takes this long, however busy the machine is."""
_LOCAL_SCHEMES = {"data", "blob", "about"}


def launch_options() -> dict[str, object]:
    """For Playwright's `launch`: the browser of the system, never one that Playwright downloaded."""
    path = os.environ.get("LABELWRIGHT_TEST_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "No browser found: install Debian's package chromium, or run `make test`."
    return {"executable_path": path, "args": _QUIET}


# Browsers log every answer above 399; these are how the API says something that is no error.
_ANSWERS_NOT_ERRORS = (
    r"status of 404 .*/api/projects/\d+/next/?[?)]",  # no task is left
    r"status of 400 .*/api/projects/(validate|\d+/sample-task)/?[?)]",  # a configuration is not finished yet
)


class Watch:
    """Collects the misdeeds of all pages of a context; `expect` allows the errors that a test provokes."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
        self.misdeeds: list[str] = []
        self._allowed = [re.compile(pattern) for pattern in _ANSWERS_NOT_ERRORS]
        self._context = context
        self._hears = {"page": self._page, "request": self._request, "weberror": self._error}
        for event, hear in self._hears.items():
            context.on(event, hear)  # type: ignore[call-overload]
        for page in context.pages:
            self._page(page)

    def end(self) -> None:
        for event, hear in self._hears.items():
            self._context.remove_listener(event, hear)

    def _error(self, error: WebError) -> None:
        self._note(f"uncaught: {error.error}")

    def _page(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("websocket", lambda socket: self._foreign(socket.url))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        self._foreign(request.url)

    def _foreign(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in _LOCAL_SCHEMES and f"{parts.scheme}://{parts.netloc}" != self.origin:
            self._note(f"request to another host: {url}")

    def _note(self, misdeed: str) -> None:
        if not any(pattern.search(misdeed) for pattern in self._allowed):
            self.misdeeds.append(misdeed)

    @contextmanager
    def expect(self, pattern: str) -> Iterator[None]:
        """Errors that match are the test's own doing."""
        self._allowed.append(re.compile(pattern))
        yield
        self._allowed.pop()
