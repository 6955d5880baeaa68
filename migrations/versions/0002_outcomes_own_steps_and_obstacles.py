"""Outcomes, own steps and obstacles"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_step",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column(
            "participant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_own_step_participant_id_participant"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_step")),
        sa.UniqueConstraint("ref", name=op.f("uq_own_step_ref")),
    )
    with op.batch_alter_table("own_step", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_own_step_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "obstacle",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column(
            "organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("party", sa.String(length=32), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_obstacle_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_obstacle_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obstacle")),
        sa.UniqueConstraint("ref", name=op.f("uq_obstacle_ref")),
    )
    with op.batch_alter_table("obstacle", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_obstacle_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "outcome",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column(
            "participant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("moment", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("exit_reason", sa.String(length=32), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "moment in ('start', 'exit', 'months_6', 'months_12')", name=op.f("ck_outcome_moment")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_outcome_participant_id_participant"),
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_outcome_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        sa.UniqueConstraint("ref", name=op.f("uq_outcome_ref")),
    )
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_outcome_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "obstacle_change",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "obstacle_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("owner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("days_lost", sa.Integer(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["obstacle_id"], ["obstacle.id"], name=op.f("fk_obstacle_change_obstacle_id_obstacle")
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["staff.id"], name=op.f("fk_obstacle_change_owner_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_obstacle_change_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obstacle_change")),
    )
    with op.batch_alter_table("obstacle_change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_obstacle_change_obstacle_id"), ["obstacle_id"], unique=False
        )

    op.create_table(
        "outcome_answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "outcome_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("value", sa.String(length=8), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("value in ('yes', 'no')", name=op.f("ck_outcome_answer_value")),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcome.id"], name=op.f("fk_outcome_answer_outcome_id_outcome")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_answer")),
    )
    with op.batch_alter_table("outcome_answer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_outcome_answer_outcome_id"), ["outcome_id"], unique=False
        )

    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ended_on", sa.Date(), nullable=True))

    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.alter_column("participant_id", existing_type=sa.INTEGER(), nullable=True)


def downgrade() -> None:
    # What is about nobody's record has no place in the older table.
    op.execute("DELETE FROM receipt WHERE participant_id IS NULL")
    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.alter_column("participant_id", existing_type=sa.INTEGER(), nullable=False)

    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_column("ended_on")

    with op.batch_alter_table("outcome_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcome_answer_outcome_id"))

    op.drop_table("outcome_answer")
    with op.batch_alter_table("obstacle_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_obstacle_change_obstacle_id"))

    op.drop_table("obstacle_change")
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcome_participant_id"))

    op.drop_table("outcome")
    with op.batch_alter_table("obstacle", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_obstacle_organisation_id"))

    op.drop_table("obstacle")
    with op.batch_alter_table("own_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_own_step_participant_id"))

    op.drop_table("own_step")
