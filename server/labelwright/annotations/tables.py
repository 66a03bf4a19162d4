"""Annotations, their earlier states, drafts and predictions."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from labelwright.db import Id, Json, Timestamp, metadata

predictions = Table(
    "predictions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("task_id", Id, ForeignKey("tasks.id", ondelete="CASCADE"), nullable=False),
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("result", Json, nullable=False),
    Column("score", Float),
    Column("model_version", Text, nullable=False, server_default=""),
    Column("cluster", Integer),
    Column("neighbors", Json),
    Column("mislabeling", Float, nullable=False, server_default="0"),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    sqlite_autoincrement=True,
)
# What stands behind the task lets its mean score be told without reading any prediction.
Index("ix_predictions_of_task", predictions.c.task_id, predictions.c.model_version, predictions.c.score)
Index(
    "ix_predictions_project_id_model_version",
    predictions.c.project_id,
    predictions.c.model_version,
    predictions.c.score,
    # So that what is still being imported can be left out without reading any prediction.
    predictions.c.task_id,
)
Index(
    "ix_predictions_clustered",
    predictions.c.project_id,
    predictions.c.model_version,
    predictions.c.cluster,
    sqlite_where=predictions.c.cluster.is_not(None),
    postgresql_where=predictions.c.cluster.is_not(None),
)

annotations = Table(
    "annotations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("task_id", Id, ForeignKey("tasks.id", ondelete="CASCADE"), nullable=False),
    Column("project_id", Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("completed_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("updated_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    # What `result` holds, counted (`annotations.tally`): the project's summary adds these up, so it cannot drift. Stands before
    # `result` because SQLite reads past a long value to reach what follows it. NULL: not counted.
    Column("tally", Text),
    Column("result", Json),
    # Distinct region ids in `result`.
    Column("result_count", Integer, nullable=False, server_default="0"),
    Column("was_cancelled", Boolean, nullable=False, server_default="0"),
    Column("ground_truth", Boolean, nullable=False, server_default="0"),
    Column("lead_time", Float),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    Column("draft_created_at", Timestamp),
    # Made by the client: resending a submission whose answer was lost finds the first one.
    Column("unique_id", String(36), unique=True),
    Column("import_id", Id),
    Column("parent_prediction_id", Id, ForeignKey("predictions.id", ondelete="SET NULL")),
    Column("parent_annotation_id", Id, ForeignKey("annotations.id", ondelete="SET NULL")),
    # The first prediction of the project's model version when the annotation was made.
    Column("prediction", Json),
    # What made this state: `submitted`, `updated`, `skipped` or `restored`. NULL: it was imported, or made of a prediction.
    Column("last_action", String(100)),
    Column("bulk_created", Boolean, nullable=False, server_default="0"),
    sqlite_autoincrement=True,
)
Index("ix_annotations_task_id_completed_by_id", annotations.c.task_id, annotations.c.completed_by_id)
# What stands behind the person lets their share of a project be counted without reading any annotation.
Index(
    "ix_annotations_of_person",
    annotations.c.project_id,
    annotations.c.completed_by_id,
    annotations.c.task_id,
    annotations.c.was_cancelled,
)
Index(
    "ix_annotations_ground_truth",
    annotations.c.project_id,
    annotations.c.task_id,
    sqlite_where=annotations.c.ground_truth.is_(True),
    postgresql_where=annotations.c.ground_truth.is_(True),
)
Index("ix_annotations_parent_prediction_id", annotations.c.parent_prediction_id)
Index("ix_annotations_parent_annotation_id", annotations.c.parent_annotation_id)

# States that a later one replaced: an annotation that was never changed has none, and costs nothing.
annotation_history = Table(
    "annotation_history",
    metadata,
    Column("id", Id, primary_key=True),
    Column("annotation_id", Id, ForeignKey("annotations.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("action", String(100)),
    Column("created_by_id", Id, ForeignKey("users.id", ondelete="SET NULL")),
    Column("created_at", Timestamp, nullable=False),
    Column("lead_time", Float),
    Column("was_cancelled", Boolean, nullable=False),
    # NULL: the same as in the state that came after. A result that is null is JSON's `null`.
    Column("result", Json),
    sqlite_autoincrement=True,
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("task_id", Id, ForeignKey("tasks.id", ondelete="CASCADE"), nullable=False),
    Column("annotation_id", Id, ForeignKey("annotations.id", ondelete="CASCADE"), index=True),
    Column("user_id", Id, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("result", Json, nullable=False),
    Column("lead_time", Float),
    Column("was_postponed", Boolean, nullable=False, server_default="0"),
    Column("import_id", Id),
    Column("created_at", Timestamp, nullable=False),
    Column("updated_at", Timestamp, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_drafts_task_id_user_id", drafts.c.task_id, drafts.c.user_id)
