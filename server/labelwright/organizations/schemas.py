"""What organisations read from the wire and write to it."""

from datetime import datetime
from typing import Annotated, Any, TypedDict

import msgspec
from msgspec import UNSET, Meta, UnsetType

from labelwright.access import Role
from labelwright.accounts.schemas import User

Title = Annotated[str, Meta(max_length=1000)]


class OrganizationChange(msgspec.Struct):
    title: Title | UnsetType = UNSET
    contact_info: str | UnsetType | None = UNSET
    # Off: every member may do everything.
    roles_enabled: bool | UnsetType = UNSET


class TokenSettings(msgspec.Struct):
    api_tokens_enabled: bool
    legacy_api_tokens_enabled: bool


Minutes = Annotated[int, Meta(ge=1, le=10 * 366 * 24 * 60)]


class SessionPolicyChange(msgspec.Struct):
    """In minutes. A session cannot outlive what the server's settings allow."""

    max_session_age: Minutes | UnsetType = UNSET
    max_time_between_activity: Minutes | UnsetType = UNSET


class SessionPolicy(TypedDict):
    max_session_age: int
    max_time_between_activity: int
    created_at: datetime
    updated_at: datetime


class RoleIn(msgspec.Struct):
    role: Role


class OrganizationRow(TypedDict):
    id: int
    title: str
    contact_info: str | None
    created_at: datetime


class Organization(OrganizationRow):
    token: str
    updated_at: datetime
    created_by: int | None
    users: list[int]
    roles_enabled: bool


class MemberUser(User):
    created_projects: list[dict[str, Any]] | None
    contributed_to_projects: list[dict[str, Any]] | None


class Member(TypedDict):
    """A row of the member list."""

    id: int
    organization: int
    role: str
    user: MemberUser
    created_projects: list[dict[str, Any]] | None
    contributed_to_projects: list[dict[str, Any]] | None


class Membership(TypedDict):
    """One member with the size of their work."""

    user: int
    organization: int
    role: str
    contributed_projects_count: int
    annotations_count: int
    created_at: datetime
    created_projects: list[dict[str, Any]] | None
    contributed_to_projects: list[dict[str, Any]] | None


class RoleOfMember(TypedDict):
    user: int
    organization: int
    role: str


class Invitation(TypedDict):
    token: str
    invite_url: str
