"""The outermost layer: base path, refused paths, headers every answer carries."""

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-frame-options", b"SAMEORIGIN"),
]


class Outer:
    def __init__(self, app: ASGIApp, base_path: str) -> None:
        self._app, self._base = app, base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        if self._base and (path == self._base or path.startswith(self._base + "/")):
            # The path keeps the base: the router cuts at the base's first place in it, which must be the one at the start.
            path = path[len(self._base) :] or "/"
            scope["root_path"] = self._base
        if "//" in path:
            await _not_found(send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *((name, value) for name, value in _HEADERS if name not in given),
                ]
            await send(message)

        await self._app(scope, receive, with_headers)


async def _not_found(send: Send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain"), *_HEADERS]})
    await send({"type": "http.response.body", "body": b"Not found.", "more_body": False})
