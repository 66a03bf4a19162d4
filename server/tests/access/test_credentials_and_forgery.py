"""Authentication, CSRF, rate limit and the error envelope, together on the real application."""

from typing import Any

import pytest

from harness.live import LiveServer
from labelwright.http.limits import SHARED

ENVELOPE = {"id", "status_code", "version", "detail", "exc_info"}


def envelope(answer: Any, status: int) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    assert answer.status_code == status, body
    assert set(body) - {"validation_errors"} == ENVELOPE
    assert body["status_code"] == status
    assert body["exc_info"] is None
    return body


def test_a_request_without_credentials_is_told_to_bring_some(server: LiveServer) -> None:
    answer = server.anonymous().get("/api/current-user/whoami")
    assert envelope(answer, 401)["detail"] == "Authentication credentials were not provided."
    assert answer.headers["www-authenticate"] == "Token"


@pytest.mark.parametrize("header", ["Authorization: Token {}", "X-Api-Key: {}"])
def test_a_token_is_accepted_in_every_header_clients_use(server: LiveServer, header: str) -> None:
    account = server.organization()
    name, _, value = header.format(account.token).partition(": ")
    assert server.anonymous().get("/api/current-user/whoami", headers={name: value}).json()["email"] == account.email


def test_an_unknown_token_is_refused(server: LiveServer) -> None:
    answer = server.anonymous().get("/api/current-user/whoami", headers={"Authorization": "Token nonsense"})
    assert envelope(answer, 401)["detail"] == "Invalid token."


def test_a_legacy_token_is_refused_where_the_organization_turned_it_off(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    owner.call("POST", "/api/jwt/settings", json={"api_tokens_enabled": True, "legacy_api_tokens_enabled": False})
    answer = owner.get("/api/current-user/whoami")
    assert "legacy token authentication has been disabled" in envelope(answer, 401)["detail"]


def test_a_refresh_token_buys_an_access_token_and_is_no_bearer_itself(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    refresh = owner.call("POST", "/api/token/")["token"]
    anybody = server.anonymous()
    access = anybody.call("POST", "/api/token/refresh/", json={"refresh": refresh})["access"]
    assert anybody.get("/api/current-user/whoami", headers={"Authorization": f"Bearer {access}"}).status_code == 200
    assert anybody.get("/api/current-user/whoami", headers={"Authorization": f"Bearer {refresh}"}).status_code == 401
    assert anybody.get("/api/current-user/whoami", headers={"Authorization": f"Token {access}"}).status_code == 401
    assert owner.post("/api/token/").status_code == 409
    listed = owner.call("GET", "/api/token/")
    assert [item["token"] for item in listed] == [refresh.rpartition(".")[0]]


def test_a_revoked_or_rotated_refresh_token_is_worth_nothing(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    first = owner.call("POST", "/api/token/")["token"]
    second = owner.call("POST", "/api/token/rotate/", json={"refresh": first})["refresh"]
    assert owner.post("/api/token/rotate/", json={"refresh": first}).status_code == 400
    assert owner.post("/api/token/refresh/", json={"refresh": first}).status_code == 401
    assert owner.post("/api/token/blacklist/", json={"refresh": second.rpartition(".")[0]}).status_code == 204
    assert owner.post("/api/token/blacklist/", json={"refresh": second}).status_code == 404
    assert owner.post("/api/token/refresh/", json={"refresh": second}).status_code == 401


def test_a_forged_signature_revokes_nothing(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    token = owner.call("POST", "/api/token/")["token"]
    forged = token.rpartition(".")[0] + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    assert owner.post("/api/token/blacklist/", json={"refresh": forged}).status_code == 404
    assert owner.post("/api/token/refresh/", json={"refresh": token}).status_code == 200


def test_a_session_writes_only_with_its_csrf_token(server: LiveServer) -> None:
    browser = server.by_session(server.organization())
    change = {"json": {"custom_hotkeys": {}}}
    assert browser.patch("/api/current-user/hotkeys/", **change).status_code == 200
    without = {"X-CSRFToken": ""}
    assert "CSRF" in envelope(browser.patch("/api/current-user/hotkeys/", headers=without, **change), 403)["detail"]
    wrong = {"X-CSRFToken": "0" * 64}
    assert envelope(browser.patch("/api/current-user/hotkeys/", headers=wrong, **change), 403)
    assert browser.get("/api/current-user/hotkeys/", headers=without).status_code == 200


def test_a_session_is_not_usable_from_a_foreign_page(server: LiveServer) -> None:
    browser = server.by_session(server.organization())
    answer = browser.patch(
        "/api/current-user/hotkeys/", json={"custom_hotkeys": {}}, headers={"Origin": "https://evil.example"}
    )
    assert "https://evil.example" in envelope(answer, 403)["detail"]


def test_a_token_needs_no_csrf_token(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    assert owner.patch("/api/current-user/hotkeys/", json={"custom_hotkeys": {}}).status_code == 200


def test_log_in_replaces_the_session_and_log_out_ends_it(server: LiveServer) -> None:
    account = server.organization()
    browser = server.by_session(account)
    first = browser.cookies["sessionid"]
    browser.log_in(account.email, account.password)
    assert browser.cookies["sessionid"] != first
    second = browser.cookies["sessionid"]
    assert browser.get("/logout").status_code == 302
    answer = server.anonymous().get("/api/current-user/whoami", headers={"Cookie": f"sessionid={second}"})
    assert answer.status_code == 401


def test_guessing_a_password_is_slowed_down(start_live: Any) -> None:
    server = start_live(login_attempts=3)
    account = server.organization()
    attacker = server.anonymous()
    attacker.get("/user/login/")
    form = {"email": account.email, "password": "wrong password", "csrfmiddlewaretoken": attacker.cookies["csrftoken"]}
    as_json = {"Accept": "application/json"}
    for _ in range(3):
        body = envelope(attacker.post("/user/login/", data=form, headers=as_json), 400)
        assert body["validation_errors"]["non_field_errors"]
    answer = attacker.post("/user/login/", data={**form, "password": account.password}, headers=as_json)
    assert int(answer.headers["retry-after"]) > 0
    assert envelope(answer, 429)


def test_guessing_a_token_is_slowed_down(start_live: Any) -> None:
    server = start_live(login_attempts=3)
    working = server.by_token(server.organization())
    assert working.get("/api/current-user/whoami").status_code == 200
    attacker = server.anonymous()
    for _ in range(3 * SHARED["token"]):
        assert attacker.get("/api/current-user/whoami", headers={"Authorization": "Token guess"}).status_code == 401
    assert envelope(attacker.get("/api/current-user/whoami", headers={"Authorization": "Token guess"}), 429)
    assert working.get("/api/current-user/whoami").status_code == 200


def test_a_wrong_password_and_an_unknown_account_look_the_same(server: LiveServer) -> None:
    account = server.organization()
    client = server.anonymous(headers={"Accept": "application/json"})
    client.get("/user/login/")
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"]}
    known = client.post("/user/login/", data={"email": account.email, "password": "wrong", **token}).json()
    unknown = client.post("/user/login/", data={"email": "nobody@example.org", "password": "wrong", **token}).json()
    assert known["validation_errors"] == unknown["validation_errors"]


def test_every_bad_field_of_a_body_is_told(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    body = envelope(owner.post("/api/users/", json={"email": 5, "first_name": None}), 400)
    assert body["detail"] == "Validation error"
    assert set(body["validation_errors"]) == {"email", "first_name"}


@pytest.mark.parametrize("content", [b"{", b"[1,", b'{"a": }', b"\xff"])
def test_broken_json_is_the_callers_mistake(server: LiveServer, content: bytes) -> None:
    owner = server.by_token(server.organization())
    answer = owner.post("/api/users/", content=content, headers={"Content-Type": "application/json"})
    assert envelope(answer, 400)["detail"].startswith("JSON parse error - ")


def test_an_unsupported_media_type_is_415(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    answer = owner.post("/api/users/", content=b"x", headers={"Content-Type": "text/plain"})
    assert envelope(answer, 415)["detail"] == 'Unsupported media type "text/plain" in request.'


def test_an_unknown_address_and_a_wrong_method_speak_json(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    assert envelope(owner.get("/api/no/such/thing"), 404)
    assert envelope(owner.put("/api/current-user/whoami"), 405)["detail"] == 'Method "PUT" not allowed.'
    assert server.anonymous().get(server.url + "/api//users").status_code == 404


def test_slashes_at_the_end_do_not_matter(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    for path in ("/api/current-user/whoami", "/api/current-user/whoami/", "/api/users", "/api/users/"):
        assert owner.get(path).status_code == 200


def test_a_form_is_as_good_as_json(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    made = owner.call("POST", "/api/users/", data={"email": "form@example.org", "username": "form"})
    assert made["email"] == "form@example.org"
