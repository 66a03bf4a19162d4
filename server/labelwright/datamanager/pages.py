"""Tasks as the Data Manager shows them: a few statements for a whole page."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath
from typing import Any

import msgspec
from sqlalchemy import Row

from labelwright.access import Caller
from labelwright.accounts import queries as account_queries
from labelwright.accounts import service as accounts
from labelwright.annotations import work
from labelwright.datamanager import page_queries, queries, shown_queries
from labelwright.datamanager.page_queries import Found, Totals
from labelwright.datamanager.query import Query, compiled
from labelwright.db import Tx
from labelwright.errors import NotFound
from labelwright.labelconfig import Config
from labelwright.projects import counters
from labelwright.projects import service as projects
from labelwright.results import label_counts
from labelwright.tasks import service as tasks

# With more tasks than this, keeping what all of them are sorted by takes longer than looking at them twice.
_MANY = 20_000


class Wanted(msgspec.Struct, frozen=True):
    """Which parts of the tasks a page has: `work` for annotations and predictions, `results` for the beginnings of their JSON,
    `labels` for the labels in them."""

    work: bool = False
    results: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    include: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """Where a page is: by its number, or behind a task, however deep that is. `totals`: count what the query finds, as well."""

    page: int
    size: int
    after: int | None = None
    totals: bool = True


def listed(tx: Tx, caller: Caller, project_id: int, query: Query, place: Place, wanted: Wanted) -> dict[str, Any]:
    queries.weigh(tx)
    project = projects.get(tx, project_id)
    ids, totals = _page(tx, project_id, compiled(tx, project, query), place)
    return {**_named(totals), "tasks": shown(tx, caller, project, ids, wanted) if ids else []}


def totals(tx: Tx, project_id: int, query: Query) -> dict[str, int | None]:
    queries.weigh(tx)
    return _named(_totals(tx, project_id, compiled(tx, projects.get(tx, project_id), query)))


def _page(tx: Tx, project_id: int, found: Found, place: Place) -> tuple[list[int], Totals | None]:
    offset = 0 if place.after is not None else (place.page - 1) * place.size
    if place.totals and place.after is None and found.is_scan and _all(tx, project_id).tasks < _MANY:
        _check(place, offset, None)
        ids, totals = page_queries.page_with_totals(tx, project_id, found, offset=offset, limit=place.size)
        _check(place, offset, totals)
        return ids, totals
    counted = _totals(tx, project_id, found) if place.totals else None
    _check(place, offset, counted)
    return page_queries.page_ids(tx, project_id, found, offset=offset, limit=place.size, after=place.after), counted


def _check(place: Place, offset: int, totals: Totals | None) -> None:
    if place.page < 1 or (offset > 0 and totals is not None and offset >= totals.tasks):
        raise NotFound("Invalid page.")


def _totals(tx: Tx, project_id: int, found: Found) -> Totals:
    return page_queries.totals(tx, project_id, found) if found.conditions else _all(tx, project_id)


def _all(tx: Tx, project_id: int) -> Totals:
    kept = counters.of_one(tx, project_id)
    return Totals(kept["task_number"], kept["total_annotations_number"], kept["total_predictions_number"])


def _named(totals: Totals | None) -> dict[str, int | None]:
    if totals is None:
        return {"total_annotations": None, "total_predictions": None, "total": None}
    return {
        "total_annotations": totals.annotations,
        "total_predictions": totals.predictions,
        "total": totals.tasks,
    }


def detail(tx: Tx, caller: Caller, task_id: int) -> dict[str, Any]:
    """One task with everything; the authors of its annotations are people, not ids."""
    project = projects.get(tx, tasks.get(tx, task_id).project_id)
    task = shown(tx, caller, project, [task_id], Wanted(work=True))[0]
    ids = {annotation["completed_by"] for annotation in task["annotations"] if annotation["completed_by"]}
    people = {person.id: _author(person) for person in account_queries.by_ids(tx, sorted(ids))} if ids else {}
    for annotation in task["annotations"]:
        annotation["completed_by"] = people.get(annotation["completed_by"])
    return task


def shown(tx: Tx, caller: Caller, project: Row[Any], ids: Sequence[int], wanted: Wanted) -> list[dict[str, Any]]:
    rows = shown_queries.rows(tx, project, ids)
    annotated = _by_task(shown_queries.annotations_of(tx, ids, results="annotations" in wanted.results))
    predicted = _by_task(shown_queries.predictions_of(tx, ids, results="predictions" in wanted.results))
    authors = tasks.comment_authors(tx, rows.values())
    drafts = work.drafts_of(tx, caller, [row.id for row in rows.values() if row.has_draft])
    labels = {of: _labels(tx, ids, of) for of in wanted.labels}
    annotations = work.annotations_of(tx, ids) if wanted.work else {}
    predictions = work.predictions_of(tx, ids) if wanted.work else {}
    config = Config.of(project.label_config)
    answer = []
    for number in ids:
        task = {**_task(rows[number], config), **_annotated(annotated[number]), **_predicted(predicted[number])}
        task["comment_authors"], task["drafts"] = authors[number], drafts.get(number, [])
        task |= {f"{of}_labels": counts.get(number, {}) for of, counts in labels.items()}
        if wanted.work:
            task["annotations"] = annotations.get(number, [])
            task["predictions"] = predictions.get(number, [])
        answer.append(_only(task, wanted.include))
    return answer


def _by_task(rows: Sequence[Row[Any]]) -> defaultdict[int, list[Row[Any]]]:
    found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.task_id].append(row)
    return found


def _task(row: Row[Any], config: Config) -> dict[str, Any]:
    shape = tasks.simple(row)
    score, file, has_draft = tuple(row)[-3:]
    return {
        **shape,
        "data": tasks.served(shape["data"], config),
        "updated_by": [{"user_id": shape["updated_by"]}] if shape["updated_by"] else [],
        "completed_at": row.completed_at,
        "file_upload": PurePosixPath(file).name if file else None,
        "storage_filename": None,
        "predictions_score": score,
        "draft_exists": has_draft,
    }


def _annotated(rows: Sequence[Row[Any]]) -> dict[str, Any]:
    _, ids, people, times, *starts = zip(*rows, strict=True) if rows else ((), (), (), ())
    known = [time for time in times if time is not None]
    return {
        "annotators": [person for person in dict.fromkeys(people) if person is not None],
        "annotations_ids": ",".join(map(str, ids)),
        "avg_lead_time": sum(known) / len(known) if known else None,
        "annotations_results": _start(*starts),
    }


def _predicted(rows: Sequence[Row[Any]]) -> dict[str, Any]:
    _, versions, *starts = zip(*rows, strict=True) if rows else ((), ())
    return {
        "predictions_model_versions": ",".join(sorted(set(versions))),
        "predictions_results": _start(*starts),
    }


def _start(starts: Sequence[str | None] = ()) -> str:
    """What table cells show of results: the JSON without quotation marks, cut."""
    text = ", ".join(start for start in starts if start is not None)
    return text.replace('"', "")[: shown_queries.RESULTS_SHOWN]


def _labels(tx: Tx, ids: Sequence[int], of: str) -> defaultdict[int, Counter[str]]:
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for row in shown_queries.results(tx, ids, of):
        counts[row.task_id].update(label_counts(row.result))
    return counts


def _author(person: Row[Any]) -> dict[str, Any]:
    return {**accounts.simple(person), "initials": accounts.initials(person)}


def _only(task: dict[str, Any], include: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in task.items() if name in include} if include else task
