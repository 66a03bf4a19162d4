"""An item as one flat record: what JSON_MIN and tables have in common."""

from typing import Any

from labelwright.exports.source import Item
from labelwright.labelconfig import Config

# Beside the data and the controls, in Label Studio's order.
ANNOTATION_COLUMNS = ("annotator", "annotation_id", "created_at", "updated_at", "lead_time")
COLUMNS = ("id", *ANNOTATION_COLUMNS)

# Controls with plain answers, and where in the value these stand.
_PLAIN = {"Choices": "choices", "TextArea": "text"}


def data_column(key: str, config: Config) -> str:
    """A data key that is also the name of a control steps aside."""
    return f"_data_{key}" if key in config.controls else key


def flat(item: Item, config: Config) -> dict[str, Any]:
    record = dict(item.data)
    if not config.controls.keys().isdisjoint(record):
        record = {data_column(key, config): value for key, value in item.data.items()}
    record["id"] = item.task
    record.update((name, simple(values)) for name, values in item.output.items())
    done = item.annotation
    values = (done.completed_by, done.id, done.created_at, done.updated_at, done.lead_time) if done else (None,) * 5
    record.update(zip(ANNOTATION_COLUMNS, values, strict=True))
    return record


def simple(values: list[dict[str, Any]]) -> Any:
    """What a control says: a list, but for controls with plain answers the one answer itself. A single choice or text is a string."""
    shown = [_plain(value) for value in values]
    return shown[0] if len(shown) == 1 and values[0]["type"] in _PLAIN else shown


def _plain(value: dict[str, Any]) -> Any:
    given = value.get(_PLAIN.get(value["type"], ""))
    single = given[0] if isinstance(given, list) and len(given) == 1 else given
    return single if isinstance(single, str) else {key: part for key, part in value.items() if key != "type"}


def slashed(encoded: bytes) -> bytes:
    """Label Studio writes `/` as `\\/` in every format but JSON; it occurs in strings only."""
    return encoded.replace(b"/", b"\\/")
