"""Indexes on what the tasks of one project are filtered and sorted by."""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, String, Table, Text, UniqueConstraint

from labelwright.db import Id, Timestamp, metadata

# The table with the values is `task_index_<id>`. A row without `ready_at` is being built.
task_indexes = Table(
    "task_indexes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    # As in filters and orderings: `data.text`, `completed_at`.
    Column("column_id", Text, nullable=False),
    Column("kind", String(10), nullable=False),
    # What is indexed, in SQL: when the configuration changes what a column means, the index is of no use any more.
    Column("expression", Text, nullable=False),
    Column("created_at", Timestamp, nullable=False),
    Column("ready_at", Timestamp),
    Column("size", BigInteger),
    Column("seconds", Float),
    # It has the tasks up to this one, and all that changed since it was begun.
    Column("filled_to", Id, nullable=False, server_default="0"),
    UniqueConstraint("project_id", "column_id", "kind"),
    sqlite_autoincrement=True,
)
