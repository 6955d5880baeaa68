"""Activities and work training"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "training_energy",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "participant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("level between 1 and 5", name=op.f("ck_training_energy_level")),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_training_energy_participant_id_participant"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_energy")),
        sa.UniqueConstraint(
            "participant_id", "day", name=op.f("uq_training_energy_participant_id_day")
        ),
    )
    op.create_table(
        "training_reason",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "participant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_training_reason_participant_id_participant"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_reason")),
        sa.UniqueConstraint("participant_id", name=op.f("uq_training_reason_participant_id")),
    )
    op.create_table(
        "training_task",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column(
            "participant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("author", sa.String(length=16), nullable=False),
        sa.Column("wished_on", sa.Date(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "author in ('participant', 'coach')", name=op.f("ck_training_task_author")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_training_task_participant_id_participant"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_task")),
        sa.UniqueConstraint("ref", name=op.f("uq_training_task_ref")),
    )
    with op.batch_alter_table("training_task", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_task_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "activity",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column(
            "participant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("lane", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("contact_name", sa.String(length=80), nullable=False),
        sa.Column("contact_phone", sa.String(length=32), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("added_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "lane in ('find', 'get', 'keep', 'training', 'health', 'studies')",
            name=op.f("ck_activity_lane"),
        ),
        sa.ForeignKeyConstraint(
            ["added_by"], ["staff.id"], name=op.f("fk_activity_added_by_staff")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_activity_participant_id_participant"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("ref", name=op.f("uq_activity_ref")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_activity_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "training_done",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["training_task.id"], name=op.f("fk_training_done_task_id_training_task")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_done")),
        sa.UniqueConstraint("task_id", "day", name=op.f("uq_training_done_task_id_day")),
    )
    op.create_table(
        "training_support",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column(
            "participant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("from_whom", sa.String(length=80), nullable=False),
        sa.Column("contact", sa.String(length=120), nullable=False),
        sa.Column(
            "written_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_training_support_participant_id_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["staff.id"], name=op.f("fk_training_support_written_by_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_support")),
        sa.UniqueConstraint("ref", name=op.f("uq_training_support_ref")),
    )
    with op.batch_alter_table("training_support", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_support_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "training_week",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("author", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "author in ('participant', 'coach')", name=op.f("ck_training_week_author")
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["training_task.id"], name=op.f("fk_training_week_task_id_training_task")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_week")),
        sa.UniqueConstraint("task_id", "monday", name=op.f("uq_training_week_task_id_monday")),
    )


def downgrade() -> None:

    op.drop_table("training_week")
    with op.batch_alter_table("training_support", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_support_participant_id"))

    op.drop_table("training_support")
    op.drop_table("training_done")
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_activity_participant_id"))

    op.drop_table("activity")
    with op.batch_alter_table("training_task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_task_participant_id"))

    op.drop_table("training_task")
    op.drop_table("training_reason")
    op.drop_table("training_energy")
