"""JSON: whole tasks, as they can be imported again."""

from collections.abc import Generator
from typing import Any, ClassVar

import msgspec

from labelwright.exports.keyframes import with_every_frame
from labelwright.exports.source import Options, Source, Task
from labelwright.labelconfig import Config
from labelwright.labelconfig.taskdata import UNDEFINED

_UNNAMED = msgspec.json.encode(UNDEFINED)


class JsonFormat:
    name: ClassVar = "JSON"
    title: ClassVar = "JSON"
    description: ClassVar = "Everything about every task: its data, all annotations, drafts. It can be imported again."
    tags: ClassVar[tuple[str, ...]] = ()
    extension: ClassVar = "json"
    position: ClassVar = 10

    def fits(self, config: Config) -> bool:
        return True

    def write(self, source: Source, options: Options) -> Generator[bytes, None, None]:
        key = next(iter(source.config.data_types), None)
        opening = b"["
        for batch in source.batches():
            for task in batch:
                if key is not None:
                    _name_data(task, key)
                if options.interpolate_key_frames:
                    _interpolate(task)
            # The list's own brackets go: one list is made of all batches.
            yield opening + msgspec.json.encode(batch)[1:-1]
            opening = b","
        yield b"[]" if opening == b"[" else b"]"


def _name_data(task: Task, key: str) -> None:
    """Data that came without a key has it as its only one, first in the text."""
    data = bytes(task.data)
    if data.startswith(b"{" + _UNNAMED):
        task.data = msgspec.Raw(b"{" + msgspec.json.encode(key) + data[1 + len(_UNNAMED) :])


def _interpolate(task: Task) -> None:
    for annotation in task.annotations:
        if isinstance(annotation.result, msgspec.Raw) and b'"sequence"' in bytes(annotation.result):
            regions: Any = msgspec.json.decode(annotation.result)
            annotation.result = with_every_frame(regions)


FORMATS = (JsonFormat(),)
