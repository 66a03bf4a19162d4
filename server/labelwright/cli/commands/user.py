"""`labelwright user`: an account's record, with its access token."""

import argparse
import json

from labelwright.settings import SettingError, Settings

HELP = "Print the account named by --username as JSON, with its access token."


def run(settings: Settings, args: argparse.Namespace) -> None:  # noqa: ARG001
    from labelwright.accounts import queries, service
    from labelwright.cli.opened import opened
    from labelwright.keyring import keyring

    with opened(settings) as db, db.read() as tx:
        user = queries.by_email(tx, settings.username)
        if user is None:
            raise SettingError(f"There is no account {settings.username}.")
        record = {**service.public(user), "token": service.token(tx, keyring(settings), user.id)}
    print(json.dumps(record, default=str, indent=2))
