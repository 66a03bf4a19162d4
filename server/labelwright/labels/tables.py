"""Labels of an organisation, and the controls of projects that offer them."""

from sqlalchemy import Boolean, Column, ForeignKey, String, Table, Text, UniqueConstraint

from labelwright.db import Id, Json, Timestamp, metadata

labels = Table(
    "labels",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organization_id", Id, ForeignKey("organizations.id", ondelete="CASCADE"), nullable=False),
    Column("title", String(2048), nullable=False),
    # What a result holds for it: a text, or the path of a Taxonomy item.
    Column("value", Json, nullable=False),
    Column("description", Text),
    Column("created_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("approved_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("approved", Boolean, nullable=False, server_default="0"),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    UniqueConstraint("organization_id", "title"),
    sqlite_autoincrement=True,
)

label_links = Table(
    "label_links",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("label_id", Id, ForeignKey("labels.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("from_name", String(2048), nullable=False),
    UniqueConstraint("project_id", "label_id", "from_name"),
    sqlite_autoincrement=True,
)
