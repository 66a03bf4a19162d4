"""Jobs, and tasks that nobody may see before their import is complete."""

import sqlalchemy as sa
from alembic import op

import labelwright.db.types

revision = "0005"
down_revision = "0004"


def _id() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", _id(), nullable=False),
        sa.Column("organization_id", _id(), nullable=False),
        sa.Column("project_id", _id(), nullable=True),
        sa.Column("created_by_id", _id(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("lane", sa.String(length=10), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("ending", sa.String(length=10), nullable=True),
        sa.Column("attached", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("arguments", labelwright.db.types.Json(), nullable=False),
        sa.Column("cursor", labelwright.db.types.Json(), nullable=True),
        sa.Column("phase", sa.String(length=20), server_default="", nullable=False),
        sa.Column("done", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=True),
        sa.Column("result", labelwright.db.types.Json(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("run_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("lease", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_until", labelwright.db.types.Timestamp(timezone=True), nullable=True),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("started_at", labelwright.db.types.Timestamp(timezone=True), nullable=True),
        sa.Column("finished_at", labelwright.db.types.Timestamp(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_jobs_organization_id_organizations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_jobs_project_id_projects"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["users.id"], name=op.f("fk_jobs_created_by_id_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.create_index(
            "ix_jobs_open",
            ["lane", "run_at"],
            unique=False,
            sqlite_where=sa.text("finished_at IS NULL"),
            postgresql_where=sa.text("finished_at IS NULL"),
        )
        batch_op.create_index("ix_jobs_organization_id_id", ["organization_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_jobs_project_id"), ["project_id"], unique=False)

    op.create_table(
        "hidden_tasks",
        sa.Column("project_id", _id(), nullable=False),
        sa.Column("job_id", _id(), nullable=False),
        sa.Column("first_id", _id(), nullable=False),
        sa.Column("last_id", _id(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_hidden_tasks_job_id_jobs")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_hidden_tasks_project_id_projects"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_hidden_tasks")),
    )
    with op.batch_alter_table("hidden_tasks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hidden_tasks_job_id"), ["job_id"], unique=False)
    with op.batch_alter_table("predictions", schema=None) as batch_op:
        batch_op.drop_index("ix_predictions_project_id_model_version")
        batch_op.create_index(
            "ix_predictions_project_id_model_version",
            ["project_id", "model_version", "score", "task_id"],
            unique=False,
        )
    with op.batch_alter_table("annotations", schema=None) as batch_op:
        batch_op.drop_index("ix_annotations_ground_truth")
        batch_op.create_index(
            "ix_annotations_ground_truth",
            ["project_id", "task_id"],
            unique=False,
            sqlite_where=sa.text("ground_truth IS 1"),
            postgresql_where=sa.text("ground_truth IS true"),
        )
