"""A task made up for a config: what the preview shows before there is data."""

import re
from random import Random
from typing import TYPE_CHECKING, Any

from labelwright.labelconfig.describe import data_key
from labelwright.labelconfig.tree import Element
from labelwright.spec import spec

if TYPE_CHECKING:
    from labelwright.labelconfig.config import Config

TEXT = "Sample: Your text will go here."
SAMPLES = "/static/samples"
POINTS = 24

_URLS = {
    "Image": f"{SAMPLES}/sample.jpg",
    "Audio": f"{SAMPLES}/sample.wav",
    "Video": f"{SAMPLES}/sample.mp4",
    "Pdf": f"{SAMPLES}/sample.pdf",
    "Text": f"{SAMPLES}/sample.txt",
    "HyperText": f"{SAMPLES}/sample.html",
    "Paragraphs": "/samples/paragraphs.json?",
    "TimeSeries": "/samples/time-series.csv?",
}
_INLINE: dict[str, Any] = {
    "Text": TEXT,
    "Header": "Sample heading",
    "HyperText": "<p><b>Sample:</b> your <i>HTML</i> will go here.</p>",
    "Table": {"Title": "Sample table", "Rows": 2, "Checked": True},
    "List": [{"id": str(i), "title": f"Item {i}", "body": f"Text of item {i}."} for i in (1, 2, 3)],
    "Chat": [
        {"role": "user", "content": "Which train goes to the lake?"},
        {"role": "assistant", "content": "The one at ten past nine, from platform 2."},
    ],
    "Choices": [{"value": "First choice"}, {"value": "Second choice"}],
    "Taxonomy": [{"value": "First", "children": [{"value": "Inner"}]}, {"value": "Second"}],
}
# A path like `a[999999999]`, or one with thirty repeating indices, asks for more than there is memory.
_MOST_ITEMS = 100
_STEP = re.compile(r"[^.\[\]]+|\[[^\]]*\]")


def sample_task(config: "Config") -> dict[str, Any]:
    """Data of a task that fits the config: from its JSON comment, else made up."""
    if config.comment_task is not None:
        return dict(config.comment_task["data"])
    return made_up_data(config)


def made_up_data(config: "Config") -> dict[str, Any]:
    data: dict[str, Any] = {}
    for element in config.elements:
        if element.get("name") is None and element.tag not in ("Header", "Markdown"):
            continue
        for attribute in ("value", "valueList", "data"):
            written = element.get(attribute)
            key = data_key(written) if written else None
            if key is not None and "$" in (written or ""):
                sample = _sample(element)
                _put(data, key, [sample, sample] if attribute == "valueList" else sample)
    return data


def _sample(element: Element) -> Any:
    tag = spec().tag(element.tag)
    name = (tag.alias_of or tag.tag) if tag else element.tag
    as_url = element.get("valueType") == "url" or (name == "TimeSeries" and element.get("valueType") != "json")
    if name == "Paragraphs" and not as_url:
        return _utterances(element)
    if name == "TimeSeries":
        columns = _columns(element)
        if not as_url:
            return {column: _series(column, index) for index, column in enumerate(columns)}
        time, *values = columns
        return f"{_URLS[name]}time={time}&values={','.join(values)}"
    if as_url and name in _URLS:
        return _URLS[name]
    if name in _INLINE:
        return _INLINE[name]
    if tag is not None and "array" in tag.data and tag.kind == "control":
        return [{"value": "First label"}, {"value": "Second label"}]
    return _URLS.get(name, TEXT)


def _utterances(element: Element) -> list[dict[str, Any]]:
    name, text = element.get("nameKey") or "author", element.get("textKey") or "text"
    said = (("Ada", "Is the bridge open?"), ("Bo", "From noon on."), ("Ada", "Then we wait."))
    return [{name: who, text: what, "start": 2.0 * i, "end": 2.0 * i + 1.5} for i, (who, what) in enumerate(said)]


def _columns(element: Element) -> list[str]:
    channels = [child.get("column") or "value" for child in element.walk() if child.tag == "Channel"]
    return [element.get("timeColumn") or "time", *(channels or ["value"])]


def _series(column: str, index: int) -> list[float]:
    random = Random(column)  # noqa: S311
    return [float(i) if index == 0 else round(random.uniform(-1, 1), 3) for i in range(POINTS)]


def _put(data: dict[str, Any], key: str, value: Any) -> None:
    """Store a value under a path such as `pages[{{idx}}].scan`; an index that repeats gives two items."""
    steps = _STEP.findall(key) or [key]
    target: list[Any] = [data]
    for position, step in enumerate(steps):
        last = position == len(steps) - 1
        following = steps[position + 1] if not last else ""
        empty: Any = value if last else ([] if following.startswith("[") else {})
        target = [inner for holder in target for inner in _enter(holder, step, empty, last)][:_MOST_ITEMS]


def _enter(holder: Any, step: str, empty: Any, last: bool) -> list[Any]:
    if step.startswith("["):
        if not isinstance(holder, list):
            return []
        count = min(int(step[1:-1][:9]) + 1, _MOST_ITEMS) if step[1:-1].isdecimal() else 2
        while len(holder) < count:
            holder.append(type(empty)() if isinstance(empty, dict | list) and not last else empty)
        return holder[-1:] if step[1:-1].isdecimal() else list(holder)
    if not isinstance(holder, dict):
        return []
    return [holder.setdefault(step, type(empty)() if isinstance(empty, dict | list) and not last else empty)]
