"""Row 9: another site cannot act with somebody's session, and a proxy in front is no reason to switch that off."""

from typing import Any

import pytest

from harness.live import Client, LiveServer

CHANGE = "/api/current-user/hotkeys/"


@pytest.fixture
def browser(server: LiveServer) -> Client:
    return server.by_session(server.organization())


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(server: LiveServer) -> None:
    account = server.organization()
    client = server.anonymous()
    client.get("/user/login/")
    form = {"email": account.email, "password": account.password, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
    cookie = client.post("/user/login/", data=form).headers["set-cookie"].lower()
    assert cookie.startswith("sessionid=")
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_cookies_stay_on_https_when_told_so(start_live: Any) -> None:
    server = start_live(session_cookie_secure=True, session_cookie_samesite="Strict")
    account = server.organization()
    client = server.anonymous()
    page = client.get("/user/login/")
    assert "secure" in page.headers["set-cookie"].lower()
    token = page.headers["set-cookie"].split("=")[1].split(";")[0]
    form = {"email": account.email, "password": account.password, "csrfmiddlewaretoken": token}
    cookie = (
        client.post("/user/login/", data=form, headers={"Cookie": f"csrftoken={token}"}).headers["set-cookie"].lower()
    )
    assert "secure" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://localhost.evil.example", "http://127.0.0.1.evil.example", "http://127.0.0.1:1", "file://",
     "http://evil.example:{port}", "https://127.0.0.1@evil.example", "http://127.0.0.1:{port}.evil.example"],
)  # fmt: skip
def test_a_foreign_origin_is_refused_even_with_the_right_token(
    server: LiveServer, browser: Client, origin: str
) -> None:
    headers = {"Origin": origin.format(port=server.settings.port)}
    assert browser.patch(CHANGE, json={"custom_hotkeys": {}}, headers=headers).status_code == 403
    assert browser.patch(CHANGE, json={"custom_hotkeys": {}}, headers={"Origin": server.url}).status_code == 200


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_no_simple_form_of_another_page_gets_through(browser: Client, kind: str) -> None:
    """What a form of any site can send without asking first: no header of ours is among it."""
    del browser.headers["X-CSRFToken"]
    body = b'{"title": "forged project"}'
    answer = browser.post("/api/projects/", content=body, headers={"Content-Type": kind} if kind else {})
    assert answer.status_code == 403
    assert browser.call("GET", "/api/projects/")["count"] == 0


def test_a_token_in_the_query_or_the_body_does_not_stand_in_for_the_header(browser: Client) -> None:
    token = browser.cookies["csrftoken"]
    del browser.headers["X-CSRFToken"]
    for path in ("/api/projects/?csrfmiddlewaretoken=" + token, "/api/projects/?X-CSRFToken=" + token):
        assert browser.post(path, data={"title": "forged", "csrfmiddlewaretoken": token}).status_code == 403


def test_the_method_cannot_be_dressed_up_as_a_harmless_one(browser: Client) -> None:
    project = browser.call("POST", "/api/projects/", json={"title": "Mine"})["id"]
    for headers in ({"X-HTTP-Method-Override": "DELETE"}, {"X-Method-Override": "DELETE"}, {"X-HTTP-Method": "DELETE"}):
        assert (
            browser.get(f"/api/projects/{project}/", params={"_method": "DELETE"}, headers=headers).status_code == 200
        )
    assert browser.get(f"/api/projects/{project}/").status_code == 200


def test_nobody_logs_in_or_out_by_another_page(server: LiveServer, browser: Client) -> None:
    account = server.organization()
    client = server.anonymous()
    client.get("/user/login/")
    form = {"email": account.email, "password": account.password, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
    assert client.post("/user/login/", data=form, headers={"Origin": "https://evil.example"}).status_code == 403
    assert server.anonymous().post("/user/login/", data=form).status_code == 403, "a token without its cookie"
    session = {"Cookie": f"sessionid={browser.cookies['sessionid']}"}
    browser.get("/logout", headers={"Sec-Fetch-Site": "cross-site"})
    assert server.anonymous().get("/api/current-user/whoami", headers=session).status_code == 200


def test_behind_a_proxy_that_rewrites_the_host_the_public_address_is_enough(
    server: LiveServer, browser: Client
) -> None:
    behind = {"Host": "inner-name:9999"}
    trusted = browser.patch(CHANGE, json={"custom_hotkeys": {}}, headers={**behind, "Origin": server.url})
    assert trusted.status_code == 200, "`--host` alone tells which origin is ours"
    foreign = browser.patch(CHANGE, json={"custom_hotkeys": {}}, headers={**behind, "Origin": "https://evil.example"})
    assert foreign.status_code == 403


def test_a_forged_host_is_not_repeated_in_links(server: LiveServer, browser: Client) -> None:
    for _ in range(2):
        browser.call("POST", "/api/projects/", json={"title": "Mine"})
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    for path in ("/api/projects/?page_size=1", "/api/invite", "/", "/projects", "/user/login/"):
        answer = browser.get(path, headers=forged)
        assert "evil.example" not in answer.text
        assert "evil.example" not in answer.headers.get("location", "")
    assert browser.get("/api/projects/?page_size=1", headers=forged).json()["next"].startswith(server.url)
