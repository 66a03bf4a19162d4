"""Export formats. A module here with `FORMATS` offers them; there is no list to extend."""

import importlib
import pkgutil
from collections.abc import Generator, Mapping
from functools import cache
from typing import ClassVar, Protocol

from labelwright.exports.source import Options, Source
from labelwright.labelconfig import Config


class Format(Protocol):
    """`name` is Label Studio's; `position` orders the list that people choose from."""

    name: ClassVar[str]
    title: ClassVar[str]
    description: ClassVar[str]
    tags: ClassVar[tuple[str, ...]]
    extension: ClassVar[str]
    position: ClassVar[int]

    def fits(self, config: Config) -> bool:
        """Whether the format can hold what this config makes."""
        ...

    def write(self, source: Source, options: Options) -> Generator[bytes, None, None]:
        """The file, piece by piece; memory must not grow with the project."""
        ...


@cache
def formats() -> Mapping[str, Format]:
    """By name, in the order of the list."""
    found: list[Format] = []
    for module in pkgutil.iter_modules(__path__):
        found.extend(importlib.import_module(f"{__name__}.{module.name}").FORMATS)
    found.sort(key=lambda one: (one.position, one.name))
    if len({one.name for one in found}) != len(found):
        raise RuntimeError(f"Two export formats have one name: {[one.name for one in found]}")
    return {one.name: one for one in found}
