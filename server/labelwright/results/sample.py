"""Made-up results that fit a config and a task: what a preview of annotations and predictions shows."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from labelwright.labelconfig import Config, Control
from labelwright.labelconfig.describe import is_true
from labelwright.labelconfig.sample import TEXT
from labelwright.labelconfig.taskdata import lookup
from labelwright.results.kinds import mask
from labelwright.results.records import Item
from labelwright.spec import spec

WIDTH, HEIGHT = 60, 40
SECONDS = 10.0
FRAMES = 240
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADAgH/5ncbBwAAAABJRU5ErkJggg=="


def sample_results(config: Config, data: Mapping[str, Any], seed: int = 0) -> list[Item]:
    """A valid result list: one answer for each control that does not need a region or a page to ask about."""
    random = Random(seed)  # noqa: S311
    items: list[Item] = []
    for control in config.controls.values():
        if control.flag is None and not control.per_region and not is_true(control.element.get("perItem")):
            items += _items(config, control, data, random)
    return items


def _items(config: Config, control: Control, data: Mapping[str, Any], random: Random) -> list[Item]:
    produces = control.spec.produces if control.spec else None
    if control.spec is None or produces is None:
        return []
    target = control.name if control.answers_itself else control.to_name[0]
    aim = config.object(target)
    drawn = spec().region_kind(control.spec, aim.tag if aim else control.tag)
    item: Item = {"id": _id(random), "from_name": control.name, "to_name": target, "type": control.result_type}
    if spec().kinds[produces.kind].role == "answer" and produces.kind != "labels":
        content = _content(control, random)
        return [] if content is None else [{**item, "value": {control.key or item["type"]: content}}]
    if drawn is None or drawn.kind not in _SHAPES:
        return []
    value = _SHAPES[drawn.kind](random, _text(config, target, data))
    if "original_width" in drawn.outer:
        item |= {"original_width": WIDTH, "original_height": HEIGHT, "image_rotation": 0}
    if control.key is not None:
        if not control.labels:
            return []
        return [{**item, "value": {**value, control.key: [random.choice(control.labels)]}}]
    labels = next((one for one in config.siblings(control) if one.tag == "Labels" and one.labels), None)
    if labels is None:
        return [{**item, "value": value}]
    chosen = [random.choice(labels.labels)]
    if produces.merges_labels:
        return [{**item, "value": {**value, "labels": chosen}}]
    named = {"from_name": labels.name, "type": "labels", "value": {**value, "labels": chosen}}
    return [{**item, "value": value}, {**item, **named}]


def _id(random: Random) -> str:
    return "".join(random.choices("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", k=10))


def _text(config: Config, target: str, data: Mapping[str, Any]) -> str:
    aim = config.object(target)
    try:
        text = lookup(data, (aim.value or "").lstrip("$")) if aim else TEXT
    except KeyError:
        text = TEXT
    return text if isinstance(text, str) and text else TEXT


def _content(control: Control, random: Random) -> Any:
    element = control.element
    if control.tag in ("Choices", "Taxonomy"):
        if not control.labels:
            return None
        choice = random.choice(control.labels)
        return [choice] if control.tag == "Choices" else [[choice]]
    if control.tag == "Ranker":
        return {control.name: [str(number) for number in range(1, 4)]}
    fixed: dict[str, Callable[[], Any]] = {
        "TextArea": lambda: ["A sample answer."],
        "Rating": lambda: random.randint(1, int(element.get("maxRating") or 5)),
        "Number": lambda: float(element.get("min") or 0),
        "DateTime": lambda: "2024-05-17" if element.get("only") == "date" else "2024-05-17T09:30",
        "Pairwise": lambda: random.choice(("left", "right")),
    }
    try:
        return fixed[control.tag]() if control.tag in fixed else None
    except ValueError:
        return None  # The config's own limits are no numbers.


def _spot(random: Random) -> dict[str, float]:
    return {"x": round(random.uniform(5, 45), 2), "y": round(random.uniform(5, 45), 2)}


def _box(random: Random) -> dict[str, float]:
    return {**_spot(random), "width": round(random.uniform(10, 40), 2), "height": round(random.uniform(10, 40), 2)}


def _path(random: Random) -> list[dict[str, Any]]:
    points = [{"id": f"p{index}", **_spot(random), "isBezier": False} for index in range(4)]
    return [{**point, "prevPointId": points[index - 1]["id"] if index else None} for index, point in enumerate(points)]


def _range(random: Random, end: int) -> tuple[int, int]:
    start = random.randint(1, max(1, end // 2))
    return start, random.randint(start, max(start, end))


def _rect(random: Random, _text: str) -> dict[str, Any]:
    return {**_box(random), "rotation": 0}


def _ellipse(random: Random, _text: str) -> dict[str, Any]:
    box = _box(random)
    return {"x": box["x"], "y": box["y"], "radiusX": box["width"] / 2, "radiusY": box["height"] / 2, "rotation": 0}


def _polygon(random: Random, _text: str) -> dict[str, Any]:
    x, y, width, height = _box(random).values()
    return {"points": [[x, y], [x + width, y], [x, y + height]], "closed": True}


def _mask(random: Random, _text: str) -> dict[str, Any]:
    left = random.randint(1, WIDTH // 2)
    row = bytes(left) + b"\xff" * 10 + bytes(WIDTH - left - 10)
    return {"format": "rle", "rle": mask.from_alpha(bytes(WIDTH) * 10 + row * 10 + bytes(WIDTH) * (HEIGHT - 20))}


def _span(random: Random, text: str) -> dict[str, Any]:
    end = random.randint(1, len(text))
    start = random.randint(0, end - 1)
    return {"start": start, "end": end, "text": text[start:end]}


def _video(random: Random, frame: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    start, end = _range(random, FRAMES)
    places = ((start, True), (end, False)) if end > start else ((start, False),)
    sequence = [{"frame": at, "enabled": on, "time": at * SECONDS / FRAMES, **frame()} for at, on in places]
    return {"framesCount": FRAMES, "duration": SECONDS, "sequence": sequence}


def _html_span(_random: Random, _text: str) -> dict[str, Any]:
    return {"start": "/text()[1]", "end": "/text()[1]", "startOffset": 0, "endOffset": 1}


def _time(random: Random, _text: str) -> dict[str, Any]:
    start, end = _range(random, int(SECONDS))
    return {"start": float(start), "end": float(end), "channel": 0}


def _series(random: Random, _text: str) -> dict[str, Any]:
    start, end = _range(random, 20)
    return {"start": start, "end": end, "instant": start == end}


def _frames(random: Random, _text: str) -> dict[str, Any]:
    start, end = _range(random, FRAMES)
    return {"ranges": [{"start": start, "end": end}]}


_SHAPES: dict[str, Callable[[Random, str], dict[str, Any]]] = {
    "rect": _rect,
    "ellipse": _ellipse,
    "polygon": _polygon,
    "keypoint": lambda random, _: {**_spot(random), "width": 1.0},
    "vector": lambda random, _: {"vertices": _path(random), "closed": False},
    "mask": _mask,
    "bitmask": lambda _random, _: {"imageDataURL": PIXEL},
    "span": _span,
    "htmlspan": _html_span,
    "paragraphspan": lambda _random, _: {"start": "0", "end": "0", "startOffset": 0, "endOffset": 3},
    "timerange": _time,
    "seriesrange": _series,
    "timelinerange": _frames,
    "videorect": lambda random, _: _video(random, lambda: {**_box(random), "rotation": 0}),
    "videovector": lambda random, _: _video(random, lambda: {"vertices": _path(random), "closed": False}),
    "ocrrect": lambda random, _: {**_box(random), "rotation": 0, "pageIndex": 1, "ocrtext": "Sample"},
    "chatmessage": lambda _random, _: {"chatmessage": {"role": "user", "content": "Thank you.", "createdAt": 0}},
}
