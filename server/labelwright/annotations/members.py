"""What annotations know of people: their share of the work, and what they hold when they leave."""

from sqlalchemy import delete, func, select

from labelwright.annotations.tables import annotations
from labelwright.db import Tx
from labelwright.organizations.ports import Work
from labelwright.projects.tables import projects
from labelwright.tasks.tables import task_locks


def work_of(tx: Tx, organization_id: int, user_id: int) -> Work:
    counts = (
        select(func.count(func.distinct(annotations.c.project_id)), func.count())
        .select_from(annotations.join(projects, projects.c.id == annotations.c.project_id))
        .where(projects.c.organization_id == organization_id, annotations.c.completed_by_id == user_id)
    )
    return Work(*tx.execute(counts).one())


def leave(tx: Tx, user_id: int) -> None:
    """Tasks reserved for somebody who left go back to the others."""
    tx.execute(delete(task_locks).where(task_locks.c.user_id == user_id))
