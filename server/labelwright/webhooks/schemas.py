"""Webhooks on the wire."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from labelwright.webhooks.actions import Happened

Url = Annotated[str, Meta(min_length=1, max_length=2048)]
Secret = Annotated[str, Meta(max_length=256)]


class WebhookChange(msgspec.Struct, kw_only=True):
    """A `secret` is never shown again; null or an empty one ends signing."""

    url: Url | UnsetType = UNSET
    send_payload: bool | UnsetType = UNSET
    send_for_all_actions: bool | UnsetType = UNSET
    headers: dict[str, Any] | UnsetType | None = UNSET
    is_active: bool | UnsetType = UNSET
    actions: list[Happened] | UnsetType = UNSET
    secret: Secret | UnsetType | None = UNSET


class WebhookIn(WebhookChange, kw_only=True):
    """`project` null: of all projects of the organisation."""

    url: Url
    project: int | UnsetType | None = UNSET


class WebhookOut(msgspec.Struct, kw_only=True):
    id: int
    organization: int
    project: int | None
    url: str
    send_payload: bool
    send_for_all_actions: bool
    headers: dict[str, str]
    is_active: bool
    is_signed: bool
    actions: list[str]
    created_at: datetime
    updated_at: datetime


class DeliveryOut(msgspec.Struct, kw_only=True):
    """One thing that a hook was told, with how the last attempt went; `answer` is the start of what came back."""

    id: int
    action: str
    state: Literal["queued", "delivered", "failed"]
    attempts: int
    status: int | None
    milliseconds: int | None
    answer: str | None
    error: str | None
    body: str | None
    created_at: datetime
    sent_at: datetime | None
