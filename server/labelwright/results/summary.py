"""What a project counts about its results, so that a change of its config can be judged without reading them."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

_UNCOUNTED = (None, "relation", "pairwise")


class ResultSummary(msgspec.Struct):
    """`keys` counts `from|to|type`, `labels` the labels of each control."""

    keys: Counter[str]
    labels: dict[str, Counter[str]]


def summarise(result: Any) -> ResultSummary:
    summary = ResultSummary(Counter(), {})
    for item in result if isinstance(result, list) else ():
        if not isinstance(item, dict) or item.get("type") in _UNCOUNTED:
            continue
        name, kind = item.get("from_name"), item["type"]
        if not isinstance(name, str):
            continue  # No config could ever explain it, so it must not stand in the way of a change.
        summary.keys[f"{name}|{item.get('to_name')}|{kind}"] += 1
        for label in _labels(item.get("value"), str(kind)):
            summary.labels.setdefault(name, Counter())[label] += 1
    return summary


class _Item(msgspec.Struct):
    type: str = ""
    value: dict[str, msgspec.Raw] = msgspec.field(default_factory=dict)


_ITEMS = msgspec.json.Decoder(list[_Item])


def label_counts(result: msgspec.Raw) -> Counter[str]:
    """How often each label and choice stands in a result, whichever control it is of. Coordinates are not decoded: results may be large."""
    counts: Counter[str] = Counter()
    try:
        items = _ITEMS.decode(result)
    except msgspec.ValidationError:
        # Other clients have stored something odd among them.
        for labels in summarise(msgspec.json.decode(result)).labels.values():
            counts.update(labels)
        return counts
    for item in items:
        name = item.type if item.type in item.value or not item.type.startswith("video") else "labels"
        if name in item.value and item.type not in _UNCOUNTED:
            counts.update(_labels({name: msgspec.json.decode(item.value[name])}, name))
    return counts


def result_count(result: Any) -> int:
    """Number of distinct region ids; regions without an id count as one."""
    if not isinstance(result, list):
        return 0
    return len({_identity(item.get("id")) for item in result if isinstance(item, dict)})


def _identity(value: Any) -> Any:
    return value if isinstance(value, str | int | float) or value is None else repr(value)


def _labels(value: Any, kind: str) -> Sequence[str]:
    if not isinstance(value, dict):
        return ()
    found = value.get(kind)
    if found is None and kind.startswith("video"):
        found = value.get("labels")
    if not isinstance(found, list):
        return ()
    flat = [part for entry in found for part in (entry if isinstance(entry, list) else [entry])]
    return [part for part in flat if isinstance(part, str)]
