"""Jobs."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from labelwright.db import Id, Json, Timestamp, metadata

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organization_id", Id, ForeignKey("organizations.id", ondelete="CASCADE"), nullable=False),
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), index=True),
    Column("created_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("kind", String(40), nullable=False),
    Column("lane", String(10), nullable=False),
    Column("title", Text, nullable=False, server_default=""),
    # `queued`, `running`, then for good `completed`, `failed` or `cancelled`.
    Column("state", String(10), nullable=False),
    # How a job ends once what it wrote is undone: `failed` or `cancelled`.
    Column("ending", String(10)),
    # Run by the request that waits for it: lost with that request, so nobody continues it.
    Column("attached", Boolean, nullable=False, server_default="0"),
    Column("arguments", Json, nullable=False),
    Column("cursor", Json),
    Column("phase", String(20), nullable=False, server_default=""),
    Column("done", BigInteger, nullable=False, server_default="0"),
    Column("total", BigInteger),
    Column("result", Json),
    Column("error", Text),
    # Times it was begun since it last got on.
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("run_at", Timestamp, nullable=False),
    # Counts who had it: only the latest may write.
    Column("lease", Integer, nullable=False, server_default="0"),
    Column("lease_until", Timestamp),
    Column("created_at", Timestamp, nullable=False),
    Column("started_at", Timestamp),
    Column("finished_at", Timestamp),
    sqlite_autoincrement=True,
)
Index("ix_jobs_organization_id_id", jobs.c.organization_id, jobs.c.id)
Index(
    "ix_jobs_open",
    jobs.c.lane,
    jobs.c.run_at,
    sqlite_where=jobs.c.finished_at.is_(None),
    postgresql_where=jobs.c.finished_at.is_(None),
)
