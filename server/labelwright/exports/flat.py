"""An item as one flat record: what JSON_MIN and tables have in common."""

from typing import Any

from labelwright.exports.source import Item
from labelwright.labelconfig import Config

# Beside the data and the controls, in Label Studio's order.
ANNOTATION_COLUMNS = ("annotator", "annotation_id", "created_at", "updated_at", "lead_time")
COLUMNS = ("id", *ANNOTATION_COLUMNS)

# Controls whose single answer is plain text, and where in the value it stands.
_PLAIN = {"Choices": "choices", "TextArea": "text"}


def data_column(key: str, config: Config) -> str:
    """A data key that is also the name of a control steps aside."""
    return f"_data_{key}" if key in config.controls else key


def flat(item: Item, config: Config) -> dict[str, Any]:
    record: dict[str, Any] = {data_column(key, config): value for key, value in item.data.items()}
    record["id"] = item.task
    record.update((name, simple(values)) for name, values in item.output.items())
    done = item.annotation
    values = (done.completed_by, done.id, done.created_at, done.updated_at, done.lead_time) if done else (None,) * 5
    record.update(zip(ANNOTATION_COLUMNS, values, strict=True))
    return record


def simple(values: list[dict[str, Any]]) -> Any:
    """One choice and one text become a string; messages of a chat stay a list; everything else is a list of values without their type."""
    tag, first = values[0]["type"], values[0]
    if len(values) == 1 and tag in _PLAIN:
        given = first.get(_PLAIN[tag])
        single = given[0] if isinstance(given, list) and len(given) == 1 else given
        if isinstance(single, str):
            return single
    return [{key: value for key, value in one.items() if key != "type"} for one in values]


def slashed(encoded: bytes) -> bytes:
    """Label Studio writes `/` as `\\/` in every format but JSON; it occurs in strings only."""
    return encoded.replace(b"/", b"\\/")
