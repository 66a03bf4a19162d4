"""Row 12: guessing takes too long to be worth it, and guesses do not wear the server out."""

import inspect
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from harness.live import Client, LiveServer
from labelwright.accounts import passwords
from labelwright.http.limits import SHARED
from labelwright.kit import ids

LIMIT = 3
AS_JSON = {"Accept": "application/json"}


def guess(client: Client, email: str, password: str) -> int:
    form = {"email": email, "password": password, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
    return client.post("/user/login/", data=form, headers=AS_JSON).status_code


def visitor(server: LiveServer) -> Client:
    client = server.anonymous()
    client.get("/user/login/")
    return client


@pytest.fixture
def limited(start_live: Any) -> LiveServer:
    made: LiveServer = start_live(login_attempts=LIMIT)
    return made


def test_guesses_sent_all_at_once_are_counted_one_by_one(limited: LiveServer) -> None:
    account = limited.organization()
    people = [visitor(limited) for _ in range(16)]
    together = threading.Barrier(len(people))

    def post(client: Client) -> int:
        together.wait()
        return guess(client, account.email, "wrong password")

    with ThreadPoolExecutor(len(people)) as pool:
        statuses = list(pool.map(post, people))
    assert statuses.count(400) == LIMIT
    assert statuses.count(429) == len(people) - LIMIT


def test_the_account_is_protected_whatever_way_its_address_is_written(limited: LiveServer) -> None:
    account = limited.organization()
    client = visitor(limited)
    written = [account.email, account.email.upper(), f" {account.email} ", account.email.title()]
    assert [guess(client, email, "wrong password") for email in written] == [400, 400, 400, 429]


def test_right_passwords_do_not_use_up_the_address(limited: LiveServer) -> None:
    """Many people share one address behind a proxy."""
    for _ in range(LIMIT + 2):
        account = limited.organization()
        assert guess(visitor(limited), account.email, account.password) == 200


def test_a_right_password_of_ones_own_does_not_buy_more_guesses(limited: LiveServer) -> None:
    own, victim = limited.organization(), limited.organization()
    client = visitor(limited)
    seen = []
    for _ in range(LIMIT + 2):
        seen.append(guess(client, victim.email, "wrong password"))
        guess(visitor(limited), own.email, own.password)
    assert seen.count(400) == LIMIT
    assert seen[LIMIT:] == [429, 429]


def test_invitations_are_not_guessed_without_end(limited: LiveServer) -> None:
    limited.organization()
    client = visitor(limited)
    form = {"email": "x@example.org", "password": "x" * 12, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
    seen = [
        client.post(f"/user/signup/?token={number:040x}", data=form, headers=AS_JSON).status_code
        for number in range(LIMIT * SHARED["address"] + 1)
    ]
    assert seen == [403] * (LIMIT * SHARED["address"]) + [429]


def test_the_old_password_is_not_guessed_in_a_stolen_session(limited: LiveServer) -> None:
    client = limited.by_session(limited.organization())
    body = {"old_password": "wrong password", "password": "new password 1"}
    seen = [client.post("/api/current-user/password", json=body).status_code for _ in range(LIMIT + 1)]
    assert seen == [400] * LIMIT + [429]


def test_a_new_password_ends_other_sessions_and_needs_the_old_one(server: LiveServer) -> None:
    account = server.organization()
    here, there = server.by_session(account), server.by_session(account)
    assert here.post("/api/current-user/password", json={"password": "new password 1"}).status_code == 400
    body = {"old_password": account.password, "password": "new password 1"}
    assert here.post("/api/current-user/password", json=body).status_code == 200
    assert here.get("/api/current-user/whoami").status_code == 200
    assert there.get("/api/current-user/whoami").status_code == 401


@pytest.mark.parametrize("password", ["", "short", "x" * 129])
def test_passwords_have_a_length(server: LiveServer, password: str) -> None:
    account = server.organization()
    client = server.by_session(account)
    body = {"old_password": account.password, "password": password}
    assert client.post("/api/current-user/password", json=body).status_code == 400


def test_an_unknown_account_costs_the_same_work_as_a_known_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = passwords._hashes.verify

    def verify(given: str, stored: str) -> bool:
        asked.append(stored)
        return real(given, stored)

    monkeypatch.setattr(passwords._hashes, "verify", verify)
    assert not passwords.matches("guess", None)
    assert not passwords.matches("guess", passwords.hash_password("real password"))
    assert [one[:9] for one in asked] == ["$argon2id"] * 2
    assert asked[0].split("$")[3] == asked[1].split("$")[3], "the same memory, time and threads"


def test_hashing_is_done_for_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once, most, lock = 0, 0, threading.Lock()

    def verify(_: str, __: str) -> bool:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        threading.Event().wait(0.02)
        with lock:
            at_once -= 1
        return False

    monkeypatch.setattr(passwords._hashes, "verify", verify)
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: passwords.matches("guess", "stored"), range(16)))
    assert 1 <= most <= 4


def test_keys_come_from_the_systems_randomness_and_are_long() -> None:
    assert "secrets." in inspect.getsource(ids.secret)
    assert len({ids.secret(64) for _ in range(1000)}) == 1000
    assert len(ids.secret()) == 40
    assert len(ids.digest("x")) == 64


def test_a_key_is_found_by_its_digest_never_compared_by_prefix(server: LiveServer) -> None:
    """A look-up by SHA-256 tells nothing by its timing about how much of a guess was right."""
    token = server.organization().token
    for wrong in (token[:-1], token + "0", token[:-1] + "%", token.upper(), token[:20] + "_" * 20):
        answer = server.anonymous().get("/api/current-user/whoami", headers={"Authorization": f"Token {wrong}"})
        assert answer.status_code == 401 or wrong == token
