"""What one result holds, counted: kept beside each annotation, added up by the summary."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import msgspec


class Tally(msgspec.Struct, frozen=True, omit_defaults=True):
    """`annotations`: `from|to|type` → regions. `labels`: from → label → uses."""

    annotations: Mapping[str, int] = {}
    labels: Mapping[str, Mapping[str, int]] = {}


_decoder = msgspec.json.Decoder(Tally)
# Equal tallies are equal texts, so that the database can group by them.
_encoder = msgspec.json.Encoder(order="sorted")
_NOT_COUNTED = frozenset({None, "relation", "pairwise"})


def of(result: Any) -> Tally:
    total = Total()
    for region in result if isinstance(result, list) else ():
        if isinstance(region, dict) and region.get("type") not in _NOT_COUNTED:
            total.annotations[f"{region.get('from_name')}|{region.get('to_name')}|{region['type']}"] += 1
            for label in _labels(region):
                total.labels[str(region.get("from_name"))][label] += 1
    return Tally(total.annotations, total.labels)


def write(tally: Tally) -> str:
    return _encoder.encode(tally).decode()


def read(text: str) -> Tally:
    return _decoder.decode(text)


class Total:
    """A sum of tallies."""

    def __init__(self) -> None:
        self.annotations: Counter[str] = Counter()
        self.labels: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, tally: Tally, times: int = 1) -> None:
        for key, count in tally.annotations.items():
            self.annotations[key] += count * times
        for name, labels in tally.labels.items():
            for label, count in labels.items():
                self.labels[name][label] += count * times


def _labels(region: dict[str, Any]) -> list[str]:
    value, kind = region.get("value"), region["type"]
    if not isinstance(value, dict) or kind in {"textarea", "text"}:
        return []
    named = value.get("labels" if kind == "videorectangle" else kind)
    found: list[str] = []
    for label in named if isinstance(named, list) else ():
        found += label if isinstance(label, list) else [label]
    return [label for label in found if isinstance(label, str)]
