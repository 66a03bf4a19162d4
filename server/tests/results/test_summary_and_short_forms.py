"""What a project counts, short forms of predictions, and masks that are none."""

from collections import Counter
from typing import Any

import pytest

from labelwright.errors import Invalid
from labelwright.labelconfig import Config
from labelwright.results import (
    from_shorthand,
    preannotated_from_fields,
    result_count,
    summarise,
    validate_result,
)
from labelwright.results.kinds import mask

CONFIG = Config.of(
    '<View><Text name="t" value="$t"/><Choices name="mood" toName="t"><Choice value="A"/></Choices>'
    '<Rating name="stars" toName="t"/><Number name="n" toName="t"/><TextArea name="said" toName="t"/></View>'
)


def region(name: str, kind: str, value: Any, identity: str | None = "r") -> dict[str, Any]:
    return {"id": identity, "from_name": name, "to_name": "t", "type": kind, "value": value}


def test_results_and_labels_are_counted() -> None:
    summary = summarise(
        [
            region("k", "labels", {"labels": ["A", "B"]}),
            region("k", "labels", {"labels": ["A"]}),
            region("c", "choices", {"choices": [["X", "Y"]]}),
            region("x", "taxonomy", {"taxonomy": [["X"], ["X", "Z"]]}),
            region("v", "videorectangle", {"sequence": [], "labels": ["Car"]}),
            region("s", "textarea", {"text": ["free words"]}),
            region("r", "rating", {"rating": 3}),
            region("p", "pairwise", {"selected": "left"}),
            {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["is"]},
            {"from_name": "nothing"},
            {"type": "choices", "to_name": "t", "value": {"choices": ["nameless"]}},
            "odd",
        ]
    )
    assert summary.keys == {
        "k|t|labels": 2,
        "c|t|choices": 1,
        "x|t|taxonomy": 1,
        "v|t|videorectangle": 1,
        "s|t|textarea": 1,
        "r|t|rating": 1,
    }
    assert summary.labels == {
        "k": Counter(A=2, B=1),
        "c": Counter(X=1, Y=1),
        "x": Counter(X=2, Z=1),
        "v": Counter(Car=1),
    }


@pytest.mark.parametrize("result", [None, [], "text", {}])
def test_an_empty_or_odd_result_counts_nothing(result: Any) -> None:
    assert (summarise(result).keys, result_count(result)) == ({}, 0)


def test_regions_are_counted_by_their_id() -> None:
    regions = [region("k", "labels", {}, identity) for identity in ("a", "a", "b", None, None)]
    assert result_count(regions) == 3
    assert result_count([{"id": ["odd"]}, {}, {}]) == 2


@pytest.mark.parametrize(
    ("short", "name", "value"),
    [
        ({"choices": ["A"]}, "mood", {"choices": ["A"]}),
        ({"choices": "A"}, "mood", {"choices": ["A"]}),
        ({"textarea": "hello"}, "said", {"text": ["hello"]}),
        ({"rating": 3}, "stars", {"rating": 3}),
        ({"number": {"number": 2.5}}, "n", {"number": 2.5}),
        ("A", "mood", {"choices": ["A"]}),
        (4, "stars", {"rating": 4}),
        (2.5, "n", {"number": 2.5}),
    ],
)
def test_a_short_form_becomes_a_result_of_the_first_control_that_takes_it(short: Any, name: str, value: Any) -> None:
    (item,) = from_shorthand(CONFIG, short)
    assert (item["from_name"], item["to_name"], item["value"]) == (name, "t", value)
    assert validate_result([item], CONFIG) == []


def test_a_list_is_a_result_already() -> None:
    assert from_shorthand(CONFIG, [1, 2]) == [1, 2]


@pytest.mark.parametrize("short", [{"brushlabels": []}, True, None])
def test_what_no_control_takes_is_refused(short: Any) -> None:
    with pytest.raises(Invalid):
        from_shorthand(CONFIG, short)


def test_fields_of_the_task_become_predictions() -> None:
    data = {"mood": "A", "stars": 4, "said": ["x", "y"], "other": "B"}
    made = preannotated_from_fields(CONFIG, data, list(data))
    assert [prediction["result"][0]["value"] for prediction in made] == [
        {"choices": ["A"]},
        {"rating": 4},
        {"text": ["x", "y"]},
        {"choices": ["B"]},
    ]
    assert {(prediction["score"], prediction["model_version"]) for prediction in made} == {(1.0, "preannotated")}
    assert made[3]["result"][0]["to_name"] == "text"


def test_a_field_that_the_task_lacks_is_refused() -> None:
    with pytest.raises(Invalid) as caught:
        preannotated_from_fields(CONFIG, {"mood": "A"}, ["stars"])
    assert caught.value.errors == {"non_field_errors": ['Preannotated field "stars" is not in the task data.']}


@pytest.mark.parametrize(
    ("rle", "message"),
    [
        ([], "ends before"),
        ([0, 0, 0, 200, 57, 27, 252], "ends before"),
        ([300], "whole numbers from 0 to 255"),
        (["a"], "whole numbers from 0 to 255"),
        ([255, 255, 255, 255, 57, 27, 252, 0], "values of 8 bits"),
        ([0, 0, 0, 4, 1, 27, 252, 0], "values of 1 bits"),
    ],
)
def test_bytes_that_are_no_mask_are_refused(rle: list[Any], message: str) -> None:
    with pytest.raises(mask.MaskError, match=message):
        mask.decode(rle)


def test_a_mask_of_another_size_is_refused() -> None:
    with pytest.raises(mask.MaskError, match="has 4 values; its image needs 24"):
        mask.alpha(mask.from_alpha(bytes(1)), 3, 2)


def test_a_few_bytes_cannot_ask_for_much_memory() -> None:
    promise = [0x77, 0x35, 0x94, 0x00, 57, 27, 252, 0]
    with pytest.raises(mask.MaskError, match="promises 2000000000 values"):
        mask.decode(promise)


def test_runs_longer_than_the_widest_field_are_split() -> None:
    alpha = bytes(100_000) + b"\xff" * 100_000
    assert mask.alpha(mask.from_alpha(alpha), 400, 500) == alpha
