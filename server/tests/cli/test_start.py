"""`labelwright start`: one clear sentence for everything that keeps it from starting, and accounts from flags."""

import socket
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from harness.fixtures import StartServer
from harness.process import ROOT, clean_environment

COMMAND = [sys.executable, "-m", "labelwright"]


def labelwright(home: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=clean_environment(home, env),
        cwd=home,
    )


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence on stderr of a command that failed."""
    assert done.returncode not in {0, None}
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = labelwright(tmp_path, "start", "--port", str(port), "--data-dir", str(tmp_path / "data"))
    assert f"Port {port} of 127.0.0.1 cannot be used" in refused(done)


def test_a_data_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = labelwright(tmp_path, "start", "--data-dir", str(tmp_path / "file" / "data"))
    assert "cannot be made" in refused(done)


def test_a_data_directory_that_cannot_be_written(tmp_path: Path) -> None:
    assert "cannot be written" in refused(labelwright(tmp_path, "start", "--data-dir", "/proc"))


def test_a_database_of_label_studio_is_recognised_and_not_written(tmp_path: Path) -> None:
    file = tmp_path / "label_studio.sqlite3"
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE django_migrations (id integer)")
    db.close()
    before = file.read_bytes()
    said = refused(labelwright(tmp_path, "start", "--data-dir", str(tmp_path)))
    assert "made by Label Studio" in said
    assert file.read_bytes() == before
    assert not Path(f"{file}-wal").exists()


def test_a_database_of_a_newer_version(tmp_path: Path) -> None:
    assert labelwright(tmp_path, "migrate", "--data-dir", str(tmp_path)).returncode == 0
    with sqlite3.connect(tmp_path / "label_studio.sqlite3") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    assert "newer version" in refused(labelwright(tmp_path, "start", "--data-dir", str(tmp_path)))


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "label_studio.sqlite3").write_text("hello " * 1000)
    assert "is not a database" in refused(labelwright(tmp_path, "start", "--data-dir", str(tmp_path)))


def test_a_postgresql_server_that_is_not_there(tmp_path: Path) -> None:
    address = "postgresql://nobody@127.0.0.1:1/nothing"
    said = refused(labelwright(tmp_path, "start", "--data-dir", str(tmp_path), "--database", address))
    assert "cannot be reached" in said


def test_a_broken_configuration_file(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    done = labelwright(tmp_path, "start", "--data-dir", str(tmp_path), "-c", str(tmp_path / "settings.json"))
    assert "settings.json cannot be read" in refused(done)


@pytest.mark.parametrize("flags", [["--port", "many"], ["--sampling", "best"], ["--no-such-flag"]])
def test_a_bad_flag_is_named(tmp_path: Path, flags: list[str]) -> None:
    done = labelwright(tmp_path, "start", *flags)
    assert done.returncode == 2
    assert flags[0] in done.stderr.splitlines()[-1]


def test_a_second_server_on_the_same_file(tmp_path: Path, start_server: StartServer) -> None:
    first = start_server()
    said = refused(labelwright(tmp_path, "start", "--port", "0", "--data-dir", str(first.data_dir)))
    assert "in use by another Labelwright server" in said
    assert httpx.get(f"{first.url}/health", trust_env=False).json() == {"status": "UP"}


def test_the_first_account_comes_from_flags_and_a_restart_keeps_it(start_server: StartServer) -> None:
    flags = ("--username", "ada@example.org", "--password", "secret123", "--user-token", "token-of-ada")
    server = start_server(*flags)
    client = httpx.Client(base_url=server.url, headers={"Authorization": "Token token-of-ada"}, trust_env=False)
    assert client.get("/api/current-user/whoami").json()["email"] == "ada@example.org"
    mode = stat.S_IMODE((server.data_dir / ".env").stat().st_mode)
    assert mode == 0o600
    server.kill()
    server.start()
    assert client.get("/api/current-user/whoami").json()["email"] == "ada@example.org"
    client.close()


def test_flags_may_stand_before_the_command_and_the_database_has_a_short_name(tmp_path: Path) -> None:
    file = tmp_path / "mine.sqlite3"
    assert labelwright(tmp_path, "-db", str(file), "--data-dir", str(tmp_path), "migrate").returncode == 0
    assert file.exists()


def test_help_shows_every_flag_with_its_variable(tmp_path: Path) -> None:
    said = labelwright(tmp_path, "--help").stdout
    for flag in (
        "--data-dir",
        "-db",
        "--port",
        "--host",
        "--internal-host",
        "--username",
        "--user-token",
        "-l",
        "LABELWRIGHT_PORT",
    ):
        assert flag in said
    assert labelwright(tmp_path, "--version").stdout.startswith("{")


def test_a_known_secret_key_is_refused(tmp_path: Path) -> None:
    done = labelwright(tmp_path, "start", "--data-dir", str(tmp_path), SECRET_KEY="changeme")
    assert "SECRET_KEY" in refused(done)


def test_the_shipped_sources_hold_no_default_password() -> None:
    for file in (ROOT / "deploy").rglob("*"):
        if file.is_file():
            assert "admin/password" not in file.read_text("utf-8", errors="ignore")
