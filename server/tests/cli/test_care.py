"""Commands that look after an installation: users, backup and restore, doctor."""

import json
import sqlite3
import tarfile
from pathlib import Path

import httpx

from cli.test_start import labelwright, refused
from harness.fixtures import StartServer

FLAGS = ("--username", "ada@example.org", "--password", "secret123", "--user-token", "token-of-ada")


def test_a_backup_made_while_the_server_runs_brings_everything_back(tmp_path: Path, start_server: StartServer) -> None:
    server = start_server(*FLAGS)
    (server.data_dir / "media" / "upload").mkdir(parents=True)
    (server.data_dir / "media" / "upload" / "a.txt").write_text("kept")
    client = httpx.Client(base_url=server.url, headers={"Authorization": "Token token-of-ada"}, trust_env=False)
    client.post("/api/users/", json={"email": "bob@example.org"}).raise_for_status()
    archive = tmp_path / "backup.tar"
    done = labelwright(tmp_path, "backup", str(archive), "--data-dir", str(server.data_dir))
    assert done.returncode == 0, done.stderr
    assert archive.stat().st_mode & 0o077 == 0
    client.post("/api/users/", json={"email": "late@example.org"}).raise_for_status()

    place = tmp_path / "restored" / "data"
    assert labelwright(tmp_path, "restore", str(archive), "--data-dir", str(place)).returncode == 0
    restored = start_server(directory=place.parent)
    other = httpx.Client(base_url=restored.url, headers={"Authorization": "Token token-of-ada"}, trust_env=False)
    assert {user["email"] for user in other.get("/api/users").json()} == {"ada@example.org", "bob@example.org"}
    assert (place / "media" / "upload" / "a.txt").read_text() == "kept"
    other.close()
    client.close()


def test_a_restore_replaces_nothing_unasked_and_nothing_under_a_running_server(
    tmp_path: Path, start_server: StartServer
) -> None:
    server = start_server(*FLAGS)
    archive = tmp_path / "backup.tar"
    data = ("--data-dir", str(server.data_dir))
    assert labelwright(tmp_path, "backup", str(archive), *data).returncode == 0
    assert "in use by another" in refused(labelwright(tmp_path, "restore", str(archive), "--force", *data))
    server.kill()
    assert "exists already" in refused(labelwright(tmp_path, "restore", str(archive), *data))
    assert labelwright(tmp_path, "restore", str(archive), "--force", *data).returncode == 0


def test_an_archive_cannot_write_outside(tmp_path: Path) -> None:
    archive = tmp_path / "bad.tar"
    evil = tmp_path / "evil"
    evil.write_text("x")
    with tarfile.open(archive, "w") as out:
        out.add(evil, "../../escaped")
    refused(labelwright(tmp_path, "restore", str(archive), "--data-dir", str(tmp_path / "a" / "b")))
    assert not (tmp_path / "escaped").exists()


def test_a_password_is_reset_beside_a_running_server(tmp_path: Path, start_server: StartServer) -> None:
    server = start_server(*FLAGS)
    data = ("--data-dir", str(server.data_dir))
    done = labelwright(
        tmp_path, "reset_password", "--username", "ada@example.org", "--password", "another secret", *data
    )
    assert done.returncode == 0, done.stderr
    assert "8 to 128" in refused(
        labelwright(tmp_path, "reset_password", "--username", "ada@example.org", "--password", "x", *data)
    )
    assert "no account" in refused(
        labelwright(tmp_path, "reset_password", "--username", "no@example.org", "--password", "another secret", *data)
    )
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        client.get("/user/login/")
        form = {
            "email": "ada@example.org",
            "password": "another secret",
            "csrfmiddlewaretoken": client.cookies["csrftoken"],
        }
        assert client.post("/user/login/", data=form).status_code == 302


def test_a_user_is_printed_with_the_token(tmp_path: Path) -> None:
    data = ("--data-dir", str(tmp_path))
    assert labelwright(tmp_path, "init", *FLAGS, *data).returncode == 0
    record = json.loads(labelwright(tmp_path, "user", "--username", "ada@example.org", *data).stdout)
    assert (record["email"], record["token"]) == ("ada@example.org", "token-of-ada")


def test_a_first_project_comes_from_flags_once(tmp_path: Path) -> None:
    config = tmp_path / "config.xml"
    config.write_text('<View><Text name="t" value="$text"/></View>')
    flags = (*FLAGS, "--data-dir", str(tmp_path), "-l", str(config), "--initial-project-description", "About cats")
    for _ in range(2):
        done = labelwright(tmp_path, "init", "Cats", *flags)
        assert done.returncode == 0, done.stderr
    assert "1 projects" in labelwright(tmp_path, "doctor", "--data-dir", str(tmp_path)).stdout
    config.write_text("<View>")
    assert "label_config" in refused(labelwright(tmp_path, "init", "Dogs", *flags))


def test_the_doctor_finds_a_missing_database_and_a_healthy_one(tmp_path: Path) -> None:
    data = ("--data-dir", str(tmp_path))
    missing = labelwright(tmp_path, "doctor", *data)
    assert missing.returncode == 1
    assert "There is no database" in missing.stdout
    labelwright(tmp_path, "init", *FLAGS, *data)
    healthy = labelwright(tmp_path, "doctor", *data)
    assert "SQLite integrity: ok" in healthy.stdout
    assert "1 users" in healthy.stdout


def test_the_doctor_counts_figures_anew_that_are_wrong(tmp_path: Path) -> None:
    data = ("--data-dir", str(tmp_path))
    labelwright(tmp_path, "init", "Cats", *FLAGS, *data)
    [file] = tmp_path.glob("*.sqlite3")
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO counted_blocks VALUES (1, 0, 7, 0, 0, 0, 0, 0, 0, 0)")
    connection.close()
    found = labelwright(tmp_path, "doctor", *data)
    assert "WRONG figures of these projects were not what is counted, and were counted anew: 1" in found.stdout
    healthy = labelwright(tmp_path, "doctor", *data)
    assert "ok    figures of projects are what is counted" in healthy.stdout


def test_an_export_is_written_whole_beside_a_running_server(tmp_path: Path, start_server: StartServer) -> None:
    server = start_server(*FLAGS)
    client = httpx.Client(base_url=server.url, headers={"Authorization": "Token token-of-ada"}, trust_env=False)
    config = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
    project = client.post("/api/projects/", json={"title": "Texts", "label_config": config}).json()["id"]
    client.post(f"/api/projects/{project}/import", json=[{"text": "one"}, {"text": "two"}]).raise_for_status()
    client.close()
    data = ("--data-dir", str(server.data_dir))
    done = labelwright(tmp_path, "export", str(project), "JSON", "--download-all-tasks", *data)
    assert done.returncode == 0, done.stderr
    written = Path(tmp_path, done.stdout.strip())
    assert [task["data"]["text"] for task in json.loads(written.read_text())] == ["one", "two"]
    assert "not a valid choice" in refused(labelwright(tmp_path, "export", str(project), "NOPE", *data))
    assert "No Project" in refused(labelwright(tmp_path, "export", "999", "JSON", *data))
    assert list(tmp_path.glob("tmp*")) == []
