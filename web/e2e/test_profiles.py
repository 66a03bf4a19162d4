"""What one person leaves in a browser profile, the next does not find."""

from playwright.sync_api import Browser

from harness.process import ServerProcess
from people.account import let_in
from people.person import arrive
from people.profiles import Profiles

LEAVE = """() => {
  localStorage.setItem('left', 'x')
  sessionStorage.setItem('left', 'x')
  return new Promise((done) => { indexedDB.open('left').onsuccess = done }).then(() => null)
}"""
FOUND = """async () => [
  localStorage.getItem('left'),
  sessionStorage.getItem('left'),
  (await indexedDB.databases()).some(({ name }) => name === 'left'),
  (await navigator.permissions.query({ name: 'clipboard-read' })).state,
]"""


def test_nothing_of_a_person_stays_in_their_profile(browser: Browser, server: ServerProcess) -> None:
    profiles = Profiles(browser)
    first = let_in(arrive(profiles.take(), server.url))
    first.page.context.grant_permissions(["clipboard-read"])
    first.page.goto(f"{server.url}/projects")
    first.page.evaluate(LEAVE)
    assert first.page.evaluate(FOUND) == ["x", "x", True, "granted"]
    first.watch.end()
    profiles.give_back(first.page.context, first.watch.origin)

    second = arrive(profiles.take(), server.url)
    assert second.page.context is first.page.context
    second.page.goto(f"{server.url}/user/login")
    assert second.page.evaluate(FOUND) == [None, None, False, "prompt"]
    assert "sessionid" not in {cookie["name"] for cookie in second.page.context.cookies()}
    second.page.context.close()
