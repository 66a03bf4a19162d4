"""JSON: a list of tasks or one task; JSON lines: one task per line.

Neither is ever in memory as a whole.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, ClassVar

from labelwright.imports.encodings import detect
from labelwright.imports.json_items import decode, split
from labelwright.imports.json_window import Window
from labelwright.imports.readers import Source, Unreadable, extension


class JsonReader:
    extensions: ClassVar = frozenset({".json", ".jsonl"})
    table: ClassVar = False
    lines: ClassVar = False

    def read(self, source: Source) -> Iterator[Any]:
        with _utf8(source.path) as file:
            if extension(source.name) == ".jsonl":
                yield from _lines(file)
                return
            if not file.read(1):
                raise Unreadable("the file is empty")
            file.seek(0)
            yield from split(Window(file))


def _lines(file: BinaryIO) -> Iterator[Any]:
    number = 0
    for number, line in enumerate(file, start=1):
        if line.strip():
            try:
                yield decode(line)
            except Unreadable as error:
                raise Unreadable(f"line {number}: {error.detail}") from error
    if not number:
        raise Unreadable("the file is empty")


@contextmanager
def _utf8(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes in UTF-8 without a mark."""
    encoding = detect(path)
    if encoding == "utf-8":
        with path.open("rb") as file:
            yield file
        return
    with path.open(encoding=encoding, newline="") as text, TemporaryFile() as file:
        try:
            while chunk := text.read(1 << 20):
                file.write(chunk.encode())
        except UnicodeDecodeError as error:
            raise Unreadable(f"the text is not {encoding} as its byte-order mark says ({error.reason})") from error
        file.flush()
        file.seek(0)
        yield file


READER = JsonReader()
