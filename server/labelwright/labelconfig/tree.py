"""XML text → tree of elements with their places.

Hardened: no document type, so no entities; size, depth and number of elements are limited. Attribute names are looked
up as written first and then without regard to case, as Label Studio's editor does.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from xml.parsers import expat

from labelwright.labelconfig.problems import ConfigError

MAX_LENGTH = 4 * 1024 * 1024
MAX_DEPTH = 100
MAX_ELEMENTS = 100_000

_ATTRIBUTE = re.compile(r"""([^\s=/>"'<]+)\s*=\s*("[^"]*"|'[^']*')""")


class Element:
    """A tag of the config. `text` is its own text, `markup` everything between its tags as written."""

    __slots__ = ("_end", "_source", "_start", "_texts", "attributes", "children", "column", "line", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], line: int, column: int, parent: "Element | None") -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.column = column
        self.parent = parent
        self.children: list[Element] = []
        # In pieces: a hostile config may have a hundred thousand of them, and adding each to one text takes the square of that.
        self._texts: list[str] = []
        self._source = b""
        self._start = self._end = 0

    def __repr__(self) -> str:
        return f"<{self.tag} line={self.line}>"

    def get(self, name: str) -> str | None:
        """The attribute's text; the spelling of the name decides before its letters' case does not."""
        value = self.attributes.get(name)
        if value is None and name not in self.attributes:
            lower = name.lower()
            for written, text in self.attributes.items():
                if written.lower() == lower:
                    return text
        return value

    def walk(self) -> Iterator["Element"]:
        """This element and everything below it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.children))

    def ancestors(self) -> Iterator["Element"]:
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    @property
    def text(self) -> str:
        return "".join(self._texts)

    @property
    def content(self) -> str:
        """Own text without the white space around it."""
        return self.text.strip()

    @property
    def markup(self) -> str:
        """What stands between the start and the end tag, as written, CDATA wrappers removed."""
        inner = self._source[_start_tag_end(self._source, self._start) : self._end]
        text = inner.decode("utf-8", "replace").strip()
        return text.removeprefix("<![CDATA[").removesuffix("]]>") if text.startswith("<![CDATA[") else text

    def attribute_place(self, name: str) -> tuple[int, int]:
        """Line and column of an attribute's name; the element's own place when it has no such attribute."""
        end = _start_tag_end(self._source, self._start)
        head = self._source[self._start : end].decode("utf-8", "replace")
        for match in _ATTRIBUTE.finditer(head):
            if match[1].lower() == name.lower():
                before = head[: match.start()]
                newlines = before.count("\n")
                if newlines:
                    return self.line + newlines, len(before) - before.rindex("\n")
                return self.line, self.column + len(before)
        return self.line, self.column


class Tree:
    """A parsed config: the root element, the comments and the text they came from."""

    def __init__(self, text: str, root: Element, comments: list[str]) -> None:
        self.text = text
        self.root = root
        self.comments = comments

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        return tuple(self.root.walk())


def parse(text: object) -> Tree:
    """The tree of a config. Raises ConfigError with the parser's text, as Label Studio shows it."""
    if not isinstance(text, str):
        raise ConfigError("can only parse strings")
    if not text.strip():
        raise ConfigError("This field may not be blank.")
    if len(text) > MAX_LENGTH:
        raise ConfigError(f"The config has {len(text)} characters; at most {MAX_LENGTH} are allowed.")
    return _Builder(text).build()


class _Builder:
    def __init__(self, text: str) -> None:
        self._text = text
        # Lone surrogates can't be encoded: they are no characters that XML knows.
        self._source = text.encode("utf-8", "replace")
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.CommentHandler = self._comment
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._open: list[Element] = []
        self._root: Element | None = None
        self._comments: list[str] = []
        self._count = 0

    def build(self) -> Tree:
        try:
            self._parser.Parse(self._source, True)
        except expat.ExpatError as error:
            raise ConfigError(str(error)) from error
        assert self._root is not None
        return Tree(self._text, self._root, self._comments)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber
        if len(self._open) >= MAX_DEPTH:
            raise ConfigError(f"Tags are nested more than {MAX_DEPTH} deep: line {line}, column {column}")
        if self._count > MAX_ELEMENTS:
            raise ConfigError(f"The config has more than {MAX_ELEMENTS} tags: line {line}, column {column}")
        parent = self._open[-1] if self._open else None
        element = Element(tag, attributes, line, column + 1, parent)
        element._source = self._source
        element._start = self._parser.CurrentByteIndex
        if parent is None:
            self._root = element
        else:
            parent.children.append(element)
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        self._open.pop()._end = self._parser.CurrentByteIndex

    def _characters(self, data: str) -> None:
        if self._open:
            self._open[-1]._texts.append(data)

    def _comment(self, data: str) -> None:
        self._comments.append(data)

    def _doctype(self, name: str, system_id: str | None, public_id: str | None, _subset: int) -> None:
        raise ConfigError(f"DTDForbidden(name='{name}', system_id={system_id!r}, public_id={public_id!r})")


def _start_tag_end(source: bytes, start: int) -> int:
    """Index after the `>` that closes the start tag at `start`; quotes may hold a `>`."""
    quote = 0
    for index in range(start, len(source)):
        byte = source[index]
        if quote:
            if byte == quote:
                quote = 0
        elif byte in b"\"'":
            quote = byte
        elif byte == 0x3E:
            return index + 1
    return len(source)
