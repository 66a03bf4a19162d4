"""Components that a config brings along: what they may do is done, and what they may not do they cannot."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from harness.live import Client
from harness.process import ServerProcess
from people.account import let_in
from people.person import Person, arrive
from people.profiles import new_profile

# Everything it tries must fail: with an error, or without one where the browser gives none.
ATTEMPTS = {
    "cookie": "document.cookie",
    "storage": "localStorage.length",
    "session": "sessionStorage.length",
    "database": "indexedDB.open('x')",
    "page": "top.document.title",
    "holder": "parent.document.title",
    "api": "fetch(data.own + '/api/current-user/whoami')",
    "api with cookies": "fetch(data.own + '/api/projects/', { credentials: 'include', mode: 'no-cors' })",
    "elsewhere": "fetch(data.other + '/fetch', { mode: 'no-cors' })",
    "script": "import(data.other + '/script.js')",
    "picture": "new Promise((done, fail) => Object.assign(new Image(), { onload: done, onerror: () => fail(Error('no')), src: data.other + '/x.png' }))",
    "socket": "new Promise((done, fail) => Object.assign(new WebSocket(data.other.replace('http', 'ws')), { onopen: done, onerror: () => fail(Error('no')) }))",
    "window": "window.open(data.other + '/window').closed",
    "top": "top.location = data.other + '/top'",
}
SILENT = """
  navigator.sendBeacon(data.other + '/beacon', 'x');
  const frame = document.createElement('iframe'); frame.src = data.other + '/frame'; document.body.append(frame);
  const form = document.createElement('form'); form.action = data.other + '/form'; document.body.append(form); form.submit();
  for (const rel of ['prefetch', 'preload', 'stylesheet']) {
    const link = document.createElement('link'); link.rel = rel; link.as = 'script'; link.href = data.other + '/' + rel; document.head.append(link);
  }
  new Worker(URL.createObjectURL(new Blob(['fetch("' + data.other + '/worker")'])));
"""
PROBE = f"""({{ React, data, addRegion }}) => {{
  const attempts = {{ {", ".join(f"{json.dumps(name)}: async () => {code}" for name, code in ATTEMPTS.items())} }};
  const run = async () => {{
    const found = {{}};
    for (const name of Object.keys(attempts))
      found[name] = await attempts[name]().then(() => 'succeeded', () => 'refused');
    {SILENT}
    addRegion(found, {{ displayText: 'done' }});
  }};
  return React.createElement('div', null,
    React.createElement('button', {{ onClick: run }}, 'Try'),
    React.createElement('button', {{ onClick: () => {{ location = data.other + '/away' }} }}, 'Leave'));
}}"""


def config(code: str, outputs: str = "") -> str:
    return f'<View><ReactCode name="part" data="$part" outputs="{outputs}"><![CDATA[{code}]]></ReactCode></View>'


@pytest.fixture(scope="module")
def person(browser: Browser, server: ServerProcess) -> Iterator[Person]:
    somebody = let_in(arrive(new_profile(browser), server.url))
    yield somebody
    somebody.page.context.close()


Show = Callable[..., int]


@pytest.fixture
def show(person: Person, api: Client) -> Show:
    """Opens a task with this component, and gives the task's id."""

    def open_task(code: str, data: Any = None, outputs: str = "") -> int:
        project = api.project(config(code, outputs), title="Components")["id"]
        [task] = api.import_tasks(project, [{"data": {"part": data}}])
        person.start_labelling(project)
        return int(task)

    return open_task


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another host, and the paths it was asked for."""
    asked: list[str] = []

    class Host(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.rfile.readline().decode("latin-1"))

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}", asked
        host.shutdown()


def test_a_component_reaches_neither_page_nor_server_nor_network(
    browser: Browser, server: ServerProcess, api: Client, elsewhere: tuple[str, list[str]]
) -> None:
    url, asked = elsewhere
    intruder = let_in(arrive(new_profile(browser), server.url))
    project = api.project(config(PROBE), title="Probe")["id"]
    [task] = api.import_tasks(project, [{"data": {"part": {"own": server.url, "other": url}}}])
    intruder.start_labelling(project)
    inside = intruder.component("part")
    inside.get_by_role("button", name="Try").click()
    expect(intruder.region("done")).to_be_visible()
    with intruder.page.expect_console_message(lambda message: "frame-src" in message.text):
        inside.get_by_role("button", name="Leave").click()
    intruder.submit()

    [annotation] = api.call("GET", f"/api/tasks/{task}/")["annotations"]
    assert annotation["result"][0]["value"]["reactcode"] == dict.fromkeys(ATTEMPTS, "refused")
    assert asked == []
    intruder.page.context.close()


LIST = """({ React, data, regions, addRegion, viewState }) => React.createElement('div', null,
  React.createElement('p', null, viewState.currentScreen),
  data.map((name) => React.createElement('button', { key: name, onClick: () => addRegion({ name }, { displayText: 'About ' + name }) }, name)),
  regions.map((it) => React.createElement('div', { key: it.id },
    React.createElement('button', { onClick: () => it.update({ name: it.value.name + '!' }) }, 'Change ' + it.value.name),
    React.createElement('button', { onClick: it.delete }, 'Drop ' + it.value.name))))"""


def test_a_component_adds_changes_and_takes_back_regions(person: Person, show: Show, api: Client) -> None:
    task = show(LIST, ["one", "two"], "name")
    inside = person.component("part")
    expect(inside.get_by_text("label_stream")).to_be_visible()
    for name in ("one", "two"):
        inside.get_by_role("button", name=name, exact=True).click()
    expect(person.region("About two")).to_be_visible()
    inside.get_by_role("button", name="Change one").click()
    expect(person.region("one!")).to_be_visible()
    inside.get_by_role("button", name="Drop two").click()
    expect(person.regions()).to_have_count(1)
    # From inside the frame, too.
    person.press("Control+z")
    expect(person.region("About two")).to_be_visible()
    expect(inside.get_by_role("button", name="Drop two")).to_be_visible()
    person.submit()
    [annotation] = api.call("GET", f"/api/tasks/{task}/")["annotations"]
    assert [item["value"]["reactcode"] for item in annotation["result"]] == [{"name": "one!"}, {"name": "two"}]
    assert not person.watch.misdeeds


def test_what_does_not_fit_is_told_and_changes_nothing(person: Person, show: Show) -> None:
    show(LIST, ["good", "bad"], "name:choices(good)")
    inside = person.component("part")
    inside.get_by_role("button", name="good", exact=True).click()
    expect(person.regions()).to_have_count(1)
    inside.get_by_role("button", name="bad", exact=True).click()
    expect(person.page.get_by_role("alert").get_by_text("name must be one of: good.")).to_be_visible()
    inside.get_by_role("button", name="Change good").click()
    expect(inside.get_by_role("button", name="Change good")).to_be_visible()
    expect(person.regions()).to_have_count(1)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("() => { throw new Error('no such sheet') }", "no such sheet"),
        ("({ React ) => null", "Unexpected"),
        ("42", "no function component"),
        ("", "Unexpected"),
    ],
)
def test_an_error_of_the_code_is_shown_in_its_place(person: Person, show: Show, code: str, said: str) -> None:
    with person.watch.expect("no such sheet"):
        show(code)
        alert = person.page.get_by_role("alert").filter(has_text=said)
        expect(alert).to_be_visible()
        expect(alert.get_by_role("button", name="Start it again")).to_be_visible()


HANG = """({ React }) => React.createElement('button', { onClick: () => { for (;;); } }, 'Hang')"""


def test_a_component_that_hangs_leaves_the_editor_at_work(browser: Browser, server: ServerProcess, api: Client) -> None:
    patient = let_in(arrive(new_profile(browser), server.url))
    code = f'{config(HANG)[: -len("</View>")]}<Choices name="c" toName="part"><Choice value="Yes"/></Choices></View>'
    project = api.project(code, title="Hang")["id"]
    [task] = api.import_tasks(project, [{"data": {"part": 1}}])
    patient.start_labelling(project)
    # A click would wait for the frame to answer.
    patient.component("part").get_by_role("button", name="Hang").evaluate(
        "button => void setTimeout(() => button.click())"
    )
    patient.label("Yes").click()
    patient.submit()
    [annotation] = api.call("GET", f"/api/tasks/{task}/")["annotations"]
    assert annotation["result"][0]["value"] == {"choices": ["Yes"]}
    patient.page.context.close()


def test_an_app_from_elsewhere_is_not_loaded(person: Person, api: Client) -> None:
    project = api.project('<View><ReactCode name="app" src="https://example.org/app"/></View>', title="Elsewhere")["id"]
    api.import_tasks(project, [{"data": {"part": 1}}])
    person.start_labelling(project)
    expect(person.page.get_by_role("note").get_by_text("https://example.org/app")).to_be_visible()
    assert person.page.locator("iframe").count() == 0
    assert not person.watch.misdeeds
