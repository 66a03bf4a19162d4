"""Accounts over HTTP: oneself, people of the organisation, tokens."""

from typing import Any

from litestar import Response, delete, get, patch, post
from litestar.params import JSONBody

from labelwright.access import public, signed_in
from labelwright.accounts import hotkeys, jwt_tokens, passwords, service
from labelwright.accounts.schemas import HotkeysIn, PasswordIn, RefreshIn, Token
from labelwright.errors import Invalid
from labelwright.http.request import ApiRequest


@get("/api/current-user/token", opt=signed_in("users.token.any"), sync_to_thread=True)
def my_token(request: ApiRequest) -> Token:
    with request.db.read() as tx:
        return {"token": service.token(tx, request.keyring, request.caller.id)}


@post("/api/current-user/reset-token", opt=signed_in("users.token.any"), sync_to_thread=True)
def reset_my_token(request: ApiRequest) -> Token:
    with request.db.write() as tx:
        return {"token": service.reset_token(tx, request.keyring, request.caller.id)}


@post("/api/current-user/password", opt=signed_in(), status_code=200, sync_to_thread=True)
def change_my_password(request: ApiRequest, data: JSONBody[PasswordIn]) -> dict[str, str]:
    """A new password; every other session of the account ends."""
    with request.db.read() as tx:
        stored = service.get(tx, request.caller.id).password
    key = ("password", request.caller.id)
    request.app.state.attempts.check(key)
    if not passwords.matches(data.old_password, stored):
        request.app.state.attempts.failed(key)
        raise Invalid({"old_password": ["This is not your current password."]})
    if not passwords.SHORTEST <= len(data.password) <= passwords.LONGEST:
        raise Invalid({"password": [f"A password has {passwords.SHORTEST} to {passwords.LONGEST} characters."]})
    hashed = passwords.hash_password(data.password)
    with request.db.write() as tx:
        service.set_password(tx, request.caller.id, hashed, keep_session=request.caller.session)
    return {"detail": "Password changed."}


@get("/api/current-user/hotkeys", opt=signed_in(), sync_to_thread=True)
def my_hotkeys(request: ApiRequest) -> dict[str, Any]:
    with request.db.read() as tx:
        return {"custom_hotkeys": service.get(tx, request.caller.id).custom_hotkeys or {}}


@patch("/api/current-user/hotkeys", opt=signed_in(), sync_to_thread=True)
def change_my_hotkeys(request: ApiRequest, data: JSONBody[HotkeysIn]) -> Response[dict[str, Any]]:
    if found := hotkeys.problems(data.custom_hotkeys):
        return Response({"error": "Invalid hotkeys configuration", "details": found}, status_code=400)
    with request.db.write() as tx:
        service.change(tx, request.caller.id, {"custom_hotkeys": data.custom_hotkeys})
    return Response({"custom_hotkeys": data.custom_hotkeys}, status_code=200)


@get("/api/current-user/product-tour", opt=signed_in(), sync_to_thread=False)
def my_product_tour(request: ApiRequest) -> None:
    _refuse_tour(request)


@patch("/api/current-user/product-tour", opt=signed_in(), sync_to_thread=False)
def change_my_product_tour(request: ApiRequest) -> None:
    _refuse_tour(request)


def _refuse_tour(request: ApiRequest) -> None:
    """Tours belong to the pages of Label Studio: there is none here that could be begun, skipped or ended."""
    raise Invalid({"name": [f'There is no product tour "{request.query_params.get("name") or ""}".']})


@get("/api/token", opt=signed_in("users.token.any"), sync_to_thread=True)
def refresh_tokens(request: ApiRequest) -> list[Token]:
    with request.db.read() as tx:
        return jwt_tokens.live(tx, request.caller.id)


@post("/api/token", opt=signed_in("users.token.any"), sync_to_thread=True)
def create_refresh_token(request: ApiRequest) -> Token:
    with request.db.write() as tx:
        return {"token": jwt_tokens.create(tx, request.keyring, request.caller.id)}


@post("/api/token/refresh", opt=public(), status_code=200, sync_to_thread=True)
def access_token(request: ApiRequest, data: JSONBody[RefreshIn]) -> dict[str, str]:
    with request.db.read() as tx:
        return {"access": jwt_tokens.access(tx, request.keyring, data.refresh)}


@post("/api/token/blacklist", opt=public(), status_code=204, sync_to_thread=True)
def revoke_refresh_token(request: ApiRequest, data: JSONBody[RefreshIn]) -> None:
    with request.db.write() as tx:
        jwt_tokens.revoke(tx, request.keyring, data.refresh)


@post("/api/token/rotate", opt=signed_in("users.token.any"), status_code=200, sync_to_thread=True)
def rotate_refresh_token(request: ApiRequest, data: JSONBody[RefreshIn]) -> dict[str, str]:
    with request.db.write() as tx:
        return {"refresh": jwt_tokens.rotate(tx, request.keyring, data.refresh)}


@delete("/api/current-user/sessions", opt=signed_in(), sync_to_thread=True)
def end_other_sessions(request: ApiRequest) -> None:
    """Signs this account out everywhere else."""
    with request.db.write() as tx:
        service.end_other_sessions(tx, request.caller.id, request.caller.session)


ROUTES = [
    my_token,
    reset_my_token,
    change_my_password,
    my_hotkeys,
    change_my_hotkeys,
    my_product_tour,
    change_my_product_tour,
    refresh_tokens,
    create_refresh_token,
    access_token,
    revoke_refresh_token,
    rotate_refresh_token,
    end_other_sessions,
]
