"""Nothing calls out by itself: the whole main job runs where no route leads anywhere, and nothing even tries."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from harness.isolation import attempts_to_leave, audited, without_a_network
from harness.live import PASSWORD, Client
from harness.process import ROOT, ServerProcess

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="yes"/></Choices></View>'
EMAIL, TOKEN = "ada@example.org", "0123456789abcdef0123456789abcdef01234567"
RESULT = [{"from_name": "c", "to_name": "t", "type": "choices", "value": {"choices": ["yes"]}}]


def main_job(url: str) -> None:
    with Client(url) as browser:
        browser.log_in(EMAIL, PASSWORD)
        for page in ("/", "/projects", "/user/account", "/docs", "/api/schema"):
            answer = browser.get(page, follow_redirects=True)
            assert answer.status_code == 200, f"{page}: {answer.status_code}"
            for asset in re.findall(r'(?:src|href)="([^"#]+\.(?:js|css|svg))"', answer.text):
                assert browser.get(asset if "://" in asset else f"/{asset.lstrip('./')}").status_code == 200, asset
    with Client(url, headers={"Authorization": f"Token {TOKEN}"}) as api:
        project = api.project(CONFIG)["id"]
        api.import_tasks(project, [{"text": "one"}, {"text": "https://example.org/not-fetched.png"}])
        task = api.call("GET", f"/api/projects/{project}/next/")["id"]
        api.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT})
        api.call("GET", "/api/version")
        assert len(api.call("GET", f"/api/projects/{project}/export", params={"exportType": "JSON"})) == 1


def test_the_main_job_never_reaches_for_the_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "audit"
    log.touch()

    def work() -> None:
        before = attempts_to_leave()
        flags = ("--username", EMAIL, "--password", PASSWORD, "--user-token", TOKEN)
        environment = audited(log, str(ROOT / "server"))
        with ServerProcess(tmp_path / "server", *flags, env=environment).start() as server:
            main_job(server.url)
        if isolated():
            assert attempts_to_leave() == before

    if not without_a_network(work):
        with capsys.disabled():
            print("\nNo network namespace could be made here: the audit hook watched alone.")  # noqa: T201
    assert log.read_text() == ""


def test_an_attempt_would_be_noticed(tmp_path: Path) -> None:
    log = tmp_path / "audit"
    attempt = "import socket\ntry: socket.create_connection(('192.0.2.1', 9), timeout=1)\nexcept OSError: pass"

    def work() -> None:
        before = attempts_to_leave()
        subprocess.run([sys.executable, "-c", attempt], env=audited(log, ""), check=True)
        if isolated():
            assert attempts_to_leave() > before

    without_a_network(work)
    assert "socket.connect" in log.read_text()


def isolated() -> bool:
    """Whether the calling thread sees no interface but loopback."""
    return [name for _, name in socket.if_nameindex()] == ["lo"]
