"""Reads and writes of imports."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, delete, func, insert, select, update

from labelwright.access import Home
from labelwright.accounts.tables import users
from labelwright.db import Tx, raw
from labelwright.organizations.tables import memberships
from labelwright.projects.tables import projects
from labelwright.tasks.tables import file_uploads, hidden_tasks, of_project, tasks

_IN_ONE_STATEMENT = 500


def home_of_file_upload(tx: Tx, file_upload_id: int) -> Home | None:
    found = select(projects.c.organization_id, projects.c.id).join(
        file_uploads, file_uploads.c.project_id == projects.c.id
    )
    row = tx.execute(found.where(file_uploads.c.id == file_upload_id)).one_or_none()
    return None if row is None else Home(row.organization_id, row.id)


def members_by_email(tx: Tx, organization_id: int) -> dict[str, int]:
    found = (
        select(func.lower(users.c.email).label("email"), users.c.id)
        .join(memberships, memberships.c.user_id == users.c.id)
        .where(memberships.c.organization_id == organization_id, memberships.c.deleted_at.is_(None))
    )
    return {row.email: row.id for row in tx.execute(found)}


def project(tx: Tx, project_id: int) -> Row[Any] | None:
    return tx.execute(select(projects).where(projects.c.id == project_id)).one_or_none()


def locked_project(tx: Tx, project_id: int) -> Row[Any] | None:
    """The project with its counters, held until the transaction ends."""
    return tx.execute(_LOCKED, {"project": project_id}).one_or_none()


_LOCKED = select(projects).where(projects.c.id == bindparam("project")).with_for_update(key_share=True)


def is_as_made(tx: Tx, project_id: int) -> bool:
    """Whether a project is as it was made, with no tasks and files and the settings of then; it stays so until the transaction ends."""
    row = tx.execute(select(projects).where(projects.c.id == project_id).with_for_update()).one_or_none()
    if row is None or row.updated_at != row.created_at:
        return False
    added = (select(table.c.id).where(table.c.project_id == project_id).limit(1) for table in (tasks, file_uploads))
    return all(tx.execute(found).first() is None for found in added)


def set_last_inner_id(tx: Tx, project_id: int, value: int) -> None:
    tx.execute(update(projects).where(projects.c.id == project_id).values(last_inner_id=value))


def set_model_version(tx: Tx, project_id: int, version: str) -> None:
    tx.execute(update(projects).where(projects.c.id == project_id).values(model_version=version))


# Uploaded files


def add_file(tx: Tx, project_id: int, user_id: int, file: str, size: int, at: datetime) -> int:
    values = {"project_id": project_id, "user_id": user_id, "file": file, "size": size, "created_at": at}
    return int(tx.execute(insert(file_uploads).values(**values).returning(file_uploads.c.id)).scalar_one())


def file_upload(tx: Tx, file_upload_id: int) -> Row[Any] | None:
    return tx.execute(select(file_uploads).where(file_uploads.c.id == file_upload_id)).one_or_none()


def files(
    tx: Tx, project_id: int, *, user_id: int | None = None, ids: Sequence[int] | None = None
) -> Sequence[Row[Any]]:
    found = select(file_uploads).where(file_uploads.c.project_id == project_id)
    if user_id is not None:
        found = found.where(file_uploads.c.user_id == user_id)
    if ids is not None:
        found = found.where(file_uploads.c.id.in_(ids))
    return tx.execute(found.order_by(file_uploads.c.id)).all()


def organization_of_file(tx: Tx, file: str) -> int | None:
    found = select(projects.c.organization_id).join(file_uploads, file_uploads.c.project_id == projects.c.id)
    return tx.execute(found.where(file_uploads.c.file == file)).scalar_one_or_none()


def is_avatar_in(tx: Tx, file: str, organization_id: int) -> bool:
    """Whether a member of the organisation has this picture."""
    found = select(users.c.id).join(memberships, memberships.c.user_id == users.c.id)
    mine = memberships.c.organization_id == organization_id, memberships.c.deleted_at.is_(None)
    return tx.execute(found.where(users.c.avatar == file, *mine).limit(1)).first() is not None


def change_file(tx: Tx, file_upload_id: int, file: str, size: int) -> None:
    tx.execute(update(file_uploads).where(file_uploads.c.id == file_upload_id).values(file=file, size=size))


def remove_files(tx: Tx, ids: Sequence[int]) -> None:
    tx.execute(delete(file_uploads).where(file_uploads.c.id.in_(ids)))


# Tasks of files


def task_ids_of_files(tx: Tx, project_id: int, file_ids: Sequence[int], limit: int | None = None) -> Sequence[int]:
    found = select(tasks.c.id).where(of_project(tasks, project_id), tasks.c.file_upload_id.in_(file_ids))
    return tx.execute(found.order_by(tasks.c.id).limit(limit)).scalars().all()


def tasks_after(tx: Tx, project_id: int, last_id: int, limit: int) -> Sequence[Row[Any]]:
    """The next tasks of a project, their data and meta undecoded."""
    t = tasks.c
    columns = (t.id, raw(t.data).label("data"), raw(t.meta).label("meta"), t.allow_skip, t.file_upload_id)
    found: Select[Any] = select(*columns).where(of_project(tasks, project_id), t.id > last_id)
    return tx.execute(found.order_by(t.id).limit(limit)).all()


# Tasks of an import that is being written


def is_importing(tx: Tx, project_id: int) -> bool:
    return tx.execute(select(hidden_tasks).where(hidden_tasks.c.project_id == project_id)).first() is not None


def hide(tx: Tx, project_id: int, job_id: int, first_id: int, last_id: int) -> None:
    values = {"project_id": project_id, "job_id": job_id, "first_id": first_id, "last_id": last_id}
    tx.execute(insert(hidden_tasks).values(**values))


def show(tx: Tx, job_id: int) -> None:
    tx.execute(delete(hidden_tasks).where(hidden_tasks.c.job_id == job_id))


def remove_hidden(tx: Tx, job_id: int, most: int) -> int:
    """Delete so many of the tasks that a job wrote; how many there were."""
    hidden = and_(
        tasks.c.project_id == hidden_tasks.c.project_id,
        tasks.c.id.between(hidden_tasks.c.first_id, hidden_tasks.c.last_id),
    )
    some = select(tasks.c.id).join(hidden_tasks, hidden).where(hidden_tasks.c.job_id == job_id).limit(most)
    return tx.execute(delete(tasks).where(tasks.c.id.in_(some))).rowcount


# Predictions of tasks that exist


def tasks_among(tx: Tx, project_id: int, ids: Sequence[int]) -> set[int]:
    """Those of `ids` that are tasks of the project."""
    found: set[int] = set()
    for start in range(0, len(ids), _IN_ONE_STATEMENT):
        part = ids[start : start + _IN_ONE_STATEMENT]
        found.update(
            tx.execute(select(tasks.c.id).where(of_project(tasks, project_id), tasks.c.id.in_(part))).scalars()
        )
    return found


def tell_planner(tx: Tx) -> None:
    """PostgreSQL learns of many new rows a minute later by itself; until then it would sort all tasks to find the next one."""
    if tx.dialect.name == "postgresql":
        tx.exec_driver_sql("ANALYZE tasks, annotations, predictions")
