"""What is found in a field of a JSON text is never missed by the look at the text as it is written, however it is spelled."""

import json
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from sqlalchemy import String, cast, create_engine, func, literal, select

from labelwright.datamanager.verbatim import is_verbatim, may_hold

TEXT = st.text("abÉ中 %_\\/'\"\n77.eE-{[:,", max_size=6)
SCALAR = TEXT | st.booleans() | st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUE = st.recursive(SCALAR, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3))
# Numbers that are written otherwise when they are read.
SPELLED = st.sampled_from(["1e2", "1.50", "-0", "1e999", "12345678901234567890", "1E-3"])
BLANKS = st.sampled_from([None, (",", ":"), (" ,\t", " : ")])
ENGINE = create_engine("sqlite://")


@st.composite
def documents(draw: st.DrawFn) -> str:
    """The JSON of a task with a field `f`."""
    ascii_only, separators, indent = draw(st.booleans()), draw(BLANKS), draw(st.sampled_from([None, 1]))
    spelled = st.builds(
        json.dumps, VALUE, ensure_ascii=st.just(ascii_only), separators=st.just(separators), indent=st.just(indent)
    )
    return f'{{"other": {draw(spelled)}, "f":{draw(spelled | SPELLED)}}}'


def found(document: str, word: str) -> bool:
    with ENGINE.connect() as connection:
        return bool(connection.execute(select(may_hold(literal(document), word))).scalar_one())


@given(documents(), st.data())
def test_a_text_of_a_field_stands_in_the_json(document: str, data: Any) -> None:
    with ENGINE.connect() as connection:
        text = connection.execute(select(cast(func.json_extract(document, "$.f"), String))).scalar_one()
    assume(text)
    first = data.draw(st.integers(0, len(text) - 1))
    wanted = text[first : data.draw(st.integers(first + 1, len(text)))]
    for word in (wanted, wanted.upper(), wanted.lower()):
        assert not is_verbatim(word) or found(document, word)


def test_a_text_may_be_written_with_other_signs() -> None:
    assert found(r'{"f": "\u0044ocument"}', "Document")
    assert not found('{"f": "Dokument"}', "Document")


def test_what_no_number_is_spelled_with_is_looked_for_as_it_is_written() -> None:
    assert [
        word
        for word in ("Document 77", "hello", "中文", "77", "1e2", "-1.5", "Inf", "a:b", 'say "x"', "éa", "a\\b")
        if is_verbatim(word)
    ] == [
        "Document 77",
        "hello",
        "中文",
    ]
