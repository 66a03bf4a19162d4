"""Does a prediction fit the config?"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelwright.labelconfig import Config
from labelwright.results import validate_prediction, validate_result

TEXT = Config.of(
    '<View><Text name="text" value="$text"/>'
    '<Choices name="sentiment" toName="text"><Choice value="positive"/><Choice value="negative"/></Choices>'
    '<Labels name="entities" toName="text"><Label value="PER"/><Label value="ORG"/></Labels>'
    '<Rating name="quality" toName="text" maxRating="5"/><TextArea name="summary" toName="text"/>'
    '<Taxonomy name="topic" toName="text"><Choice value="A"><Choice value="A1"/></Choice></Taxonomy></View>'
)


def item(from_name: str, type_: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"from_name": from_name, "to_name": "text", "type": type_, "value": value, **more}


GOOD = {
    "choices": item("sentiment", "choices", {"choices": ["positive"]}),
    "labels": item("entities", "labels", {"start": 0, "end": 5, "text": "Maria", "labels": ["PER"]}),
    "rating": item("quality", "rating", {"rating": 4}),
    "textarea": item("summary", "textarea", {"text": ["short"]}),
    "taxonomy": item("topic", "taxonomy", {"taxonomy": [["A", "A1"]]}),
}


@pytest.mark.parametrize("kind", GOOD)
def test_what_fits_is_accepted(kind: str) -> None:
    assert validate_prediction({"result": [GOOD[kind]], "score": 0.5}, TEXT) == []


def test_several_regions_and_none_are_accepted() -> None:
    assert validate_prediction({"result": list(GOOD.values())}, TEXT) == []
    assert validate_prediction({"result": []}, TEXT) == []


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("text", "must be an object"),
        ({k: v for k, v in GOOD["choices"].items() if k != "to_name"}, "Missing required field 'to_name'"),
        ({k: v for k, v in GOOD["choices"].items() if k != "type"}, "Missing required field 'type'"),
        ({k: v for k, v in GOOD["choices"].items() if k != "value"}, "Missing required field 'value'"),
        (GOOD["choices"] | {"from_name": "mood"}, "from_name 'mood' not found in controls: ['entities', 'quality'"),
        (GOOD["choices"] | {"from_name": ["mood"]}, "not found in controls"),
        (GOOD["choices"] | {"to_name": "image"}, "to_name 'image' does not fit 'sentiment', which labels ['text']"),
        (GOOD["choices"] | {"type": "labels"}, "type 'labels' does not fit Choices 'sentiment': ['choices']"),
        (GOOD["choices"] | {"value": ["positive"]}, "value must be an object"),
        (
            item("sentiment", "choices", {"choices": ["angry"]}),
            "'angry' is not among the labels of 'sentiment': ['positive', 'neg",
        ),
        (item("sentiment", "choices", {"choices": "positive"}), "value.choices must be array, got 'positive'"),
        (item("sentiment", "choices", {}), "value lacks 'choices'"),
        (item("quality", "rating", {"rating": 6}), "rating 6 is not between 0 and 5"),
        (item("quality", "rating", {"rating": -1}), "value.rating must be at least 0, got -1"),
        (item("quality", "rating", {"rating": "4"}), "value.rating must be integer, got '4'"),
        (item("quality", "rating", {"rating": True}), "value.rating must be integer, got True"),
        (item("summary", "textarea", {"text": "short"}), "value.text must be array, got 'short'"),
        (item("summary", "textarea", {"text": [1]}), "value.text[0] must be string, got 1"),
        (item("topic", "taxonomy", {"taxonomy": ["A"]}), "value.taxonomy[0] must be array, got 'A'"),
        (item("topic", "taxonomy", {"taxonomy": [["A", "B"]]}), "'B' is not among the labels of 'topic'"),
        (item("entities", "labels", {"start": 0, "end": 5, "text": "Maria"}), "value lacks 'labels'"),
        (
            item("entities", "labels", {"start": 0, "end": 5, "text": "M", "labels": "PER"}),
            "value.labels must be array",
        ),
        (
            item("entities", "labels", {"start": 0, "end": 5, "text": "M", "labels": ["X"]}),
            "'X' is not among the labels",
        ),
        (item("entities", "labels", {"start": 0, "end": 5, "labels": ["PER"]}), "value lacks 'text'"),
        (item("entities", "labels", {"end": 5, "text": "M", "labels": ["PER"]}), "value lacks 'start'"),
        (
            item("entities", "labels", {"start": "0", "end": 5, "text": "M", "labels": ["PER"]}),
            "value.start must be integer",
        ),
        (
            item("entities", "labels", {"start": 5, "end": 1, "text": "M", "labels": ["PER"]}),
            "value.end 1 is before value.start 5",
        ),
    ],
)
def test_what_does_not_fit_is_named_with_its_position(wrong: Any, message: str) -> None:
    (only,) = validate_prediction({"result": [GOOD["rating"], wrong]}, TEXT)
    assert only.startswith("Region 1: ")
    assert message in only


def test_all_mistakes_are_collected() -> None:
    bad = item("sentiment", "choices", {"choices": ["x", "y"]})
    assert len(validate_prediction({"result": [bad, GOOD["rating"], {}], "score": 2}, TEXT)) == 1 + 2 + 4


@pytest.mark.parametrize(
    ("prediction", "messages"),
    [
        ({"score": 0.5}, ['Prediction must have "result" fields']),
        ({"result": None}, ['Prediction must have "result" fields']),
        ({"result": {}}, ["result must be a list"]),
        ([], ["Prediction must be an object"]),
        ({"result": [], "score": 0}, []),
        ({"result": [], "score": "1.0"}, []),
        ({"result": [], "score": 1.01}, ["Score must be between 0.00 and 1.00"]),
        ({"result": [], "score": float("nan")}, ["Score must be between 0.00 and 1.00"]),
        ({"result": [], "score": "high"}, ["Score must be a valid number"]),
        ({"result": [], "score": [1]}, ["Score must be a valid number"]),
    ],
)
def test_result_and_score_of_a_prediction(prediction: Any, messages: list[str]) -> None:
    assert validate_prediction(prediction, TEXT) == messages


def test_the_default_config_takes_anything() -> None:
    assert validate_result([{"odd": 1}], Config.of("<View></View>")) == []


def image(inner: str) -> Config:
    return Config.of(f'<View><Image name="i" value="$u"/>{inner}</View>')


def on_image(from_name: str, type_: str, value: dict[str, Any], identity: str = "r") -> dict[str, Any]:
    return {"id": identity, "from_name": from_name, "to_name": "i", "type": type_, "value": value}


BOX = {"x": 1, "y": 2, "width": 3, "height": 4}
BOXES = image('<RectangleLabels name="k" toName="i"><Label value="A"/></RectangleLabels>')


def test_coordinates_are_at_most_a_hundred() -> None:
    good = on_image("k", "rectanglelabels", {**BOX, "x": -5, "rectanglelabels": ["A"], "more": None})
    assert validate_result([good], BOXES) == []
    bad = on_image("k", "rectanglelabels", {**BOX, "x": 640, "rotation": 400, "rectanglelabels": ["A"]})
    assert validate_result([bad], BOXES) == [
        "Region 0: value.x must be at most 100, got 640",
        "Region 0: value.rotation must be at most 360, got 400",
    ]


def test_labels_from_the_task_are_not_compared() -> None:
    dynamic = image('<RectangleLabels name="k" toName="i" value="$l"><Label value="A"/></RectangleLabels>')
    assert validate_result([on_image("k", "rectanglelabels", {**BOX, "rectanglelabels": ["Z"]})], dynamic) == []


def test_labels_may_be_missing_where_the_set_allows_it() -> None:
    unlabelled = on_image("k", "rectanglelabels", BOX)
    assert validate_result([unlabelled], BOXES) == ["Region 0: value lacks 'rectanglelabels'"]
    allowing = image('<RectangleLabels name="k" toName="i" allowEmpty="true"><Label value="A"/></RectangleLabels>')
    assert validate_result([unlabelled], allowing) == []


def test_labels_beside_a_bare_shape_need_no_place_of_their_own() -> None:
    config = image('<Rectangle name="s" toName="i"/><Labels name="k" toName="i"><Label value="A"/></Labels>')
    shape, labels = on_image("s", "rectangle", BOX), on_image("k", "labels", {"labels": ["A"]})
    assert validate_result([shape, labels], config) == []
    named = on_image("k", "rectanglelabels", {**BOX, "rectanglelabels": ["A"]})
    assert validate_result([named], config) == []
    assert validate_result([on_image("k", "rectanglelabels", {"labels": ["A"]})], config) == [
        f"Region 0: value lacks '{key}'" for key in BOX
    ]


def test_relations_join_regions_of_the_result() -> None:
    regions = [on_image("k", "rectanglelabels", {**BOX, "rectanglelabels": ["A"]}, identity) for identity in "ab"]
    relation = {"type": "relation", "from_id": "a", "to_id": "b", "direction": "bi"}
    assert validate_result([*regions, relation], BOXES) == []
    assert validate_result([*regions, relation | {"to_id": "c", "direction": "up"}], BOXES) == [
        "Region 2: direction 'up' is none of ['left', 'right', 'bi']",
        "Region 2: to_id 'c' is no region of this result",
    ]


def test_content_nested_under_its_own_key_is_unwrapped() -> None:
    assert validate_result([item("sentiment", "choices", {"choices": {"choices": ["positive"]}})], TEXT) == []


def test_texts_that_are_not_saved_need_not_be_there() -> None:
    config = Config.of(
        '<View><Text name="text" value="$u" valueType="url"/><Labels name="k" toName="text"><Label value="A"/></Labels></View>'
    )
    assert validate_result([item("k", "labels", {"start": 0, "end": 1, "labels": ["A"]})], config) == []


def test_odd_limits_in_the_config_do_not_break_the_check() -> None:
    config = Config.of('<View><Text name="text" value="$t"/><Rating name="r" toName="text" maxRating="many"/></View>')
    assert validate_result([item("r", "rating", {"rating": 5})], config) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
NEAR = st.sampled_from(list(GOOD.values())).flatmap(
    lambda good: st.dictionaries(st.sampled_from(["id", "from_name", "to_name", "type", "value"]), JSON).map(
        lambda odd: good | odd
    )
)


@given(st.lists(NEAR | JSON, max_size=4) | JSON)
def test_no_result_makes_the_check_fall_over(result: Any) -> None:
    assert all(isinstance(message, str) for message in validate_result(result, TEXT))
