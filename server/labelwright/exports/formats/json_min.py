"""JSON_MIN: one flat object per annotation, simple answers as plain strings."""

from collections.abc import Generator
from itertools import islice
from typing import Any, ClassVar

import msgspec

from labelwright.exports.flat import flat, slashed
from labelwright.exports.source import Options, Source
from labelwright.labelconfig import Config

_BATCH = 250


class JsonMinFormat:
    name: ClassVar = "JSON_MIN"
    title: ClassVar = "JSON-MIN"
    description: ClassVar = "One short object per annotation: the task's data and the answers of each control."
    tags: ClassVar[tuple[str, ...]] = ()
    extension: ClassVar = "json"
    position: ClassVar = 20

    def fits(self, config: Config) -> bool:
        return True

    def write(self, source: Source, options: Options) -> Generator[bytes, None, None]:
        records = (flat(item, source.config) for item in source.items())
        opening = b"["
        while batch := list(islice(records, _BATCH)):
            yield opening + slashed(_encode(batch))[1:-1]
            opening = b","
        yield b"[]" if opening == b"[" else b"]"


def _encode(batch: list[dict[str, Any]]) -> bytes:
    return msgspec.json.encode(batch)


FORMATS = (JsonMinFormat(),)
