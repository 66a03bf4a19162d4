"""Short forms of predictions: `{"choices": ["A"]}`, `"A"`, `4`, and columns of the task data."""

from collections.abc import Mapping, Sequence
from typing import Any

from labelwright.errors import Invalid
from labelwright.kit.ids import secret
from labelwright.labelconfig import Config, Control
from labelwright.results.records import Item

PREANNOTATED = "preannotated"
_SCALARS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("Choices", (str,)),
    ("Rating", (int,)),
    ("Number", (int, float)),
    ("TextArea", (str,)),
)
_PLAIN = ("rating", "number", "datetime")


def from_shorthand(config: Config, value: Any) -> list[Any]:
    """The result list that a short form stands for; a list is one already. Raises Invalid when no control takes it."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        for control in config.controls.values():
            for key in (control.tag.lower(), control.result_type):
                if key in value:
                    return [_item(control, value[key])]
        raise Invalid(f"No control of the config takes {sorted(map(str, value))}.")
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        for control in config.controls.values():
            for tag, types in _SCALARS:
                if control.tag == tag and isinstance(value, types):
                    return [_item(control, value)]
    raise Invalid(f"No control of the config takes {value!r}.")


def preannotated_from_fields(config: Config, data: Mapping[str, Any], fields: Sequence[str]) -> list[dict[str, Any]]:
    """One prediction for each field of the task data. Raises Invalid when the task lacks a field."""
    predictions = []
    for field in fields:
        if field not in data:
            raise Invalid(f'Preannotated field "{field}" is not in the task data.')
        control = config.control(field)
        if control is not None:
            item = _item(control, data[field]) | {"from_name": field}
        else:
            item = {
                "from_name": field,
                "to_name": "text",
                "type": "choices",
                "value": {"choices": _listed(data[field])},
            }
        predictions.append({"result": [item], "score": 1.0, "model_version": PREANNOTATED})
    return predictions


def _item(control: Control, content: Any) -> Item:
    kind = control.result_type
    if isinstance(content, dict):
        value = content
    else:
        value = {control.key or kind: content if kind in _PLAIN else _listed(content)}
    return {"id": _id(), "from_name": control.name, "to_name": control.to_name[0], "type": kind, "value": value}


def _id() -> str:
    return secret(10)


def _listed(content: Any) -> list[Any]:
    return content if isinstance(content, list) else [content]
