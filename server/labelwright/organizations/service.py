"""Organisations: joining, inviting, and acting in one."""

from datetime import timedelta
from typing import Any

import jwt
from sqlalchemy import Row

from labelwright.access import Caller, Role
from labelwright.access.credentials import Credentials
from labelwright.accounts import queries as account_queries
from labelwright.accounts import service as accounts
from labelwright.db import Tx
from labelwright.errors import Forbidden, Invalid, NotAuthenticated
from labelwright.keyring import Keyring
from labelwright.kit.clock import now
from labelwright.kit.ids import digest, secret
from labelwright.organizations import queries
from labelwright.settings import Settings

LEGACY_OFF = "Authentication token no longer valid: legacy token authentication has been disabled for this organization"


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
        user = account_queries.by_token_digest(tx, digest(token))
        if user is None:
            raise NotAuthenticated("Invalid token.")
        member = self._member(tx, user)
        if not member.legacy_api_tokens_enabled:
            raise NotAuthenticated(LEGACY_OFF)
        return _caller(user, member, "token")

    def _by_bearer(self, tx: Tx, bearer: str) -> Caller:
        try:
            claims = jwt.decode(
                bearer, self._jwt_key, algorithms=["HS256"], options={"require": ["exp", "user_id", "token_type"]}
            )
        except jwt.InvalidTokenError:
            raise NotAuthenticated from None
        if claims["token_type"] != "access":
            raise NotAuthenticated
        user = account_queries.by_id(tx, int(claims["user_id"]))
        if user is None:
            raise NotAuthenticated("User not found")
        member = self._member(tx, user)
        if not member.api_tokens_enabled:
            raise NotAuthenticated
        return _caller(user, member, "jwt")

    def _by_session(self, tx: Tx, cookie: str) -> Caller:
        key, at = digest(cookie), now()
        session = account_queries.session(tx, key)
        if session is None or session.expires_at <= at or session.last_activity + self._idle <= at:
            raise NotAuthenticated
        user = account_queries.by_id(tx, session.user_id)
        if user is None:
            raise NotAuthenticated
        return _caller(user, self._member(tx, user), "session", key)

    @staticmethod
    def _member(tx: Tx, user: Row[Any]) -> Row[Any]:
        member = queries.active_membership(tx, user.id)
        if member is None:
            raise NotAuthenticated("This account belongs to no organization any more.")
        return member


def _caller(user: Row[Any], member: Row[Any], via: Any, session: str | None = None) -> Caller:
    return Caller(
        id=user.id,
        email=user.email,
        organization=member.organization_id,
        role=Role(member.role),
        roles_enabled=member.roles_enabled,
        via=via,
        session=session,
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
    organization = check_invitation(tx, settings, invitation)
    if account_queries.by_email(tx, email):
        raise Invalid({"email": ["User with this email already exists."]})
    user = accounts.create(tx, keys, email, password_hash=password_hash)
    if organization is None:
        create(tx, user, "Your Organization", legacy_tokens=settings.enable_legacy_api_token)
    else:
        join(tx, organization.id, user, Role.ANNOTATOR)
    return user
