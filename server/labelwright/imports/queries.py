"""Reads and writes of imports."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from labelwright.access import Home
from labelwright.accounts.tables import users
from labelwright.db import Tx
from labelwright.organizations.tables import memberships
from labelwright.projects.tables import projects
from labelwright.tasks.tables import file_uploads, tasks

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
    return tx.execute(select(projects).where(projects.c.id == project_id).with_for_update(key_share=True)).one_or_none()


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


def task_ids_of_files(tx: Tx, file_ids: Sequence[int]) -> Sequence[int]:
    return tx.execute(select(tasks.c.id).where(tasks.c.file_upload_id.in_(file_ids))).scalars().all()


# Predictions of tasks that exist


def tasks_among(tx: Tx, project_id: int, ids: Sequence[int]) -> set[int]:
    """Those of `ids` that are tasks of the project."""
    found: set[int] = set()
    for start in range(0, len(ids), _IN_ONE_STATEMENT):
        part = ids[start : start + _IN_ONE_STATEMENT]
        found.update(
            tx.execute(select(tasks.c.id).where(tasks.c.project_id == project_id, tasks.c.id.in_(part))).scalars()
        )
    return found
