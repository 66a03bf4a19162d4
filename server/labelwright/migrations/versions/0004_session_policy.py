"""How long the sessions of an organisation last."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("organizations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("max_session_age", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("max_time_between_activity", sa.Integer(), nullable=True))
