"""Tasks, the files they came from, the locks that reserve them, and those that nobody may see yet."""

from functools import lru_cache

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    String,
    Table,
    Text,
    and_,
    exists,
    or_,
    select,
)

from labelwright.db import Id, Json, Timestamp, metadata

file_uploads = Table(
    "file_uploads",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("user_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    # `upload/<project>/<8 hex>-<original name>`, below the media directory.
    Column("file", Text, nullable=False, unique=True),
    Column("size", Integer, nullable=False),
    Column("created_at", Timestamp, nullable=False),
    sqlite_autoincrement=True,
)

tasks = Table(
    "tasks",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("inner_id", Integer, nullable=False),
    Column("data", Json, nullable=False),
    Column("meta", Json),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    Column("updated_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("file_upload_id", Id, ForeignKey("file_uploads.id", ondelete="SET NULL"), index=True),
    Column("overlap", Integer, nullable=False, server_default="1"),
    Column("allow_skip", Boolean, nullable=False, server_default="1"),
    Column("is_labeled", Boolean, nullable=False, server_default="0"),
    Column("completed_at", Timestamp),
    # Kept by `annotations.service` in the transaction that changes them, so lists never count.
    Column("total_annotations", Integer, nullable=False, server_default="0"),
    Column("cancelled_annotations", Integer, nullable=False, server_default="0"),
    Column("total_predictions", Integer, nullable=False, server_default="0"),
    Column("comment_count", Integer, nullable=False, server_default="0"),
    Column("unresolved_comment_count", Integer, nullable=False, server_default="0"),
    Column("last_comment_updated_at", Timestamp),
    sqlite_autoincrement=True,
)
Index("ix_tasks_project_id_id", tasks.c.project_id, tasks.c.id)
# The queue walks it; what stands behind the id lets the figures of a project be added up without reading any task.
Index(
    "ix_tasks_progress",
    tasks.c.project_id,
    tasks.c.is_labeled,
    tasks.c.id,
    tasks.c.total_annotations,
    tasks.c.cancelled_annotations,
    tasks.c.total_predictions,
)
# Open tasks that several people annotate, for projects that show them first.
_shared = and_(tasks.c.is_labeled.is_(False), tasks.c.overlap > 1)
Index(
    "ix_tasks_shared",
    tasks.c.project_id,
    # Constant here, but it makes SQLite prefer this index.
    tasks.c.is_labeled,
    tasks.c.id,
    sqlite_where=_shared,
    postgresql_where=_shared,
)
# Tasks that somebody began and that still miss annotations: what breadth-first looks for.
_begun = and_(tasks.c.is_labeled.is_(False), tasks.c.total_annotations > 0)
Index(
    "ix_tasks_begun",
    tasks.c.project_id,
    tasks.c.is_labeled,
    tasks.c.total_annotations,
    tasks.c.id,
    sqlite_where=_begun,
    postgresql_where=_begun,
)

task_locks = Table(
    "task_locks",
    metadata,
    Column("task_id", Id, ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", Id, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("unique_id", String(36), nullable=False),
    Column("expire_at", Timestamp, nullable=False),
    # A reservation made ahead of need: given up when somebody else would get nothing.
    Column("prefetched", Boolean, nullable=False, server_default="0"),
)
Index("ix_task_locks_user_id", task_locks.c.user_id)

# Tasks that an import is still writing. Their ids lie in one range, taken while the project was held, so that no other task of the project is in it.
# The import becomes visible, however large it is, when its row goes.
hidden_tasks = Table(
    "hidden_tasks",
    metadata,
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("job_id", Id, ForeignKey("jobs.id"), nullable=False, index=True),
    Column("first_id", Id, nullable=False),
    Column("last_id", Id, nullable=False),
)


def of_project(table: Table, project_id: int | ColumnElement[int]) -> ColumnElement[bool]:
    """The rows of a project that may be seen; `table` is `tasks`, or has a `task_id`. Reads of a project start from this."""
    return and_(table.c.project_id == project_id, is_visible(table, project_id))


@lru_cache(1000)
def is_visible(table: FromClause, project_id: int | ColumnElement[int]) -> ColumnElement[bool]:
    task_id = table.c.id if table is tasks else table.c.task_id
    of_project = hidden_tasks.c.project_id == project_id

    # Both looked up once a statement, and where nothing is hidden no task is compared with anything.
    def end(column: ColumnElement[int]) -> ColumnElement[int]:
        return select(column).where(of_project).scalar_subquery()

    return or_(
        ~exists(hidden_tasks.c.project_id).where(of_project),
        ~task_id.between(end(hidden_tasks.c.first_id), end(hidden_tasks.c.last_id)),
    )
