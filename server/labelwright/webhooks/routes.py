"""Webhooks over HTTP."""

import asyncio
from contextlib import suppress
from typing import Annotated, Any

from litestar import delete, get, patch, post, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import UNSET

from labelwright.access import on, public, signed_in
from labelwright.egress import Egress, Unreachable
from labelwright.http.request import ApiRequest
from labelwright.webhooks import queries, service
from labelwright.webhooks.actions import described
from labelwright.webhooks.schemas import DeliveryOut, WebhookChange, WebhookIn, WebhookOut

_HOOK = "/api/webhooks/{webhook_id:int}"


def _of_hook(permission: str) -> dict[str, Any]:
    return on(permission, queries.home_of_webhook, "webhook_id")


@get("/api/webhooks", opt=signed_in("webhooks.view"), sync_to_thread=True)
def list_webhooks(request: ApiRequest, project: FromQuery[int | None] = None) -> list[WebhookOut]:
    with request.db.read() as tx:
        return service.listed(tx, request.caller, project)


@post("/api/webhooks", opt=signed_in("webhooks.change"), sync_to_thread=True)
def add_webhook(request: ApiRequest, data: JSONBody[WebhookIn]) -> WebhookOut:
    _check_address(request, data)
    with request.db.write() as tx:
        return service.add(tx, request.caller, request.keyring, data)


@get("/api/webhooks/info", opt=public(), sync_to_thread=False)
def list_webhook_actions(
    of_organization: Annotated[bool | None, QueryParameter(name="organization-only", required=False)] = None,
) -> dict[str, dict[str, Any]]:
    return described(of_organization)


@get(_HOOK, opt=_of_hook("webhooks.view"), sync_to_thread=True)
def show_webhook(request: ApiRequest, webhook_id: FromPath[int]) -> WebhookOut:
    with request.db.read() as tx:
        return service.show(tx, webhook_id)


@patch(_HOOK, opt=_of_hook("webhooks.change"), sync_to_thread=True)
def change_webhook(request: ApiRequest, webhook_id: FromPath[int], data: JSONBody[WebhookChange]) -> WebhookOut:
    _check_address(request, data)
    with request.db.write() as tx:
        return service.change(tx, request.keyring, webhook_id, data)


@put(_HOOK, opt=_of_hook("webhooks.change"), sync_to_thread=True)
def replace_webhook(request: ApiRequest, webhook_id: FromPath[int], data: JSONBody[WebhookIn]) -> WebhookOut:
    _check_address(request, data)
    with request.db.write() as tx:
        return service.change(tx, request.keyring, webhook_id, data)


@delete(_HOOK, opt=_of_hook("webhooks.change"), sync_to_thread=True)
def delete_webhook(request: ApiRequest, webhook_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        queries.remove(tx, webhook_id)


@post(f"{_HOOK}/test", opt=_of_hook("webhooks.change"), sync_to_thread=True)
def test_webhook(request: ApiRequest, webhook_id: FromPath[int]) -> DeliveryOut:
    """Sends `{"action": "TEST"}`; the delivery tells how it went."""
    with request.db.write() as tx:
        return service.test(tx, webhook_id)


@get(f"{_HOOK}/deliveries", opt=_of_hook("webhooks.change"), sync_to_thread=True)
def list_deliveries(request: ApiRequest, webhook_id: FromPath[int]) -> list[DeliveryOut]:
    """The last hundred, newest first."""
    with request.db.read() as tx:
        return service.deliveries(tx, webhook_id)


@post(
    f"{_HOOK}/deliveries/{{delivery_id:int}}/retry",
    opt=_of_hook("webhooks.change"),
    status_code=200,
    sync_to_thread=True,
)
def retry_delivery(request: ApiRequest, webhook_id: FromPath[int], delivery_id: FromPath[int]) -> DeliveryOut:
    with request.db.write() as tx:
        return service.retry(tx, webhook_id, delivery_id)


def _check_address(request: ApiRequest, given: WebhookChange) -> None:
    """Raises Blocked. An address that nobody answers at now may be one later."""
    if given.url is not UNSET:
        with suppress(Unreachable):
            asyncio.run(Egress(request.settings).check(given.url))


ROUTES: list[Any] = [
    list_webhooks,
    add_webhook,
    list_webhook_actions,
    show_webhook,
    change_webhook,
    replace_webhook,
    delete_webhook,
    test_webhook,
    list_deliveries,
    retry_delivery,
]
