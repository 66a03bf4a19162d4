"""`labelwright migrate`: bring the database's schema to this version and stop."""

import argparse

from labelwright.cli import guards
from labelwright.settings import Settings

HELP = "Bring the database to this version's schema."


def run(settings: Settings, args: argparse.Namespace) -> None:  # noqa: ARG001
    from labelwright import migrations
    from labelwright.app import open_database

    guards.usable_data_dir(settings)
    with guards.offline(settings):
        db = open_database(settings)
        db.close()
    print(f"The database has schema {migrations.head()}.")
