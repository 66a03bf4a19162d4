"""Task items in a JSON document: a list is split without decoding it, anything else is one item."""

import mmap
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from labelwright.imports.readers import Unreadable

Document = bytes | mmap.mmap

_BYTE = re.compile(r"^(?P<message>.*) \(byte (?P<byte>\d+)\)$")
_SPLIT = msgspec.json.Decoder(list[msgspec.Raw])


def split(document: Document) -> Iterator[Any]:
    """Items in order, each decoded when asked for. Raises Unreadable, before the first item where the syntax is broken."""
    try:
        items = _SPLIT.decode(document)
    except msgspec.ValidationError:
        yield decode(document)
        return
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(not_json(document, error)) from error
    for index, item in enumerate(items):
        try:
            yield msgspec.json.decode(item)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise Unreadable(f"item {index}: {not_json(bytes(item), error, place=False)}") from error


def decode(document: Document) -> Any:
    try:
        return msgspec.json.decode(document)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(not_json(document, error)) from error


def not_json(document: Document, error: Exception, *, place: bool = True) -> str:
    """What is wrong, with line and column where known."""
    if isinstance(error, RecursionError):
        return "the JSON is nested too deeply"
    if isinstance(error, UnicodeDecodeError):
        return "the JSON is not valid UTF-8"
    found = _BYTE.match(str(error))
    if not found:
        return str(error)
    message = found["message"].removeprefix("JSON is malformed: ")
    if not place:
        return f"not valid JSON, {message}"
    before = document[: int(found["byte"])]
    line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
    return f"not valid JSON, {message} at line {line}, column {column}"
