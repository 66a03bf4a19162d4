"""The rules of webhooks."""

import re
from typing import Any

from msgspec import UNSET
from sqlalchemy import Row

from labelwright.access import Caller, require
from labelwright.db import Tx
from labelwright.errors import Conflict, Invalid, NotFound
from labelwright.http.request import changes
from labelwright.jobs import service as jobs
from labelwright.keyring import Keyring
from labelwright.kit.clock import now
from labelwright.webhooks import queries
from labelwright.webhooks.actions import OF_ORGANIZATION, TEST
from labelwright.webhooks.jobs import DELIVERY
from labelwright.webhooks.schemas import DeliveryOut, WebhookChange, WebhookIn, WebhookOut

_NAME = re.compile(r"[a-zA-Z0-9-_]+")
_VALUE = re.compile(r"[\t\x20-\x7e]*")
_MOST_HEADERS = 10
_LONGEST_BODY = 10_000


def listed(tx: Tx, caller: Caller, project_id: int | None) -> list[WebhookOut]:
    return [_out(row) for row in queries.listed(tx, caller.organization, project_id)]


def show(tx: Tx, webhook_id: int) -> WebhookOut:
    return _out(_get(tx, webhook_id))


def add(tx: Tx, caller: Caller, keys: Keyring, given: WebhookIn) -> WebhookOut:
    """A project's hook; or, when it says so by null, one for all of the organisation."""
    if given.project is UNSET:
        raise NotFound("Project not found.")
    if given.project is not None:
        require(caller, "webhooks.change", queries.home_of_project(tx, given.project), "Project")
    values = {"headers": {}, "actions": [], **_checked(keys, given, given.project)}
    at = now()
    fixed = {"organization_id": caller.organization, "project_id": given.project, "created_at": at, "updated_at": at}
    return show(tx, queries.add(tx, {**values, **fixed}))


def change(tx: Tx, keys: Keyring, webhook_id: int, given: WebhookChange) -> WebhookOut:
    """Whose hook it is stays as it was. A changed one is tried at once, however its last attempt ended."""
    known = _get(tx, webhook_id)
    values = _checked(keys, given, known.project_id)
    queries.change(tx, webhook_id, {**values, "paused_until": None, "updated_at": now()})
    return show(tx, webhook_id)


def _checked(keys: Keyring, given: WebhookChange, project_id: int | None) -> dict[str, Any]:
    values = changes(given)
    values.pop("project", None)
    if values.get("headers", {}) is None:
        values["headers"] = {}
    if not _are_headers(values.get("headers", {})):
        raise Invalid({"headers": [f"{values['headers']} failed JSON schema check"]})
    if "actions" in values:
        if project_id is not None and OF_ORGANIZATION & set(values["actions"]):
            raise Invalid(["Project webhook can't contain organization-only action."])
        values["actions"] = list(dict.fromkeys(action.value for action in values["actions"]))
    if "secret" in values:
        values["secret"] = keys.encrypt(values["secret"]) if values["secret"] else None
    return values


def _are_headers(headers: dict[str, Any]) -> bool:
    return len(headers) <= _MOST_HEADERS and all(
        _NAME.fullmatch(name) and isinstance(value, str) and _VALUE.fullmatch(value) for name, value in headers.items()
    )


def deliveries(tx: Tx, webhook_id: int) -> list[DeliveryOut]:
    return [_delivery(row) for row in queries.deliveries_of(tx, webhook_id)]


def test(tx: Tx, webhook_id: int) -> DeliveryOut:
    """Sends `{"action": "TEST"}` as anything else is sent, at once."""
    known = _get(tx, webhook_id)
    if not known.is_active:
        raise Conflict("The webhook is switched off.")
    queries.pause(tx, webhook_id, None)
    made = queries.add_delivery(tx, webhook_id, TEST, known.project_id or 0, [])
    jobs.enqueue_of(tx, known.organization_id, None, DELIVERY, arguments=made, title=known.url)
    return next(row for row in deliveries(tx, webhook_id) if row.id == made)


def retry(tx: Tx, webhook_id: int, delivery_id: int) -> DeliveryOut:
    """Once more, with all its attempts. Raises Conflict while it is on its way."""
    known = queries.delivery(tx, delivery_id)
    if known is None or known.webhook_id != webhook_id:
        raise NotFound.of("Delivery")
    if known.state == "queued":
        raise Conflict("This is still being sent.")
    queries.change_delivery(tx, delivery_id, {"state": "queued", "attempts": 0})
    queries.pause(tx, webhook_id, None)
    jobs.enqueue_of(tx, known.organization_id, None, DELIVERY, arguments=delivery_id, title=known.url)
    return next(row for row in deliveries(tx, webhook_id) if row.id == delivery_id)


def _get(tx: Tx, webhook_id: int) -> Row[Any]:
    row = queries.by_id(tx, webhook_id)
    if row is None:
        raise NotFound.of("Webhook")
    return row


def _out(row: Row[Any]) -> WebhookOut:
    return WebhookOut(
        id=row.id,
        organization=row.organization_id,
        project=row.project_id,
        url=row.url,
        send_payload=row.send_payload,
        send_for_all_actions=row.send_for_all_actions,
        headers=row.headers,
        is_active=row.is_active,
        is_signed=row.secret is not None,
        actions=row.actions,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _delivery(row: Row[Any]) -> DeliveryOut:
    return DeliveryOut(
        id=row.id,
        action=row.action,
        state=row.state,
        attempts=row.attempts,
        status=row.status,
        milliseconds=row.milliseconds,
        answer=row.answer,
        error=row.error,
        body=None if row.body is None else row.body[:_LONGEST_BODY],
        created_at=row.created_at,
        sent_at=row.sent_at,
    )
