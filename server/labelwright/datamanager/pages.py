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
from labelwright.datamanager import page_queries, queries
from labelwright.datamanager.column import Scope
from labelwright.datamanager.page_queries import Found
from labelwright.datamanager.query import Query, compiled, scope_of
from labelwright.db import Tx
from labelwright.errors import NotFound
from labelwright.projects import counters
from labelwright.projects import service as projects
from labelwright.results import label_counts
from labelwright.tasks import queries as task_queries
from labelwright.tasks import service as tasks


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
    found = compiled(tx, project, query)
    totals = _totals(tx, project_id, found) if place.totals else dict.fromkeys(_TOTALS)
    offset = 0 if place.after is not None else (place.page - 1) * place.size
    if place.page < 1 or (offset > 0 and totals["total"] is not None and offset >= totals["total"]):
        raise NotFound("Invalid page.")
    ids = page_queries.page_ids(tx, project_id, found, offset=offset, limit=place.size, after=place.after)
    return {**totals, "tasks": shown(tx, caller, scope_of(tx, project), ids, wanted) if ids else []}


def totals(tx: Tx, project_id: int, query: Query) -> dict[str, int | None]:
    queries.weigh(tx)
    return _totals(tx, project_id, compiled(tx, projects.get(tx, project_id), query))


_TOTALS = ("total_annotations", "total_predictions", "total")
_COUNTERS = ("total_annotations_number", "total_predictions_number", "task_number")


def _totals(tx: Tx, project_id: int, found: Found) -> dict[str, int | None]:
    if not found.conditions:
        kept = counters.of_one(tx, project_id)
        return dict(zip(_TOTALS, (kept[name] for name in _COUNTERS), strict=True))
    counted = page_queries.totals(tx, project_id, found)
    return dict(zip(_TOTALS, (counted.annotations, counted.predictions, counted.tasks), strict=True))


def detail(tx: Tx, caller: Caller, task_id: int) -> dict[str, Any]:
    """One task with everything; the authors of its annotations are people, not ids."""
    row = tasks.get(tx, task_id)
    scope = scope_of(tx, projects.get(tx, row.project_id))
    task = shown(tx, caller, scope, [task_id], Wanted(work=True))[0]
    ids = {annotation["completed_by"] for annotation in task["annotations"] if annotation["completed_by"]}
    people = {person.id: _author(person) for person in account_queries.by_ids(tx, sorted(ids))} if ids else {}
    for annotation in task["annotations"]:
        annotation["completed_by"] = people.get(annotation["completed_by"])
    return task


def shown(tx: Tx, caller: Caller, scope: Scope, ids: Sequence[int], wanted: Wanted) -> list[dict[str, Any]]:
    rows = task_queries.by_ids(tx, ids)
    facts = _annotation_facts(tx, ids)
    versions: defaultdict[int, list[str]] = defaultdict(list)
    for row in queries.prediction_versions(tx, ids):
        versions[row.task_id].append(row.model_version)
    scores = queries.scores(tx, scope, ids)
    drafted = queries.tasks_with_drafts(tx, ids)
    authors = tasks.comment_authors(tx, rows.values())
    files = queries.file_names(tx, sorted({row.file_upload_id for row in rows.values() if row.file_upload_id}))
    starts = {of: _starts(tx, ids, of) for of in wanted.results}
    labels = {of: _labels(tx, ids, of) for of in wanted.labels}
    annotations = work.annotations_of(tx, ids) if wanted.work else {}
    predictions = work.predictions_of(tx, ids) if wanted.work else {}
    drafts = work.drafts_of(tx, caller, ids)
    answer = []
    for number in ids:
        task = _task(rows[number], scope, files, facts[number])
        task |= {
            "comment_authors": authors[number],
            "drafts": drafts.get(number, []),
            "predictions_model_versions": ",".join(versions[number]),
            "predictions_score": scores[number],
            "draft_exists": number in drafted,
            "annotations_results": starts.get("annotations", {}).get(number, ""),
            "predictions_results": starts.get("predictions", {}).get(number, ""),
        }
        task |= {f"{of}_labels": counts.get(number, {}) for of, counts in labels.items()}
        if wanted.work:
            task["annotations"] = annotations.get(number, [])
            task["predictions"] = predictions.get(number, [])
        answer.append(_only(task, wanted.include))
    return answer


def _task(row: Row[Any], scope: Scope, files: dict[int, str], facts: list[Row[Any]]) -> dict[str, Any]:
    times = [fact.lead_time for fact in facts if fact.lead_time is not None]
    annotators = dict.fromkeys(fact.completed_by_id for fact in facts if fact.completed_by_id is not None)
    file = files.get(row.file_upload_id)
    task = tasks.simple(row)
    return {
        **task,
        "data": tasks.served(row.data, scope.config),
        "updated_by": [{"user_id": row.updated_by_id}] if row.updated_by_id else [],
        "completed_at": row.completed_at,
        "annotators": list(annotators),
        "annotations_ids": ",".join(str(fact.id) for fact in facts),
        "avg_lead_time": sum(times) / len(times) if times else None,
        "file_upload": PurePosixPath(file).name if file else None,
        "storage_filename": None,
    }


def _annotation_facts(tx: Tx, ids: Sequence[int]) -> defaultdict[int, list[Row[Any]]]:
    facts: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in queries.annotation_facts(tx, ids):
        facts[row.task_id].append(row)
    return facts


def _starts(tx: Tx, ids: Sequence[int], of: str) -> dict[int, str]:
    """What table cells show of results: the JSON without quotation marks, cut."""
    texts: dict[int, str] = {}
    for row in queries.result_starts(tx, ids, of):
        known = texts.get(row.task_id)
        texts[row.task_id] = row.start if known is None else f"{known}, {row.start}"
    return {number: text.replace('"', "")[: queries.RESULTS_SHOWN] for number, text in texts.items()}


def _labels(tx: Tx, ids: Sequence[int], of: str) -> defaultdict[int, Counter[str]]:
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for row in queries.results(tx, ids, of):
        counts[row.task_id].update(label_counts(row.result))
    return counts


def _author(person: Row[Any]) -> dict[str, Any]:
    return {**accounts.simple(person), "initials": accounts.initials(person)}


def _only(task: dict[str, Any], include: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in task.items() if name in include} if include else task
