"""first schema"""

import sqlalchemy as sa
from alembic import op

import labelwright.db.types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("username", sa.String(length=254), nullable=False),
        sa.Column("first_name", sa.String(length=256), server_default="", nullable=False),
        sa.Column("last_name", sa.String(length=256), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=256), server_default="", nullable=False),
        sa.Column("password", sa.Text(), server_default="", nullable=False),
        sa.Column("avatar", sa.Text(), server_default="", nullable=False),
        sa.Column("is_superuser", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("active_organization_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("allow_newsletters", sa.Boolean(), nullable=True),
        sa.Column("custom_hotkeys", labelwright.db.types.Json(), nullable=True),
        sa.Column("date_joined", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("last_activity", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=True),
        sa.Column("token_encrypted", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_users_token_digest")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_users_email_lower", "users", [sa.text("lower(email)")], unique=True)
    op.create_table(
        "organizations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.String(length=1000), nullable=False),
        sa.Column("token", sa.String(length=256), nullable=False),
        sa.Column("contact_info", sa.Text(), nullable=True),
        sa.Column("created_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("updated_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("api_tokens_enabled", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("legacy_api_tokens_enabled", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("roles_enabled", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["users.id"], name=op.f("fk_organizations_created_by_id_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organizations")),
        sa.UniqueConstraint("token", name=op.f("uq_organizations_token")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "refresh_tokens",
        sa.Column("jti", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unsigned", sa.Text(), nullable=False),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("expires_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("revoked", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_refresh_tokens_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("jti", name=op.f("pk_refresh_tokens")),
    )
    with op.batch_alter_table("refresh_tokens", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refresh_tokens_user_id"), ["user_id"], unique=False)

    op.create_table(
        "sessions",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("last_activity", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("expires_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sessions_user_id_users"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sessions")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessions_user_id"), ["user_id"], unique=False)

    op.create_table(
        "memberships",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organization_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.String(length=20), server_default="annotator", nullable=False),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("updated_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("deleted_at", labelwright.db.types.Timestamp(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_memberships_organization_id_organizations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_memberships_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sa.UniqueConstraint("organization_id", "user_id", name=op.f("uq_memberships_organization_id_user_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memberships_user_id"), ["user_id"], unique=False)

    op.create_table(
        "projects",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organization_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("updated_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("title", sa.String(length=50), server_default="", nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("label_config", sa.Text(), nullable=False),
        sa.Column("control_weights", labelwright.db.types.Json(), nullable=True),
        sa.Column("expert_instruction", sa.Text(), server_default="", nullable=False),
        sa.Column("show_instruction", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("show_skip_button", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("enable_empty_annotation", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("show_annotation_history", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("reveal_preannotations_interactively", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("show_collab_predictions", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("evaluate_predictions_automatically", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("is_published", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("is_draft", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("show_overlap_first", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("show_ground_truth_first", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("annotator_evaluation_enabled", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("color", sa.String(length=16), server_default="#FFFFFF", nullable=False),
        sa.Column("maximum_annotations", sa.Integer(), server_default="1", nullable=False),
        sa.Column("overlap_cohort_percentage", sa.Integer(), server_default="100", nullable=False),
        sa.Column("min_annotations_to_start_training", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sampling", sa.String(length=100), server_default="Sequential sampling", nullable=False),
        sa.Column("skip_queue", sa.String(length=100), server_default="REQUEUE_FOR_OTHERS", nullable=False),
        sa.Column("model_version", sa.Text(), server_default="", nullable=False),
        sa.Column("task_data_login", sa.String(length=256), nullable=True),
        sa.Column("task_data_password", sa.Text(), nullable=True),
        sa.Column("pinned_at", labelwright.db.types.Timestamp(timezone=True), nullable=True),
        sa.Column("last_inner_id", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["users.id"], name=op.f("fk_projects_created_by_id_users"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_projects_organization_id_organizations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projects")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("projects", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_projects_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "file_uploads",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_file_uploads_project_id_projects"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_file_uploads_user_id_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_uploads")),
        sa.UniqueConstraint("file", name=op.f("uq_file_uploads_file")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("file_uploads", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_file_uploads_project_id"), ["project_id"], unique=False)

    op.create_table(
        "project_summaries",
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("all_data_columns", labelwright.db.types.Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_project_summaries_project_id_projects"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_project_summaries")),
    )
    op.create_table(
        "stream_history",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("annotation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("seen_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_stream_history_project_id_projects"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_stream_history_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stream_history")),
        sa.UniqueConstraint(
            "project_id", "user_id", "task_id", name=op.f("uq_stream_history_project_id_user_id_task_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("stream_history", schema=None) as batch_op:
        batch_op.create_index("ix_stream_history_person", ["project_id", "user_id", "id"], unique=False)

    op.create_table(
        "views",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("data", labelwright.db.types.Json(), nullable=False),
        sa.Column("order", sa.Float(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_views_project_id_projects"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_views_user_id_users"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_views")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("views", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_views_project_id"), ["project_id"], unique=False)

    op.create_table(
        "tasks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("inner_id", sa.Integer(), nullable=False),
        sa.Column("data", labelwright.db.types.Json(), nullable=False),
        sa.Column("meta", labelwright.db.types.Json(), nullable=True),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("updated_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("updated_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("file_upload_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("overlap", sa.Integer(), server_default="1", nullable=False),
        sa.Column("allow_skip", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("is_labeled", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("completed_at", labelwright.db.types.Timestamp(timezone=True), nullable=True),
        sa.Column("total_annotations", sa.Integer(), server_default="0", nullable=False),
        sa.Column("cancelled_annotations", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total_predictions", sa.Integer(), server_default="0", nullable=False),
        sa.Column("comment_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("unresolved_comment_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_comment_updated_at", labelwright.db.types.Timestamp(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["file_upload_id"],
            ["file_uploads.id"],
            name=op.f("fk_tasks_file_upload_id_file_uploads"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_tasks_project_id_projects"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["updated_by_id"], ["users.id"], name=op.f("fk_tasks_updated_by_id_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tasks_file_upload_id"), ["file_upload_id"], unique=False)
        batch_op.create_index("ix_tasks_project_id_id", ["project_id", "id"], unique=False)
        batch_op.create_index(
            "ix_tasks_progress",
            ["project_id", "is_labeled", "id", "total_annotations", "cancelled_annotations", "total_predictions"],
            unique=False,
        )
        batch_op.create_index(
            "ix_tasks_shared",
            ["project_id", "is_labeled", "id"],
            unique=False,
            sqlite_where=sa.text("is_labeled IS 0 AND overlap > 1"),
            postgresql_where=sa.text("is_labeled IS false AND overlap > 1"),
        )
        batch_op.create_index(
            "ix_tasks_begun",
            ["project_id", "is_labeled", "total_annotations", "id"],
            unique=False,
            sqlite_where=sa.text("is_labeled IS 0 AND total_annotations > 0"),
            postgresql_where=sa.text("is_labeled IS false AND total_annotations > 0"),
        )

    op.create_table(
        "predictions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("result", labelwright.db.types.Json(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("model_version", sa.Text(), server_default="", nullable=False),
        sa.Column("cluster", sa.Integer(), nullable=True),
        sa.Column("neighbors", labelwright.db.types.Json(), nullable=True),
        sa.Column("mislabeling", sa.Float(), server_default="0", nullable=False),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("updated_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_predictions_project_id_projects"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_predictions_task_id_tasks"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_predictions")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("predictions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_predictions_project_id_model_version", ["project_id", "model_version", "score"], unique=False
        )
        batch_op.create_index(
            "ix_predictions_clustered",
            ["project_id", "model_version", "cluster"],
            unique=False,
            sqlite_where=sa.text("cluster IS NOT NULL"),
            postgresql_where=sa.text("cluster IS NOT NULL"),
        )
        batch_op.create_index(batch_op.f("ix_predictions_task_id"), ["task_id"], unique=False)

    op.create_table(
        "task_locks",
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unique_id", sa.String(length=36), nullable=False),
        sa.Column("expire_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("prefetched", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_task_locks_task_id_tasks"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_task_locks_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("task_id", "user_id", name=op.f("pk_task_locks")),
    )
    with op.batch_alter_table("task_locks", schema=None) as batch_op:
        batch_op.create_index("ix_task_locks_user_id", ["user_id"], unique=False)

    op.create_table(
        "annotations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("completed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("updated_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("tally", sa.Text(), nullable=True),
        sa.Column("result", labelwright.db.types.Json(), nullable=True),
        sa.Column("result_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("was_cancelled", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("ground_truth", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("lead_time", sa.Float(), nullable=True),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("updated_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("draft_created_at", labelwright.db.types.Timestamp(timezone=True), nullable=True),
        sa.Column("unique_id", sa.String(length=36), nullable=True),
        sa.Column("import_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("parent_prediction_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("parent_annotation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("prediction", labelwright.db.types.Json(), nullable=True),
        sa.Column("last_action", sa.String(length=100), nullable=True),
        sa.Column("bulk_created", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["completed_by_id"], ["users.id"], name=op.f("fk_annotations_completed_by_id_users"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["parent_annotation_id"],
            ["annotations.id"],
            name=op.f("fk_annotations_parent_annotation_id_annotations"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["parent_prediction_id"],
            ["predictions.id"],
            name=op.f("fk_annotations_parent_prediction_id_predictions"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_annotations_project_id_projects"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_annotations_task_id_tasks"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["updated_by_id"], ["users.id"], name=op.f("fk_annotations_updated_by_id_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotations")),
        sa.UniqueConstraint("unique_id", name=op.f("uq_annotations_unique_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("annotations", schema=None) as batch_op:
        batch_op.create_index("ix_annotations_parent_annotation_id", ["parent_annotation_id"], unique=False)
        batch_op.create_index("ix_annotations_parent_prediction_id", ["parent_prediction_id"], unique=False)
        batch_op.create_index(
            "ix_annotations_of_person",
            ["project_id", "completed_by_id", "task_id", "was_cancelled"],
            unique=False,
        )
        batch_op.create_index(
            "ix_annotations_ground_truth",
            ["project_id"],
            unique=False,
            sqlite_where=sa.text("ground_truth IS 1"),
            postgresql_where=sa.text("ground_truth IS true"),
        )
        batch_op.create_index("ix_annotations_task_id_completed_by_id", ["task_id", "completed_by_id"], unique=False)

    op.create_table(
        "drafts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("annotation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("result", labelwright.db.types.Json(), nullable=False),
        sa.Column("lead_time", sa.Float(), nullable=True),
        sa.Column("was_postponed", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("import_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("updated_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["annotation_id"], ["annotations.id"], name=op.f("fk_drafts_annotation_id_annotations"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_drafts_task_id_tasks"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_drafts_user_id_users"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_drafts_annotation_id"), ["annotation_id"], unique=False)
        batch_op.create_index("ix_drafts_task_id_user_id", ["task_id", "user_id"], unique=False)
