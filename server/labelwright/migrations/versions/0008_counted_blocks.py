"""The figures of projects, kept by block of task ids, and triggers that say which blocks have changed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def _block() -> tuple[sa.Column[int], sa.Column[int]]:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("project_id", number, nullable=False), sa.Column("block", number, nullable=False)


def upgrade() -> None:
    op.create_table("changed_blocks", *_block())
    with op.batch_alter_table("changed_blocks", schema=None) as batch_op:
        batch_op.create_index("ix_changed_blocks_project_id_block", ["project_id", "block"], unique=False)
    op.create_table(
        "counted_blocks",
        *_block(),
        sa.Column("task_number", sa.Integer(), nullable=False),
        sa.Column("finished_task_number", sa.Integer(), nullable=False),
        sa.Column("total_annotations_number", sa.BigInteger(), nullable=False),
        sa.Column("total_predictions_number", sa.BigInteger(), nullable=False),
        sa.Column("num_tasks_with_annotations", sa.Integer(), nullable=False),
        sa.Column("skipped_annotations_number", sa.BigInteger(), nullable=False),
        sa.Column("ground_truth_number", sa.BigInteger(), nullable=False),
        sa.Column("useful_ground_truth_number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("project_id", "block", name=op.f("pk_counted_blocks")),
    )
    op.create_table(
        "counted_people",
        *_block(),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("tasks_seen", sa.Integer(), nullable=False),
        sa.Column("tasks_finished", sa.Integer(), nullable=False),
        sa.Column("tasks_skipped", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("project_id", "user_id", "block", name=op.f("pk_counted_people")),
    )
    with op.batch_alter_table("counted_people", schema=None) as batch_op:
        batch_op.create_index("ix_counted_people_project_id_block", ["project_id", "block"], unique=False)
    # Whoever adds rows waits from here until all is counted: PostgreSQL locks a table that gets a trigger.
    triggers = _sqlite_triggers if op.get_bind().dialect.name == "sqlite" else _postgresql_triggers
    for table, task, counted in _SOURCES:
        for statement in triggers(table, task, counted):
            op.execute(statement)
    # Said as its partial index says it.
    op.execute(_COUNT_BLOCKS.replace("TRUE", "1" if triggers is _sqlite_triggers else "TRUE"))
    op.execute(_COUNT_PEOPLE)


# Table, which of its columns is the task, and those that figures depend on.
_SOURCES = (
    ("tasks", "id", ("project_id", "is_labeled", "total_annotations", "cancelled_annotations", "total_predictions")),
    ("annotations", "task_id", ("project_id", "task_id", "completed_by_id", "was_cancelled", "ground_truth")),
)


def _sqlite_triggers(table: str, task: str, counted: tuple[str, ...]) -> list[str]:
    """Each block is named once."""

    def trigger(name: str, event: str, row: str, condition: str = "") -> str:
        block = f"project_id = {row}.project_id AND block = {row}.{task} >> 10"
        return f"""
            CREATE TRIGGER {table}_{name} AFTER {event} ON {table}
            WHEN {condition}NOT EXISTS (SELECT 1 FROM changed_blocks WHERE {block})
            BEGIN INSERT INTO changed_blocks (project_id, block) VALUES ({row}.project_id, {row}.{task} >> 10); END"""  # noqa: S608

    update = f"UPDATE OF {', '.join(dict.fromkeys((task, *counted)))}"
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in dict.fromkeys((task, *counted)))
    return [
        trigger("added_to_block", "INSERT", "NEW"),
        trigger("removed_from_block", "DELETE", "OLD"),
        trigger("changed_in_block", update, "NEW", f"({differs}) AND "),
        trigger(
            "moved_from_block",
            f"UPDATE OF project_id, {task}",
            "OLD",
            f"(OLD.project_id <> NEW.project_id OR OLD.{task} <> NEW.{task}) AND ",
        ),
    ]


def _postgresql_triggers(table: str, task: str, counted: tuple[str, ...]) -> list[str]:
    """Rows that come are named by statement: a COPY brings many. Others one by one, as long as the block is another than that of the row before."""
    names = ", ".join(dict.fromkeys((task, *counted)))
    old, new = (", ".join(f"{row}.{name}" for name in names.split(", ")) for row in ("OLD", "NEW"))
    added = f"""
        CREATE FUNCTION {table}_added_to_blocks() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO changed_blocks (project_id, block) SELECT DISTINCT project_id, {task} >> 10 FROM added;
            RETURN NULL;
        END $$"""  # noqa: S608

    # The setting is this transaction's, and goes back with its savepoints, just as the rows do.
    def mark(row: str) -> str:
        return f"""
            named := {row}.project_id || ':' || ({row}.{task} >> 10);
            IF named IS DISTINCT FROM current_setting('labelwright.changed_block', true) THEN
                INSERT INTO changed_blocks (project_id, block) VALUES ({row}.project_id, {row}.{task} >> 10);
                PERFORM set_config('labelwright.changed_block', named, true);
            END IF;"""  # noqa: S608

    changed = f"""
        CREATE FUNCTION {table}_changed_in_block() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE named text;
        BEGIN
            {mark("OLD")}
            IF TG_OP = 'UPDATE' THEN {mark("NEW")} END IF;
            RETURN NULL;
        END $$"""
    return [
        added,
        changed,
        f"CREATE TRIGGER {table}_added_to_blocks AFTER INSERT ON {table} REFERENCING NEW TABLE AS added "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_added_to_blocks()",
        f"CREATE TRIGGER {table}_removed_from_block AFTER DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_changed_in_block()",
        f"CREATE TRIGGER {table}_changed_in_block AFTER UPDATE OF {names} ON {table} FOR EACH ROW "
        f"WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION {table}_changed_in_block()",
    ]


_COUNT_BLOCKS = """
    INSERT INTO counted_blocks
    SELECT counted.*, coalesce(gold.number, 0), coalesce(gold.useful, 0)
    FROM (
        SELECT project_id, id >> 10 AS block, count(*), sum(CASE WHEN is_labeled THEN 1 ELSE 0 END),
            sum(total_annotations), sum(total_predictions), sum(CASE WHEN total_annotations > 0 THEN 1 ELSE 0 END),
            sum(cancelled_annotations)
        FROM tasks GROUP BY project_id, id >> 10
    ) AS counted LEFT JOIN (
        SELECT project_id, task_id >> 10 AS block, count(*) AS number,
            sum(CASE WHEN was_cancelled THEN 0 ELSE 1 END) AS useful
        FROM annotations WHERE ground_truth IS TRUE GROUP BY project_id, task_id >> 10
    ) AS gold ON gold.project_id = counted.project_id AND gold.block = counted.block"""
_COUNT_PEOPLE = """
    INSERT INTO counted_people (project_id, block, user_id, tasks_seen, tasks_finished, tasks_skipped)
    SELECT seen.project_id, seen.task_id >> 10, seen.user_id, count(*), sum(CASE WHEN tasks.is_labeled THEN 1 ELSE 0 END),
        sum(seen.only_skipped)
    FROM (
        SELECT project_id, task_id, completed_by_id AS user_id, min(CASE WHEN was_cancelled THEN 1 ELSE 0 END) AS only_skipped
        FROM annotations WHERE completed_by_id IS NOT NULL GROUP BY project_id, task_id, completed_by_id
    ) AS seen JOIN tasks ON tasks.id = seen.task_id
    GROUP BY seen.project_id, seen.task_id >> 10, seen.user_id"""
