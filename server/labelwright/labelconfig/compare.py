"""May this config replace that one, given what has been labelled?

`Summary` is what a project keeps about its annotations and drafts: how often each `from|to|type` occurs, and how often
each label of each control.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from labelwright.labelconfig.describe import name_pattern

if TYPE_CHECKING:
    from labelwright.labelconfig.config import Config

Counts = Mapping[str, Mapping[str, int]]

# Label Studio lets these go: texts may have been moved to another object, messages name themselves.
_FREE_TYPES = ("textarea", "chatmessage")


class Summary(msgspec.Struct, frozen=True):
    annotations: Mapping[str, int] = {}
    labels: Counts = {}
    draft_labels: Counts = {}


class Comparison(msgspec.Struct, frozen=True):
    messages: list[str]
    essential_change: bool | None
    """`config_essential_data_has_changed`: True or None."""


def compare(
    old: "Config", new: "Config", summary: Summary, *, strict: bool, extra_labels: Counts | None = None
) -> Comparison:
    """Label Studio's objections to `new`; `strict` also objects to labels that would be lost.

    `extra_labels` are labels that annotators added to a taxonomy, per control.
    """
    messages = _lost_results(new, summary.annotations)
    used = {name for counts in (summary.labels, summary.draft_labels) for name in counts}
    for name in sorted(used):
        messages += _lost_labels(new, name, summary, strict, set((extra_labels or {}).get(name, ())))
    return Comparison(messages, True if _essential_change(old, new) else None)


def _lost_results(new: "Config", created: Mapping[str, int]) -> list[str]:
    lost = []
    for key, count in created.items():
        from_name, to_name, kind = key.split("|", 2) if key.count("|") >= 2 else (key, "", "")
        if kind not in _FREE_TYPES and not _explains(new, from_name, to_name, kind):
            lost.append(f"{count} with from_name={from_name}, to_name={to_name}, type={kind}")
    if not lost:
        return []
    return ["Created annotations are incompatible with provided labeling schema, we found:\n" + "\n".join(lost)]


def _explains(config: "Config", from_name: str, to_name: str, kind: str) -> bool:
    control = config.control(from_name)
    if control is None:
        return False
    aims = (*control.to_name, control.name) if control.answers_itself else control.to_name
    flags = (control.flag,) if control.flag is not None else ()
    if not any(aim == to_name or (flags and name_pattern(aim, flags).fullmatch(to_name)) for aim in aims):
        return False
    return kind in config.result_types(control)


def _lost_labels(new: "Config", name: str, summary: Summary, strict: bool, extra: set[str]) -> list[str]:
    annotated, drafted = dict(summary.labels.get(name, {})), dict(summary.draft_labels.get(name, {}))
    counts = {label: (annotated.get(label, 0), drafted.get(label, 0)) for label in {**annotated, **drafted}}
    total = sum(annotated.values()) + sum(drafted.values())
    control = new.control(name)
    if control is None:
        if not total:
            return []
        return [f'There are {total} annotation(s) created with tag "{name}", you can\'t remove it']
    if control.dynamic or not strict or not (control.labels or _takes_labels(control.tag)):
        return []
    allowed = set(control.labels) | extra
    if any(other.tag == "VideoRectangle" for other in new.controls.values()):
        allowed.update(label for other in new.controls.values() for label in other.labels)
    lost = [
        f"{label} ({pair[0]} annotations, {pair[1]} drafts)"
        for label, pair in sorted(counts.items())
        if label not in allowed and any(pair)
    ]
    if not lost:
        return []
    listed = "\n".join(lost)
    return [
        f'These labels still exist in annotations or drafts:\n{listed}\nPlease add labels to tag with name="{name}".'
    ]


def _takes_labels(tag: str) -> bool:
    return tag.endswith("Labels") or tag in ("Choices", "Taxonomy")


def _essential_change(old: "Config", new: "Config") -> bool:
    before, after = old.parsed, new.parsed
    for name, control in after.items():
        known: dict[str, Any] | None = before.get(name)
        if known is None or known["type"] != control["type"] or known["inputs"] != control["inputs"]:
            return True
        if not set(known["labels"]) <= set(control["labels"]):
            return True
    return False
