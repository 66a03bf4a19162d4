"""The columns of the Data Manager: each declared once, for the page, for filters and for ordering.

Nothing else can be filtered or sorted on, so no name of a request reaches the database.
"""

import re
from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, String, case, cast, exists, false, func, literal, null, select
from sqlalchemy.dialects.postgresql import JSONB

from labelwright.accounts.tables import users
from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.datamanager.column import Column, Expression, Scope, containing, json_text, plain
from labelwright.datamanager.fields import PREFIX, data_column
from labelwright.datamanager.operators import convert
from labelwright.errors import Invalid
from labelwright.tasks.tables import file_uploads, tasks

a, d, p, t = annotations.c, drafts.c, predictions.c, tasks.c


def _zero(name: str) -> Callable[[Scope], ColumnElement[bool]]:
    column = tasks.c[name]
    return lambda _scope: column == 0


def _person(value: Any) -> int:
    return int(convert("Number", value))


def _in_results(table: Any) -> Callable[[Scope, Any], ColumnElement[bool]]:
    def contains(scope: Scope, value: Any) -> ColumnElement[bool]:
        # Label Studio writes JSON with blanks, we without.
        wanted = convert("String", value).replace('": ', '":').replace('", "', '","')
        return containing(scope, json_text(table.c.result), wanted)

    return contains


def _whole_result(table: Any) -> Callable[[Scope, Any], ColumnElement[bool]]:
    def equals(scope: Scope, value: Any) -> ColumnElement[bool]:
        try:
            text = msgspec.json.encode(msgspec.json.decode(value if isinstance(value, str) else b"")).decode()
        except (msgspec.DecodeError, UnicodeError):
            return false()
        if scope.sqlite:
            return func.json(table.c.result) == func.json(text)
        return cast(json_text(table.c.result), JSONB) == cast(literal(text, String), JSONB)

    return equals


def _no_results(table: Any) -> Callable[[Scope], ColumnElement[bool]]:
    def empty(_: Scope) -> ColumnElement[bool]:
        return ~exists().where(table.c.task_id == t.id, table.c.result.is_not(None), json_text(table.c.result) != "[]")

    return empty


def _first_result(table: Any) -> Expression:
    first = select(json_text(table.c.result)).where(table.c.task_id == t.id).order_by(table.c.id).limit(1)
    return lambda _scope: first.scalar_subquery()


def _of_annotations(aggregate: ColumnElement[Any]) -> Expression:
    return lambda _scope: select(aggregate).where(a.task_id == t.id).scalar_subquery()


def _annotation_ids(_: Scope, value: Any) -> ColumnElement[bool]:
    ids = [int(part) for part in re.split(r"[,;\s]+", convert("String", value)) if part.isdecimal()]
    return a.id.in_(ids)


def _versions(_: Scope, value: Any) -> ColumnElement[bool]:
    versions = [convert("String", item) for item in (value if isinstance(value, list) else [value])]
    return p.model_version.in_(versions)


def _prediction_score(scope: Scope) -> ColumnElement[Any]:
    version = scope.project.model_version
    return mean_score(literal(version, p.model_version.type) if version else None)


def mean_score(version: ColumnElement[str] | None) -> ColumnElement[Any]:
    """Of the project's model version, of all when it has none."""
    of_version = [] if version is None else [p.model_version == version]
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
    return a.completed_by_id == _person(value)


def _nobody_annotated(_: Scope) -> ColumnElement[bool]:
    return ~exists().where(a.task_id == t.id)


_FIXED = (
    Column("id", "ID", "Number", plain(t.id), explore=True, help="Number of the task on this server"),
    Column("inner_id", "Inner ID", "Number", plain(t.inner_id), help="Number of the task in its project, from 1"),
    Column("completed_at", "Completed", "Datetime", plain(t.completed_at), explore=True, help="When it was last annotated"),
    Column(
        "total_annotations", "Annotations", "Number", plain(t.total_annotations), explore=True, labeling=True,
        empty=_zero("total_annotations"), help="Annotations that are not skips",
    ),
    Column(
        "cancelled_annotations", "Cancelled", "Number", plain(t.cancelled_annotations), explore=True,
        empty=_zero("cancelled_annotations"), help="How often it was skipped",
    ),
    Column(
        "total_predictions", "Predictions", "Number", plain(t.total_predictions), explore=True,
        empty=_zero("total_predictions"),
    ),
    Column(
        "annotators", "Annotated by", "List", _of_annotations(func.min(a.completed_by_id)), explore=True,
        contains=_annotated_by, equals=_annotated_by, empty=_nobody_annotated, of=annotations, sources=(annotations,),
    ),
    Column(
        "annotations_results", "Annotation results", "String", _first_result(annotations),
        contains=_in_results(annotations), equals=_whole_result(annotations), empty=_no_results(annotations), of=annotations,
    ),
    Column(
        "annotations_ids", "Annotation IDs", "String", _of_annotations(cast(func.min(a.id), String)),
        contains=_annotation_ids, equals=_annotation_ids, empty=_nobody_annotated, of=annotations,
    ),
    Column("predictions_score", "Prediction score", "Number", _prediction_score, sources=(predictions,)),
    Column(
        "predictions_model_versions", "Prediction model versions", "List",
        lambda _: select(func.min(p.model_version)).where(p.task_id == t.id).scalar_subquery(),
        contains=_versions, equals=_versions, empty=lambda _: ~exists().where(p.task_id == t.id), of=predictions,
    ),
    Column(
        "predictions_results", "Prediction results", "String", _first_result(predictions),
        contains=_in_results(predictions), equals=_whole_result(predictions), empty=_no_results(predictions), of=predictions,
    ),
    Column("file_upload", "Upload filename", "String", _file, help="File the task came from"),
    Column("storage_filename", "Storage filename", "String", lambda _: cast(null(), String), help="Object of a storage the task came from"),
    Column("created_at", "Created at", "Datetime", plain(t.created_at)),
    Column("updated_at", "Updated at", "Datetime", plain(t.updated_at)),
    Column(
        "updated_by", "Updated by", "List", plain(t.updated_by_id),
        contains=lambda _, value: t.updated_by_id == _person(value),
        equals=lambda _, value: t.updated_by_id == _person(value),
        empty=lambda _: t.updated_by_id.is_(None),
    ),
    Column(
        "avg_lead_time", "Lead Time", "Time", _of_annotations(func.avg(a.lead_time)),
        sources=(annotations,), help="Mean seconds per annotation",
    ),
    Column("draft_exists", "Drafts", "Boolean", _has_draft),
    Column("is_labeled", "Labelled", "Boolean", plain(t.is_labeled), listed=False),
    Column("overlap", "Overlap", "Number", plain(t.overlap), listed=False),
    Column("allow_skip", "May be skipped", "Boolean", plain(t.allow_skip), listed=False),
    Column("comment_count", "Comments", "Number", plain(t.comment_count), listed=False),
    Column("unresolved_comment_count", "Open comments", "Number", plain(t.unresolved_comment_count), listed=False),
    Column("last_comment_updated_at", "Last comment", "Datetime", plain(t.last_comment_updated_at), listed=False),
    Column("meta", "Meta", "String", lambda _: json_text(t.meta), listed=False),
    Column("state", "State", "Number", _state, listed=False),
    # The two names that walk through a relation in Label Studio and that clients send.
    Column("updated_by__active_organization", "", "Number", _organization_of_editor, listed=False),
    Column(
        "annotations__completed_by", "", "List", _of_annotations(func.min(a.completed_by_id)),
        contains=_annotated_by, equals=_annotated_by, empty=_nobody_annotated, of=annotations, listed=False,
    ),
)  # fmt: skip

COLUMNS = {column.id: column for column in _FIXED}


def resolve(name: str, kind: str) -> Column:
    """The column of a filter or an ordering (`total_annotations`, `data.text`). Raises Invalid for anything else."""
    if name.startswith(PREFIX):
        return data_column(name.removeprefix(PREFIX), kind)
    column = COLUMNS.get(name)
    if column is None:
        raise Invalid({"filters": [f'There is no column "{name}".']})
    return column
