"""The web app's one HTML page, served for every address of the app.

It holds no inline script: what the server tells it (base path, state of the form) stands in attributes, and a form inside `<noscript>` lets
scripts and browsers without JavaScript log in.
"""

import html
import json
import re
from pathlib import Path
from typing import Any

from litestar import Response

from labelwright.access.credentials import CSRF_COOKIE
from labelwright.http.request import ApiRequest
from labelwright.kit.ids import secret

CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: http: https:; "
    "media-src 'self' data: blob: http: https:; connect-src 'self' blob: data: http: https:; worker-src 'self' blob:; font-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)

_NOT_BUILT = '<!doctype html><html lang="en"><head><title>Labelwright</title></head><body><div id="root"><p>The web app is not built: run <code>make web</code>.</p></div></body></html>'

_STEERING = re.compile(r"[\\\x00-\x1f\x7f]")

_FORM = """<noscript><form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="{csrf}">{errors}
<label>Email <input name="email" type="email" required></label>
<label>Password <input name="password" type="password" required></label>
<button>Continue</button></form></noscript>"""


def web_dir() -> Path:
    """The built app: inside an installed package, else in the checkout."""
    packaged = Path(__file__).parents[1] / "_web"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "web" / "app" / "dist"


class Page:
    def __init__(self, base_path: str, *, secure: bool, keymap: dict[str, Any] | None = None) -> None:
        self._base, self._secure = base_path, secure
        self._told = {"base": base_path, **({"keymap": keymap} if keymap else {})}
        index = web_dir() / "index.html"
        page = index.read_text("utf-8") if index.is_file() else _NOT_BUILT
        # The page's own <base> is for its development server.
        self._html = re.sub(r"<base [^>]*>", "", page)

    def response(self, request: ApiRequest, *, status: int = 200, state: dict[str, Any] | None = None) -> Response[str]:
        csrf = request.cookies.get(CSRF_COOKIE) or secret(64)
        if not re.fullmatch(r"[0-9A-Za-z]{32,64}", csrf):
            csrf = secret(64)
        messages = [str(text) for group in (state or {}).get("errors", {}).values() for text in group]
        form = _FORM.format(csrf=csrf, errors="".join(f"<p>{html.escape(text)}</p>" for text in messages))
        body = self._html.replace("<head>", self._head(state or {}), 1).replace(
            "</body>", f"{form}</body>" if "/user/" in request.url.path else "</body>", 1
        )
        answer = Response(
            body,
            status_code=status,
            media_type="text/html",
            headers={"content-security-policy": CSP, "cache-control": "no-store"},
        )
        if csrf != request.cookies.get(CSRF_COOKIE):
            answer.set_cookie(
                CSRF_COOKIE, csrf, max_age=31_449_600, path=self._base or "/", secure=self._secure, samesite="lax"
            )
        return answer

    def _head(self, state: dict[str, Any]) -> str:
        told = html.escape(json.dumps({**self._told, **state}))
        return f'<head><base href="{html.escape(self._base)}/"><meta name="labelwright" content="{told}">'


def local_path(target: str | None, base_path: str) -> str:
    """Where to go after a log-in: never to another site. Browsers drop tabs and line ends from an address and take a backslash for a slash."""
    if target and target.startswith("/") and not target.startswith("//") and not _STEERING.search(target):
        return target
    return f"{base_path}/projects"
