"""Row 10: keys, passwords and sessions stand neither in the database, nor in the log, nor in answers to others."""

import re
import sqlite3
from pathlib import Path

import httpx
import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from harness.fixtures import StartServer
from harness.live import LiveServer
from labelwright.accounts.tables import users
from labelwright.kit.clock import now
from labelwright.projects.tables import projects

EMAIL, PASSWORD, TOKEN = "first@example.org", "a password like no other 71c", "token-0123456789abcdef0123456789abcdef"


def everything_stored(directory: Path) -> bytes:
    """The database with its log, and all other files but the key's own."""
    return b"".join(file.read_bytes() for file in directory.rglob("*") if file.is_file() and file.name != ".env")


def test_neither_log_nor_database_holds_a_secret(start_server: StartServer) -> None:
    server = start_server(
        "--log-level", "DEBUG", "--debug", "--username", EMAIL, "--password", PASSWORD, "--user-token", TOKEN, env={"SECRET_KEY": ""}
    )  # fmt: skip
    secrets: dict[str, str] = {"password": PASSWORD, "token": TOKEN}
    with httpx.Client(base_url=server.url, trust_env=False, timeout=30) as browser:
        browser.get("/user/login/", params={"next": "/projects"})
        form = {"email": EMAIL, "csrfmiddlewaretoken": browser.cookies["csrftoken"]}
        secrets["wrong password"] = "a wrong guess 4e2"
        browser.post("/user/login/", data={**form, "password": secrets["wrong password"]})
        assert browser.post("/user/login/", data={**form, "password": PASSWORD}).status_code == 302
        secrets["session"] = browser.cookies["sessionid"]
        browser.headers["X-CSRFToken"] = browser.cookies["csrftoken"]
        secrets["refresh token"] = browser.post("/api/token/").json()["token"]
        key = httpx.Client(base_url=server.url, trust_env=False, timeout=30)
        access = key.post("/api/token/refresh/", json={"refresh": secrets["refresh token"]}).json()["access"]
        secrets["access token"] = access
        for headers in (
            {"Authorization": f"Bearer {access}"},
            {"Authorization": f"Token {TOKEN}"},
            {"X-Api-Key": TOKEN},
        ):
            assert key.get("/api/current-user/whoami", headers=headers).status_code == 200
        secrets["invalid token"] = "0badc0de" * 5
        key.get("/api/current-user/whoami", headers={"Authorization": f"Token {secrets['invalid token']}"})
        invitation = browser.get("/api/invite").json()["token"]
        key.get("/user/signup/", params={"token": invitation})
        changed = {"old_password": PASSWORD, "password": "another password 9f3"}
        assert browser.post("/api/current-user/password", json=changed).status_code == 200
        secrets["new password"] = changed["password"]
        key.close()
    log = server.log
    assert "GET /user/signup" in log, "the log level does not show requests"
    server.stop()
    stored = everything_stored(server.data_dir)
    assert EMAIL.encode() in stored, "nothing was stored"
    for name, secret in secrets.items():
        assert secret not in server.log, f"the log holds the {name}"
        assert secret.encode() not in stored, f"the database holds the {name}"
    # The invitation is a link that members read back; it is stored as it is, but not logged.
    assert invitation not in server.log
    key_line = (server.data_dir / ".env").read_text()
    assert key_line.partition("=")[2].strip().encode() not in stored


def test_a_password_is_kept_as_a_slow_salted_hash(server: LiveServer) -> None:
    accounts = [server.organization() for _ in range(2)]
    with server.db.read() as tx:
        ids = ", ".join(str(one.id) for one in accounts)
        rows = tx.exec_driver_sql(f"SELECT password, token_digest FROM users WHERE id IN ({ids})").all()
    for row in rows:
        memory, time = re.findall(r"m=(\d+),t=(\d+)", row.password)[0]
        assert row.password.startswith("$argon2id$")
        assert int(memory) * int(time) >= 19_456 * 2
    assert all(account.token not in str(rows) for account in accounts)


def test_lists_of_tokens_show_nothing_that_works(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    whole = owner.call("POST", "/api/token/")["token"]
    (shown,) = owner.call("GET", "/api/token/")
    assert shown["token"] != whole
    for worthless in (shown["token"], shown["token"] + ".", shown["token"] + ".AAAA"):
        assert owner.post("/api/token/refresh/", json={"refresh": worthless}).status_code == 401


def test_a_reset_key_stops_at_once(server: LiveServer) -> None:
    account = server.organization()
    old = server.by_token(account)
    new = old.call("POST", "/api/current-user/reset-token")["token"]
    assert old.get("/api/current-user/whoami").status_code == 401
    again = server.anonymous(headers={"Authorization": f"Token {new}"})
    assert again.get("/api/current-user/whoami").status_code == 200


def test_a_leaver_is_out_with_every_key(server: LiveServer) -> None:
    owner = server.organization()
    member = server.member(owner)
    by_token, by_session = server.by_token(member), server.by_session(member)
    refresh = by_token.call("POST", "/api/token/")["token"]
    anybody = server.anonymous()
    access = anybody.call("POST", "/api/token/refresh/", json={"refresh": refresh})["access"]
    by_jwt = server.anonymous(headers={"Authorization": f"Bearer {access}"})
    server.by_token(owner).call("DELETE", f"/api/organizations/{owner.organization}/memberships/{member.id}")
    for client in (by_token, by_session, by_jwt):
        assert client.get("/api/current-user/whoami").status_code == 401
        assert client.get("/api/projects/").status_code == 401


def test_errors_of_the_database_name_no_values(server: LiveServer) -> None:
    """What SQLAlchemy writes into its messages goes to the log with every trace."""
    account = server.organization()
    with server.db.read() as tx:
        digest = tx.execute(select(users.c.token_digest).where(users.c.id == account.id)).scalar_one()
    at = now()
    twice = insert(users).values(email="x", username="x", token_digest=digest, date_joined=at, last_activity=at)
    with pytest.raises(IntegrityError) as caught, server.db.write() as tx:
        tx.execute(twice)
    assert digest not in str(caught.value).split("DETAIL:")[0]
    assert "hide_parameters" in str(caught.value)


def test_a_database_file_opened_by_hand_shows_digests_only(start_server: StartServer) -> None:
    server = start_server("--username", EMAIL, "--password", PASSWORD, "--user-token", TOKEN)
    server.stop()
    with sqlite3.connect(server.data_dir / "label_studio.sqlite3") as db:
        digest, encrypted = db.execute("SELECT token_digest, token_encrypted FROM users").fetchone()
    db.close()
    assert re.fullmatch("[0-9a-f]{64}", digest)
    assert encrypted.startswith("gAAAA"), "Fernet"


def test_the_password_of_a_projects_media_is_kept_encrypted_and_never_sent_back(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    secret = "the key to the media 9f2"
    project = owner.project(task_data_login="reader", task_data_password=secret)
    changed = owner.call("PATCH", f"/api/projects/{project['id']}/", json={"task_data_password": secret + "!"})
    shown = owner.call("GET", f"/api/projects/{project['id']}/")
    assert [answer["task_data_password"] for answer in (project, changed, shown)] == [None, None, None]
    assert shown["task_data_login"] == "reader"
    with server.db.read() as tx:
        stored = tx.execute(select(projects.c.task_data_password).where(projects.c.id == project["id"])).scalar_one()
    assert secret not in stored
    assert server.keys.decrypt(stored) == secret + "!"
