"""A window that moves over a JSON document and hands out its values undecoded, so that a document of any size costs the memory of one value and a block.

msgspec finds where a value ends: it says at which byte something follows that does not belong to it. No more than the window is parsed at once, so
that other threads never wait for the whole document.
"""

import re
from typing import BinaryIO

import msgspec

from labelwright.imports.readers import Unreadable

_BLOCK = 256 * 1024
_VISIBLE = re.compile(rb"[^ \t\n\r]")
_SAYS = re.compile(r"JSON is malformed: (?P<what>.*) \(byte (?P<byte>\d+)\)")
_TRAILING, _TRUNCATED, _ENDS_EARLY = "trailing characters", "Input data was truncated", "it ends too early"
_SKIP = msgspec.json.Decoder(msgspec.Raw)
_SKIP_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_BLANKS = b" \t\n\r"
# How often the end of the last whole item is looked for.
_GUESSES = 4


class Window:
    def __init__(self, document: BinaryIO, block: int = _BLOCK) -> None:
        self._document, self._block = document, block
        self._bytes, self._at, self._ended = b"", 0, False
        self._searched = False
        # Of the window's first byte; a column counts bytes.
        self._line, self._column = 1, 1

    def next(self) -> bytes:
        """The byte that comes next, blanks aside; none at the end."""
        while (found := _VISIBLE.search(self._bytes, self._at)) is None:
            self._at = len(self._bytes)
            if not self._grow():
                return b""
        self._at = found.start()
        return found[0]

    def skip(self) -> None:
        """Go behind the byte that `next` found."""
        self._at += 1

    def take(self) -> memoryview:
        """The value that begins here; the window stands behind it. Raises Unreadable."""
        while True:
            rest = memoryview(self._bytes)[self._at :]
            wrong, byte = _extent(rest)
            if wrong == _TRAILING:
                end = byte - 1
                break
            # A value that reaches to the end of the window may go on behind it, and so may a number that is wrong so far.
            if byte >= len(rest) - 1 and self._grow():
                continue
            if wrong:
                raise self.broken(wrong, byte)
            end = len(rest)
            break
        self._at += end
        return rest[:end]

    def several(self) -> list[msgspec.Raw]:
        """The items of a list that begin here, each with a comma behind it, as many as are whole and found at once: none, perhaps. The window stands
        behind the last comma.

        Items of one list mostly begin alike, so the last one begins where that is read last. What stands before it is JSON of its own only if it is items.
        """
        if self._searched:
            return []
        self._searched = True
        opening = self._bytes[self._at : self._bytes.find(b":", self._at) + 1]
        end = len(self._bytes)
        for _ in range(_GUESSES if opening.startswith(b"{") else 0):
            end = self._bytes.rfind(opening, self._at + 1, end)
            if end < 0:
                break
            listed = self._bytes[self._at : end].rstrip(_BLANKS)
            try:
                found = _SKIP_LIST.decode(b"[%b]" % listed[:-1]) if listed.endswith(b",") else []
            except (msgspec.DecodeError, RecursionError):
                continue
            if found:
                self._at = end
                return found
        return []

    def broken(self, what: str, offset: int = 0) -> Unreadable:
        """What is wrong here, with its line and column."""
        before = self._bytes[: self._at + offset]
        line, column = _behind(before, self._line, self._column)
        return Unreadable(f"not valid JSON, {what} at line {line}, column {column}")

    def ends_early(self) -> Unreadable:
        return self.broken(_ENDS_EARLY, len(self._bytes) - self._at)

    def end(self) -> None:
        """Raises Unreadable when there is anything left."""
        if self.next():
            raise self.broken(_TRAILING)

    def _grow(self) -> bool:
        """Forget what is behind, and read on; False when there is no more. A long value doubles the window, so that it is not parsed too often."""
        if self._ended:
            return False
        self._line, self._column = _behind(self._bytes[: self._at], self._line, self._column)
        rest = self._bytes[self._at :]
        more = self._document.read(max(self._block, len(rest)))
        self._bytes, self._at, self._ended, self._searched = rest + more, 0, not more, False
        return not self._ended


def _extent(rest: memoryview) -> tuple[str, int]:
    """What msgspec says against taking all of `rest` for one value, and at which byte; nothing when it is one from end to end."""
    try:
        _SKIP.decode(rest)
    except msgspec.DecodeError as error:
        what, byte = problem(error)
        return what, len(rest) if byte is None else byte
    except RecursionError as error:
        raise Unreadable("the JSON is nested too deeply") from error
    return "", len(rest)


def problem(error: msgspec.MsgspecError) -> tuple[str, int | None]:
    """What is wrong with a piece of JSON, and at which byte if that is known."""
    if found := _SAYS.fullmatch(str(error)):
        return found["what"], int(found["byte"])
    return (_ENDS_EARLY if str(error) == _TRUNCATED else str(error)), None


def _behind(passed: bytes, line: int, column: int) -> tuple[int, int]:
    """Line and column after some bytes that begin at `line` and `column`."""
    last = passed.rfind(b"\n")
    return line + passed.count(b"\n"), column + len(passed) if last < 0 else len(passed) - last
