"""Server and web app side by side, both reloading on a change; Ctrl+C ends both.

The server starts anew when a Python file or the spec changes. The pages are Vite's, on port 5173.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WATCHED = (ROOT / "server" / "labelwright", ROOT / "spec")
SERVER_PORT = "8080"


def newest_change() -> float:
    return max(path.stat().st_mtime for path in _watched_files())


def _watched_files() -> Iterator[Path]:
    for folder in WATCHED:
        yield from (path for path in folder.rglob("*") if path.suffix in {".py", ".json"} and path.is_file())


def start_server(arguments: list[str]) -> subprocess.Popen[bytes]:
    program = Path(sys.executable).with_name("labelwright")
    return subprocess.Popen([program, "start", "--no-browser", "--port", SERVER_PORT, *arguments])


def main(arguments: list[str]) -> None:
    environment = {**os.environ, "LABELWRIGHT_URL": f"http://localhost:{SERVER_PORT}"}
    vite = subprocess.Popen(
        ["npm", "run", "--silent", "dev", "-w", "@labelwright/app"], cwd=ROOT / "web", env=environment
    )
    server, seen = start_server(arguments), newest_change()
    try:
        while vite.poll() is None:
            time.sleep(0.5)
            if (now := newest_change()) != seen:
                seen = now
                server.terminate()
                server.wait()
                server = start_server(arguments)
    except KeyboardInterrupt:
        print()
    finally:
        for process in (server, vite):
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
