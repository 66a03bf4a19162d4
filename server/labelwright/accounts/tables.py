"""People, their sessions and tokens."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, func

from labelwright.db import Id, Json, Timestamp, metadata

users = Table(
    "users",
    metadata,
    Column("id", Id, primary_key=True),
    Column("email", String(254), nullable=False),
    Column("username", String(254), nullable=False),
    Column("first_name", String(256), nullable=False, server_default=""),
    Column("last_name", String(256), nullable=False, server_default=""),
    Column("phone", String(256), nullable=False, server_default=""),
    Column("password", Text, nullable=False, server_default=""),
    Column("avatar", Text, nullable=False, server_default=""),
    Column("is_superuser", Boolean, nullable=False, server_default="0"),
    Column("active_organization_id", Id),
    Column("allow_newsletters", Boolean),
    Column("custom_hotkeys", Json),
    Column("date_joined", Timestamp, nullable=False),
    Column("last_activity", Timestamp, nullable=False),
    # The token of `Authorization: Token …`: its digest to find it, its value encrypted because the protocol reads it back.
    Column("token_digest", String(64), unique=True),
    Column("token_encrypted", Text),
    sqlite_autoincrement=True,
)
Index("uq_users_email_lower", func.lower(users.c.email), unique=True)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("user_id", Id, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", Timestamp, nullable=False),
    Column("last_activity", Timestamp, nullable=False),
    Column("expires_at", Timestamp, nullable=False),
)

refresh_tokens = Table(
    "refresh_tokens",
    metadata,
    Column("jti", String(64), primary_key=True),
    Column("user_id", Id, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    # Header and payload without the signature: what lists show, useless to a thief.
    Column("unsigned", Text, nullable=False),
    Column("created_at", Timestamp, nullable=False),
    Column("expires_at", Timestamp, nullable=False),
    Column("revoked", Integer, nullable=False, server_default="0"),
)
