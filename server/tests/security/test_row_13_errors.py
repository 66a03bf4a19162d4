"""Row 13: a fault inside shows an id and nothing else; the trace is in the log under that id."""

import logging
from typing import Any

import pytest

from harness.live import LiveServer
from labelwright.projects import service as projects

SECRET = "inner-detail-of-the-failure"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise RuntimeError(f"{SECRET} /srv/private/path.py SELECT password FROM users")

    monkeypatch.setattr(projects, "listed", fail)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    "settings", [{}, {"debug": True}, {"debug": True, "log_level": "DEBUG"}], ids=["plain", "debug", "loud"]
)
@pytest.mark.parametrize("accept", ["application/json", "text/html", "*/*"])
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_a_trace_is_never_in_an_answer(
    start_live: Any, caplog: pytest.LogCaptureFixture, settings: dict[str, Any], accept: str
) -> None:
    server = start_live(**settings)
    client = server.by_token(server.organization())
    with caplog.at_level(logging.ERROR):
        answer = client.get("/api/projects/?__debugger__=yes", headers={"Accept": accept})
    assert answer.status_code == 500
    body = answer.json()
    assert body["exc_info"] is None
    for leak in (
        SECRET,
        "Traceback",
        "RuntimeError",
        "SELECT",
        ".py",
        "/srv",
        "litestar",
        str(server.settings.data_dir),
    ):
        assert leak not in answer.text
    assert body["id"] in body["detail"]
    assert body["id"] in caplog.text
    assert SECRET in caplog.text


@pytest.mark.parametrize(
    "path",
    [
        "/debug",
        "/__debug__/",
        "/console",
        "/metrics",
        "/.env",
        "/.git/config",
        "/server-status",
        "/admin/",
        "/django-rq/",
        "/api/debug",
    ],
)
def test_there_is_no_page_for_debugging(server: LiveServer, path: str) -> None:
    client = server.by_token(server.organization())
    answer = client.get(path)
    assert answer.status_code in (200, 404)
    for leak in ("SECRET_KEY", "Traceback", "[core]", "sqlite"):
        assert leak not in answer.text
    if answer.status_code == 200:
        assert '<meta name="labelwright"' in answer.text, "the app's own page, which knows no such address"


@pytest.mark.parametrize(
    ("method", "path", "options"),
    [
        ("GET", "/api/projects/x/", {}), ("GET", "/api/projects/-1/", {}), ("GET", "/api/projects/?page=x", {}), ("POST", "/api/projects/", {"json": []}),
        ("POST", "/api/projects/", {"json": {"title": 5}}), ("POST", "/api/projects/", {"content": b"\xff\xfe", "headers": {"Content-Type": "application/json"}}),
        ("POST", "/api/projects/", {"content": b"x", "headers": {"Content-Type": "application/json; charset=utf-7"}}),
        ("POST", "/api/projects/", {"content": b"x", "headers": {"Content-Type": "a" * 5000}}), ("TRACE", "/api/projects/", {}),
        ("PROPFIND", "/api/projects/", {}), ("GET", "/api/tasks/?project=1&query=%ff%fe", {}), ("GET", "/api/%ff%fe", {}),
        ("POST", "/api/tasks/", {"json": None}), ("POST", "/api/predictions/", {"json": "x"}), ("POST", "/api/dm/actions/?id=", {"json": {}}),
        ("POST", "/api/dm/actions/?id=__class__", {"json": {}}), ("POST", "/api/dm/views/", {"json": {"project": "x"}}),
    ],
)  # fmt: skip
def test_a_clumsy_request_is_the_clients_mistake(
    server: LiveServer, method: str, path: str, options: dict[str, Any]
) -> None:
    client = server.by_token(server.organization())
    answer = client.request(method, path, **options)
    assert 300 <= answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text


def test_the_server_does_not_say_what_it_is_made_of(server: LiveServer) -> None:
    for path in ("/health", "/api/nothing", "/user/login/"):
        shown = str(server.anonymous().get(path).headers).lower()
        for product in ("litestar", "python", "starlette"):
            assert product not in shown
