"""The columns of the Data Manager: each declared once, for the page, for filters and for ordering.

Nothing else can be filtered or sorted on, so no name of a request reaches the database.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Float,
    Row,
    String,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import JSONB

from labelwright.accounts.tables import users
from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.datamanager.operators import convert
from labelwright.db import patterns
from labelwright.errors import Invalid
from labelwright.labelconfig import Config
from labelwright.labelconfig.taskdata import UNDEFINED
from labelwright.tasks.tables import file_uploads, tasks

a, d, p, t = annotations.c, drafts.c, predictions.c, tasks.c


@dataclass(frozen=True)
class Scope:
    """The project whose tasks are looked at, and the database's dialect."""

    project: Row[Any]
    sqlite: bool
    # Whether the database, too, takes a pattern that Python takes.
    takes_pattern: Callable[[str], bool]

    @property
    def config(self) -> Config:
        return Config.of(self.project.label_config)


Expression = Callable[[Scope], ColumnElement[Any]]


@dataclass(frozen=True)
class Column:
    id: str
    title: str
    type: str
    value: Expression
    explore: bool = False
    labeling: bool = False
    # For people's ids, versions, results: tables whose rows belong to the task.
    contains: Callable[[Scope, Any], ColumnElement[bool]] | None = None
    equals: Callable[[Scope, Any], ColumnElement[bool]] | None = None
    empty: Callable[[Scope], ColumnElement[bool]] | None = None
    # Shown as a column of the table; the others can only be filtered and sorted on.
    listed: bool = True
    help: str | None = None


def _plain(name: str) -> Expression:
    column = tasks.c[name]
    return lambda _scope: column


def _zero(name: str) -> Callable[[Scope], ColumnElement[bool]]:
    column = tasks.c[name]
    return lambda _scope: column == 0


def _person(value: Any) -> int:
    return int(convert("Number", value))


def _result_text(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(type_coerce(column, String), String)


def _in_results(table: Any) -> Callable[[Scope, Any], ColumnElement[bool]]:
    def contains(_: Scope, value: Any) -> ColumnElement[bool]:
        # Label Studio writes JSON with blanks, we without.
        wanted = convert("String", value).replace('": ', '":').replace('", "', '","')
        return exists().where(table.c.task_id == t.id, _result_text(table.c.result).icontains(wanted, autoescape=True))

    return contains


def _whole_result(table: Any) -> Callable[[Scope, Any], ColumnElement[bool]]:
    def equals(scope: Scope, value: Any) -> ColumnElement[bool]:
        try:
            text = msgspec.json.encode(msgspec.json.decode(value if isinstance(value, str) else b"")).decode()
        except (msgspec.DecodeError, UnicodeError):
            return false()
        if scope.sqlite:
            same = func.json(table.c.result) == func.json(text)
        else:
            same = cast(_result_text(table.c.result), JSONB) == cast(literal(text, String), JSONB)
        return exists().where(table.c.task_id == t.id, same)

    return equals


def _no_results(table: Any) -> Callable[[Scope], ColumnElement[bool]]:
    def empty(_: Scope) -> ColumnElement[bool]:
        return ~exists().where(
            table.c.task_id == t.id, table.c.result.is_not(None), _result_text(table.c.result) != "[]"
        )

    return empty


def _first_result(table: Any) -> Expression:
    first = select(_result_text(table.c.result)).where(table.c.task_id == t.id).order_by(table.c.id).limit(1)
    return lambda _scope: first.scalar_subquery()


def _of_annotations(aggregate: ColumnElement[Any]) -> Expression:
    return lambda _scope: select(aggregate).where(a.task_id == t.id).scalar_subquery()


def _annotation_ids(_: Scope, value: Any) -> ColumnElement[bool]:
    ids = [int(part) for part in re.split(r"[,;\s]+", convert("String", value)) if part.isdecimal()]
    return exists().where(a.task_id == t.id, a.id.in_(ids))


def _versions(_: Scope, value: Any) -> ColumnElement[bool]:
    versions = [convert("String", item) for item in (value if isinstance(value, list) else [value])]
    return exists().where(p.task_id == t.id, p.model_version.in_(versions))


def prediction_score(scope: Scope) -> ColumnElement[Any]:
    """The mean score of the project's model version, of all when it has none."""
    version = scope.project.model_version
    of_version = [p.model_version == version] if version else []
    return select(func.avg(p.score)).where(p.task_id == t.id, *of_version).scalar_subquery()


def _file(_: Scope) -> ColumnElement[Any]:
    return select(file_uploads.c.file).where(file_uploads.c.id == t.file_upload_id).scalar_subquery()


def _has_draft(_: Scope) -> ColumnElement[Any]:
    return exists().where(d.task_id == t.id)


def _state(_: Scope) -> ColumnElement[Any]:
    """Sorts by how far a task is: created, in progress, completed."""
    return case((t.is_labeled, 2), (t.total_annotations > 0, 1), else_=0)


def _organization_of_editor(_: Scope) -> ColumnElement[Any]:
    return select(users.c.active_organization_id).where(users.c.id == t.updated_by_id).scalar_subquery()


def _annotated_by(_: Scope, value: Any) -> ColumnElement[bool]:
    return exists().where(a.task_id == t.id, a.completed_by_id == _person(value))


def _nobody_annotated(_: Scope) -> ColumnElement[bool]:
    return ~exists().where(a.task_id == t.id)


_FIXED = (
    Column("id", "ID", "Number", _plain("id"), explore=True, help="Number of the task on this server"),
    Column("inner_id", "Inner ID", "Number", _plain("inner_id"), help="Number of the task in its project, from 1"),
    Column("completed_at", "Completed", "Datetime", _plain("completed_at"), explore=True, help="When it was last annotated"),
    Column(
        "total_annotations", "Annotations", "Number", _plain("total_annotations"), explore=True, labeling=True,
        empty=_zero("total_annotations"), help="Annotations that are not skips",
    ),
    Column(
        "cancelled_annotations", "Cancelled", "Number", _plain("cancelled_annotations"), explore=True,
        empty=_zero("cancelled_annotations"), help="How often it was skipped",
    ),
    Column(
        "total_predictions", "Predictions", "Number", _plain("total_predictions"), explore=True,
        empty=_zero("total_predictions"),
    ),
    Column(
        "annotators", "Annotated by", "List", _of_annotations(func.min(a.completed_by_id)), explore=True,
        contains=_annotated_by, equals=_annotated_by, empty=_nobody_annotated,
    ),
    Column(
        "annotations_results", "Annotation results", "String", _first_result(annotations),
        contains=_in_results(annotations), equals=_whole_result(annotations), empty=_no_results(annotations),
    ),
    Column(
        "annotations_ids", "Annotation IDs", "String", _of_annotations(cast(func.min(a.id), String)),
        contains=_annotation_ids, equals=_annotation_ids, empty=_nobody_annotated,
    ),
    Column("predictions_score", "Prediction score", "Number", prediction_score),
    Column(
        "predictions_model_versions", "Prediction model versions", "List",
        lambda _: select(func.min(p.model_version)).where(p.task_id == t.id).scalar_subquery(),
        contains=_versions, equals=_versions, empty=lambda _: ~exists().where(p.task_id == t.id),
    ),
    Column(
        "predictions_results", "Prediction results", "String", _first_result(predictions),
        contains=_in_results(predictions), equals=_whole_result(predictions), empty=_no_results(predictions),
    ),
    Column("file_upload", "Upload filename", "String", _file, help="File the task came from"),
    Column("storage_filename", "Storage filename", "String", lambda _: cast(null(), String), help="Object of a storage the task came from"),
    Column("created_at", "Created at", "Datetime", _plain("created_at")),
    Column("updated_at", "Updated at", "Datetime", _plain("updated_at")),
    Column(
        "updated_by", "Updated by", "List", _plain("updated_by_id"),
        contains=lambda _, value: t.updated_by_id == _person(value),
        equals=lambda _, value: t.updated_by_id == _person(value),
        empty=lambda _: t.updated_by_id.is_(None),
    ),
    Column("avg_lead_time", "Lead Time", "Time", _of_annotations(func.avg(a.lead_time)), help="Mean seconds per annotation"),
    Column("draft_exists", "Drafts", "Boolean", _has_draft),
    Column("is_labeled", "Labelled", "Boolean", _plain("is_labeled"), listed=False),
    Column("overlap", "Overlap", "Number", _plain("overlap"), listed=False),
    Column("allow_skip", "May be skipped", "Boolean", _plain("allow_skip"), listed=False),
    Column("comment_count", "Comments", "Number", _plain("comment_count"), listed=False),
    Column("unresolved_comment_count", "Open comments", "Number", _plain("unresolved_comment_count"), listed=False),
    Column("last_comment_updated_at", "Last comment", "Datetime", _plain("last_comment_updated_at"), listed=False),
    Column("meta", "Meta", "String", lambda _: _result_text(t.meta), listed=False),
    Column("state", "State", "Number", _state, listed=False),
    # The two names that walk through a relation in Label Studio and that clients send.
    Column("updated_by__active_organization", "", "Number", _organization_of_editor, listed=False),
    Column(
        "annotations__completed_by", "", "List", _of_annotations(func.min(a.completed_by_id)),
        contains=_annotated_by, equals=_annotated_by, empty=_nobody_annotated, listed=False,
    ),
)  # fmt: skip

COLUMNS = {column.id: column for column in _FIXED}

# A key that SQLite's path language cannot spell.
_UNSPEAKABLE = re.compile(r'["\x00]')


def data_column(key: str, kind: str) -> Column:
    """A field of the tasks' data, read as `kind`."""
    if _UNSPEAKABLE.search(key):
        raise Invalid({"filters": [f"The data field {key!r} cannot be used here."]})
    wanted = kind if kind in ("Number", "Boolean") else "String"
    return Column(f"data.{key}", key, wanted, lambda scope: _data(scope, key, wanted))


def _data(scope: Scope, key: str, kind: str) -> ColumnElement[Any]:
    keys = list(scope.config.data_types)
    value = _field(scope, key, kind)
    if key == (keys[0] if keys else "data"):
        # Files imported before the config named its key.
        return func.coalesce(value, _field(scope, UNDEFINED, kind))
    return value


def _field(scope: Scope, key: str, kind: str) -> ColumnElement[Any]:
    text: ColumnElement[Any]
    if scope.sqlite:
        path = f'$."{key}"'
        value = func.json_extract(t.data, path)
        if kind == "Native":
            return value
        if kind == "Boolean":
            found = func.json_type(t.data, path)
            return case((found == "true", True), (found == "false", False), else_=null())
        text = cast(value, String)
    else:
        text = type_coerce(type_coerce(t.data, String).op("->>")(cast(literal(key), String)), String)
        if kind == "Boolean":
            return case((text == "true", True), (text == "false", False), else_=null())
    # Only what is a number is cast: PostgreSQL would fail, SQLite would say 0.
    return case((text.regexp_match(_NUMBER), cast(text, Float)), else_=null()) if kind == "Number" else text


# One way only to read each digit: what is no number is found out in one pass.
_NUMBER = r"^\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?\s*$"


def resolve(name: str, kind: str) -> Column:
    """The column of a filter or an ordering (`total_annotations`, `data.text`). Raises Invalid for anything else."""
    if name.startswith("data."):
        return data_column(name.removeprefix("data."), kind)
    column = COLUMNS.get(name)
    if column is None:
        raise Invalid({"filters": [f'There is no column "{name}".']})
    return column


@dataclass(frozen=True)
class Filtered:
    """A column under a filter (`operators.Target`)."""

    column: Column
    scope: Scope

    @property
    def kind(self) -> str:
        return "Number" if self.column.type == "Time" else self.column.type

    def value(self) -> ColumnElement[Any]:
        return self.column.value(self.scope)

    def text(self) -> ColumnElement[Any]:
        value = self.value()
        return value if self.kind == "String" else cast(value, String)

    def contains(self, value: Any) -> ColumnElement[bool]:
        if self.column.contains:
            return self.column.contains(self.scope, value)
        return self.text().icontains(convert("String", value), autoescape=True)

    def equals(self, value: Any) -> ColumnElement[bool]:
        if self.column.equals:
            return self.column.equals(self.scope, value)
        same: ColumnElement[bool] = self.value() == convert(self.kind, value)
        return same

    def empty(self) -> ColumnElement[bool]:
        if self.column.empty:
            return self.column.empty(self.scope)
        missing = self.value().is_(None)
        return or_(missing, self.value() == "") if self.kind == "String" else missing

    def regex(self, pattern: str) -> ColumnElement[bool]:
        if len(pattern) > patterns.LONGEST:
            raise Invalid({"filters": [f"A pattern has at most {patterns.LONGEST} characters."]})
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError):
            return false()
        if not self.scope.takes_pattern(pattern):
            return false()
        matches: ColumnElement[bool] = self.text().regexp_match(pattern)
        return and_(self.text().is_not(None), matches)


def ordering_value(name: str, scope: Scope, *, as_number: bool) -> ColumnElement[Any]:
    """What to sort on: fields of the data by their own values on SQLite, as text on PostgreSQL, unless they are shown as numbers."""
    column = resolve(name, "String")
    if column.id.startswith("data."):
        kind = "Number" if as_number else "Native" if scope.sqlite else "String"
        return _data(scope, column.id.removeprefix("data."), kind)
    return column.value(scope)
