"""Checking task items: each becomes a row, or messages in Label Studio's words. All items are checked before anything is stored."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from labelwright.db import NUL_IS_REFUSED, holds_nul
from labelwright.errors import Invalid
from labelwright.imports.people import Authors
from labelwright.imports.rows import AnnotationRow, PredictionRow, Rows, TaskRow
from labelwright.labelconfig import Config
from labelwright.labelconfig.taskdata import UNDEFINED
from labelwright.projects import tally
from labelwright.results import from_shorthand, preannotated_from_fields, result_count

_MOST_ERRORS = 100
_LONGEST_ITEM = 500
_AS_IS = "[assume: item as is = task root with values]"
_IN_DATA = '[assume: item["data"] = task root with values]'
_LARGEST_ID = 2**63 - 1
_ENCODER = msgspec.json.Encoder()


class Refused(Exception):
    """One item's message, without its place."""


def text_of(value: Any) -> str:
    """JSON for a column. Raises Refused for what no database can keep."""
    text = _ENCODER.encode(value).decode()
    if holds_nul(text):
        raise Refused(NUL_IS_REFUSED)
    return text


class Checker:
    """Collects rows in `rows` and everything that is wrong in `errors`."""

    def __init__(self, config: Config, authors: Authors, fields: Sequence[str], limit: int) -> None:
        self.rows = Rows()
        self.columns: Counter[str] = Counter()
        self.model_version: str | None = None
        self._config, self._authors, self._fields, self._limit = config, authors, fields, limit
        self._validate = config.validate_task_data
        self._key = next(iter(config.data_types), UNDEFINED)
        self._errors: list[str] = []
        self._count = 0

    def take(self, item: Any, file: int | None = None) -> None:
        index, self._count = self._count, self._count + 1
        if index >= self._limit:
            raise Invalid([f"Maximum task number is {self._limit}, current task number is more"])
        if len(self._errors) > _MOST_ERRORS:
            return
        try:
            row, messages = self._row(item, file)
        except Refused as refused:
            row, messages = None, [str(refused)]
        if row is not None and not messages:
            if not self._errors:
                self.rows.add(row)
            return
        shown = repr(item)
        shown = shown if len(shown) <= _LONGEST_ITEM else f"{shown[:_LONGEST_ITEM]}…"
        self._errors.extend(f"Error at item {index}: {message} :: {shown}" for message in messages)

    def finish(self) -> Rows:
        """The rows. Raises Invalid when anything was wrong, or when there is nothing."""
        if len(self._errors) > _MOST_ERRORS:
            raise Invalid([*self._errors[:_MOST_ERRORS], "..."])
        if self._errors:
            raise Invalid(list(self._errors))
        if not self._count:
            raise Invalid(["load_tasks: No tasks added"])
        return self.rows

    def _row(self, item: Any, file: int | None) -> tuple[TaskRow, list[str]]:
        if not isinstance(item, dict):
            raise Refused('Task root must be dict with "data", "meta", "annotations", "predictions" fields')
        # Without data the item is the data: nothing else in it means anything.
        whole = item.get("data") is None
        data, rest = (item, {}) if whole else (item["data"], item)
        if not isinstance(data, dict):
            raise Refused(
                "Task[data] must be dict or list" if not isinstance(data, list) else "Task item should be dict"
            )
        if UNDEFINED in data:
            data = {(self._key if key == UNDEFINED else key): value for key, value in data.items()}
        messages = self._validate(data)
        if messages:
            assumption = _AS_IS if whole else _IN_DATA
            messages = [f"{message} {assumption} " for message in messages]
        meta = rest.get("meta")
        if meta is not None and not isinstance(meta, dict | list):
            raise Refused("Task[meta] must be dict or list")
        given = _preannotated(self._config, data, self._fields) if self._fields else _list(rest, "predictions")
        predictions = [checked_prediction(self._config, prediction) for prediction in given]
        row = TaskRow(
            data=text_of(data),
            meta=None if meta is None else text_of(meta),
            allow_skip=_flag(rest, "allow_skip", True),
            file=file,
            annotations=[] if self._fields else self._annotations(rest),
            predictions=predictions,
        )
        for key in data:
            self.columns[key] += 1
        if predictions:
            self.model_version = predictions[-1].model_version
        return row, messages

    def _annotations(self, item: Mapping[str, Any]) -> list[AnnotationRow]:
        rows = []
        for annotation in _list(item, "annotations"):
            if not isinstance(annotation, dict) or "result" not in annotation:
                raise Refused('Annotation must have "result" fields')
            result = annotation["result"]
            if result is not None and not isinstance(result, list):
                raise Refused('"result" field in annotation must be list')
            rows.append(
                AnnotationRow(
                    result=None if result is None else text_of(result),
                    result_count=result_count(result),
                    tally=None if result is None else tally.write(tally.of(result)),
                    author=self._authors.of(annotation.get("completed_by")),
                    ground_truth=_flag(annotation, "ground_truth", True),
                    was_cancelled=_flag(annotation, "was_cancelled", False),
                    lead_time=_number(annotation, "lead_time", "Annotation lead_time must be a number"),
                    import_id=_id(annotation.get("id")),
                )
            )
        return rows


def _preannotated(config: Config, data: dict[str, Any], fields: Sequence[str]) -> list[dict[str, Any]]:
    try:
        return preannotated_from_fields(config, data, fields)
    except Invalid as error:
        raise Refused(_told(error)) from error


def _told(error: Invalid) -> str:
    return " ".join(str(text) for texts in error.errors.values() for text in texts)


def checked_prediction(config: Config, prediction: Any) -> PredictionRow:
    """Raises Refused."""
    if not isinstance(prediction, dict) or prediction.get("result") is None:
        raise Refused('Prediction must have "result" fields')
    version = prediction.get("model_version")
    version = "undefined" if version is None else version if isinstance(version, str) else str(version)
    if "\0" in version:
        raise Refused(NUL_IS_REFUSED)
    score = _number(prediction, "score", "Score must be a valid number")
    try:
        result = from_shorthand(config, prediction["result"])
    except Invalid as error:
        raise Refused(_told(error)) from error
    return PredictionRow(text_of(result), score, version)


def _list(item: Mapping[str, Any], key: str) -> list[Any]:
    value = item.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise Refused(f"Task[{key}] must be list")
    return value


def _flag(item: Mapping[str, Any], key: str, default: bool) -> bool:
    value = item.get(key)
    if value is None:
        return default
    if not isinstance(value, bool | int):
        raise Refused(f"{key} must be true or false")
    return bool(value)


def _number(item: Mapping[str, Any], key: str, message: str) -> float | None:
    value = item.get(key)
    if value is None:
        return None
    try:
        if isinstance(value, bool):
            raise ValueError
        return float(value)
    except (TypeError, ValueError, OverflowError):
        raise Refused(message) from None


def _id(value: Any) -> int | None:
    """An id of another system, kept where it is one."""
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST_ID else None
