"""Projects, what is known of their data and counted of their work, and each person's place in their label stream."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from labelwright.db import Id, Json, Timestamp, metadata

projects = Table(
    "projects",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organization_id", Id, ForeignKey("organizations.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    Column("title", String(50), nullable=False, server_default=""),
    Column("description", Text, nullable=False, server_default=""),
    Column("label_config", Text, nullable=False),
    Column("control_weights", Json),
    Column("expert_instruction", Text, nullable=False, server_default=""),
    Column("show_instruction", Boolean, nullable=False, server_default="0"),
    Column("show_skip_button", Boolean, nullable=False, server_default="1"),
    Column("enable_empty_annotation", Boolean, nullable=False, server_default="1"),
    Column("show_annotation_history", Boolean, nullable=False, server_default="0"),
    Column("reveal_preannotations_interactively", Boolean, nullable=False, server_default="0"),
    Column("show_collab_predictions", Boolean, nullable=False, server_default="1"),
    Column("evaluate_predictions_automatically", Boolean, nullable=False, server_default="0"),
    Column("is_published", Boolean, nullable=False, server_default="0"),
    Column("is_draft", Boolean, nullable=False, server_default="0"),
    Column("show_overlap_first", Boolean, nullable=False, server_default="0"),
    Column("show_ground_truth_first", Boolean, nullable=False, server_default="0"),
    Column("annotator_evaluation_enabled", Boolean, nullable=False, server_default="0"),
    Column("color", String(16), nullable=False, server_default="#FFFFFF"),
    Column("maximum_annotations", Integer, nullable=False, server_default="1"),
    Column("overlap_cohort_percentage", Integer, nullable=False, server_default="100"),
    Column("min_annotations_to_start_training", Integer, nullable=False, server_default="0"),
    Column("sampling", String(100), nullable=False, server_default="Sequential sampling"),
    Column("skip_queue", String(100), nullable=False, server_default="REQUEUE_FOR_OTHERS"),
    Column("model_version", Text, nullable=False, server_default=""),
    Column("task_data_login", String(256)),
    # Encrypted.
    Column("task_data_password", Text),
    Column("pinned_at", Timestamp),
    # Highest `inner_id` handed out: tasks of one project are counted here, under the write lock, not by max().
    Column("last_inner_id", Integer, nullable=False, server_default="0"),
    sqlite_autoincrement=True,
)

summaries = Table(
    "project_summaries",
    metadata,
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("created_at", Timestamp, nullable=False),
    # Data key → number of tasks that have it.
    Column("all_data_columns", Json, nullable=False),
)

stream_history = Table(
    "stream_history",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("user_id", Id, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("task_id", Id, nullable=False),
    Column("annotation_id", Id),
    Column("seen_at", Timestamp, nullable=False),
    UniqueConstraint("project_id", "user_id", "task_id"),
    sqlite_autoincrement=True,
)
Index("ix_stream_history_person", stream_history.c.project_id, stream_history.c.user_id, stream_history.c.id)

views = Table(
    "views",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("user_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("data", Json, nullable=False),
    Column("order", Float, nullable=False, server_default="0"),
    sqlite_autoincrement=True,
)

# The figures of projects, kept by block: `1 << BLOCK_BITS` task ids in a row. No foreign keys: who deletes a project does not wait for them.
BLOCK_BITS = 10


def _block() -> tuple[Column[int], Column[int]]:
    return Column("project_id", Id, nullable=False), Column("block", Id, nullable=False)


# Blocks that are not as they were counted. Triggers on `tasks` and `annotations` write it, so nothing that changes a figure can forget to. Those
# of PostgreSQL only ever add: a row of a block that all annotators change would make them wait for one another.
changed_blocks = Table("changed_blocks", metadata, *_block())
Index("ix_changed_blocks_project_id_block", changed_blocks.c.project_id, changed_blocks.c.block)

counted_blocks = Table(
    "counted_blocks",
    metadata,
    *_block(),
    Column("task_number", Integer, nullable=False),
    Column("finished_task_number", Integer, nullable=False),
    Column("total_annotations_number", BigInteger, nullable=False),
    Column("total_predictions_number", BigInteger, nullable=False),
    Column("num_tasks_with_annotations", Integer, nullable=False),
    Column("skipped_annotations_number", BigInteger, nullable=False),
    Column("ground_truth_number", BigInteger, nullable=False),
    # Those that are no skips.
    Column("useful_ground_truth_number", BigInteger, nullable=False),
    PrimaryKeyConstraint("project_id", "block"),
)

# What each person has annotated.
counted_people = Table(
    "counted_people",
    metadata,
    *_block(),
    # An account that is gone has no annotations any more, and its blocks have changed.
    Column("user_id", Id, nullable=False),
    Column("tasks_seen", Integer, nullable=False),
    Column("tasks_finished", Integer, nullable=False),
    # Tasks that this person has skipped, and not annotated.
    Column("tasks_skipped", Integer, nullable=False),
    PrimaryKeyConstraint("project_id", "user_id", "block"),
)
Index("ix_counted_people_project_id_block", counted_people.c.project_id, counted_people.c.block)
