"""What accounts read from the wire and write to it."""

from datetime import datetime
from typing import Any, TypedDict

import msgspec
from msgspec import UNSET, UnsetType


class UserIn(msgspec.Struct):
    email: str
    username: str = ""
    first_name: str = ""
    last_name: str = ""
    phone: str = ""


class UserChange(msgspec.Struct):
    email: str | UnsetType = UNSET
    username: str | UnsetType = UNSET
    first_name: str | UnsetType = UNSET
    last_name: str | UnsetType = UNSET
    phone: str | UnsetType = UNSET
    allow_newsletters: bool | UnsetType | None = UNSET
    custom_hotkeys: dict[str, Any] | UnsetType = UNSET


class HotkeysIn(msgspec.Struct):
    custom_hotkeys: dict[str, Any]


class PasswordIn(msgspec.Struct):
    old_password: str
    password: str


class RefreshIn(msgspec.Struct):
    refresh: str


class OrganizationMeta(TypedDict):
    title: str
    email: str


class User(TypedDict):
    """Label Studio's user object."""

    id: int
    first_name: str
    last_name: str
    username: str
    email: str
    last_activity: datetime
    custom_hotkeys: dict[str, Any]
    avatar: str | None
    initials: str
    phone: str
    active_organization: int | None
    active_organization_meta: OrganizationMeta
    allow_newsletters: bool | None
    date_joined: datetime


class Me(User):
    permissions: list[str]


class SimpleUser(TypedDict):
    """A person inside another object."""

    id: int
    first_name: str
    last_name: str
    email: str
    avatar: str | None


class Token(TypedDict):
    token: str
