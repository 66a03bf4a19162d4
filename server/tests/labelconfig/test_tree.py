"""Parsing: hostile and broken texts are refused, places are exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelwright.labelconfig import Config, ConfigError, parse, problems, validate
from labelwright.labelconfig.check import MAX_PROBLEMS
from labelwright.labelconfig.tree import MAX_DEPTH, MAX_ELEMENTS, MAX_LENGTH


def refusal(text: object) -> str:
    with pytest.raises(ConfigError) as caught:
        validate(text)
    return caught.value.detail


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "can only parse strings"),
        (7, "can only parse strings"),
        ("", "This field may not be blank."),
        ("  \n", "This field may not be blank."),
        ("<View>\x00</View>", "not well-formed (invalid token): line 1, column 6"),
        ("<View>\ud800</View>", None),
    ],
)
def test_what_is_no_text_is_refused(text: object, message: str | None) -> None:
    if message is None:
        validate(text)
    else:
        assert refusal(text) == message


def test_entities_and_external_documents_never_load() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;">]><View>&d;</View>'
    assert refusal(bomb).startswith("DTDForbidden(name='a'")
    external = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><View/>'
    assert refusal(external) == "DTDForbidden(name='a', system_id='file:///etc/passwd', public_id=None)"


def test_size_depth_and_number_of_tags_are_limited() -> None:
    assert "nested more than" in refusal("<View>" * (MAX_DEPTH + 1) + "</View>" * (MAX_DEPTH + 1))
    assert "more than" in refusal("<View>" + "<A/>" * MAX_ELEMENTS + "</View>")
    assert "at most" in refusal(" " * MAX_LENGTH + "<View/>")


def test_an_encoding_declaration_does_not_change_how_text_is_read() -> None:
    assert parse('<?xml version="1.0" encoding="utf-16"?><View a="é"/>').root.attributes == {"a": "é"}


def test_attributes_are_found_in_any_case_and_as_written_first() -> None:
    root = parse('<View NAME="x" name="y" Value=""/>').root
    assert (root.get("name"), root.get("NAME"), root.get("Name"), root.get("value")) == ("y", "x", "x", "")
    assert root.get("toName") is None


def test_places_of_attributes_behind_line_breaks_and_quoted_brackets() -> None:
    root = parse("<View title=\"a > b\"\n   hotkey='c'/>").root
    assert root.attribute_place("title") == (1, 7)
    assert root.attribute_place("hotkey") == (2, 4)
    assert root.attribute_place("missing") == (1, 1)


def test_a_config_is_parsed_once() -> None:
    assert Config.of("<View><!-- once --></View>") is Config.of("<View><!-- once --></View>")


def test_all_mistakes_of_a_broken_text_are_named_with_what_to_write() -> None:
    found = problems('<View>\n<Text name=t>\n<Choices a>\n<Header value="x & y"/>\n</View>')
    assert [(one.line, one.column, one.message) for one in found] == [
        (2, 1, "<Text> is never closed."),
        (2, 7, "The value of name needs quotes."),
        (3, 1, "<Choices> is never closed."),
        (3, 10, "a has no value."),
        (4, 18, "Write &amp; for a plain &."),
    ]


def test_when_only_the_parser_knows_its_words_are_used() -> None:
    (only,) = problems("<View>\x01</View>")
    assert (only.line, only.column, only.message) == (1, 7, "not well-formed (invalid token): line 1, column 6")


def test_a_hostile_text_gives_a_bounded_number_of_problems() -> None:
    assert len(problems("<a " * 5000)) == 100


# Pieces apart by blanks; every text made of them is nearly XML.
PIECES = '<View> </View> <Text name= "t" \' " > /> < & &amp; <!-- --> ]]> é😀 <![CDATA[ <!DOCTYPE <?xml?> { <Choices toName="t" </ <Label value=\'A\'/>'
TOKENS = st.sampled_from([*PIECES.split(), " ", "\n", "\x00", ' value="$x"'])


@given(st.one_of(st.text(), st.lists(TOKENS).map("".join)))
def test_no_text_makes_the_parser_or_the_checker_fall_over(text: str) -> None:
    found = problems(text)
    try:
        validate(text)
        refused = False
    except ConfigError:
        refused = True
    assert refused is any(problem.severity == "error" for problem in found)
    lines = text.count("\n") + 1
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in found)


def test_a_config_of_many_wrong_tags_is_checked_in_bounds() -> None:
    wrong = "".join(f'<Txt{number} name="n{number}" toName="m{number}"/>' for number in range(3000))
    assert len(problems(f"<View>{wrong}</View>")) == MAX_PROBLEMS
