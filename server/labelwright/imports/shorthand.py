"""Predictions written short: a dict (`{"choices": ["A"]}`) or a single value become a list of regions."""

from typing import Any

from labelwright.kit.ids import secret
from labelwright.labelconfig import Config, Control

# Controls whose whole answer is one value, and the type of that value.
_SINGLE: dict[str, tuple[type, ...]] = {"choices": (str,), "rating": (int,), "number": (int, float), "textarea": (str,)}
_LISTS = frozenset({"choices", "textarea"})


def from_shorthand(config: Config, result: Any) -> Any:
    """The result list; what fits no control is kept as it came."""
    if isinstance(result, list):
        return result
    if isinstance(result, dict):
        control = next((c for c in config.controls.values() if c.tag.lower() in result), None)
        return [_region(control, result)] if control else [result]
    for control in config.controls.values():
        kind = control.tag.lower()
        if not isinstance(result, bool) and isinstance(result, _SINGLE.get(kind, ())):
            key = "text" if kind == "textarea" else kind
            return [_region(control, {key: [result] if kind in _LISTS else result})]
    return [{"value": result}]


def _region(control: Control, value: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": secret(10),
        "from_name": control.name,
        "to_name": control.to_name[0],
        "type": control.result_type,
        "value": value,
    }
