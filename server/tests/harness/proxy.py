"""The web server that stands before ours: it has the public address, and passes on what lies below one path."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

# Of one connection, not of a message.
_OWN = frozenset({"connection", "host", "keep-alive", "transfer-encoding", "content-length"})


class Proxy:
    """`keeps_path`: as nginx with `proxy_pass http://inner;`. Otherwise the path is cut off, as with `proxy_pass http://inner/;`."""

    def __init__(self, path: str, *, keeps_path: bool) -> None:
        # The address of the server behind it, which wants to know ours before it starts.
        self.inner = ""
        inner = httpx.Client(trust_env=False, timeout=30)
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def __getattr__(self, name: str) -> Callable[[], None]:
                if name.startswith("do_"):
                    return self._pass_on
                raise AttributeError(name)

            def _pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                if not f"{self.path}/".startswith(f"{path}/"):
                    self._answer(httpx.Response(404, content=b"Somebody else's site."))
                    return
                target = self.path if keeps_path else self.path.removeprefix(path) or "/"
                told = [(name, value) for name, value in self.headers.items() if name.lower() not in _OWN]
                told += [("X-Forwarded-For", self.client_address[0]), ("X-Forwarded-Proto", "http")]
                self._answer(inner.request(self.command, proxy.inner + target, headers=told, content=body))

            def _answer(self, answer: httpx.Response) -> None:
                self.send_response(answer.status_code)
                for name, value in answer.headers.multi_items():
                    # The content was unpacked on its way.
                    if name not in _OWN | {"content-encoding"}:
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.content)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(answer.content)

            def log_message(self, *_: Any) -> None:
                pass

        self._client, self._server = inner, ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self.url = f"{self.origin}{path}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._client.close()
