"""The container image's entry script, run without a container, and the names its files set."""

import os
import pwd
import re
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import httpx
import pytest
import yaml

from labelwright.cli.main import available
from labelwright.settings import Settings, names

ROOT = Path(__file__).resolve().parents[3]
DEPLOY = ROOT / "deploy"
ENTRYPOINT = DEPLOY / "entrypoint.sh"
SETTING_NAMES = {name for field in fields(Settings) for name in names(field)}


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """A directory for the PATH where `labelwright` prints how it was called."""
    directory = tmp_path / "bin"
    directory.mkdir()
    fake = directory / "labelwright"
    fake.write_text('#!/bin/sh\nfor word in labelwright "$@"; do echo "$word"; done\necho "HOME=$HOME"\n')
    fake.chmod(0o755)
    return directory


def enter(
    commands: Path, *arguments: str, env: Mapping[str, str] | None = None, user: str | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": f"{commands}:/usr/bin:/bin", "HOME": str(commands), **(env or {})}
    return subprocess.run(
        [ENTRYPOINT, *arguments], env=environment, capture_output=True, text=True, check=False, user=user
    )


@pytest.mark.parametrize(
    ("arguments", "called"),
    [
        ([], ["labelwright", "start"]),
        (["--port", "9000"], ["labelwright", "start", "--port", "9000"]),
        (["start", "my project"], ["labelwright", "start", "my project"]),
        (["label-studio", "start", "--port", "9000"], ["labelwright", "start", "--port", "9000"]),
        (["label-studio"], ["labelwright"]),
        (["labelwright", "doctor"], ["labelwright", "doctor"]),
        (["export", "1", "JSON"], ["labelwright", "export", "1", "JSON"]),
    ],
)
def test_every_usual_call_reaches_labelwright(commands: Path, arguments: list[str], called: list[str]) -> None:
    done = enter(commands, *arguments)

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:-1] == called


def test_any_other_program_is_run_as_it_is(commands: Path) -> None:
    assert enter(commands, "echo", "two  spaces").stdout == "two  spaces\n"


def test_the_data_directory_is_made(commands: Path, tmp_path: Path) -> None:
    done = enter(commands, env={"LABEL_STUDIO_BASE_DATA_DIR": str(tmp_path / "new" / "data")})

    assert done.returncode == 0
    assert (tmp_path / "new" / "data").is_dir()


def test_a_data_directory_that_cannot_be_written_is_named_with_the_user(commands: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a directory")

    done = enter(commands, env={"BASE_DATA_DIR": str(blocked / "data")})

    assert done.returncode == 1
    assert done.stdout == ""
    assert f"{blocked / 'data'} cannot be written by user {os.getuid()}" in done.stderr


def test_a_user_without_a_home_gets_one(commands: Path) -> None:
    done = enter(commands, env={"HOME": "/nonexistent"})

    assert done.stdout.splitlines()[-1] == "HOME=/tmp"


def image_environment() -> dict[str, str]:
    text = (DEPLOY / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    declared = " ".join(line[4:] for line in text.splitlines() if line.startswith("ENV "))
    pairs = dict(re.findall(r"(\w+)=(\S+)", declared))
    return {name: value for name, value in pairs.items() if name not in {"PATH", "PYTHONUNBUFFERED"}}


def test_what_the_image_sets_gives_way_to_what_the_container_is_given() -> None:
    for name in image_environment():
        field = next(field for field in fields(Settings) if name in names(field))
        assert not name.startswith(("LABELWRIGHT_", "LABEL_STUDIO_")), f"{name} would win over {names(field)[0]}"


def test_the_compose_file_sets_only_known_settings() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    given = set(compose["services"]["app"]["environment"])

    assert given <= SETTING_NAMES


def test_the_last_stage_runs_as_an_ordinary_user() -> None:
    last_stage = (DEPLOY / "Dockerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    users = re.findall(r"^USER (\d+)$", last_stage, re.MULTILINE)

    assert users
    assert int(users[-1]) != pwd.getpwnam("root").pw_uid


def test_every_command_can_be_given_without_the_program_name(commands: Path) -> None:
    for command in available():
        assert enter(commands, command, "--help").stdout.splitlines()[:2] == ["labelwright", command]


def test_the_server_starts_with_the_image_s_defaults_and_listens_for_other_hosts(tmp_path: Path) -> None:
    environment = {name: value for name, value in image_environment().items() if name != "BASE_DATA_DIR"}
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    (tmp_path / "labelwright").write_text(
        f'#!/bin/sh\nexec {sys.executable} -c "from labelwright.cli.main import run; run()" "$@"\n'
    )
    (tmp_path / "labelwright").chmod(0o755)
    given = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "BASE_DATA_DIR": str(tmp_path / "data")}
    environment |= given | {"LABEL_STUDIO_PORT": str(port), "PYTHONPATH": str(ROOT / "server"), "HOME": str(tmp_path)}

    with subprocess.Popen([ENTRYPOINT], env=environment, stdout=subprocess.PIPE, text=True) as container:
        assert container.stdout
        assert f":{port}" in container.stdout.readline()
        with httpx.Client(transport=httpx.HTTPTransport(retries=10), trust_env=False) as client:
            assert client.get(f"http://127.0.0.1:{port}/health").status_code == 200
        listening = Path("/proc/net/tcp").read_text()
        container.terminate()
    assert f"00000000:{port:04X}" in listening
    assert list((tmp_path / "data").glob("*.sqlite3"))
