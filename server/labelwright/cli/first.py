"""The first account and project, made from flags."""

from labelwright.access import Role
from labelwright.accounts import passwords
from labelwright.accounts import queries as account_queries
from labelwright.accounts import service as accounts
from labelwright.db import Database
from labelwright.keyring import Keyring
from labelwright.kit.ids import secret
from labelwright.organizations import queries as organization_queries
from labelwright.organizations import service as organizations
from labelwright.settings import SettingError, Settings

SHORTEST_TOKEN = 6


def first_account(settings: Settings, db: Database, keys: Keyring) -> int | None:
    """The id of the account named by the settings, made when it is new; None when they name none.

    An existing account is left as it is: a restart with the same flags changes nothing (`reset_password` does).
    """
    if not settings.password and not settings.user_token:
        with db.read() as tx:
            known = account_queries.by_email(tx, settings.username)
        return known.id if known else None
    if settings.user_token and len(settings.user_token) < SHORTEST_TOKEN:
        raise SettingError(f"--user-token is too short: give at least {SHORTEST_TOKEN} characters.")
    if "@" not in settings.username:
        raise SettingError(f'--username is "{settings.username}", it must be an e-mail address.')
    with db.read() as tx:
        known = account_queries.by_email(tx, settings.username)
    if known:
        return int(known.id)
    hashed = passwords.hash_password(settings.password) if settings.password else ""
    with db.write() as tx:
        user = accounts.create(
            tx, keys, settings.username, password_hash=hashed, token=settings.user_token or secret(), is_superuser=True
        )
        organization = organization_queries.first(tx)
        if organization is None:
            legacy = settings.enable_legacy_api_token or bool(settings.user_token)
            organizations.create(tx, user, "Labelwright", legacy_tokens=legacy)
        else:
            organizations.join(tx, organization.id, user, Role.ADMINISTRATOR)
        return user
