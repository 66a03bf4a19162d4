"""Requests: JSON, form or multipart fields alike become the handler's `data`."""

from collections.abc import AsyncGenerator
from typing import Any

import msgspec
from litestar import Request
from litestar.datastructures import State, UploadFile
from litestar.exceptions import InternalServerException, SerializationException

from labelwright.access import Caller
from labelwright.db import Database
from labelwright.errors import LabelwrightError
from labelwright.keyring import Keyring
from labelwright.settings import Settings

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class UnsupportedMedia(LabelwrightError):
    status = 415


class Unreadable(LabelwrightError):
    """The body is not what its content type says."""


class AppState(State):
    """What `build_app` puts where handlers find it."""

    db: Database
    settings: Settings


class ApiRequest(Request[Caller, Any, AppState]):
    """`json()` also reads forms, so that every write endpoint takes them, as in Label Studio."""

    async def stream(self) -> AsyncGenerator[bytes, None]:
        try:
            async for piece in super().stream():
                yield piece
        except InternalServerException:
            # People close pages and lose connections: no fault of the server that its log should tell of.
            raise Unreadable("The connection ended before the whole request was there.") from None

    async def json(self) -> Any:
        kind = self.headers.get("content-type", "application/json").split(";")[0].strip().lower()
        if kind in FORMS:
            form = await self.form()
            fields = {key: form.getall(key) for key in form}
            return {
                key: values[0] if len(values) == 1 else values
                for key, values in fields.items()
                if not any(isinstance(v, UploadFile) for v in values)
            }
        if kind not in ("application/json", "") and not kind.endswith("+json"):
            raise UnsupportedMedia(f'Unsupported media type "{kind}" in request.')
        try:
            return await super().json()
        except SerializationException as error:
            raise Unreadable(f"JSON parse error - {error.__cause__ or error}") from None
        except RecursionError:
            raise Unreadable("JSON parse error - nested too deeply") from None

    @property
    def db(self) -> Database:
        return self.app.state.db  # type: ignore[no-any-return]

    @property
    def keyring(self) -> Keyring:
        return self.app.state.keyring  # type: ignore[no-any-return]

    @property
    def caller(self) -> Caller:
        """Who is asking; only on routes that are not public."""
        return self.scope["user"]  # type: ignore[no-any-return]

    @property
    def settings(self) -> Settings:
        return self.app.state.settings  # type: ignore[no-any-return]

    @property
    def address(self) -> str:
        """As others reach it, without query, with the slash at its end that Label Studio writes."""
        path = self.url.path.removeprefix(self.settings.base_path).rstrip("/")
        return f"{self.settings.public_url}{path}/"


def changes(data: msgspec.Struct) -> dict[str, Any]:
    """The fields a client sent: those that are not UNSET."""
    return {name: value for name in data.__struct_fields__ if (value := getattr(data, name)) is not msgspec.UNSET}
