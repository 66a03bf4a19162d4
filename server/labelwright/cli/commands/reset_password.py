"""`labelwright reset_password`: a new password for an account, also while the server runs."""

import argparse
import getpass
import sys

from labelwright.settings import SettingError, Settings

HELP = "Set the password of the account named by --username; all its sessions end."


def run(settings: Settings, args: argparse.Namespace) -> None:  # noqa: ARG001
    from labelwright.accounts import passwords, queries, service
    from labelwright.cli.opened import opened

    password = settings.password or _asked()
    if not passwords.SHORTEST <= len(password) <= passwords.LONGEST:
        raise SettingError(f"A password has {passwords.SHORTEST} to {passwords.LONGEST} characters.")
    hashed = passwords.hash_password(password)
    with opened(settings) as db, db.write() as tx:
        user = queries.by_email(tx, settings.username)
        if user is None:
            raise SettingError(f"There is no account {settings.username}.")
        service.set_password(tx, user.id, hashed)
    print(f"The password of {user.email} is changed.")


def _asked() -> str:
    if not sys.stdin.isatty():
        raise SettingError("Give the new password with --password.")
    return getpass.getpass("New password: ")
