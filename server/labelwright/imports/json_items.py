"""Task items in JSON: those of a list one after the other, or the one that anything else is."""

from collections.abc import Iterator
from itertools import count
from typing import Any, BinaryIO

import msgspec

from labelwright.imports.json_window import Window, problem
from labelwright.imports.readers import Unreadable


def split(window: Window) -> Iterator[Any]:
    """Items in order, each decoded when asked for. Raises Unreadable where the document stops being JSON, after the items before."""
    if window.next() != b"[":
        yield _whole(window)
        return
    window.skip()
    if window.next() == b"]":
        window.skip()
    else:
        yield from _listed(window)
    window.end()


def _listed(window: Window) -> Iterator[Any]:
    index = count()
    while True:
        for item in window.several():
            yield _item(item, next(index))
        last, follows = window.take(), window.next()
        if follows not in (b",", b"]"):
            raise window.broken("expected ',' or ']'") if follows else window.ends_early()
        yield _item(last, next(index))
        window.skip()
        if follows == b"]":
            return
        window.next()


def _item(text: memoryview | msgspec.Raw, index: int) -> Any:
    try:
        return decode(text)
    except Unreadable as error:
        raise Unreadable(f"item {index}: {error.detail}") from error


def whole(document: BinaryIO) -> Any:
    """Everything in it as one value. Raises Unreadable."""
    return _whole(Window(document))


def _whole(window: Window) -> Any:
    window.next()
    value = window.take()
    window.end()
    return decode(value)


def decode(value: bytes | memoryview | msgspec.Raw) -> Any:
    """Raises Unreadable, which does not say where."""
    try:
        return msgspec.json.decode(value)
    except UnicodeDecodeError as error:
        raise Unreadable("the JSON is not valid UTF-8") from error
    except RecursionError as error:
        raise Unreadable("the JSON is nested too deeply") from error
    except msgspec.MsgspecError as error:
        raise Unreadable(f"not valid JSON, {problem(error)[0]}") from error
