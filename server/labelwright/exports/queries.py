"""Reads of exports: batches of tasks with everything that belongs to them, few statements a batch."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Row, Select, and_, func, select, text, true

from labelwright.accounts.tables import users
from labelwright.annotations.tables import annotations, drafts, predictions
from labelwright.db import Tx, one_of, raw
from labelwright.exports.source import Annotated, Annotation, Draft, Options, Task
from labelwright.kit.clock import ago
from labelwright.projects.tables import projects
from labelwright.tasks.service import comment_authors
from labelwright.tasks.tables import file_uploads, of_project, tasks

_BATCH = 250
_EMPTY = msgspec.Raw(b"{}")
a, d, p, u = annotations.c, drafts.c, predictions.c, users.c

# Columns in the order of `Annotation`.
_ANNOTATIONS: Select[Any] = (
    select(
        a.id, a.completed_by_id, raw(a.result), a.was_cancelled, a.ground_truth, a.created_at, a.updated_at, a.draft_created_at,
        a.lead_time, raw(a.prediction), a.result_count, a.unique_id, a.import_id, a.last_action, a.bulk_created, a.task_id,
        a.project_id, a.updated_by_id, a.parent_prediction_id, a.parent_annotation_id,
    )
    .where(one_of(a.task_id, "tasks"))
    .order_by(a.id)
)  # fmt: skip
_DRAFTS: Select[Any] = (
    select(
        d.id, d.task_id, d.annotation_id, raw(d.result).label("result"), d.lead_time, d.was_postponed, d.import_id,
        d.created_at, d.updated_at, d.user_id, u.email, u.first_name, u.last_name,
    )
    .join(users, u.id == d.user_id)
    .where(one_of(d.task_id, "tasks"))
    .order_by(d.id)
)  # fmt: skip
_PREDICTIONS: Select[Any] = select(p.task_id, p.id).where(one_of(p.task_id, "tasks")).order_by(p.id)


def project(tx: Tx, project_id: int) -> Row[Any] | None:
    return tx.execute(select(projects).where(projects.c.id == project_id)).one_or_none()


def batches(tx: Tx, project_id: int, options: Options) -> Iterator[list[Task]]:
    last = 0
    while rows := _tasks(tx, project_id, options, last):
        last = rows[-1].id
        ids = [row.id for row in rows]
        annotated, drafted, predicted = _annotations(tx, ids), _drafts(tx, ids), _predictions(tx, ids)
        authors = comment_authors(tx, rows)
        yield [_task(row, annotated[row.id], drafted[row.id], predicted[row.id], authors[row.id]) for row in rows]


def annotated(tx: Tx, project_id: int, options: Options) -> Iterator[list[Annotated]]:
    """The same tasks with nothing but their data and annotations."""
    last = 0
    wanted = select(tasks.c.id, raw(tasks.c.data)).where(*_chosen(project_id, options))
    while rows := tx.execute(wanted.where(tasks.c.id > last).order_by(tasks.c.id).limit(_BATCH)).all():
        last = rows[-1].id
        found = _annotations(tx, [row.id for row in rows])
        yield [Annotated(number, data, found[number]) for number, data in rows]


def count(tx: Tx, project_id: int, options: Options) -> int:
    """How many tasks an export will hold."""
    return int(tx.execute(select(func.count()).select_from(tasks).where(*_chosen(project_id, options))).scalar_one())


def _chosen(project_id: int, options: Options) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [of_project(tasks, project_id)]
    if options.ids:
        conditions.append(tasks.c.id.in_(options.ids))
    if not options.download_all_tasks:
        conditions.append(tasks.c.total_annotations + tasks.c.cancelled_annotations > 0)
    return conditions


def _tasks(tx: Tx, project_id: int, options: Options, after: int) -> Sequence[Any]:
    """Columns in the order of `Task`, but for the file's name and what comes from other tables."""
    t = tasks.c
    found = (
        select(
            t.id, file_uploads.c.file, raw(t.data), raw(t.meta), t.created_at, t.updated_at, t.allow_skip, t.inner_id,
            t.total_annotations, t.cancelled_annotations, t.total_predictions, t.comment_count, t.unresolved_comment_count,
            t.last_comment_updated_at, t.project_id, t.updated_by_id,
        )
        .outerjoin(file_uploads, file_uploads.c.id == t.file_upload_id)
        .where(*_chosen(project_id, options), t.id > after)
        .order_by(t.id)
        .limit(_BATCH)
    )  # fmt: skip
    return tx.execute(found).all()


def _annotations(tx: Tx, task_ids: Sequence[int]) -> defaultdict[int, list[Annotation]]:
    by_task: defaultdict[int, list[Annotation]] = defaultdict(list)
    for row in tx.execute(_ANNOTATIONS, {"tasks": task_ids}):
        values: list[Any] = [*row, None]
        annotation = Annotation(*values)
        # NULL is read as None, and stands for itself; a missing prediction is an empty object.
        if annotation.prediction is None:
            annotation.prediction = _EMPTY
        by_task[annotation.task].append(annotation)
    return by_task


def _drafts(tx: Tx, task_ids: Sequence[int]) -> defaultdict[int, list[Draft]]:
    by_task: defaultdict[int, list[Draft]] = defaultdict(list)
    for row in tx.execute(_DRAFTS, {"tasks": task_ids}):
        name = " ".join(part for part in (row.first_name, row.last_name) if part)
        by_task[row.task_id].append(
            Draft(
                id=row.id,
                user=row.email,
                created_username=f"{name} {row.email}, {row.user_id}".lstrip(),
                created_ago=ago(row.created_at),
                result=row.result,
                lead_time=row.lead_time,
                was_postponed=row.was_postponed,
                import_id=row.import_id,
                created_at=row.created_at,
                updated_at=row.updated_at,
                task=row.task_id,
                annotation=row.annotation_id,
            )
        )
    return by_task


def _predictions(tx: Tx, task_ids: Sequence[int]) -> defaultdict[int, list[int]]:
    by_task: defaultdict[int, list[int]] = defaultdict(list)
    for task_id, prediction_id in tx.execute(_PREDICTIONS, {"tasks": task_ids}):
        by_task[task_id].append(prediction_id)
    return by_task


def _task(
    row: Any, annotated: list[Annotation], drafted: list[Draft], predicted: list[int], authors: list[int]
) -> Task:
    number, file, data, meta, *others = row
    name = Path(file).name if file else msgspec.UNSET
    values: list[Any] = [number, annotated, name, drafted, predicted, data, meta or _EMPTY, *others, authors]
    return Task(*values)


def columns(tx: Tx, project_id: int, options: Options) -> tuple[set[str], set[str]]:
    """Keys of the tasks' data, and names of controls in annotations that were not skipped: found by the database, nothing is loaded."""
    chosen = select(tasks.c.id).where(*_chosen(project_id, options))
    return _data_keys(tx, chosen), _control_names(tx, chosen)


def _data_keys(tx: Tx, chosen: Any) -> set[str]:
    # A task that was only skipped gives no row.
    shown = (tasks.c.total_annotations > 0) | (tasks.c.cancelled_annotations == 0)
    each: Any
    if tx.dialect.name == "sqlite":
        each = func.json_each(tasks.c.data).table_valued("key").alias("each")
        key = each.c.key
    else:
        each = func.json_object_keys(tasks.c.data).table_valued("key").render_derived("each")
        key = each.c.key
    found = select(key).select_from(tasks.join(each, true())).where(tasks.c.id.in_(chosen), shown).distinct()
    return set(tx.execute(found).scalars())


def _control_names(tx: Tx, chosen: Any) -> set[str]:
    each: Any
    if tx.dialect.name == "sqlite":
        each = func.json_each(a.result).table_valued("value", "type").alias("each")
        name = func.json_extract(each.c.value, text("'$.from_name'"))
        is_list = and_(func.json_type(a.result) == "array", each.c.type == "object")
    else:
        # A result that is not a list must not reach the function that takes lists apart.
        regions = text("CASE json_typeof(annotations.result) WHEN 'array' THEN annotations.result ELSE '[]' END")
        each = func.json_array_elements(regions).table_valued("value").render_derived("each")
        name = each.c.value.op("->>")("from_name")
        is_list = true()
    found = select(name).select_from(annotations.join(each, true())).distinct()
    wanted = found.where(a.task_id.in_(chosen), a.was_cancelled.is_(False), a.result.is_not(None), is_list)
    return {value for value in tx.execute(wanted).scalars() if isinstance(value, str)}
