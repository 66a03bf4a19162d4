"""Items of a JSON document that is read through a window: the same as when it is read whole, wherever blocks begin and end."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelwright.imports.json_items import split, whole
from labelwright.imports.json_window import Window
from labelwright.imports.readers import Unreadable

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**64) | st.floats(allow_nan=False, allow_infinity=False) | TEXT
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=20)
# Items that begin alike, and so does what is inside them.
ALIKE = st.recursive(SCALARS, lambda inner: st.lists(st.fixed_dictionaries({"a": inner, "b": inner})), max_leaves=20)
LISTS = st.lists(VALUES) | st.lists(st.fixed_dictionaries({"a": ALIKE}))
BLANKS = st.text(" \t\r\n", max_size=4)


@st.composite
def documents(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> tuple[Any, bytes]:
    """A value and its text, with odd blanks and with escapes where JSON allows them."""
    value = draw(values)
    text = json.dumps(
        value,
        ensure_ascii=draw(st.booleans()),
        indent=draw(st.sampled_from([None, 0, 3])),
        separators=(draw(BLANKS) + ",", ":" + draw(BLANKS)),
    )
    return value, (draw(BLANKS) + text + draw(BLANKS)).encode()


def items(document: bytes, block: int) -> list[Any]:
    return list(split(Window(io.BytesIO(document), block)))


@given(documents(LISTS), st.integers(1, 400))
def test_a_list_gives_its_items_wherever_blocks_end(made: tuple[Any, bytes], block: int) -> None:
    value, document = made
    assert items(document, block) == value == json.loads(document)


@given(documents(VALUES.filter(lambda value: not isinstance(value, list))), st.integers(1, 40))
def test_anything_else_is_one_item(made: tuple[Any, bytes], block: int) -> None:
    value, document = made
    assert items(document, block) == [value]
    assert whole(io.BytesIO(document)) == value


@given(documents(LISTS.filter(bool)), st.integers(1, 400), st.data())
def test_a_document_that_is_cut_off_is_refused_at_its_end(
    made: tuple[Any, bytes], block: int, data: st.DataObject
) -> None:
    document = made[1].rstrip()
    cut = document[: data.draw(st.integers(0, len(document) - 1))]
    with pytest.raises(Unreadable, match=r"^not valid JSON, .* at line \d+, column \d+$"):
        items(cut, block)


@given(documents(LISTS), st.integers(1, 400), st.data())
def test_a_byte_too_much_is_read_as_json_reads_it(made: tuple[Any, bytes], block: int, data: st.DataObject) -> None:
    """Refused where the standard library refuses it; where it still is JSON, the items are the same."""
    document = made[1]
    at = data.draw(st.integers(0, len(document)))
    document = (
        document[:at]
        + data.draw(st.sampled_from([b"]", b"[", b"{", b"}", b",", b":", b'"', b"\\", b"1", b"-", b"\0", b"\xff"]))
        + document[at:]
    )
    try:
        expected = json.loads(document.decode())
        # Half a character is no text, though the standard library takes it.
        json.dumps(expected, ensure_ascii=False).encode()
    except ValueError:
        with pytest.raises(Unreadable):
            items(document, block)
    else:
        assert items(document, block) == (expected if isinstance(expected, list) else [expected])


@pytest.mark.parametrize("block", [1, 7, 1000])
@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b"", "not valid JSON, it ends too early at line 1, column 1"),
        (b" \n ", "not valid JSON, it ends too early at line 2, column 2"),
        (b'[{"a": 1},\n {"a": 2}', "not valid JSON, it ends too early at line 2, column 10"),
        (b'[{"a": 1},\n\n {"a" 2}]', "not valid JSON, expected ':' at line 3, column 7"),
        (b'[{"a": 1}\n{"a": 2}]', "not valid JSON, expected ',' or ']' at line 2, column 1"),
        (b"[1, 2]\n]", "not valid JSON, trailing characters at line 2, column 1"),
        (b"[1, ]", "not valid JSON, invalid character at line 1, column 5"),
        (b"[,1]", "not valid JSON, invalid character at line 1, column 2"),
        (b"{} {}", "not valid JSON, trailing characters at line 1, column 4"),
        (b'[1, "\xff"]', "item 1: the JSON is not valid UTF-8"),
        (b"[1, 1e999]", "item 1: not valid JSON, Number out of range"),
        (b'[{"a": 1}, {"a": 1e999}, {"a": 2}, {"a" 3}]', "item 1: not valid JSON, Number out of range - at `$[...]`"),
        (b'[{"a": 1}, {"a": 2}, {"a": 3},, {"a": 4}]', "not valid JSON, invalid character at line 1, column 31"),
        (b'[{"a": 1}, {"a": 2}], {"a": 3}]', "not valid JSON, trailing characters at line 1, column 21"),
        (b'["\\ud800"]', "not valid JSON, it ends too early at line 1, column 11"),
        (b'["\\ud800 and more"]', "not valid JSON, unexpected end of hex escape at line 1, column 9"),
        (b"[" * 200_000, "the JSON is nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(document: bytes, message: str, block: int) -> None:
    with pytest.raises(Unreadable) as refused:
        items(document, block)
    assert refused.value.detail == message


class _Endless(io.BytesIO):
    """A list that never ends; `taken` is how much of it was read."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        assert size
        text = b"[" + b"123456789," * ((self.taken + size) // 10 + 1)
        self.taken += size
        return text[self.taken - size : self.taken]


def test_no_more_is_read_than_the_items_that_were_taken_and_a_block() -> None:
    document = _Endless()
    taken = split(Window(document, 1000))
    for count in range(1, 1001):
        assert next(taken) == 123456789
        assert document.taken <= 10 * count + 2 * 1000
