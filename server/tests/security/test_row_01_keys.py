"""Row 1: nobody can forge a session or a token with a key from a tutorial, and there is no account before somebody makes one."""

import base64
import hashlib
import hmac
import json
import sqlite3
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from harness.fixtures import StartServer
from harness.live import Account, LiveServer
from labelwright.keyring import Keyring, keyring
from labelwright.kit.clock import now
from labelwright.settings import SettingError, Settings

WHOAMI = "/api/current-user/whoami"
# Keys that stand in sources and tutorials of labelling tools and web frameworks.
KNOWN = ["$(fefwefwef13;LFK{P!)@#*!)kdsjfWF2l+i5e3t(8a1n", "secret", "changeme", "your-secret-key", ""]


def claims(account: Account, **others: Any) -> dict[str, Any]:
    return {
        "token_type": "access",
        "exp": int((now() + timedelta(minutes=5)).timestamp()),
        "iat": int(now().timestamp()),
        "jti": "0" * 32,
        "user_id": str(account.id),
        **others,
    }


def status(server: LiveServer, bearer: str) -> int:
    return server.anonymous().get(WHOAMI, headers={"Authorization": f"Bearer {bearer}"}).status_code


def part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def unsigned(account: Account, algorithm: str) -> str:
    return f"{part({'alg': algorithm, 'typ': 'JWT'})}.{part(claims(account))}."


def test_the_servers_own_signature_is_what_makes_a_token(server: LiveServer) -> None:
    account = server.organization()
    assert status(server, jwt.encode(claims(account), server.keys.key("jwt"), "HS256")) == 200


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
@pytest.mark.parametrize("key", KNOWN)
def test_a_token_signed_with_a_well_known_key_is_worth_nothing(server: LiveServer, key: str) -> None:
    account = server.organization()
    header, body = part({"alg": "HS256", "typ": "JWT"}), part(claims(account))
    for secret in (key.encode(), hashlib.sha256(key.encode()).digest(), hmac.digest(key.encode(), b"jwt", "sha256")):
        signature = hmac.digest(secret, f"{header}.{body}".encode(), "sha256")
        signed = base64.urlsafe_b64encode(signature).decode().rstrip("=")
        assert status(server, f"{header}.{body}.{signed}") == 401


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE", "HS256", "RS256", ""])
def test_a_token_without_a_signature_is_worth_nothing(server: LiveServer, algorithm: str) -> None:
    token = unsigned(server.organization(), algorithm)
    assert status(server, token) == 401
    assert status(server, token + "AAAA") == 401


@pytest.mark.parametrize("algorithm", ["RS256", "HS384", "HS512", "PS256"])
def test_only_one_algorithm_is_accepted_even_with_the_right_key(server: LiveServer, algorithm: str) -> None:
    account = server.organization()
    key: Any = server.keys.key("jwt") * 2
    if algorithm[0] in "RP":
        private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        key = private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    assert status(server, jwt.encode(claims(account), key, algorithm)) == 401


@pytest.mark.parametrize("header", [{"kid": "../../../../dev/null"}, {"jku": "http://127.0.0.1/k"}, {"jwk": {"k": ""}}])
def test_a_token_cannot_bring_its_own_key(server: LiveServer, header: dict[str, Any]) -> None:
    account = server.organization()
    token = jwt.encode(claims(account), "a key of thirty-two characters!!", "HS256", headers=header)
    assert status(server, token) == 401


def test_a_signed_token_without_an_end_or_past_its_end_is_refused(server: LiveServer) -> None:
    account, key = server.organization(), server.keys.key("jwt")
    endless = {name: value for name, value in claims(account).items() if name != "exp"}
    assert status(server, jwt.encode(endless, key, "HS256")) == 401
    past = claims(account, exp=int(now().timestamp()) - 1)
    assert status(server, jwt.encode(past, key, "HS256")) == 401


def test_a_session_cookie_is_looked_up_not_believed(server: LiveServer) -> None:
    account = server.organization()
    browser = server.by_session(account)
    real = browser.cookies["sessionid"]
    forged = [
        str(account.id),
        hashlib.sha256(real.encode()).hexdigest(),
        f".eJx:{account.id}:{server.keys.sign('session', str(account.id))}",
        real[:-1] + ("0" if real[-1] != "0" else "1"),
        real.upper() + "x",
        "%27 OR 1=1--",
    ]
    assert server.anonymous().get(WHOAMI, headers={"Cookie": f"sessionid={real}"}).status_code == 200
    for cookie in forged:
        answer = server.anonymous().get(WHOAMI, headers={"Cookie": f"sessionid={cookie}"})
        assert answer.status_code == 401, cookie


@pytest.mark.parametrize("key", [*KNOWN[:4], KNOWN[0].lower(), "django-insecure-0123456789abcdefghij", "short"])
def test_a_known_or_short_key_is_refused_at_the_start(key: str) -> None:
    with pytest.raises(SettingError, match="SECRET_KEY"):
        Keyring(key)


def test_every_data_directory_has_a_key_of_its_own_that_only_its_owner_reads(tmp_path: Path) -> None:
    made = [keyring(Settings(data_dir=tmp_path / name)) for name in ("one", "two")]
    assert made[0].key("jwt") != made[1].key("jwt")
    assert keyring(Settings(data_dir=tmp_path / "one")).key("jwt") == made[0].key("jwt")
    assert stat.S_IMODE((tmp_path / "one" / ".env").stat().st_mode) == 0o600


def test_a_key_joins_a_file_that_everybody_could_read_only_after_it_is_closed_to_them(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=8080\n")
    file.chmod(0o644)
    keyring(Settings(data_dir=tmp_path))
    assert "SECRET_KEY=" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_keys_of_two_purposes_are_not_the_same(tmp_path: Path) -> None:
    keys = keyring(Settings(data_dir=tmp_path))
    assert keys.key("jwt") != keys.key("encrypt")
    assert not keys.signed("media", "text", keys.sign("link", "text"))


GUESSES = [
    ("admin", "password"),
    ("default_user@localhost", ""),
    ("default_user@localhost", "password"),
    ("root", "root"),
]


def test_an_empty_database_lets_nobody_in(start_live: Callable[..., LiveServer]) -> None:
    server = start_live(login_attempts=1000)
    client = server.anonymous(headers={"Accept": "application/json"})
    client.get("/user/login/")
    form = {"csrfmiddlewaretoken": client.cookies["csrftoken"]}
    for email, password in GUESSES:
        answer = client.post("/user/login/", data={**form, "email": email, "password": password})
        assert answer.status_code == 400
        assert "sessionid" not in answer.cookies
    for token in ("null", "None", "undefined", "0" * 40):
        assert client.get(WHOAMI, headers={"Authorization": f"Token {token}"}).status_code == 401


def test_an_account_without_a_password_cannot_be_entered_with_an_empty_one(server: LiveServer) -> None:
    owner = server.by_token(server.organization())
    email = "no-password@example.org"
    owner.call("POST", "/api/users/", json={"email": email})
    client = server.anonymous(headers={"Accept": "application/json"})
    client.get("/user/login/")
    form = {"email": email, "password": "", "csrfmiddlewaretoken": client.cookies["csrftoken"]}
    assert client.post("/user/login/", data=form).status_code == 400


def test_a_plain_start_makes_no_account_and_listens_on_this_machine_only(start_server: StartServer) -> None:
    server = start_server()
    with sqlite3.connect(server.data_dir / "label_studio.sqlite3") as db:
        assert db.execute("SELECT count(*) FROM users").fetchone() == (0,)
    db.close()
    port = f":{server.port:04X}"
    listening = [
        line.split()[1]
        for family in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{family}").read_text().splitlines()[1:]
        if line.split()[1].endswith(port) and line.split()[3] == "0A"
    ]
    assert listening == [f"0100007F{port}"]
