"""HTML and XML: the whole text is one task."""

from collections.abc import Iterator
from typing import Any, ClassVar

from labelwright.imports.encodings import open_text
from labelwright.imports.readers import UNDEFINED, Source, Unreadable


class DocumentReader:
    extensions: ClassVar = frozenset({".html", ".htm", ".xml"})
    table: ClassVar = False
    lines: ClassVar = False

    def read(self, source: Source) -> Iterator[dict[str, Any]]:
        with open_text(source.path) as file:
            text = file.read()
        if not text.strip():
            raise Unreadable("the file is empty")
        yield {UNDEFINED: text}


READER = DocumentReader()
