"""What one result holds, counted: kept as text beside each annotation, added up by the summary of the project."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import msgspec

from labelwright.results import ResultSummary, summarise


class Tally(msgspec.Struct, frozen=True):
    """`keys`: `from|to|type` → regions. `labels`: from → label → uses."""

    keys: Mapping[str, int]
    labels: Mapping[str, Mapping[str, int]]


_decoder = msgspec.json.Decoder(Tally)
# Equal tallies are equal texts, so that the database can group by them.
_encoder = msgspec.json.Encoder(order="sorted")


def of(result: Any) -> ResultSummary:
    """The tally of a decoded result list."""
    return summarise(result)


def write(tally: ResultSummary) -> str:
    return _encoder.encode(tally).decode()


def read(text: str) -> Tally:
    return _decoder.decode(text)


class Total:
    """A sum of tallies."""

    def __init__(self) -> None:
        self.keys: Counter[str] = Counter()
        self.labels: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, tally: Tally | ResultSummary, times: int = 1) -> None:
        for key, count in tally.keys.items():
            self.keys[key] += count * times
        for name, labels in tally.labels.items():
            for label, count in labels.items():
                self.labels[name][label] += count * times
