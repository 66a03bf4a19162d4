"""Browser profiles: as new for everybody, though they serve one person after the other."""

from playwright.sync_api import Browser, BrowserContext

from people.browser import PATIENCE

_LEFT_BEHIND = "local_storage,indexeddb,cache_storage,service_workers"


def new_profile(browser: Browser) -> BrowserContext:
    profile = browser.new_context(
        locale="en-US", viewport={"width": 1280, "height": 800}, accept_downloads=True, reduced_motion="reduce"
    )
    profile.set_default_timeout(PATIENCE)
    return profile


class Profiles:
    """What a profile has fetched and compiled it keeps: most of a test would be reading the app once more."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: list[BrowserContext] = []

    def take(self) -> BrowserContext:
        return self._idle.pop() if self._idle else new_profile(self._browser)

    def give_back(self, profile: BrowserContext, origin: str) -> None:
        """From somebody who was at the server there; nothing of theirs stays."""
        used = profile.pages
        blank = profile.new_page()
        for page in used:
            page.close()
        profile.clear_cookies()
        profile.clear_permissions()
        session = profile.new_cdp_session(blank)
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _LEFT_BEHIND})
        session.detach()
        self._idle.append(profile)
