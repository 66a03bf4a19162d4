"""Documented errors: a request, and how it is refused."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from harness.live import LiveServer
from labelwright.version import COMPATIBLE_WITH
from rest.objects import Objects, filled

Ask = Callable[["Refusal"], None]


class Refusal(NamedTuple):
    """`said`: the `detail`; or, of a 400, the `validation_errors`; or, without the envelope (`bare`), the whole body."""

    request: str
    body: Any
    status: int
    said: Any
    bare: bool = False

    def __str__(self) -> str:
        return f"{self.request} {json.dumps(self.body)}"[:120]


def refused(server: LiveServer, one: Refusal) -> None:
    """Ask, as the owner of an organisation of their own, and compare status and body exactly."""
    objects = Objects(server, server.organization())
    method, address = one.request.split(" ", 1)
    answer = objects.owner.request(method, filled(address, objects), **_sent(one.body, objects))
    said = json.loads(filled(json.dumps(one.said), objects))
    assert answer.status_code == one.status, answer.text[:500]
    body = answer.json()
    if one.bare:
        assert body == said
        return
    errors = one.status == 400 and not isinstance(said, str)
    shape = {"id", "status_code", "version", "detail", "exc_info"} | ({"validation_errors"} if errors else set())
    assert set(body) == shape
    assert (body["status_code"], body["version"], body["exc_info"]) == (one.status, COMPATIBLE_WITH, None)
    assert body["validation_errors" if errors else "detail"] == said, body
    if errors:
        assert body["detail"] == "Validation error"


def _sent(body: Any, objects: Objects) -> dict[str, Any]:
    match body:
        case None:
            return {}
        case {"file": [name, content]}:
            return {"files": {"file": (name, content)}}
        case _:
            content = filled(json.dumps(body), objects)
            return {"content": content, "headers": {"content-type": "application/json"}}


def each(*refusals: Refusal | tuple[Any, ...]) -> Any:
    """Parametrises a test's `one`."""
    made = [one if isinstance(one, Refusal) else Refusal(*one) for one in refusals]
    return pytest.mark.parametrize("one", made, ids=str)
