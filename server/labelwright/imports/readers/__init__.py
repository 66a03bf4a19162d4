"""Readers: each turns one uploaded file into task items. A module here with `READER` is one; its extensions find it."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Protocol

import msgspec

from labelwright.errors import LabelwrightError
from labelwright.labelconfig.taskdata import UNDEFINED

__all__ = ["UNDEFINED", "Reader", "Source", "Unreadable", "extension", "reader_of", "readers"]


class Source(msgspec.Struct, frozen=True):
    """A stored file: `name` as its owner called it, `url` where the application serves it."""

    path: Path
    name: str
    url: str


class Unreadable(LabelwrightError):
    """A file that its reader cannot read; the message says where and why, the caller adds the file's name."""


class Reader(Protocol):
    """`table`: rows with named columns. `lines`: one file may hold many tasks, or be shown as one."""

    extensions: ClassVar[frozenset[str]]
    table: ClassVar[bool]
    lines: ClassVar[bool]

    def read(self, source: Source) -> Iterator[Any]:
        """Task items as they would stand in a JSON list. Raises Unreadable."""
        ...


@cache
def readers() -> Mapping[str, Reader]:
    """Extension (lower case, with its dot) → reader."""
    found: dict[str, Reader] = {}
    for module in pkgutil.iter_modules(__path__):
        reader: Reader = importlib.import_module(f"{__name__}.{module.name}").READER
        for extension in reader.extensions:
            if extension in found:
                raise RuntimeError(f"Two import readers want {extension}: {found[extension]!r} and {reader!r}")
            found[extension] = reader
    return found


def extension(name: str) -> str:
    return Path(name).suffix.lower()


def reader_of(name: str) -> Reader:
    """Raises Unreadable for a type that nothing reads."""
    found = readers().get(extension(name))
    if found is None:
        raise Unreadable(f"{extension(name)} extension is not supported")
    return found
