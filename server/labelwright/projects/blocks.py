"""Which figures of projects are kept: those of blocks of task ids that have not changed since they were counted.

Whatever changes a task or an annotation names the block in the same transaction (triggers, see the migration `counted_blocks`). So a kept figure
either is what one would count now, or its block is in `changed_blocks` and `kept` tells that it must be counted instead.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    null,
    select,
    text,
    union,
)

from labelwright.db import Database, Tx
from labelwright.projects import counting
from labelwright.projects.counting import Range
from labelwright.projects.tables import BLOCK_BITS, changed_blocks, counted_blocks, counted_people
from labelwright.tasks.tables import hidden_tasks, tasks

Block = tuple[int, int]
_KEPT = (counted_blocks, counted_people)
_IN_ONE_STEP = 200
# Of the process that counts; any number that nobody else takes.
_LOCK = 0x6C776272


# Reading

Sums = defaultdict[int, Counter[str]]
_OF_PROJECTS: BindParameter[list[int]] = bindparam("projects", expanding=True)


def kept(tx: Tx, statement: CompoundSelect[Any], project_ids: Sequence[int], **more: int) -> tuple[Sums, list[Range]]:
    """Sums of the figures that hold, by project, and where the tasks are that must be counted for the others. `statement`: of `reading`."""
    sums, others = Sums(Counter), list[Range]()
    for row in tx.execute(statement, {"projects": project_ids, **more}).mappings():
        figures = {name: int(number) for name, number in row.items() if name not in _KEYS}
        if row["block"] is None:
            sums[row["project_id"]].update(figures)
        else:
            sums[row["project_id"]].subtract(figures)
            others.append(Range.of_block(row["project_id"], row["block"]))
    return sums, _joined(_visible(tx, project_ids, others))


def reading(table: Table, *conditions: ColumnElement[bool]) -> CompoundSelect[Any]:
    """Sums of all that is kept, and those blocks one by one that changed or have hidden tasks: one statement, so that no block is in both or in none."""
    figures = [column for column in table.c if column.name not in _KEYS]
    sums = (func.sum(column).label(column.name) for column in figures)
    every: Select[Any] = select(table.c.project_id, null().label("block"), *sums)
    every = every.where(table.c.project_id.in_(_OF_PROJECTS), *conditions).group_by(table.c.project_id)
    other = _others().subquery()
    its_own = and_(table.c.project_id == other.c.project_id, table.c.block == other.c.block, *conditions)
    found = (func.coalesce(column, 0) for column in figures)
    return every.union_all(
        select(other.c.project_id, other.c.block, *found).join_from(other, table, its_own, isouter=True)
    )


_KEYS = ("project_id", "block", "user_id")


def _others() -> CompoundSelect[Any]:
    changed, hidden, known = changed_blocks.c, hidden_tasks.c, counted_blocks.c
    among_hidden = known.block.between(_number(hidden.first_id), _number(hidden.last_id))
    with_hidden = select(known.project_id, known.block).join_from(
        hidden_tasks, counted_blocks, and_(hidden.project_id == known.project_id, among_hidden)
    )
    of_projects = hidden.project_id.in_(_OF_PROJECTS)
    return union(
        select(changed.project_id, changed.block).where(changed.project_id.in_(_OF_PROJECTS)),
        with_hidden.where(of_projects),
    )


def _number(task_id: ColumnElement[int]) -> ColumnElement[int]:
    """Of the task's block. PostgreSQL shifts by no parameter: those are as wide as what is shifted."""
    return task_id.bitwise_rshift(literal_column(str(BLOCK_BITS)))


_HIDDEN = select(hidden_tasks).where(hidden_tasks.c.project_id.in_(_OF_PROJECTS))


def _visible(tx: Tx, project_ids: Sequence[int], ranges: list[Range]) -> Iterator[Range]:
    """Without hidden tasks."""
    hidden = {row.project_id: row for row in tx.execute(_HIDDEN, {"projects": project_ids})} if ranges else {}
    for found in ranges:
        row = hidden.get(found.project_id)
        if row is None or found.last < row.first_id or row.last_id < found.first:
            yield found
            continue
        if found.first < row.first_id:
            yield Range(found.project_id, found.first, row.first_id - 1)
        if row.last_id < found.last:
            yield Range(found.project_id, row.last_id + 1, found.last)


def _joined(ranges: Iterable[Range]) -> list[Range]:
    """Those that follow one another as one."""
    joined: list[Range] = []
    for found in sorted(ranges, key=lambda it: (it.project_id, it.first)):
        if joined and joined[-1].project_id == found.project_id and joined[-1].last + 1 == found.first:
            found = Range(found.project_id, joined.pop().first, found.last)
        joined.append(found)
    return joined


# Counting

_ANY = select(changed_blocks.c.block).limit(1)
_SOME = select(changed_blocks).distinct().limit(_IN_ONE_STEP)


def count_changed(db: Database) -> bool:
    """Count blocks that have changed, for as long as a step may take; whether more are left."""
    with db.read() as tx:
        if tx.execute(_ANY).first() is None:
            return False
    deadline = time.monotonic() + db.step_seconds
    # Whatever is lost of this is still in `changed_blocks`.
    with db.write(durable=False) as tx:
        if not _is_alone(tx):
            return False
        found = tx.execute(_SOME).all()
        for done, (project_id, block) in enumerate(found, 1):
            _count(tx, project_id, block)
            if time.monotonic() > deadline:
                return done < len(found)
    return len(found) == _IN_ONE_STEP


def _is_alone(tx: Tx) -> bool:
    """Two that count the same block at once could write down the earlier count last."""
    if tx.dialect.name == "sqlite":
        return True
    return bool(tx.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _LOCK}).scalar_one())


def _of_block(table: Table) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c.project_id == bindparam("project"), table.c.block == bindparam("number")


# First of all it stands for counted: a change that is committed from now on names the block again.
_FORGET = [delete(table).where(*_of_block(table)) for table in (changed_blocks, *_KEPT)]


def _count(tx: Tx, project_id: int, block: int) -> None:
    for statement in _FORGET:
        tx.execute(statement, {"project": project_id, "number": block})
    figures, people = _counted(tx, project_id, block)
    if figures:
        tx.execute(insert(counted_blocks), figures)
    if people:
        tx.execute(insert(counted_people), people)


def _counted(tx: Tx, project_id: int, block: int) -> tuple[dict[str, int], list[dict[str, int]]]:
    """The rows that a block has in the tables of figures; without tasks it has none."""
    within, of_block = Range.of_block(project_id, block), {"project_id": project_id, "block": block}
    figures = counting.figures(tx, within)
    if not any(figures.values()):
        return {}, []
    return {**of_block, **figures}, [{**of_block, **row._mapping} for row in counting.people(tx, within)]


# Checking


def wrong(tx: Tx) -> Iterator[Block]:
    """Blocks whose figures were kept and are not what is counted: none, unless somebody switched off the triggers."""
    t = tasks.c
    with_tasks = select(t.project_id, _number(t.id).label("block"))
    every = union(with_tasks, *(select(table.c.project_id, table.c.block) for table in _KEPT))
    changed = set[Any](map(tuple, tx.execute(select(changed_blocks))))
    for project_id, block in tx.execute(every).all():
        if (project_id, block) in changed:
            continue
        figures, people = _counted(tx, project_id, block)
        kept = [_rows(tx, table, project_id, block) for table in _KEPT]
        if kept != [_sorted([figures] if figures else []), _sorted(people)]:
            yield project_id, block


def _rows(tx: Tx, table: Table, project_id: int, block: int) -> list[dict[str, int]]:
    found: Select[Any] = select(table).where(*_of_block(table))
    return _sorted(dict(row) for row in tx.execute(found, {"project": project_id, "number": block}).mappings())


def _sorted(rows: Iterable[dict[str, int]]) -> list[dict[str, int]]:
    return sorted(rows, key=lambda row: row.get("user_id", 0))


def count_again(db: Database, blocks: Sequence[Block]) -> None:
    with db.write() as tx:
        tx.execute(insert(changed_blocks), [{"project_id": project_id, "block": block} for project_id, block in blocks])
    while count_changed(db):
        pass
