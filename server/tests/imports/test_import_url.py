"""The form field `url`: JSON written into it, or an address that is downloaded by the guarded client."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from harness.live import Client, LiveServer

CONFIG = '<View><Text name="text" value="$text"/></View>'


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b'[{"data": {"text": "far away"}, "annotations": [{"result": []}]}]'
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/tasks.json")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def messages(answer: Any) -> list[str]:
    assert answer.status_code == 400, answer.text
    found: list[str] = answer.json()["validation_errors"]["non_field_errors"]
    return found


def test_an_address_is_downloaded_and_imported(start_live: Callable[..., LiveServer], site: str) -> None:
    server = start_live(ssrf_protection_enabled=False)
    owner = server.by_token(server.organization())
    project = owner.project(CONFIG)["id"]
    for path in ("/tasks.json", "/moved"):
        answer = owner.call("POST", f"/api/projects/{project}/tasks/bulk/", data={"url": site + path})
        assert answer["task_count"] == 1
        assert answer["annotation_count"] == 1
    assert owner.call("GET", f"/api/projects/{project}/")["finished_task_number"] == 2
    wrong = owner.post(f"/api/projects/{project}/import", data={"url": site + "/program.exe"})
    assert messages(wrong) == [".exe extension is not supported"]


def test_local_addresses_are_refused_by_default(owner: Client, site: str) -> None:
    project = owner.project(CONFIG)["id"]
    for url in (site + "/tasks.json", site.replace("127.0.0.1", "[::ffff:127.0.0.1]") + "/tasks.json"):
        answer = owner.post(f"/api/projects/{project}/import", data={"url": url})
        assert messages(answer) == ["URL resolves to a reserved network address (block: 127.0.0.0/8)"]


def test_other_schemes_are_refused(owner: Client) -> None:
    project = owner.project(CONFIG)["id"]
    answer = owner.post(f"/api/projects/{project}/import", data={"url": "file:///etc/passwd"})
    assert messages(answer) == ["The provided URL was not valid."]


def test_json_may_be_written_into_the_field(owner: Client) -> None:
    project = owner.project(CONFIG)["id"]
    answer = owner.call("POST", f"/api/projects/{project}/import", data={"url": "[{'text': 'inline'}]"})
    assert answer["task_count"] == 1
    assert answer["found_formats"] == {".json": 1}
