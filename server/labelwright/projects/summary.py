"""What a project's data and work consist of.

Nothing is counted up and down: every annotation carries the tally of its own result, and the summary adds those up when somebody asks. Only
the columns of the data, which would need every task read, are kept as counts, changed by whoever adds or removes tasks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, true, update

from labelwright.annotations.tables import annotations, drafts
from labelwright.db import Tx
from labelwright.labelconfig import Summary
from labelwright.projects import counters, tally
from labelwright.projects.tables import summaries
from labelwright.tasks.tables import of_project, tasks

_IN_ONE_STATEMENT = 500


def start(tx: Tx, project_id: int, at: datetime) -> None:
    tx.execute(insert(summaries).values(project_id=project_id, created_at=at, all_data_columns={}))


def show(tx: Tx, project_id: int) -> dict[str, Any]:
    """Label Studio's summary object."""
    kept = tx.execute(select(summaries).where(summaries.c.project_id == project_id)).one()
    done = work(tx, project_id)
    columns: dict[str, int] = kept.all_data_columns
    return {
        "project": project_id,
        "created_at": kept.created_at,
        "all_data_columns": columns,
        "common_data_columns": common(columns, counters.of_one(tx, project_id)["task_number"]) if columns else [],
        "created_annotations": done.annotations,
        "created_labels": done.labels,
        "created_labels_drafts": done.draft_labels,
    }


def data_columns(tx: Tx, project_id: int) -> dict[str, int]:
    """Data key → number of tasks that have it."""
    found: dict[str, int] = tx.execute(
        select(summaries.c.all_data_columns).where(summaries.c.project_id == project_id)
    ).scalar_one()
    return found


def common(columns: Mapping[str, int], task_count: int) -> list[str]:
    """Keys that every task has."""
    return sorted(key for key, count in columns.items() if count >= task_count)


def work(tx: Tx, project_id: int) -> Summary:
    """What annotations and drafts consist of."""
    a = annotations.c
    total = tally.Total()
    mine = of_project(annotations, project_id)
    for counted, times in tx.execute(select(a.tally, func.count()).where(mine, a.tally.is_not(None)).group_by(a.tally)):
        total.add(tally.read(counted), times)
    for (result,) in tx.execute(select(a.result).where(mine, a.tally.is_(None), a.result.is_not(None))):
        total.add(tally.of(result))
    drafted = tally.Total()
    for (result,) in tx.execute(select(drafts.c.result).join(tasks).where(of_project(tasks, project_id))):
        drafted.add(tally.of(result))
    return Summary(dict(total.keys), total.labels, drafted.labels)


def change_columns(tx: Tx, project_id: int, change: Mapping[str, int]) -> None:
    """Add to (or take from) the number of tasks that have each data key. A key that no task has any more is dropped."""
    if not change:
        return
    kept = summaries.c.project_id == project_id
    columns = Counter(tx.execute(select(summaries.c.all_data_columns).where(kept).with_for_update()).scalar_one())
    columns.update(change)
    tx.execute(update(summaries).where(kept).values(all_data_columns={k: n for k, n in columns.items() if n > 0}))


def clear_columns(tx: Tx, project_id: int) -> None:
    tx.execute(update(summaries).where(summaries.c.project_id == project_id).values(all_data_columns={}))


def count_columns(tx: Tx, project_id: int, task_ids: Iterable[int] | None = None) -> Counter[str]:
    """Number of tasks with each data key, counted by the database: of a project, or of some of its tasks."""
    each: Any
    if tx.dialect.name == "sqlite":
        each = func.json_each(tasks.c.data).table_valued("key").alias("each")
    else:
        each = func.json_object_keys(tasks.c.data).table_valued("key").render_derived("each")
    found = select(each.c.key, func.count()).select_from(tasks.join(each, true())).group_by(each.c.key)
    found = found.where(of_project(tasks, project_id))
    if task_ids is None:
        return Counter(dict(tuple(row) for row in tx.execute(found)))
    counted: Counter[str] = Counter()
    ids = list(task_ids)
    for start in range(0, len(ids), _IN_ONE_STATEMENT):
        some = found.where(tasks.c.id.in_(ids[start : start + _IN_ONE_STATEMENT]))
        counted.update(dict(tuple(row) for row in tx.execute(some)))
    return counted


def reset(tx: Tx, project_id: int) -> None:
    """Count the columns anew, and the annotations that were stored without their tally."""
    tx.execute(
        update(summaries)
        .where(summaries.c.project_id == project_id)
        .values(all_data_columns=dict(count_columns(tx, project_id)))
    )
    a = annotations.c
    uncounted = select(a.id, a.result).where(a.project_id == project_id, a.tally.is_(None), a.result.is_not(None))
    found = [{"number": number, "counted": tally.write(tally.of(result))} for number, result in tx.execute(uncounted)]
    if found:
        tx.execute(update(annotations).where(a.id == bindparam("number")).values(tally=bindparam("counted")), found)
