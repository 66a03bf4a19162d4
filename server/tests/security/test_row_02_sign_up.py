"""Row 2: the first account is the operator's; everybody else needs an invitation."""

import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from harness.live import PASSWORD, Client, LiveServer


@pytest.fixture
def empty(start_live: Callable[..., LiveServer]) -> LiveServer:
    return start_live()


def form_of(client: Client, email: str) -> dict[str, str]:
    client.get("/user/login/")
    return {"email": email, "password": PASSWORD, "csrfmiddlewaretoken": client.cookies["csrftoken"]}


def sign_up(server: LiveServer, email: str, query: str = "") -> httpx.Response:
    client = server.anonymous()
    return client.post(f"/user/signup/{query}", data=form_of(client, email))


def count(server: LiveServer, what: str) -> int:
    with server.db.read() as tx:
        return int(tx.exec_driver_sql(f"SELECT count(*) FROM {what}").scalar_one())


def test_the_sign_up_is_closed_after_the_first_account(empty: LiveServer) -> None:
    assert sign_up(empty, "first@example.org").status_code == 302
    assert sign_up(empty, "second@example.org").status_code == 403
    for wrong in ("?token=", "?token=null", "?token=%25", "?token=' OR ''='", "?token[]=x", f"?token={'a' * 40}"):
        assert sign_up(empty, "second@example.org", wrong).status_code == 403, wrong
    assert count(empty, "users") == 1


def test_two_first_sign_ups_at_once_make_one_owner(empty: LiveServer) -> None:
    people = 6
    clients = [empty.anonymous() for _ in range(people)]
    forms = [form_of(client, f"person-{index}@example.org") for index, client in enumerate(clients)]
    together = threading.Barrier(people)
    statuses: list[int] = []

    def post(client: Client, form: dict[str, str]) -> None:
        together.wait()
        statuses.append(client.post("/user/signup/", data=form).status_code)

    threads = [threading.Thread(target=post, args=pair) for pair in zip(clients, forms, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [302] + [403] * (people - 1)
    assert count(empty, "organizations") == 1
    assert count(empty, "users") == 1


def test_founders_queue_inside_the_database_and_not_only_in_this_process(empty: LiveServer) -> None:
    """The race itself, without luck: one sign-up is open and undecided when the other begins."""
    from labelwright.accounts import passwords
    from labelwright.errors import Forbidden
    from labelwright.organizations import service

    hashed = passwords.hash_password(PASSWORD)
    outcome: list[Any] = []

    def second() -> None:
        try:
            with empty.db.write() as tx:
                outcome.append(service.sign_up(tx, empty.settings, empty.keys, "b@example.org", hashed, None))
        except Forbidden:
            outcome.append("refused")

    with empty.db.write() as tx:
        service.sign_up(tx, empty.settings, empty.keys, "a@example.org", hashed, None)
        other = threading.Thread(target=second)
        other.start()
        other.join(0.5)
        assert outcome == [], "the second one did not wait"
    other.join()
    assert outcome == ["refused"]


def test_an_invited_person_is_no_owner_and_the_old_link_dies_with_the_new(empty: LiveServer) -> None:
    owner = empty.by_token(empty.organization())
    old = owner.call("GET", "/api/invite")["token"]
    assert sign_up(empty, "invited@example.org", f"?token={old}").status_code == 302
    roles = {
        m["user"]["email"]: m["role"]
        for m in owner.call("GET", f"/api/organizations/{_home(owner)}/memberships")["results"]
    }
    assert roles["invited@example.org"] == "annotator"
    owner.call("POST", "/api/invite/reset-token")
    assert sign_up(empty, "late@example.org", f"?token={old}").status_code == 403


def test_a_sign_up_cannot_choose_its_role_or_organization(empty: LiveServer) -> None:
    owner = empty.by_token(empty.organization())
    other = empty.organization("Another organization")
    token = owner.call("GET", "/api/invite")["token"]
    client = empty.anonymous()
    form = {
        **form_of(client, "greedy@example.org"), "role": "owner", "is_superuser": "true", "organization": str(other.organization),
        "active_organization": str(other.organization), "id": "1",
    }  # fmt: skip
    assert client.post(f"/user/signup/?token={token}", data=form).status_code == 302
    me = client.call("GET", "/api/current-user/whoami")
    assert me["active_organization"] == _home(owner)
    with empty.db.read() as tx:
        row = tx.exec_driver_sql(
            "SELECT role, is_superuser FROM users JOIN memberships ON user_id = users.id WHERE email = 'greedy@example.org'"
        ).one()
    assert (row.role, bool(row.is_superuser)) == ("annotator", False)


def test_sign_up_from_a_foreign_page_is_refused(empty: LiveServer) -> None:
    client = empty.anonymous()
    form = form_of(client, "first@example.org")
    assert client.post("/user/signup/", data=form, headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post("/user/signup/", data=form, headers={"Origin": "null"}).status_code == 403
    without = {name: value for name, value in form.items() if name != "csrfmiddlewaretoken"}
    assert client.post("/user/signup/", data=without).status_code == 403
    assert count(empty, "users") == 0


def _home(owner: Client) -> int:
    assert owner.account
    return owner.account.organization
