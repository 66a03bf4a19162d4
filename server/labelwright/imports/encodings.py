"""Which encoding a text file is in.

A byte-order mark decides. Without one UTF-8 is strict enough to prove itself; what fails it is taken for UTF-16 when every other byte is NUL, and
for GB18030 (with GBK and GB2312 inside it) otherwise. GB18030 reads almost any bytes, so it comes last.
"""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from labelwright.imports.readers import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20


def detect(path: Path) -> str:
    """A codec that reads the whole file. Raises Unreadable when none does."""
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    for name in (*_without_mark(head), "utf-8", "gb18030"):
        if _reads(path, name):
            return name
    raise Unreadable("the text is in no known encoding; save it as UTF-8")


def _without_mark(head: bytes) -> tuple[str, ...]:
    # Text without any NUL on one side and mostly NUL on the other: Latin script in two-byte units.
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and odd > half * 0.4 and even < half * 0.05:
        return ("utf-16-le",)
    if half and even > half * 0.4 and odd < half * 0.05:
        return ("utf-16-be",)
    return ()


def _reads(path: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


@contextmanager
def open_text(path: Path, *, newline: str | None = None) -> Iterator[TextIO]:
    """The file as text in whatever encoding it is."""
    name = detect(path)
    try:
        with path.open(encoding=name, newline=newline) as file:
            yield file
    except UnicodeDecodeError as error:
        # Only where a mark promised an encoding that the rest does not keep.
        raise Unreadable(f"the text is not {name} as its byte-order mark says ({error.reason})") from error
