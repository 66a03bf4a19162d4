"""The task a preview shows before there is data."""

from labelwright.labelconfig import Config, sample_task


def sample(inner: str) -> dict[str, object]:
    config = Config.of(f"<View>{inner}</View>")
    data = sample_task(config)
    assert config.validate_task_data(data) == []
    return data


def test_each_object_gets_a_value_it_can_show() -> None:
    data = sample(
        '<Text name="t" value="$text"/><Image name="i" value="$photo"/><Text name="u" value="$far" valueType="url"/>'
    )
    assert data == {
        "text": "Sample: Your text will go here.",
        "photo": "/static/samples/sample.jpg",
        "far": "/static/samples/sample.txt",
    }


def test_lists_of_pages_hold_two() -> None:
    assert sample('<Image name="i" valueList="$pages"/>') == {"pages": ["/static/samples/sample.jpg"] * 2}


def test_a_repeater_gets_two_elements_with_all_their_fields() -> None:
    inner = '<Image name="i_{{idx}}" value="$p[{{idx}}].url"/><Text name="t_{{idx}}" value="$p[{{idx}}].said"/>'
    data = sample(f'<Repeater on="$p">{inner}</Repeater>')
    element = {"url": "/static/samples/sample.jpg", "said": "Sample: Your text will go here."}
    assert data == {"p": [element, element]}


def test_paths_are_filled_in() -> None:
    data = sample('<Text name="a" value="$x.y"/><Text name="b" value="$l[1].z"/>')
    assert data["x"] == {"y": "Sample: Your text will go here."}
    assert data["l"][1] == {"z": "Sample: Your text will go here."}  # type: ignore[index]


def test_dialogues_use_the_keys_of_the_config() -> None:
    (first, *_) = sample('<Paragraphs name="p" value="$p" nameKey="who" textKey="said"/>')["p"]  # type: ignore[misc, attr-defined]
    assert {"who", "said"} <= first.keys()  # type: ignore[has-type]


def test_time_series_have_the_columns_of_the_config() -> None:
    inner = '<TimeSeries name="ts" value="$c"{} timeColumn="t"><Channel column="v"/><Channel column="w"/></TimeSeries>'
    columns = sample(inner.format(' valueType="json"'))["c"]
    assert {key: len(column) for key, column in columns.items()} == {"t": 24, "v": 24, "w": 24}  # type: ignore[attr-defined]
    assert sample(inner.format("")) == {"c": "/samples/time-series.csv?time=t&values=v,w"}


def test_a_task_in_the_first_json_comment_wins() -> None:
    bare = Config.of('<View><Text name="t" value="$t"/></View><!-- note --><!-- {"t": "line\none"} -->')
    assert sample_task(bare) == {"t": "line\none"}
    whole = Config.of('<!--{"data": {"t": "x"}, "predictions": [1]}--><View><Text name="t" value="$t"/></View>')
    assert sample_task(whole) == {"t": "x"}
    assert whole.comment_task == {"data": {"t": "x"}, "predictions": [1]}


def test_a_comment_that_is_no_task_is_a_comment() -> None:
    for comment in ("{ not json", "{[1]}", "{" * 5000):
        config = Config.of(f'<View><!-- {comment} --><Text name="t" value="$t"/></View>')
        assert config.comment_task is None
        assert "t" in sample_task(config)
