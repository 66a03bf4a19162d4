"""`labelwright version`."""

import argparse
import json

from labelwright.settings import Settings
from labelwright.version import COMPATIBLE_WITH, __version__

HELP = "Print the version as JSON."


def run(settings: Settings, args: argparse.Namespace) -> None:  # noqa: ARG001
    print(json.dumps({"labelwright": __version__, "compatible_with": f"label-studio {COMPATIBLE_WITH}"}))
