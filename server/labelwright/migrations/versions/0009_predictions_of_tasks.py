"""Mean scores of tasks are read from an index."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_index("ix_predictions_of_task", "predictions", ["task_id", "model_version", "score"], unique=False)
    op.drop_index("ix_predictions_task_id", table_name="predictions")
