"""`labelwright init [project]`: the first account and project, without serving."""

import argparse

from labelwright.cli import guards
from labelwright.settings import Settings

HELP = "Make the first account and, with a title, a project."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", nargs="?", help="Title of the project.")
    parser.add_argument("-q", "--quiet", action="store_true", help="Print nothing.")


def run(settings: Settings, args: argparse.Namespace) -> None:
    from labelwright.app import open_database
    from labelwright.cli.first import first_account
    from labelwright.cli.project import first_project
    from labelwright.keyring import keyring

    guards.usable_data_dir(settings)
    with guards.offline(settings):
        db = open_database(settings)
        user = first_account(settings, db, keyring(settings))
        if args.project:
            first_project(settings, db, user, args.project, make=True)
        db.close()
    if not args.quiet:
        print(f"Ready in {settings.data_dir}.")
