"""Organisations and who belongs to them in which role."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from labelwright.db import Id, Timestamp, metadata

organizations = Table(
    "organizations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("title", String(1000), nullable=False),
    # Part of the invitation link.
    Column("token", String(256), nullable=False, unique=True),
    Column("contact_info", Text),
    Column("created_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    Column("api_tokens_enabled", Boolean, nullable=False, server_default="1"),
    Column("legacy_api_tokens_enabled", Boolean, nullable=False, server_default="1"),
    # Off: every member may do all, as in Label Studio's community edition.
    Column("roles_enabled", Boolean, nullable=False, server_default="0"),
    # Minutes; null: the server's settings hold.
    Column("max_session_age", Integer),
    Column("max_time_between_activity", Integer),
    sqlite_autoincrement=True,
)

memberships = Table(
    "memberships",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organization_id", Id, ForeignKey("organizations.id", ondelete="CASCADE"), nullable=False),
    Column("user_id", Id, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", String(20), nullable=False, server_default="annotator"),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    Column("deleted_at", Timestamp),
    UniqueConstraint("organization_id", "user_id"),
    sqlite_autoincrement=True,
)
