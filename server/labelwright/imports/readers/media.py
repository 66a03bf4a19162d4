"""Pictures, sound, video and PDF: one task with the address of the file."""

from collections.abc import Iterator
from typing import Any, ClassVar

from labelwright.imports.readers import UNDEFINED, Source, Unreadable


class MediaReader:
    extensions: ClassVar = frozenset(
        {
            ".bmp", ".gif", ".jpg", ".jpeg", ".png", ".svg", ".webp",
            ".flac", ".m4a", ".mp3", ".ogg", ".wav",
            ".mp4", ".webm",
            ".pdf",
        }
    )  # fmt: skip
    table: ClassVar = False
    lines: ClassVar = False

    def read(self, source: Source) -> Iterator[dict[str, Any]]:
        if not source.path.stat().st_size:
            raise Unreadable("the file is empty")
        yield {UNDEFINED: source.url}


READER = MediaReader()
