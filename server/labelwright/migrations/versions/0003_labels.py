"""Labels that people add while they work."""

import sqlalchemy as sa
from alembic import op

import labelwright.db.types

revision = "0003"
down_revision = "0002"


def _id() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "labels",
        sa.Column("id", _id(), nullable=False),
        sa.Column("organization_id", _id(), nullable=False),
        sa.Column("title", sa.String(length=2048), nullable=False),
        sa.Column("value", labelwright.db.types.Json(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("created_by_id", _id(), nullable=True),
        sa.Column("approved_by_id", _id(), nullable=True),
        sa.Column("approved", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("created_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.Column("updated_at", labelwright.db.types.Timestamp(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_labels_organization_id_organizations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["users.id"], name=op.f("fk_labels_created_by_id_users"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["users.id"], name=op.f("fk_labels_approved_by_id_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labels")),
        sa.UniqueConstraint("organization_id", "title", name=op.f("uq_labels_organization_id_title")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "label_links",
        sa.Column("id", _id(), nullable=False),
        sa.Column("project_id", _id(), nullable=False),
        sa.Column("label_id", _id(), nullable=False),
        sa.Column("from_name", sa.String(length=2048), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_label_links_project_id_projects"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["label_id"], ["labels.id"], name=op.f("fk_label_links_label_id_labels"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label_links")),
        sa.UniqueConstraint(
            "project_id", "label_id", "from_name", name=op.f("uq_label_links_project_id_label_id_from_name")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("label_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_label_links_label_id"), ["label_id"], unique=False)
