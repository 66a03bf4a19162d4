"""Comments on annotations and drafts."""

from sqlalchemy import Boolean, Column, ForeignKey, Table, Text

from labelwright.db import Id, Json, Timestamp, metadata

comments = Table(
    "comments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("task_id", Id, ForeignKey("tasks.id", ondelete="CASCADE"), nullable=False, index=True),
    # One of the two: a draft only while its annotation was never submitted.
    Column("annotation_id", Id, ForeignKey("annotations.id", ondelete="CASCADE"), index=True),
    Column("draft_id", Id, ForeignKey("drafts.id", ondelete="CASCADE"), index=True),
    Column("text", Text, nullable=False),
    # What of the annotation is meant: `regionId`, `controlName`.
    Column("region_ref", Json),
    Column("classifications", Json),
    Column("is_resolved", Boolean, nullable=False, server_default="0"),
    Column("resolved_at", Timestamp),
    Column("created_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    sqlite_autoincrement=True,
)
