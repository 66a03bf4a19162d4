"""Checking imported tasks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelwright.labelconfig import Config
from labelwright.labelconfig.taskdata import lookup


def config(inner: str) -> Config:
    return Config.of(f"<View>{inner}</View>")


@pytest.mark.parametrize(
    ("inner", "data", "fits"),
    [
        ('<Image name="i" value="$u"/>', {"u": ["a", "b"]}, True),
        ('<Image name="i" value="$u"/>', {"u": 5}, False),
        ('<Taxonomy name="x" toName="x" value="$o"/>', {"o": None}, True),
        ('<Choices name="x" toName="x" value="$o"/>', {"o": None}, False),
        ('<RectangleLabels name="x" toName="x" value="$o"/>', {"o": []}, True),
        ('<Rating name="x" toName="x" value="$o"/>', {"o": 5}, False),
        ('<Frame name="x" value="$o"/>', {"o": "s"}, True),
        ('<AudioPlus name="x" value="$o"/>', {"o": "s"}, True),
        ('<Image name="i" valueList="$pages"/>', {}, True),
    ],
)
def test_each_tag_takes_its_types(inner: str, data: dict[str, Any], fits: bool) -> None:
    assert (config(inner).validate_task_data(data) == []) is fits


def test_a_key_with_dots_is_taken_as_it_is_before_it_is_a_path() -> None:
    dotted = config('<Text name="t" value="$a.b"/>')
    assert dotted.validate_task_data({"a.b": "x"}) == []
    assert dotted.validate_task_data({"a": {"b": "x"}}) == []
    assert dotted.validate_task_data({"a": {"c": "x"}}) == ['"a.b" key is expected in task data']


def test_paths_lead_through_lists_and_end_at_their_edge() -> None:
    data = {"a": [{"b": [1, 2]}]}
    assert lookup(data, "a[0].b[1]") == 2
    for key in ("a[1]", "a[0].c", "a.b", "a[0].b[0].d"):
        with pytest.raises(KeyError):
            lookup(data, key)


def test_files_get_the_first_key_of_the_config() -> None:
    two = config('<Text name="t" value="$first"/><Text name="u" value="$second"/>')
    assert two.with_key({"$undefined$": "x", "second": "y"}) == {"first": "x", "second": "y"}
    assert config("").with_key({"$undefined$": "x"}) == {"$undefined$": "x"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(JSON)
def test_no_data_makes_the_check_fall_over(value: Any) -> None:
    every = config(
        '<Text name="a" value="$k"/><Image name="b" value="$k.x[0]"/><List name="c" value="$m"/>'
        '<Repeater on="$k"><Text name="d_{{idx}}" value="$k[{{idx}}].u"/></Repeater>'
    )
    messages = every.validate_task_data({"k": value, "m": value})
    assert all(isinstance(message, str) for message in messages)
