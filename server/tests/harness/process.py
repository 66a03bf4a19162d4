"""A real server in its own process, started by the command line that people use."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[3]
_COMMAND = [sys.executable, "-c", "from labelwright.cli.main import run; run()"]
_PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def clean_environment(home: Path, extra: Mapping[str, str]) -> dict[str, str]:
    """What a person's shell would pass on: none of the variables that the test run itself uses."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT / "server"), "PYTHONUNBUFFERED": "1", **extra}


class ServerProcess:
    """`labelwright start` with its data in `directory`. It can be stopped, killed, and started again on the same data.

    `flags` are added to the command line, `env` to a clean environment; `prefix` goes before the command (a network
    namespace, say); `command` replaces the checkout's own `labelwright`.
    """

    def __init__(
        self,
        directory: Path,
        *flags: str,
        env: Mapping[str, str] | None = None,
        prefix: tuple[str, ...] = (),
        command: tuple[str, ...] = tuple(_COMMAND),
        port: int | None = None,
    ) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.directory = directory
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        listen = ("start", "--port", str(self.port), "--data-dir", str(directory / "data"), "--no-browser")
        self.command = [*prefix, *command, *listen, *flags]
        self.env = clean_environment(directory, env or {})
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def data_dir(self) -> Path:
        return self.directory / "data"

    @property
    def log(self) -> str:
        """Everything the server has printed so far."""
        return (self.directory / "log").read_text("utf-8", errors="replace")

    @property
    def pid(self) -> int:
        assert self._process, "the server was not started"
        return self._process.pid

    def launch(self) -> "ServerProcess":
        """Start without waiting for an answer."""
        with (self.directory / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self.command,
                cwd=self.directory,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        return self

    def start(self) -> "ServerProcess":
        """Start and wait until it answers."""
        self.launch()
        self.wait_until_healthy()
        return self

    def wait_until_healthy(self) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not self._answers():
            assert self._process
            if self._process.poll() is not None:
                raise RuntimeError(f"the server ended with {self._process.returncode}:\n{self.log}")
            if time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"the server did not answer in {_PATIENCE:.0f} s:\n{self.log}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/health", timeout=5, trust_env=False).status_code == 200
        except httpx.TransportError:
            return False

    def wait_for_exit(self) -> int:
        """The exit code of a server that is expected to end by itself."""
        assert self._process
        return self._process.wait(_PATIENCE)

    def stop(self) -> int:
        """Ask it to end, as Ctrl+C and service managers do; its exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it without warning, as a power cut would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> int:
        assert self._process
        if self._process.poll() is None:
            os.killpg(self._process.pid, how)
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
        return self._process.wait()

    def close(self) -> None:
        if self._process:
            self.stop()
            self._process = None

    def __enter__(self) -> "ServerProcess":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
