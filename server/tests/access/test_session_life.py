"""How long a session lives: while it is used, and no longer than it may."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from harness.live import Client, LiveServer
from labelwright.accounts.tables import sessions
from labelwright.kit.clock import now

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
IDLE, LIFE = 5 * DAY, 14 * DAY


@pytest.fixture
def browser(server: LiveServer) -> Client:
    return server.by_session(server.organization())


def last_used(server: LiveServer, browser: Client, **ago: Any) -> None:
    """Set the session's times into the past."""
    assert browser.account
    at = now()
    values = {name: at - delta for name, delta in ago.items()}
    with server.db.write() as tx:
        tx.execute(update(sessions).where(sessions.c.user_id == browser.account.id).values(**values))


def unused_for(server: LiveServer, browser: Client) -> timedelta:
    assert browser.account
    with server.db.read() as tx:
        found = sessions.select().where(sessions.c.user_id == browser.account.id)
        return now() - tx.execute(found).one().last_activity  # type: ignore[no-any-return]


def alive(browser: Client) -> bool:
    return browser.get("/api/current-user/whoami").status_code == 200


def write(browser: Client) -> None:
    browser.call("PATCH", "/api/current-user/hotkeys/", json={"custom_hotkeys": {}})


def test_work_keeps_a_session_alive(server: LiveServer, browser: Client) -> None:
    last_used(server, browser, last_activity=IDLE - timedelta(minutes=1))
    write(browser)
    assert unused_for(server, browser) < timedelta(minutes=1)


def test_an_idle_session_ends(server: LiveServer, browser: Client) -> None:
    last_used(server, browser, last_activity=IDLE + timedelta(minutes=1))
    assert not alive(browser)


def test_a_session_ends_in_the_end_however_much_it_is_used(server: LiveServer, browser: Client) -> None:
    last_used(server, browser, expires_at=timedelta(seconds=1))
    assert not alive(browser)


def test_reading_does_not_write(server: LiveServer, browser: Client) -> None:
    last_used(server, browser, last_activity=DAY)
    assert alive(browser)
    assert unused_for(server, browser) >= DAY


def test_an_organization_can_end_idle_sessions_sooner(server: LiveServer, browser: Client) -> None:
    before = browser.call("GET", "/api/session-policy/")
    assert (before["max_session_age"], before["max_time_between_activity"]) == (LIFE // MINUTE, IDLE // MINUTE)
    changed = browser.call("PATCH", "/api/session-policy/", json={"max_time_between_activity": 30})
    assert (changed["max_session_age"], changed["max_time_between_activity"]) == (LIFE // MINUTE, 30)
    last_used(server, browser, last_activity=29 * MINUTE)
    assert alive(browser)
    last_used(server, browser, last_activity=31 * MINUTE)
    assert not alive(browser)


def test_an_organization_can_end_old_sessions_sooner(server: LiveServer, browser: Client) -> None:
    browser.call("PATCH", "/api/session-policy/", json={"max_session_age": 60})
    last_used(server, browser, created_at=59 * MINUTE)
    assert alive(browser)
    last_used(server, browser, created_at=61 * MINUTE)
    assert not alive(browser)


@pytest.mark.parametrize("minutes", [0, -5, "soon", 10**9])
def test_a_policy_must_make_sense(browser: Client, minutes: Any) -> None:
    answer = browser.patch("/api/session-policy/", json={"max_time_between_activity": minutes})
    assert answer.status_code == 400
    assert "max_time_between_activity" in answer.json()["validation_errors"]
    assert alive(browser)
