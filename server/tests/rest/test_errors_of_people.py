"""Documented errors of tokens, people, organisations, labels and webhooks, and of requests as such."""

import pytest

from harness.live import LiveServer
from rest.refusals import Refusal, each, refused

REQUIRED = ["This field is required."]
FORBIDDEN = "You do not have permission to perform this action."
NOBODY = "Authentication credentials were not provided."


@each(
    ("POST /api/token/?after={refresh}", None, 409, "You already have a valid token. Please revoke it before creating a new one."),
    ("POST /api/token/refresh/", {"refresh": "x"}, 401, "Token is invalid"),
    ("POST /api/token/blacklist/", {"refresh": "x"}, 404, "Token is invalid or already blacklisted."),
    ("POST /api/token/rotate/", {"refresh": "x"}, 400, {"refresh": ["Token is invalid"]}),
    ("POST /api/token/refresh/", {}, 400, {"refresh": REQUIRED}),
    ("GET /api/current-user/product-tour?name=zzz", None, 400, {"name": ['There is no product tour "zzz".']}),
    Refusal(
        "PATCH /api/current-user/hotkeys/",
        {"custom_hotkeys": {"a:b": {"key": "alt+f4"}}},
        400,
        {"error": "Invalid hotkeys configuration", "details": {"a:b": ['"alt+f4" belongs to the browser or the system.']}},
        bare=True,
    ),
    ("PATCH /api/session-policy/", {"max_session_age": 0}, 400, {"max_session_age": ["Ensure this value is greater than or equal to 1."]}),
)  # fmt: skip
def test_an_account_is_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    ("POST /api/users/", {"username": "a"}, 400, {"email": REQUIRED}),
    ("POST /api/users/", {"email": "{mail}"}, 400, {"email": ["User with this email already exists."]}),
    ("PATCH /api/users/{person}/", {"email": "b@example.org"}, 405, "Cannot update read-only field: email"),
    ("PUT /api/users/{person}/", {}, 405, 'Method "PUT" not allowed.'),
    ("DELETE /api/users/{me}/", None, 403, "The organization owner cannot be deleted"),
    ("POST /api/users/{me}/avatar/", {}, 400, {"avatar": ["No picture was sent."]}),
    ("POST /api/organizations/", {"title": "Second"}, 403, FORBIDDEN),
    ("DELETE /api/organizations/{organization}/memberships/{me}/", None, 405, "User cannot soft delete self"),
    ("DELETE /api/organizations/{organization}/memberships/999999/", None, 404, "Member not found"),
    ("GET /api/organizations/{organization}/memberships?page=9", None, 404, "Invalid page."),
)  # fmt: skip
def test_people_are_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    ("POST /api/webhooks/", {"url": "https://example.org"}, 404, "Project not found."),
    ("POST /api/webhooks/", {"project": "{project}"}, 400, {"url": REQUIRED}),
    (
        "POST /api/webhooks/",
        {"project": "{project}", "url": "https://example.org", "actions": ["PROJECT_CREATED"]},
        400,
        {"non_field_errors": ["Project webhook can't contain organization-only action."]},
    ),
    (
        "POST /api/webhooks/",
        {"project": "{project}", "url": "https://example.org", "headers": {"a b": "c"}},
        400,
        {"headers": ["{'a b': 'c'} failed JSON schema check"]},
    ),
    (
        "POST /api/webhooks/",
        {"project": "{project}", "url": "http://127.0.0.1/"},
        403,
        "URL resolves to a reserved network address (block: 127.0.0.0/8)",
    ),
    ("GET /api/webhooks/999999/", None, 404, "No Webhook matches the given query."),
    ("GET /api/labels/999999/", None, 404, "No Label matches the given query."),
    ("GET /api/label_links/999999/", None, 404, "No LabelLink matches the given query."),
    ("POST /api/fsm/entities/task/{task}/transition/", {"transition_name": "go"}, 400, {"transition_name": ['There is no transition "go".']}),
    ("POST /api/fsm/entities/task/{task}/transition/", {}, 400, {"transition_name": REQUIRED}),
)  # fmt: skip
def test_other_things_are_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    ("GET /api/nowhere/", None, 404, "Not found."),
    ("POST /api/nowhere/", {}, 404, "Not found."),
    ("PUT /api/tasks/", {}, 405, 'Method "PUT" not allowed.'),
    ("DELETE /api/projects/", None, 405, 'Method "DELETE" not allowed.'),
)
def test_what_there_is_not_is_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ({}, NOBODY),
        ({"Authorization": "Token unknown"}, "Invalid token."),
        ({"X-API-Key": "unknown"}, "Invalid token."),
        ({"Authorization": "Bearer unknown"}, NOBODY),
    ],
)
def test_nobody_is_refused_in_these_words(server: LiveServer, headers: dict[str, str], said: str) -> None:
    answer = server.anonymous().get("/api/projects/", headers=headers)
    assert (answer.status_code, answer.headers["www-authenticate"], answer.json()["detail"]) == (401, "Token", said)


def test_what_is_no_json_is_refused_in_these_words(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    broken = owner.post("/api/projects/", content=b"{", headers={"content-type": "application/json"})
    assert broken.status_code == 400
    assert broken.json()["detail"].startswith("JSON parse error - ")
    text = owner.post("/api/projects/", content=b"x", headers={"content-type": "text/plain"})
    assert (text.status_code, text.json()["detail"]) == (415, 'Unsupported media type "text/plain" in request.')
