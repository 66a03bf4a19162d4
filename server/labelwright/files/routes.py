"""Files of ours: the web app's assets, sample media, template pictures, generated sample data."""

from pathlib import Path
from typing import Any

from litestar import Response, get, route
from litestar.params import FromPath

from labelwright import templates
from labelwright.access import public
from labelwright.errors import NotFound
from labelwright.files import samples
from labelwright.http.files import send_asset
from labelwright.http.pages import web_dir
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread


# Vite writes a hash of the content into these names, so they never change.
@route("/assets/{name:path}", http_method=["GET", "HEAD"], opt=public(), include_in_schema=False)
async def asset(request: ApiRequest, name: FromPath[Path]) -> Response[Any]:
    return await send_asset(request, web_dir() / "assets", _below(name), immutable=True)


@route("/static/{name:path}", http_method=["GET", "HEAD"], opt=public(), include_in_schema=False)
async def static(request: ApiRequest, name: FromPath[Path]) -> Response[Any]:
    """Other files of the build, which keep their names."""
    return await send_asset(request, web_dir() / "static", _below(name), immutable=False)


@route(["/favicon.svg", "/favicon.ico"], http_method=["GET", "HEAD"], opt=public(), include_in_schema=False)
async def favicon(request: ApiRequest) -> Response[Any]:
    return await send_asset(request, web_dir(), request.scope["path"].strip("/"), immutable=False)


@route("/static/samples/{name:path}", http_method=["GET", "HEAD"], opt=public(), include_in_schema=False)
async def sample_file(request: ApiRequest, name: FromPath[Path]) -> Response[Any]:
    return await send_asset(request, templates.examples() / "samples", _below(name), immutable=False)


@route("/static/templates/{name:str}", http_method=["GET", "HEAD"], opt=public(), include_in_schema=False)
async def template_picture(request: ApiRequest, name: FromPath[str]) -> Response[Any]:
    picture = await in_thread(templates.picture, name.removesuffix(".svg"))
    if picture is None:
        raise NotFound
    return await send_asset(request, picture.parent, picture.name, immutable=False)


def _below(name: Path) -> str:
    return str(name).lstrip("/")


@get("/samples/time-series.csv", opt=public(), sync_to_thread=False, include_in_schema=False)
def time_series(request: ApiRequest) -> Response[str]:
    query = request.query_params
    text = samples.time_series(
        query.get("time") or "", query.get("values") or "", query.get("sep") or ",", query.get("tf") or ""
    )
    return Response(
        text, media_type="application/csv", headers={"content-disposition": 'attachment; filename="time-series.csv"'}
    )


@get("/samples/paragraphs.json", opt=public(), sync_to_thread=False, include_in_schema=False)
def paragraphs(request: ApiRequest) -> list[dict[str, str]]:
    query = request.query_params
    return samples.paragraphs(query.get("nameKey") or "author", query.get("textKey") or "text")


ROUTES: list[Any] = [asset, static, favicon, sample_file, template_picture, time_series, paragraphs]
