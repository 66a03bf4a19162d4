"""What the API says about a config beyond the shared cases."""

import pytest

from labelwright.labelconfig import Config

TEXT = '<Text name="t" value="$t"/>'
LABELS = '<Labels name="k" toName="t"><Label value="A"/><Label value="B"/></Labels>'


def config(inner: str) -> Config:
    return Config.of(f"<View>{inner}</View>")


def test_weights_keep_what_is_known_of_the_same_control() -> None:
    known = {"k": {"overall": 0.5, "type": "Labels", "labels": {"A": 0.2, "Old": 9}}, "gone": {}}
    assert config(TEXT + LABELS).control_weights(known) == {
        "k": {"overall": 0.5, "type": "Labels", "labels": {"A": 0.2, "B": 1.0}}
    }
    assert config(TEXT + LABELS).control_weights({"k": {"type": "Choices", "overall": 3}})["k"]["overall"] == 1.0
    assert config(TEXT + LABELS).control_weights({"k": "nonsense"})["k"]["labels"] == {"A": 1.0, "B": 1.0}


@pytest.mark.parametrize(
    ("inner", "suits"),
    [
        (TEXT, True),
        (TEXT + '<Choices name="c" toName="t"><Choice value="A"/></Choices>', True),
        (TEXT + '<TextArea name="c" toName="t"/><Rating name="r" toName="t"/><Number name="n" toName="t"/>', True),
        (TEXT + '<Choices name="c" toName="t" value="$o"/>', False),
        (TEXT + '<Choices name="c" toName="t" perRegion="true"><Choice value="A"/></Choices>', False),
        (TEXT + '<Rating name="r" toName="t" perItem="true"/>', False),
        (TEXT + LABELS, False),
        (TEXT + '<Taxonomy name="x" toName="t"><Choice value="A"/></Taxonomy>', True),
        (TEXT + '<Taxonomy name="x" toName="t" labeling="true"><Choice value="A"/></Taxonomy>', False),
        (TEXT + '<Taxonomy name="x" toName="t" apiUrl="/t"/>', False),
        ('<Image name="i" value="$i"/><Brush name="b" toName="i"/>', False),
    ],
)
def test_one_answer_for_many_tasks_needs_no_regions_pages_or_options_from_the_task(inner: str, suits: bool) -> None:
    assert config(inner).suits_bulk_annotation is suits


def test_names_made_by_a_repeater_belong_to_their_control() -> None:
    repeated = config(
        '<Repeater on="$p"><Image name="i.{{idx}}" value="$p[{{idx}}]"/>'
        '<Rectangle name="r.{{idx}}" toName="i.{{idx}}"/></Repeater>'
    )
    assert repeated.control("r.12") is repeated.controls["r.{{idx}}"]
    assert repeated.object("i.0") is repeated.objects["i.{{idx}}"]
    assert repeated.control("rx12") is None


def test_an_empty_view_is_the_default_config() -> None:
    assert Config.of("<View></View>").is_default
    assert not config(TEXT).is_default


def test_an_address_makes_a_control_dynamic_and_a_plain_value_does_not() -> None:
    controls = config(
        TEXT + '<Taxonomy name="a" toName="t" apiUrl="x"/><TextArea name="b" toName="t" value="x"/>'
    ).controls
    assert (controls["a"].dynamic, controls["b"].dynamic) == (True, False)
