"""All mistakes of a config that is not well-formed XML, where the parser stops at the first.

A forgiving reader: it takes tags as they come, remembers which are open, and reports what an XML parser would trip
over. It never decides whether a text is XML; it only explains why it is not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from labelwright.labelconfig.problems import Problem
from labelwright.labelconfig.tree import MAX_DEPTH

MAX_PROBLEMS = 100
"""More don't help anybody, and a hostile text may have millions."""

_TOKEN = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))|(?P<cdata><!\[CDATA\[.*?(?:\]\]>|\Z))|(?P<doctype><![^\[>]*(?:\[[^\]]*\]\s*)?>?)|(?P<pi><\?.*?(?:\?>|\Z))"
    r"|</(?P<end>[^\s<>/]*)\s*>?"
    r"""|<(?P<start>[^\s<>/!?"'=]+)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<close>/?>|(?=<)|\Z)"""
    r"|(?P<stray><)|(?P<text>[^<]+)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=/"'<>]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'<>/]+)?)?|\s*(?P<junk>\S)"""
)
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
_PARSER_PLACE = re.compile(r"line (\d+), column (\d+)")


def scan(text: str, parser_message: str) -> list[Problem]:
    """The mistakes in order; when nothing is found, what the parser said."""
    found = _Scan(text).problems() if isinstance(text, str) else []
    if found:
        return found[:MAX_PROBLEMS]
    place = _PARSER_PLACE.search(parser_message)
    line, column = (int(place[1]), int(place[2]) + 1) if place else (1, 1)
    return [Problem(line, column, "", "xml", parser_message, "error")]


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._open: list[tuple[str, int]] = []
        self._roots = 0
        self._cut_off: set[int] = set()
        """Places of tags without their `>`: that they are not closed either goes without saying."""

    def problems(self) -> list[Problem]:
        found: list[Problem] = []
        for problem in self._read():
            found.append(problem)
            if len(found) >= MAX_PROBLEMS:
                return found
        return sorted(found, key=lambda problem: (problem.line, problem.column))

    def _read(self) -> Iterator[Problem]:
        for token in _TOKEN.finditer(self._text):
            kind = token.lastgroup if token["start"] is None else "start"
            yield from getattr(self, f"_on_{kind}", self._ignore)(token)
        for tag, place in self._open:
            if place not in self._cut_off:
                yield self._problem(place, tag, f"<{tag}> is never closed.", f"</{tag}>")

    def _ignore(self, _token: re.Match[str]) -> Iterator[Problem]:
        return iter(())

    def _on_comment(self, token: re.Match[str]) -> Iterator[Problem]:
        if not token[0].endswith("-->"):
            yield self._problem(token.start(), "", "This comment is never closed.", "-->")
        elif "--" in token[0][4:-3]:
            yield self._problem(token.start() + token[0].index("--", 4), "", "A comment must not contain --.")

    def _on_cdata(self, token: re.Match[str]) -> Iterator[Problem]:
        if not token[0].endswith("]]>"):
            yield self._problem(token.start(), "", "This CDATA section is never closed.", "]]>")

    def _on_doctype(self, token: re.Match[str]) -> Iterator[Problem]:
        yield self._problem(token.start(), "", "Document types are not allowed.")

    def _on_text(self, token: re.Match[str]) -> Iterator[Problem]:
        if not self._open and token[0].strip():
            place = token.start() + len(token[0]) - len(token[0].lstrip())
            yield self._problem(place, "", "Text stands outside the root tag.")
        for ampersand in _BARE_AMPERSAND.finditer(token[0]):
            yield self._problem(token.start() + ampersand.start(), "", "Write &amp; for a plain &.", "&amp;")

    def _on_stray(self, token: re.Match[str]) -> Iterator[Problem]:
        yield self._problem(token.start(), "", "Write &lt; for a plain <.", "&lt;")

    def _on_end(self, token: re.Match[str]) -> Iterator[Problem]:
        tag = token["end"]
        if not token[0].endswith(">"):
            yield self._problem(token.start(), tag, f"</{tag} lacks its >.", f"</{tag}>")
        if tag not in (name for name, _ in self._open[-MAX_DEPTH:]):
            expected = f"; <{self._open[-1][0]}> is open" if self._open else ""
            suggestion = f"</{self._open[-1][0]}>" if self._open else None
            yield self._problem(token.start(), tag, f"</{tag}> closes nothing{expected}.", suggestion)
            return
        while self._open:
            name, place = self._open.pop()
            if name == tag:
                return
            if place not in self._cut_off:
                yield self._problem(place, name, f"<{name}> is never closed.", f"</{name}>")

    def _on_start(self, token: re.Match[str]) -> Iterator[Problem]:
        tag = token["start"]
        if not self._open:
            self._roots += 1
            if self._roots > 1:
                yield self._problem(token.start(), tag, f"<{tag}> is a second root: a config has one tag around all.")
        yield from self._attributes(token)
        if not token["close"]:
            self._cut_off.add(token.start())
            yield self._problem(token.start(), tag, f"<{tag} lacks its >.", ">")
        elif token["close"] == "/>" or token["attributes"].rstrip().endswith("/"):
            return
        self._open.append((tag, token.start()))

    def _attributes(self, token: re.Match[str]) -> Iterator[Problem]:
        tag, start = token["start"], token.start("attributes")
        seen: set[str] = set()
        for attribute in _ATTRIBUTE.finditer(token["attributes"].rstrip("/ \t\r\n")):
            name, value = attribute["name"], attribute["value"]
            place = start + attribute.start("name" if name else "junk")
            if not name:
                yield self._problem(place, tag, f"{attribute['junk']} has no place in <{tag}>.")
            elif not value:
                yield self._problem(place, tag, f"{name} has no value.", f'{name}=""')
            elif value[0] not in "\"'":
                yield self._problem(place, tag, f"The value of {name} needs quotes.", f'{name}="{value}"')
            elif name in seen:
                yield self._problem(place, tag, f"{name} is there twice.")
            else:
                for ampersand in _BARE_AMPERSAND.finditer(value):
                    place = start + attribute.start("value") + ampersand.start()
                    yield self._problem(place, tag, "Write &amp; for a plain &.", "&amp;")
            if name:
                seen.add(name)

    def _problem(self, place: int, tag: str, message: str, suggestion: str | None = None) -> Problem:
        line = bisect_right(self._line_starts, place)
        column = place - self._line_starts[line - 1] + 1
        return Problem(line, column, tag, "xml", message, "error", suggestion)
