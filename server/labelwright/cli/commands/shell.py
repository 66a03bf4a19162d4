"""`labelwright shell`: Python with the database open."""

import argparse
import code

from labelwright.settings import Settings

HELP = "Open a Python prompt with `db`, `settings`, and `tx` in read mode."


def run(settings: Settings, args: argparse.Namespace) -> None:  # noqa: ARG001
    from labelwright.cli.opened import opened

    with opened(settings) as db, db.read() as tx:
        code.interact(
            "db, settings and tx (a read transaction) are at hand.", local={"db": db, "settings": settings, "tx": tx}
        )
