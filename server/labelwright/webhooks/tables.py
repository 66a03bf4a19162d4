"""Webhooks, and what they were told or are still to be told."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from labelwright.db import Id, Json, Timestamp, metadata

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organization_id", Id, ForeignKey("organizations.id", ondelete="CASCADE"), nullable=False),
    # NULL: of all projects of the organisation.
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), index=True),
    Column("url", Text, nullable=False),
    Column("send_payload", Boolean, nullable=False, server_default="1"),
    Column("send_for_all_actions", Boolean, nullable=False, server_default="1"),
    Column("headers", Json, nullable=False),
    Column("is_active", Boolean, nullable=False, server_default="1"),
    Column("actions", Json, nullable=False),
    # Signs what is sent; encrypted, but for those of before it was.
    Column("secret", Text),
    # Nothing is sent before: the last attempt failed.
    Column("paused_until", Timestamp),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_webhooks_organization_id_project_id", webhooks.c.organization_id, webhooks.c.project_id)

deliveries = Table(
    "webhook_deliveries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("webhook_id", Id, ForeignKey("webhooks.id", ondelete="CASCADE"), nullable=False),
    Column("action", String(40), nullable=False),
    # Not a foreign key: that a project was deleted is told afterwards.
    Column("project_id", Id, nullable=False),
    # What it happened to, as ranges.
    Column("ids", Json, nullable=False),
    # Made when it is sent for the first time; sent again as it was.
    Column("body", Text),
    # `queued`, then for good `delivered` or `failed`.
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    # Of the last attempt.
    Column("status", Integer),
    Column("milliseconds", Integer),
    Column("answer", Text),
    Column("error", Text),
    Column("created_at", Timestamp, nullable=False),
    Column("sent_at", Timestamp),
    sqlite_autoincrement=True,
)
Index("ix_webhook_deliveries_webhook_id_id", deliveries.c.webhook_id, deliveries.c.id)
