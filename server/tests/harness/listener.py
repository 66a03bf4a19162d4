"""Somebody's server that webhooks tell things."""

import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

LONGEST_SECONDS = 60


class Told(NamedTuple):
    headers: dict[str, str]
    content: bytes

    @property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self.content)
        return body


class Listener:
    """`answers` are the statuses of its next answers, then it is always 200."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self.answers: list[int] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                content = self.rfile.read(int(self.headers["content-length"]))
                outer.told.append(Told({k.lower(): v for k, v in self.headers.items()}, content))
                self.send_response(outer.answers.pop(0) if outer.answers else 200)
                self.end_headers()
                self.wfile.write(b"heard")

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/hook"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def wait(self, count: int) -> list[dict[str, Any]]:
        until(lambda: len(self.told) >= count)
        return [told.body for told in self.told]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)
