"""People as members of an organisation see them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from labelwright.access import PERMISSIONS, Caller, allowed, require
from labelwright.access.caller import Home
from labelwright.access.permissions import Role
from labelwright.accounts import avatars
from labelwright.accounts import queries as account_queries
from labelwright.accounts import service as accounts
from labelwright.accounts.schemas import Me, OrganizationMeta, SimpleUser, User
from labelwright.db import Tx
from labelwright.errors import Forbidden, Invalid, NotAllowed, NotFound
from labelwright.keyring import Keyring
from labelwright.kit.clock import now
from labelwright.organizations import queries, service
from labelwright.organizations.ports import ports
from labelwright.organizations.schemas import Member, RoleOfMember


def me(tx: Tx, caller: Caller) -> Me:
    user = accounts.get(tx, caller.id)
    return {
        **_with_organization(tx, user, caller.organization),
        "permissions": sorted(allowed(caller.role, caller.roles_enabled) & PERMISSIONS),
    }


def users(tx: Tx, caller: Caller) -> list[User]:
    meta = _meta(tx, caller.organization)
    return [
        {**accounts.public(row, meta), "active_organization": row.active_organization_id}
        for row in queries.members(tx, caller.organization)
    ]


def user(tx: Tx, caller: Caller, user_id: int) -> User:
    return _with_organization(tx, _member(tx, caller, user_id), caller.organization)


def add_user(tx: Tx, caller: Caller, keys: Keyring, email: str, **fields: str) -> User:
    """A member without a password, as scripts make them: they come in by an invitation or a password reset."""
    errors: dict[str, Any] = {}
    if "@" not in email:
        errors["email"] = ["Enter a valid email address."]
    elif account_queries.by_email(tx, email):
        errors["email"] = ["User with this email already exists."]
    if errors:
        raise Invalid(errors)
    made = accounts.create(tx, keys, email, **{name: value for name, value in fields.items() if value})
    service.join(tx, caller.organization, made, Role.ANNOTATOR)
    return user(tx, caller, made)


def change_user(tx: Tx, caller: Caller, user_id: int, values: dict[str, Any]) -> User:
    known = _member(tx, caller, user_id)
    if "email" in values and values["email"] != known.email:
        raise NotAllowed("Cannot update read-only field: email")
    if user_id != caller.id and not caller.role == Role.OWNER:
        raise Forbidden
    values.pop("email", None)
    if values:
        account_queries.change(tx, user_id, values)
    return user(tx, caller, user_id)


def remove_user(tx: Tx, caller: Caller, user_id: int) -> str:
    """The name of their picture, which is to be discarded."""
    _member(tx, caller, user_id)
    if caller.role != Role.OWNER:
        raise Forbidden
    member = queries.membership(tx, caller.organization, user_id)
    if member is not None and member.role == Role.OWNER:
        raise Forbidden("The organization owner cannot be deleted")
    picture = avatars.change(tx, user_id, "")
    account_queries.remove(tx, user_id)
    return picture


def members(tx: Tx, organization_id: int) -> list[Member]:
    meta = _meta(tx, organization_id)
    return [
        {
            "id": row.membership_id,
            "organization": organization_id,
            "role": row.role,
            "user": {**accounts.public(row, meta), "created_projects": None, "contributed_to_projects": None},
            "created_projects": None,
            "contributed_to_projects": None,
        }
        for row in queries.members(tx, organization_id)
    ]


def remove_member(tx: Tx, caller: Caller, organization_id: int, user_id: int) -> str:
    """Ends a membership; the account and its work stay. The name of their picture, which is to be discarded."""
    if user_id == caller.id:
        raise NotAllowed("User cannot soft delete self")
    member = queries.membership(tx, organization_id, user_id)
    if member is None or member.deleted_at is not None:
        raise NotFound("Member not found")
    if caller.role != Role.OWNER or member.role == Role.OWNER:
        raise Forbidden
    queries.change_membership(tx, member.id, {"deleted_at": now(), "updated_at": now()})
    ports.leave(tx, user_id)
    account_queries.end_sessions(tx, user_id)
    return avatars.change(tx, user_id, "")


def change_role(tx: Tx, caller: Caller, organization_id: int, user_id: int, role: Role) -> RoleOfMember:
    member = queries.membership(tx, organization_id, user_id)
    if member is None or member.deleted_at is not None:
        raise NotFound("Member not found")
    if caller.role not in {Role.OWNER, Role.ADMINISTRATOR} or Role.OWNER in {role, member.role}:
        raise Forbidden
    queries.change_membership(tx, member.id, {"role": role, "updated_at": now()})
    return {"user": user_id, "organization": organization_id, "role": role}


def home_of_user(tx: Tx, user_id: int) -> Home | None:
    found = queries.acting(tx, user_id)
    return Home(found.organization_id) if found and found.organization_id is not None else None


def simple_people(tx: Tx, ids: Iterable[int]) -> dict[int, SimpleUser]:
    """Short forms of several people at once, by id."""
    wanted = sorted(set(ids))
    return {row.id: accounts.simple(row) for row in account_queries.by_ids(tx, wanted)} if wanted else {}


def _member(tx: Tx, caller: Caller, user_id: int) -> Row[Any]:
    membership = queries.membership(tx, caller.organization, user_id)
    home = None if membership is None else Home(membership.organization_id)
    require(caller, "organizations.view", home, "User")
    return accounts.get(tx, user_id)


def _with_organization(tx: Tx, row: Row[Any], organization_id: int) -> User:
    return accounts.public(row, _meta(tx, organization_id))


def _meta(tx: Tx, organization_id: int) -> OrganizationMeta:
    organization = queries.by_id(tx, organization_id)
    if organization is None:
        raise NotFound.of("Organization")
    owner = account_queries.by_id(tx, organization.created_by_id) if organization.created_by_id else None
    return {"title": organization.title, "email": owner.email if owner else ""}
