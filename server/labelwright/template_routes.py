"""The template gallery over REST."""

from typing import Any

from litestar import get

from labelwright import templates
from labelwright.access import signed_in


@get("/api/templates", opt=signed_in(), sync_to_thread=True)
def gallery() -> dict[str, Any]:
    return {"templates": templates.gallery(), "groups": templates.groups()}


ROUTES = [gallery]
