"""Health, version, the web app's pages, and 404 for what is none of these."""

from typing import Any

from litestar import Response, get, route
from litestar.params import FromPath
from litestar.response import Redirect

from labelwright import openapi
from labelwright.access import public
from labelwright.errors import NotFound
from labelwright.http.request import ApiRequest
from labelwright.version import COMPATIBLE_WITH, __version__

# Pages of the app for people without a session.
_OPEN = ("/user/", "/docs")


@get(["/health", "/api/health"], opt=public(), sync_to_thread=False)
def health() -> dict[str, str]:
    return {"status": "UP"}


@get(["/api/version", "/version"], opt=public(), sync_to_thread=False)
def version() -> dict[str, Any]:
    """What Label Studio's clients look for: `release` is the release we are compatible with."""
    package = {
        "version": COMPATIBLE_WITH,
        "short_version": COMPATIBLE_WITH.rsplit(".", 1)[0],
        "latest_version_from_pypi": COMPATIBLE_WITH,
    }
    return {
        "release": COMPATIBLE_WITH,
        "edition": "Community",
        "labelwright": __version__,
        "label-studio-os-package": {**package, "current_version_is_outdated": False},
        "label-studio-os-backend": {"version": COMPATIBLE_WITH},
        "backend": {"version": COMPATIBLE_WITH},
    }


@get(
    ["/api/schema", "/docs/api/schema/json"],
    opt=public(),
    media_type="application/json",
    sync_to_thread=False,
    include_in_schema=False,
)
def schema() -> bytes:
    return openapi.served()


@route(
    "/api/{rest:path}",
    http_method=["GET", "POST", "PUT", "PATCH", "DELETE"],
    opt=public(),
    sync_to_thread=False,
    include_in_schema=False,
)
def unknown_endpoint(rest: FromPath[str]) -> None:  # noqa: ARG001
    raise NotFound


@get("/", opt=public(), sync_to_thread=False, include_in_schema=False)
def home(request: ApiRequest) -> Redirect:
    target = "/projects" if request.scope["user"] else "/user/login/"
    return Redirect(request.settings.base_path + target, status_code=302)


@get("/{rest:path}", opt=public(), sync_to_thread=False, include_in_schema=False)
def page(request: ApiRequest, rest: FromPath[str]) -> Response[str] | Redirect:  # noqa: ARG001
    """Any address of the app. Who is not signed in is sent to the log-in first, with the way back."""
    if request.scope["user"] is None and not request.scope["path"].startswith(_OPEN):
        from urllib.parse import quote

        back = quote(request.url.path + (f"?{request.url.query}" if request.url.query else ""), safe="")
        return Redirect(f"{request.settings.base_path}/user/login/?next={back}", status_code=302)
    answer: Response[str] = request.app.state.page.response(request)
    return answer


ROUTES = [health, version, schema, unknown_endpoint, home, page]
