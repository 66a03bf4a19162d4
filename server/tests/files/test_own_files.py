"""Files of the application itself: assets with compressed variants, sample media, generated sample data."""

from pathlib import Path

import pytest

from harness.live import Client, LiveServer
from labelwright import templates
from labelwright.files import routes


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built web app with one script."""
    assets = tmp_path / "assets"
    assets.mkdir()
    (assets / "app-1a2b3c.js").write_text("plain")
    (assets / "app-1a2b3c.js.gz").write_bytes(b"gzipped")
    (assets / "app-1a2b3c.js.br").write_bytes(b"brotli")
    monkeypatch.setattr(routes, "web_dir", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def visitor(server: LiveServer) -> Client:
    return server.anonymous()


def test_a_page_of_the_build_has_no_origin(visitor: Client, build: Path) -> None:
    (build / "assets" / "holder-1a2b3c.html").write_text("<!doctype html>")
    page = visitor.get("/assets/holder-1a2b3c.html")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["content-security-policy"] == "sandbox allow-scripts; frame-ancestors 'self'"


def test_a_sample_page_is_text(visitor: Client) -> None:
    page = visitor.get("/static/samples/sample.html")
    assert page.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("accepted", "encoding", "content"),
    [("gzip, br", "br", b"brotli"), ("gzip", "gzip", b"gzipped"), ("", None, b"plain")],
)
def test_assets_come_compressed_and_stay_for_ever(
    visitor: Client, build: Path, accepted: str, encoding: str | None, content: bytes
) -> None:
    with visitor.stream("GET", "/assets/app-1a2b3c.js", headers={"Accept-Encoding": accepted}) as answer:
        assert b"".join(answer.iter_raw()) == content
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["vary"] == "Accept-Encoding"


def test_the_icon_is_for_visitors_too(visitor: Client, build: Path) -> None:
    (build / "favicon.svg").write_text("<svg/>")
    assert visitor.get("/favicon.svg").text == "<svg/>"
    assert visitor.get("/favicon.ico").status_code == 404


def test_an_unknown_asset_is_not_the_web_page(visitor: Client, build: Path) -> None:
    assert visitor.get("/assets/app-000000.js").status_code == 404


def test_assets_do_not_lead_out_of_their_folder(visitor: Client, build: Path) -> None:
    (build / "secret.txt").write_text("secret")
    assert visitor.get("/assets/..%2Fsecret.txt").status_code == 404
    assert visitor.get("/assets/%2e%2e%2fsecret.txt").status_code == 404


def test_sample_media_and_template_pictures_are_public(
    visitor: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "samples" / "small").mkdir(parents=True)
    (tmp_path / "samples" / "small" / "picture.jpg").write_bytes(b"picture")
    (tmp_path / "groups.json").write_text("[]")
    slug = next(iter(templates.folders()))
    monkeypatch.setattr(templates, "examples", lambda: tmp_path)
    assert visitor.get("/static/samples/small/picture.jpg").content == b"picture"
    assert visitor.get("/static/samples/..%2Fgroups.json").status_code == 404
    assert visitor.get(f"/static/templates/{slug}.svg").headers["content-type"] == "image/svg+xml"
    assert visitor.get("/static/templates/no-such-template.svg").status_code == 404


def test_a_time_series_has_the_columns_that_were_asked_for(visitor: Client) -> None:
    answer = visitor.get(
        "/samples/time-series.csv", params={"time": "t", "values": "a,b", "sep": "tab", "tf": "%Y-%m-%d"}
    )
    lines = answer.text.splitlines()
    assert answer.headers["content-type"].startswith("application/csv")
    assert lines[0] == "t\ta\tb"
    assert len(lines) == 101
    assert lines[1].startswith("2024-03-01\t")


def test_a_time_series_by_positions_has_no_header(visitor: Client) -> None:
    lines = visitor.get("/samples/time-series.csv", params={"time": "0", "values": "1,2"}).text.splitlines()
    assert len(lines) == 100
    assert len(lines[0].split(",")) == 3


def test_a_dialogue_uses_the_keys_that_were_asked_for(visitor: Client) -> None:
    answer = visitor.get("/samples/paragraphs.json", params={"nameKey": "who", "textKey": "what"})
    assert set(answer.json()[0]) == {"who", "what"}
