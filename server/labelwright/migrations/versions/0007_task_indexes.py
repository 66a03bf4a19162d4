"""Indexes on what the tasks of one project are filtered and sorted by."""

import sqlalchemy as sa
from alembic import op

import labelwright.db.types

revision = "0007"
down_revision = "0006"


def _id() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "task_indexes",
        sa.Column("id", _id(), nullable=False),
        sa.Column("project_id", _id(), nullable=False),
        sa.Column("column_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("expression", sa.Text(), nullable=False),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("ready_at", labelwright.db.types.Timestamp(timezone=True), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("seconds", sa.Float(), nullable=True),
        sa.Column("filled_to", _id(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_task_indexes_project_id_projects"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_indexes")),
        sa.UniqueConstraint("project_id", "column_id", "kind", name=op.f("uq_task_indexes_project_id_column_id_kind")),
        sqlite_autoincrement=True,
    )
