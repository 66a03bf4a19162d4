"""Columns of the data that are answers already: `preannotated_from_fields` makes a prediction of each."""

import re
from collections.abc import Sequence
from typing import Any

from labelwright.kit.ids import secret
from labelwright.labelconfig import Config

_BARE = frozenset({"rating", "number", "datetime"})
VERSION = "preannotated"


def fields(text: str | None) -> list[str]:
    return [name.strip() for name in re.split(r"[,;|]", text or "") if name.strip()]


def missing(data: dict[str, Any], names: Sequence[str]) -> list[str]:
    return [name for name in names if name not in data]


def predictions_from_fields(config: Config, data: dict[str, Any], names: Sequence[str]) -> list[tuple[Any, float, str]]:
    """One prediction (result, score, model version) per field."""
    return [([_answer(config, name, data[name])], 1.0, VERSION) for name in names]


def _answer(config: Config, name: str, value: Any) -> dict[str, Any]:
    control = config.control(name)
    kind = control.result_type if control else "choices"
    to_name = control.to_name[0] if control else "text"
    given = value if kind in _BARE or isinstance(value, list) else [value]
    key = "text" if kind == "textarea" else kind
    return {"id": secret(10), "from_name": name, "to_name": to_name, "type": kind, "value": {key: given}}
