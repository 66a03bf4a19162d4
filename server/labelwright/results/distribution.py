"""How often each answer was given to one task."""

from collections.abc import Iterable
from typing import Any

import msgspec

from labelwright.results.summary import summarise

_NUMBERS = ("number", "rating")


class Distribution(msgspec.Struct, omit_defaults=True):
    """`labels`: in how many annotations each was chosen. `average` of `count` numbers, for controls that ask for one."""

    type: str
    labels: dict[str, int]
    average: float | None = None
    count: int | None = None


def distributions(results: Iterable[Any]) -> dict[str, Distribution]:
    """By control, over the results of several annotations."""
    found: dict[str, Distribution] = {}
    for result in results:
        items = [item for item in result if isinstance(item, dict)] if isinstance(result, list) else []
        for item in items:
            if isinstance(name := item.get("from_name"), str) and isinstance(kind := item.get("type"), str):
                _add_number(found.setdefault(name, Distribution(kind, {})), item)
        # An annotation that gives a label to ten regions chose it once.
        for name, labels in summarise(items).labels.items():
            known = found[name].labels
            for label in labels:
                known[label] = known.get(label, 0) + 1
    return found


def _add_number(known: Distribution, item: dict[str, Any]) -> None:
    if item["type"] not in _NUMBERS or not isinstance(item.get("value"), dict):
        return
    value = item["value"].get(item["type"])
    if isinstance(value, int | float) and not isinstance(value, bool):
        count = known.count or 0
        known.average, known.count = ((known.average or 0) * count + value) / (count + 1), count + 1
