"""Sign-up, invitations, members."""

from typing import Any

import pytest

from harness.live import Client, LiveServer

PASSWORD = "a long enough password"


def sign_up(client: Client, email: str, query: str = "", password: str = PASSWORD) -> Any:
    client.get(f"/user/signup/{query}")
    form = {"email": email, "password": password, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
    return client.post(f"/user/signup/{query}", data=form)


@pytest.fixture
def empty(start_live: Any) -> LiveServer:
    made: LiveServer = start_live()
    return made


def test_the_first_account_owns_the_organization_and_the_next_need_a_link(empty: LiveServer) -> None:
    first = empty.anonymous()
    assert sign_up(first, "first@example.org").status_code == 302
    first.headers["X-CSRFToken"] = first.cookies["csrftoken"]
    assert first.call("GET", "/api/current-user/whoami")["email"] == "first@example.org"

    uninvited = empty.anonymous()
    assert uninvited.get("/user/signup/").status_code == 403
    assert sign_up(uninvited, "second@example.org").status_code == 403

    link = first.call("GET", "/api/invite")["invite_url"]
    assert link.startswith("/user/signup/?token=")
    query = link.removeprefix("/user/signup/")
    assert sign_up(empty.anonymous(), "second@example.org", query).status_code == 302
    assert {user["email"] for user in first.call("GET", "/api/users")} == {"first@example.org", "second@example.org"}

    first.call("POST", "/api/invite/reset-token")
    assert sign_up(empty.anonymous(), "third@example.org", query).status_code == 403


def test_opening_an_invitation_signs_nobody_up(empty: LiveServer) -> None:
    owner = empty.by_token(empty.organization())
    link = owner.call("GET", "/api/invite")["invite_url"]
    answer = empty.anonymous().get(link)
    assert answer.status_code == 200
    assert len(owner.call("GET", "/api/users")) == 1


def test_a_wrong_link_is_refused_even_when_sign_up_is_open(start_live: Any) -> None:
    server = start_live(disable_signup_without_link=False)
    server.organization()
    assert sign_up(server.anonymous(), "a@example.org", "?token=wrong").status_code == 403
    assert sign_up(server.anonymous(), "a@example.org").status_code == 302


@pytest.mark.parametrize(
    ("email", "password", "field"),
    [
        ("no address", PASSWORD, "email"),
        ("a@example.org", "short", "password"),
        ("a@example.org", "x" * 129, "password"),
    ],
)
def test_a_bad_sign_up_names_the_field(empty: LiveServer, email: str, password: str, field: str) -> None:
    client = empty.anonymous(headers={"Accept": "application/json"})
    answer = sign_up(client, email, password=password)
    assert answer.status_code == 400
    assert set(answer.json()["validation_errors"]) == {field}


def test_an_address_is_taken_whatever_its_case(empty: LiveServer) -> None:
    owner = empty.by_token(empty.organization())
    owner.call("POST", "/api/users/", json={"email": "Ada@example.org", "username": "ada"})
    answer = owner.post("/api/users/", json={"email": "ada@EXAMPLE.org", "username": "ada"})
    assert answer.json()["validation_errors"] == {"email": ["User with this email already exists."]}


def test_a_removed_member_is_out_at_once_and_can_be_invited_again(server: LiveServer) -> None:
    account = server.organization()
    owner, leaving = server.by_token(account), server.member(account)
    member, browser = server.by_token(leaving), server.by_session(leaving)
    path = f"/api/organizations/{account.organization}/memberships/{leaving.id}/"
    assert member.delete(path).status_code == 405
    assert owner.delete(path).status_code == 204
    assert owner.delete(path).status_code == 404
    assert member.get("/api/users").status_code == 401
    assert browser.get("/api/users").status_code == 401
    assert [user["id"] for user in owner.call("GET", "/api/users")] == [account.id]


def test_only_the_owner_removes_people_and_nobody_removes_the_owner(server: LiveServer) -> None:
    account = server.organization()
    owner, member = server.by_token(account), server.by_token(server.member(account))
    assert member.delete(f"/api/users/{account.id}/").status_code == 403
    assert owner.delete(f"/api/users/{account.id}/").json()["detail"] == "The organization owner cannot be deleted"


def test_members_are_paged_and_all_at_once_on_request(server: LiveServer) -> None:
    account = server.organization()
    for _ in range(3):
        server.member(account)
    owner = server.by_token(account)
    path = f"/api/organizations/{account.organization}/memberships"
    page = owner.call("GET", path, params={"page_size": 3})
    assert (page["count"], len(page["results"])) == (4, 3)
    assert len(owner.call("GET", page["next"])["results"]) == 1
    assert len(owner.call("GET", path, params={"page_size": -1})["results"]) == 4
    assert owner.get(path, params={"page": 9}).json()["detail"] == "Invalid page."


def test_a_changed_password_ends_the_other_sessions(server: LiveServer) -> None:
    account = server.organization()
    here, there = server.by_session(account), server.by_session(account)
    wrong = here.post("/api/current-user/password", json={"old_password": "no", "password": PASSWORD})
    assert set(wrong.json()["validation_errors"]) == {"old_password"}
    here.call("POST", "/api/current-user/password", json={"old_password": account.password, "password": PASSWORD})
    assert here.get("/api/current-user/whoami").status_code == 200
    assert there.get("/api/current-user/whoami").status_code == 401
    server.anonymous().log_in(account.email, PASSWORD)
