"""Bodies that carry a result list. It is stored as it was sent: key order and the spelling of numbers belong to the client."""

from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import UNSET, Meta, Raw, UnsetType

from labelwright.errors import Invalid
from labelwright.http.errors import errors_of
from labelwright.http.request import ApiRequest, Unreadable
from labelwright.projects import tally
from labelwright.results import result_count

T = TypeVar("T", bound=msgspec.Struct)
# A list of regions; also as text, as forms send it.
ResultIn = Annotated[Raw, Meta(extra_json_schema={"type": "array", "items": {"type": "object"}})]


class AnnotationIn(msgspec.Struct):
    result: ResultIn = msgspec.field(default_factory=Raw)
    lead_time: float | UnsetType | None = UNSET
    was_cancelled: bool | UnsetType = UNSET
    ground_truth: bool | UnsetType = UNSET
    completed_by: int | UnsetType | None = UNSET
    parent_prediction: int | UnsetType | None = UNSET
    parent_annotation: int | UnsetType | None = UNSET
    unique_id: str | UnsetType | None = UNSET
    draft_id: int | UnsetType | None = UNSET


class DraftIn(msgspec.Struct):
    result: ResultIn = msgspec.field(default_factory=Raw)
    lead_time: float | UnsetType | None = UNSET
    was_postponed: bool | UnsetType = UNSET


class Result(msgspec.Struct, frozen=True):
    """A checked result list: its JSON, and what it holds, counted. `text` is None for null."""

    text: Raw | None
    count: int = 0
    tally: str | None = None

    @property
    def columns(self) -> dict[str, Raw | int | str | None]:
        return {"result": self.text, "result_count": self.count, "tally": self.tally}


async def read(request: ApiRequest, kind: type[T]) -> T:
    """The body as `kind`. Raises Invalid with every field that does not fit."""
    media = request.headers.get("content-type", "application/json").split(";")[0].strip().lower()
    if media == "application/json":
        body = await request.body() or b"{}"
    else:
        fields = await request.json()
        if isinstance(fields.get("result"), str):
            fields["result"] = Raw(fields["result"].encode() or b"null")
        body = msgspec.json.encode(fields)
    try:
        return msgspec.json.decode(body, type=kind, strict=False)
    except msgspec.ValidationError as error:
        fields = _decoded(body)
        if not isinstance(fields, dict):
            raise Invalid(["Invalid data. Expected a dictionary."]) from error
        fields.pop("result", None)
        raise Invalid(errors_of(kind, fields)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(f"JSON parse error - {error}") from error


def _decoded(body: bytes) -> Any:
    # What a struct with a raw field let pass by without looking may still be no JSON, a number beyond any float for one.
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(f"JSON parse error - {error}") from error


def checked(raw: Raw) -> Result | None:
    """The result list of a body; None when none was sent. Raises Invalid for what is not a list."""
    if not len(bytes(raw)):
        return None
    try:
        value = msgspec.json.decode(raw)
        if isinstance(value, str):
            raw = Raw(value.encode())
            value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Invalid({"result": [f'annotation "result" field in annotation is not JSON: {error}']}) from error
    if value is None:
        return Result(None)
    if not isinstance(value, list):
        raise Invalid({"result": ['annotation "result" field in annotation must be list']})
    return Result(Raw(msgspec.json.format(bytes(raw), indent=-1)), result_count(value), tally.write(tally.of(value)))
