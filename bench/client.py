"""The cheapest client there is: one keep-alive connection, so that what is measured is the server."""

import http.client
import json
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Answer:
    status: int
    body: bytes
    seconds: float

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Connection:
    port: int
    token: str = ""
    _http: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self._http = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)

    def send(self, method: str, path: str, body: Any = None) -> Answer:
        """`body` is sent as JSON, bytes as they are."""
        headers = {"Authorization": f"Token {self.token}"} if self.token else {}
        if body is not None:
            headers["Content-Type"] = "application/json"
        data = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        began = time.perf_counter()
        self._http.request(method, path, data, headers)
        response = self._http.getresponse()
        content = response.read()
        return Answer(response.status, content, time.perf_counter() - began)

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """The answer's JSON; an error answer ends the benchmark. Not for measuring: it connects anew."""
        self._http.close()  # the server may have dropped a connection that was idle for seconds
        answer = self.send(method, path, body)
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {answer.body[:500]!r}")
        return answer.json if answer.body else None

    def close(self) -> None:
        self._http.close()
