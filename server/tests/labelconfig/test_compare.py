"""Changing the config of a project with annotations."""

import pytest

from labelwright.labelconfig import Config, Summary, compare

TEXT = '<Text name="text" value="$t"/>'


def choices(*values: str, name: str = "c", extra: str = "") -> str:
    return (
        f'<Choices name="{name}" toName="text"{extra}>'
        + "".join(f'<Choice value="{v}"/>' for v in values)
        + "</Choices>"
    )


def config(*inner: str) -> Config:
    return Config.of("<View>" + TEXT + "".join(inner) + "</View>")


OLD = config(choices("A", "B"))
USED = Summary(annotations={"c|text|choices": 2}, labels={"c": {"A": 2}}, draft_labels={"c": {"A": 2, "B": 1}})


def messages(new: Config, summary: Summary = USED, strict: bool = True, **more: object) -> list[str]:
    return compare(OLD, new, summary, strict=strict, **more).messages  # type: ignore[arg-type]


def test_the_same_config_and_an_unused_label_are_no_matter() -> None:
    assert messages(OLD) == []
    assert messages(config(choices("A", "B", "C"))) == []
    assert messages(config(choices("A")), Summary({"c|text|choices": 2}, {"c": {"A": 2}})) == []


def test_a_used_label_may_not_go_when_strict() -> None:
    assert messages(config(choices("B"))) == [
        "These labels still exist in annotations or drafts:\nA (2 annotations, 2 drafts)\n"
        'Please add labels to tag with name="c".'
    ]
    assert messages(config(choices("B")), strict=False) == []


@pytest.mark.parametrize("strict", [True, False])
def test_a_used_control_may_never_go(strict: bool) -> None:
    assert messages(config(choices("A", "B", name="d")), strict=strict) == [
        "Created annotations are incompatible with provided labeling schema, we found:\n"
        "2 with from_name=c, to_name=text, type=choices",
        'There are 5 annotation(s) created with tag "c", you can\'t remove it',
    ]


def test_another_type_or_object_is_incompatible() -> None:
    rating = config('<Rating name="c" toName="text"/>')
    assert "type=choices" in messages(rating)[0]
    moved = Config.of(
        "<View>" + TEXT + '<Text name="u" value="$u"/>' + choices("A", "B").replace('"text"', '"u"') + "</View>"
    )
    assert "to_name=text" in messages(moved)[0]


def test_texts_and_messages_are_free_to_move() -> None:
    summary = Summary({"gone|elsewhere|textarea": 4, "talk|talk|chatmessage": 1})
    assert messages(OLD, summary) == []


def test_options_from_the_task_and_labels_added_by_annotators_are_not_missed() -> None:
    assert messages(config('<Choices name="c" toName="text" value="$options"/>')) == []
    assert messages(config(choices("B")), extra_labels={"c": {"A": 1}}) == []


def test_tracks_accept_the_labels_of_any_control() -> None:
    video = '<Video name="text" value="$v"/><VideoRectangle name="box" toName="text"/>'
    new = Config.of(f'<View>{video}<Labels name="other" toName="text"><Label value="Car"/></Labels></View>')
    summary = Summary({"box|text|videorectangle": 1}, {"box": {"Car": 1}})
    assert messages(new, summary) == []


def test_copies_of_a_repeater_are_found_by_their_pattern() -> None:
    def repeated(*labels: str) -> Config:
        options = "".join(f'<Label value="{label}"/>' for label in labels)
        return Config.of(
            f'<View><Repeater on="$p"><Text name="p_{{{{idx}}}}" value="$p[{{{{idx}}}}]"/>'
            f'<Labels name="l_{{{{idx}}}}" toName="p_{{{{idx}}}}">{options}</Labels></Repeater></View>'
        )

    summary = Summary({"l_0|p_0|labels": 2}, {"l_0": {"Header": 2}})
    assert compare(repeated("Header", "Body"), repeated("Header"), summary, strict=True).messages == []
    lost = compare(repeated("Header", "Body"), repeated("Body"), summary, strict=True).messages
    assert lost == [
        "These labels still exist in annotations or drafts:\nHeader (2 annotations, 0 drafts)\n"
        'Please add labels to tag with name="l_0".'
    ]


@pytest.mark.parametrize(
    ("new", "changed"),
    [
        (OLD, None),
        (config(choices("A", "B", "C")), None),
        (config(choices("A")), True),
        (config(choices("A", "B"), choices("X", name="d")), True),
        (config('<Taxonomy name="c" toName="text"><Choice value="A"/><Choice value="B"/></Taxonomy>'), True),
        (Config.of("<View>" + TEXT.replace("$t", "$other") + choices("A", "B") + "</View>"), True),
        (config(), None),
    ],
)
def test_what_changes_the_meaning_of_the_data_is_said(new: Config, changed: bool | None) -> None:
    assert compare(OLD, new, Summary(), strict=True).essential_change is changed
