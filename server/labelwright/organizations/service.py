"""Organisations: joining, inviting, and acting in one."""

from datetime import datetime, timedelta
from typing import Any

import jwt
from sqlalchemy import Row

from labelwright.access import Caller, Role
from labelwright.access.caller import Via
from labelwright.access.credentials import Credentials
from labelwright.accounts import queries as account_queries
from labelwright.accounts import service as accounts
from labelwright.db import Tx
from labelwright.errors import Forbidden, Invalid, NotAuthenticated, NotFound
from labelwright.keyring import Keyring
from labelwright.kit.clock import now
from labelwright.kit.ids import digest, secret
from labelwright.organizations import queries
from labelwright.organizations.ports import ports
from labelwright.organizations.schemas import Invitation, Membership, Organization, OrganizationRow, SessionPolicy
from labelwright.settings import Settings

LEGACY_OFF = "Authentication token no longer valid: legacy token authentication has been disabled for this organization"


# A session in use is noted this often: an idle time below it counts from the last note.
_TOUCHED_EVERY = timedelta(minutes=1)


class Authenticator:
    """Turns credentials into a Caller; the only place that knows every way to prove who one is."""

    def __init__(self, settings: Settings, keys: Keyring) -> None:
        self._idle = timedelta(seconds=settings.max_time_between_activity)
        self._jwt_key = keys.key("jwt")

    def __call__(self, tx: Tx, given: Credentials) -> Caller:
        if given.token:
            return self._by_token(tx, given.token)
        if given.bearer:
            return self._by_bearer(tx, given.bearer)
        return self._by_session(tx, given.session or "")

    def _by_token(self, tx: Tx, token: str) -> Caller:
        found = queries.acting_by_token(tx, digest(token))
        if found is None:
            raise NotAuthenticated("Invalid token.")
        caller = _caller(found, "token")
        if not found.legacy_api_tokens_enabled:
            raise NotAuthenticated(LEGACY_OFF)
        return caller

    def _by_bearer(self, tx: Tx, bearer: str) -> Caller:
        try:
            claims = jwt.decode(
                bearer, self._jwt_key, algorithms=["HS256"], options={"require": ["exp", "user_id", "token_type"]}
            )
        except jwt.InvalidTokenError:
            raise NotAuthenticated from None
        if claims["token_type"] != "access":
            raise NotAuthenticated
        found = queries.acting(tx, int(claims["user_id"]))
        if found is None:
            raise NotAuthenticated("User not found")
        caller = _caller(found, "jwt")
        if not found.api_tokens_enabled:
            raise NotAuthenticated
        return caller

    def _by_session(self, tx: Tx, cookie: str) -> Caller:
        key, at = digest(cookie), now()
        found = queries.acting_by_session(tx, key)
        if found is None or found.expires_at <= at or self._outlived(found, at):
            raise NotAuthenticated
        return _caller(found, "session", key, stale=found.last_activity + _TOUCHED_EVERY <= at)

    def _outlived(self, session: Row[Any], at: datetime) -> bool:
        """Whether the session is too old, or was idle for too long, for its organisation."""
        age, idle = session.max_session_age, session.max_time_between_activity
        longest_idle = self._idle if idle is None else timedelta(minutes=idle)
        too_old = age is not None and session.created_at + timedelta(minutes=age) <= at
        return bool(too_old or session.last_activity + longest_idle <= at)

    def touch(self, tx: Tx, caller: Caller) -> None:
        accounts.touch_session(tx, caller.id, caller.session or "")


def _caller(found: Row[Any], via: Via, session: str | None = None, *, stale: bool = False) -> Caller:
    """Raises NotAuthenticated for accounts without a membership to act under."""
    if found.organization_id is None:
        raise NotAuthenticated("This account belongs to no organization any more.")
    return Caller(
        id=found.id,
        email=found.email,
        organization=found.organization_id,
        role=Role(found.role),
        roles_enabled=found.roles_enabled,
        via=via,
        session=session,
        stale=stale,
    )


def create(tx: Tx, owner: int, title: str, *, legacy_tokens: bool) -> int:
    at = now()
    organization = queries.add(
        tx,
        {
            "title": title,
            "token": secret(),
            "created_by_id": owner,
            "created_at": at,
            "updated_at": at,
            "legacy_api_tokens_enabled": legacy_tokens,
        },
    )
    join(tx, organization, owner, Role.OWNER)
    return organization


def join(tx: Tx, organization: int, user: int, role: Role) -> None:
    at = now()
    known = queries.membership(tx, organization, user)
    if known is None:
        queries.add_membership(
            tx, {"organization_id": organization, "user_id": user, "role": role, "created_at": at, "updated_at": at}
        )
    else:
        queries.change_membership(tx, known.id, {"deleted_at": None, "updated_at": at, "role": role})
    account_queries.change(tx, user, {"active_organization_id": organization})


def check_invitation(tx: Tx, settings: Settings, token: str | None) -> Row[Any] | None:
    """The organisation a sign-up joins; None when it founds the first one. Raises Forbidden when it may not.

    The first account makes the organisation (its operator sits at the machine: the server listens on loopback by default). Later ones need the
    invitation link, unless DISABLE_SIGNUP_WITHOUT_LINK is set to false.
    """
    organization = queries.first(tx)
    if token:
        invited = queries.by_token(tx, token)
        if invited is None:
            raise Forbidden("This invitation is not valid any more. Ask for a new link.")
        return invited
    if organization is not None and settings.disable_signup_without_link:
        raise Forbidden("Sign-up needs an invitation link. Ask a member of the organization for one.")
    return organization


def sign_up(tx: Tx, settings: Settings, keys: Keyring, email: str, password_hash: str, invitation: str | None) -> int:
    """The id of the new account, a member of its organisation."""
    queries.wait_for_founders(tx)
    organization = check_invitation(tx, settings, invitation)
    if account_queries.by_email(tx, email):
        raise Invalid({"email": ["User with this email already exists."]})
    user = accounts.create(tx, keys, email, password_hash=password_hash)
    if organization is None:
        create(tx, user, "Your Organization", legacy_tokens=settings.enable_legacy_api_token)
    else:
        join(tx, organization.id, user, Role.ANNOTATOR)
    return user


def organizations_of(tx: Tx, user_id: int) -> list[OrganizationRow]:
    return [
        {"id": row.id, "title": row.title, "contact_info": row.contact_info, "created_at": row.created_at}
        for row in queries.organizations_of(tx, user_id)
    ]


def full(tx: Tx, organization_id: int) -> Organization:
    row = get(tx, organization_id)
    return {
        "id": row.id,
        "title": row.title,
        "token": row.token,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
        "contact_info": row.contact_info,
        "created_by": row.created_by_id,
        "users": queries.member_ids(tx, organization_id),
        "roles_enabled": row.roles_enabled,
    }


def get(tx: Tx, organization_id: int) -> Row[Any]:
    row = queries.by_id(tx, organization_id)
    if row is None:
        raise NotFound.of("Organization")
    return row


def change(tx: Tx, organization_id: int, values: dict[str, Any]) -> Organization:
    if "title" in values and not str(values["title"]).strip():
        raise Invalid({"title": ["This field may not be blank."]})
    queries.change(tx, organization_id, {**values, "updated_at": now()})
    return full(tx, organization_id)


def change_by(tx: Tx, caller: Caller, organization_id: int, values: dict[str, Any]) -> Organization:
    """Whether roles count is decided by those who lead, also while they do not."""
    if "roles_enabled" in values and caller.role not in {Role.OWNER, Role.ADMINISTRATOR}:
        raise Forbidden
    return change(tx, organization_id, values)


def member(tx: Tx, organization_id: int, user_id: int) -> Membership:
    row = queries.membership(tx, organization_id, user_id)
    if row is None or row.deleted_at is not None:
        raise NotFound.of("OrganizationMember")
    work = ports.work_of(tx, organization_id, user_id)
    return {
        "user": user_id,
        "organization": organization_id,
        "role": row.role,
        "contributed_projects_count": work.projects,
        "annotations_count": work.annotations,
        "created_at": row.created_at,
        "created_projects": None,
        "contributed_to_projects": None,
    }


def invitation(tx: Tx, organization_id: int, base_path: str) -> Invitation:
    token = get(tx, organization_id).token
    return {"token": token, "invite_url": f"{base_path}/user/signup/?token={token}"}


def reset_invitation(tx: Tx, organization_id: int, base_path: str) -> Invitation:
    """A new link; the old one stops working at once."""
    queries.change(tx, organization_id, {"token": secret(), "updated_at": now()})
    return invitation(tx, organization_id, base_path)


def token_settings(tx: Tx, organization_id: int) -> dict[str, bool]:
    row = get(tx, organization_id)
    return {"api_tokens_enabled": row.api_tokens_enabled, "legacy_api_tokens_enabled": row.legacy_api_tokens_enabled}


def session_policy(tx: Tx, settings: Settings, organization_id: int) -> SessionPolicy:
    row = get(tx, organization_id)
    age, idle = row.max_session_age, row.max_time_between_activity
    return {
        "max_session_age": settings.max_session_age // 60 if age is None else age,
        "max_time_between_activity": settings.max_time_between_activity // 60 if idle is None else idle,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


def caller_of(tx: Tx, user_id: int) -> Caller:
    """The account acting as itself, for commands: nobody proved anything, the operator sits at the machine."""
    found = queries.acting(tx, user_id)
    if found is None:
        raise NotFound.of("User")
    return _caller(found, "token")
