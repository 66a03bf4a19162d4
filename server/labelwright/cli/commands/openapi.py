"""`labelwright openapi`: the API's description, as committed and served at `/api/schema`."""

import argparse
import json
import tempfile
from pathlib import Path

from labelwright.settings import Settings

HELP = "Print the OpenAPI document."


def run(settings: Settings, args: argparse.Namespace) -> None:  # noqa: ARG001
    print(document())


def document() -> str:
    """The document of this version of the code, whatever the installation's settings."""
    from labelwright.app import build_litestar
    from labelwright.db import Database
    from labelwright.openapi import polished

    with tempfile.TemporaryDirectory() as directory:
        settings = Settings(data_dir=Path(directory))
        app = build_litestar(settings, Database(settings.database_url), schema=True)
        return json.dumps(polished(app), indent=1, sort_keys=True, default=str, ensure_ascii=False)
