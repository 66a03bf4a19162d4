"""Small words for writing tasks, annotations and predictions in Label Studio's shape.

A region is named by any key that is unique in its task; `finished` turns the keys into ids that look like the editor's own and
stay the same from run to run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

from ..place import read_truth

Item = dict[str, Any]
Task = dict[str, Any]

TRUTH = read_truth()
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")


def url(file: str) -> str:
    return f"/static/samples/{file}"


def task(
    data: dict[str, Any],
    *results: Item,
    guess: list[Item] | None = None,
    score: float = 0.86,
    model: str = "sample-model-1",
) -> Task:
    """With results the task is labelled; with a guess it is pre-labelled."""
    made: Task = {"data": data}
    if results:
        made["annotations"] = [{"result": list(results), "lead_time": round(4 + 2.5 * len(results), 1)}]
    if guess is not None:
        made["predictions"] = [{"model_version": model, "score": score, "result": guess}]
    return made


def finished(slug: str, tasks: list[Task]) -> list[Task]:
    for number, one in enumerate(tasks):
        for kind in ("annotations", "predictions"):
            for holder in one.get(kind, ()):
                holder["result"] = [_with_ids(item, f"{slug}/{number}/{kind}") for item in holder["result"]]
                if kind == "predictions":
                    holder["result"] = [
                        item | {"origin": "prediction"} if "origin" in item else item for item in holder["result"]
                    ]
    return tasks


def _with_ids(item: Item, place: str) -> Item:
    return {
        key: _id(f"{place}/{value}") if key in ("id", "from_id", "to_id", "parentID") else value
        for key, value in item.items()
    }


def _id(text: str) -> str:
    return (
        base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
        .decode()[:10]
        .replace("-", "a")
        .replace("_", "b")
    )


def region(key: object, control: str, target: str, kind: str, value: dict[str, Any], **outer: Any) -> Item:
    return {
        "id": key,
        "from_name": control,
        "to_name": target,
        "type": kind,
        "origin": "manual",
        **outer,
        "value": value,
    }


def relation(first: object, second: object, *labels: str) -> Item:
    return {"type": "relation", "from_id": first, "to_id": second, "direction": "right", "labels": list(labels)}


# Answers about the whole task.


def choice(control: str, target: str, *values: Any) -> Item:
    return region(control, control, target, "choices", {"choices": list(values)})


def written(control: str, target: str, *texts: str) -> Item:
    return region(control, control, target, "textarea", {"text": list(texts)})


def rating(control: str, target: str, stars: int) -> Item:
    return region(control, control, target, "rating", {"rating": stars})


def number(control: str, target: str, value: float) -> Item:
    return region(control, control, target, "number", {"number": value})


def pairwise(control: str, side: str) -> Item:
    return region(control, control, control, "pairwise", {"selected": side})


def ranked(control: str, target: str, **buckets: list[str]) -> Item:
    return region(control, control, target, "ranker", {"ranker": buckets})


# Regions of text.


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """`[Ada|Person] came` without its marks, and where each stands: start, end, words, label."""
    plain, spans, last = "", [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[last : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[1]), mark[1], mark[2]))
        plain += mark[1]
        last = mark.end()
    return plain + marked[last:], spans


def spans(marked: str, control: str, target: str, known: list[str] | None = None) -> list[Item]:
    return [
        region(index, control, target, "labels", {"start": start, "end": end, "text": words, "labels": [label]})
        for index, (start, end, words, label) in enumerate(unmarked(marked)[1])
        if known is None or label in known
    ]


class _Marked(HTMLParser):
    """Finds the marks in the text nodes of a page, with XPaths and offsets as the editor stores them."""

    def __init__(self) -> None:
        super().__init__()
        self.plain = ""
        self.found: list[tuple[str, int, int, int, str, str]] = []
        self._path: list[str] = []
        self._seen: list[dict[str, int]] = [{}]
        self._length = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.plain += "<" + tag + "".join(f' {name}="{value}"' for name, value in attrs) + ">"
        place = self._count(tag)
        if tag == "br":
            self._length += 1
            return
        self._path.append(f"{tag}[{place}]")
        self._seen.append({})

    def handle_endtag(self, tag: str) -> None:
        self.plain += f"</{tag}>"
        self._path.pop()
        self._seen.pop()

    def handle_data(self, data: str) -> None:
        words, marks = unmarked(data)
        path = "/" + "/".join([*self._path, f"text()[{self._count('text()')}]"])
        self.found += [(path, start, end, self._length, text, label) for start, end, text, label in marks]
        self.plain += words
        self._length += len(words)

    def _count(self, name: str) -> int:
        self._seen[-1][name] = self._seen[-1].get(name, 0) + 1
        return self._seen[-1][name]


def page(marked: str, control: str, target: str) -> tuple[str, list[Item]]:
    reader = _Marked()
    reader.feed(marked)
    reader.close()
    items = [
        region(
            index,
            control,
            target,
            "hypertextlabels",
            {
                "start": path,
                "end": path,
                "startOffset": start,
                "endOffset": end,
                "globalOffsets": {"start": before + start, "end": before + end},
                "text": text,
                "hypertextlabels": [label],
            },
        )
        for index, (path, start, end, before, text, label) in enumerate(reader.found)
    ]
    return reader.plain, items


def dialogue(
    lines: list[tuple[str, str]], control: str, target: str, keys: tuple[str, str] = ("author", "text")
) -> tuple[Any, list[Item]]:
    turns: list[dict[str, str]] = []
    items: list[Item] = []
    for index, (who, marked) in enumerate(lines):
        text, marks = unmarked(marked)
        turns.append({keys[0]: who, keys[1]: text})
        for start, end, words, label in marks:
            value = {
                "start": str(index),
                "end": str(index),
                "startOffset": start,
                "endOffset": end,
                "text": words,
                "paragraphlabels": [label],
            }
            items.append(region(len(items), control, target, "paragraphlabels", value))
    return turns, items


# Regions of pictures, sound, film and series.


def picture_facts(file: str) -> Item:
    known = TRUTH[file]
    return {"original_width": known["width"], "original_height": known["height"], "image_rotation": 0}


def things(file: str, *labels: str) -> list[dict[str, Any]]:
    return [thing for thing in TRUTH[file]["things"] if not labels or thing["label"] in labels]


def box(
    key: object, control: str, file: str, place: dict[str, float], *labels: str, target: str = "image", **outer: Any
) -> Item:
    value = {**place, "rotation": 0, "rectanglelabels": list(labels)}
    return region(key, control, target, "rectanglelabels", value, **picture_facts(file), **outer)


def boxes(file: str, control: str, known: list[str], target: str = "image") -> list[Item]:
    return [
        box(index, control, file, one["box"], one["label"], target=target)
        for index, one in enumerate(things(file, *known))
    ]


def shaken(items: list[Item], by: float = 0.5) -> list[Item]:
    """The same boxes as a machine would find them: a little off, each with its own confidence."""
    guessed = []
    for index, item in enumerate(items):
        value = dict(item["value"])
        for step, side in enumerate(("x", "y", "width", "height")):
            value[side] = round(max(0.1, value[side] + by * (((index * 7 + step * 5) % 9) / 8 - 0.5)), 3)
        value["width"] = round(min(value["width"], 100 - value["x"]), 3)
        value["height"] = round(min(value["height"], 100 - value["y"]), 3)
        guessed.append(item | {"value": value, "score": round(0.97 - 0.04 * (index % 9), 2)})
    return guessed


def polygons(file: str, control: str, known: list[str], target: str = "image") -> list[Item]:
    return [
        region(
            index,
            control,
            target,
            "polygonlabels",
            {"points": one["outline"], "closed": True, "polygonlabels": [one["label"]]},
            **picture_facts(file),
        )
        for index, one in enumerate(things(file, *known))
    ]


def masks(file: str, control: str, known: list[str]) -> list[Item]:
    return [
        region(
            index,
            control,
            "image",
            "brushlabels",
            {"format": "rle", "rle": one["rle"], "brushlabels": [one["label"]]},
            **picture_facts(file),
        )
        for index, one in enumerate(things(file, *known))
    ]


def sounds(file: str, control: str, names: dict[str, str] | None = None, kind: str = "labels") -> list[Item]:
    known = TRUTH[file]
    return [
        region(
            index,
            control,
            "audio",
            kind,
            {
                "start": part["start"],
                "end": part["end"],
                "channel": 0,
                "labels": [(names or {}).get(part["label"], part["label"])],
            },
            original_length=known["duration"],
        )
        for index, part in enumerate(known["segments"])
    ]


def beside(item: Item, control: str, kind: str, own: dict[str, Any]) -> Item:
    """A per-region answer: the region's geometry again, with the control's own key in place of the labels."""
    geometry = {key: value for key, value in item["value"].items() if key != item["type"]}
    return item | {"from_name": control, "type": kind, "value": geometry | own}


def series(file: str, control: str) -> list[Item]:
    return [
        region(
            index,
            control,
            "series",
            "timeserieslabels",
            {
                "start": part["start"],
                "end": part["end"],
                "instant": part["start"] == part["end"],
                "timeserieslabels": [part["label"]],
            },
        )
        for index, part in enumerate(TRUTH[file]["segments"])
    ]
