"""Every error in Label Studio's envelope.

`{"id", "status_code", "version", "detail", "exc_info", "validation_errors"?}`; `exc_info` is always null: traces stay in the log, beside the id.
"""

import logging
import re
import uuid
from typing import Any, get_args, get_type_hints

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from labelwright.errors import Invalid, LabelwrightError, TooManyRequests
from labelwright.version import COMPATIBLE_WITH

log = logging.getLogger(__name__)

_PATH = re.compile(r"^(?P<message>.*?)(?: - at `\$(?P<path>[^`]*)`)?$", re.DOTALL)
_REQUIRED = re.compile(r"Object missing required field `(?P<field>[^`]+)`")
_BOUNDS = {">=": "greater than or equal to", "<=": "less than or equal to"}
_TYPES = {
    "str": "Not a valid string.",
    "int": "A valid integer is required.",
    "float": "A valid number is required.",
    "bool": "Must be a valid boolean.",
    "array": "Expected a list of items.",
    "object": "Expected a JSON object.",
    "datetime": "Datetime has wrong format.",
}


def envelope(
    status: int, detail: str, validation_errors: dict[str, Any] | None = None, *, error_id: str | None = None
) -> dict[str, Any]:
    body: dict[str, Any] = {
        "id": error_id or str(uuid.uuid4()),
        "status_code": status,
        "version": COMPATIBLE_WITH,
        "detail": detail,
        "exc_info": None,
    }
    if validation_errors is not None:
        body["validation_errors"] = validation_errors
    return body


def respond(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, Any]]:
    """The one exception handler."""
    headers: dict[str, str] = {}
    if isinstance(error, Invalid):
        return _json(400, envelope(400, error.detail, error.errors))
    if isinstance(error, LabelwrightError):
        if isinstance(error, TooManyRequests):
            headers["retry-after"] = str(error.retry_after)
        if error.status == 401:
            headers["www-authenticate"] = "Token"
        return _json(error.status, envelope(error.status, error.detail), headers)
    if isinstance(error, ValidationException) and isinstance(error.extra, list):
        return _json(400, envelope(400, "Validation error", _field_errors(request, error.extra)))
    if isinstance(error, HTTPException):
        return _json(*_of_http(request, error))
    return _json(*_unexpected(request, error, 500))


def _unexpected(request: Request[Any, Any, Any], error: Exception, status: int) -> tuple[int, dict[str, Any]]:
    """A fault of ours: the trace goes to the log, its id to the client."""
    error_id = str(uuid.uuid4())
    log.error("error %s at %s %s", error_id, request.method, request.url.path, exc_info=error)
    detail = f"Something went wrong in the server. The log tells more under {error_id}."
    return status, envelope(status, detail, error_id=error_id)


def _json(status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> Response[dict[str, Any]]:
    return Response(body, status_code=status, headers=headers, media_type="application/json")


def _of_http(request: Request[Any, Any, Any], error: HTTPException) -> tuple[int, dict[str, Any], dict[str, str]]:
    """What the framework itself refuses."""
    status, headers = error.status_code, dict(error.headers or {})
    if status >= 500:
        return *_unexpected(request, error, status), headers
    known = {404: "Not found.", 405: f'Method "{request.method}" not allowed.'}
    return status, envelope(status, known.get(status, error.detail)), headers


def _field_errors(request: Request[Any, Any, Any], extra: list[Any]) -> dict[str, Any]:
    """The framework stops at the first bad field of a body; convert field by field to tell all of them."""
    body = request._connection_state.json
    field = request.route_handler.parsed_data_field
    if (
        field is not None
        and isinstance(body, dict)
        and isinstance(field.annotation, type)
        and issubclass(field.annotation, msgspec.Struct)
        and (found := errors_of(field.annotation, body))
    ):
        return found
    collected: dict[str, Any] = {}
    for message in extra:
        key = str(message.get("key") or "non_field_errors").removeprefix("data.")
        collected.setdefault("non_field_errors" if key == "data" else key, []).append(
            say(str(message.get("message", "Invalid value.")))
        )
    return collected


def errors_of(kind: type[msgspec.Struct], body: dict[str, Any]) -> dict[str, Any]:
    """Messages by field of everything in `body` that does not fit `kind`."""
    found: dict[str, Any] = {}
    hints = get_type_hints(kind, include_extras=True)
    for info in msgspec.structs.fields(kind):
        if info.encode_name not in body:
            if info.required:
                found[info.encode_name] = ["This field is required."]
            continue
        value = body[info.encode_name]
        if value is None and type(None) not in get_args(hints[info.name]) and hints[info.name] is not Any:
            found[info.encode_name] = ["This field may not be null."]
            continue
        try:
            msgspec.convert(value, hints[info.name], strict=False)
        except msgspec.ValidationError as error:
            found[info.encode_name] = [say(str(error))]
    return found


def say(message: str) -> str:
    """msgspec's words in the API's."""
    match = _PATH.match(message)
    text = match["message"] if match else message
    if required := _REQUIRED.match(text):
        return f"{required['field']}: This field is required."
    if text.startswith("Expected `"):
        expected = text.split("`")[1].split(" | ")[0]
        if "of length >=" in text:
            return f"Ensure this field has at least {text.rsplit(' ', 1)[1]} characters."
        if "of length <=" in text:
            return f"Ensure this field has no more than {text.rsplit(' ', 1)[1]} characters."
        for sign, words in _BOUNDS.items():
            if f"` {sign} " in text:
                return f"Ensure this value is {words} {text.rsplit(' ', 1)[1]}."
        return _TYPES.get(expected, text)
    if text.startswith("Invalid enum value"):
        return f'"{text.split(" ", 3)[3].strip(chr(39))}" is not a valid choice.'
    return text
