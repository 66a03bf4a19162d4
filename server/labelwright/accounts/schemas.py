"""What accounts read from the wire."""

from typing import Any

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
