"""Label Studio beside us, started as people start it. Of it is known what its REST and a browser show, nothing else."""

from pathlib import Path

from bench.server import ACCOUNT
from harness.process import ServerProcess

_QUIET = {
    "COLLECT_ANALYTICS": "false",
    "LATEST_VERSION_CHECK": "false",
    "SENTRY_RATE": "0",
    "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
    "PYTHONPATH": "",
}


def label_studio(program: Path, directory: Path) -> ServerProcess:
    """Not started yet; its data and the benchmark's account are in `directory`."""
    return ServerProcess(directory, *ACCOUNT, command=(str(program),), env=_QUIET)
