"""Plain text: one task per line that is not blank."""

from collections.abc import Iterator
from typing import Any, ClassVar

from labelwright.imports.encodings import open_text
from labelwright.imports.readers import UNDEFINED, Source, Unreadable


class TextReader:
    extensions: ClassVar = frozenset({".txt"})
    table: ClassVar = False
    lines: ClassVar = True

    def read(self, source: Source) -> Iterator[dict[str, Any]]:
        empty = True
        with open_text(source.path) as file:
            for line in file:
                if line.strip():
                    empty = False
                    yield {UNDEFINED: line.rstrip("\n")}
        if empty:
            raise Unreadable("the file is empty")


READER = TextReader()
