"""Every instrument, sealed ratings, own pages and the project's door"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff_answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("organisation_kind", sa.String(length=32), nullable=False),
        sa.Column("instrument", sa.String(length=16), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("occasion", sa.String(length=8), nullable=False),
        sa.Column("item", sa.String(length=24), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_answer")),
    )
    with op.batch_alter_table("staff_answer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_staff_answer_instrument"), ["instrument"], unique=False
        )

    op.create_table(
        "unnamed_answer",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("instrument", sa.String(length=8), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("form", sa.String(length=16), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unnamed_answer")),
    )
    op.create_table(
        "project",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_project_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("name", name=op.f("uq_project_name")),
        sa.UniqueConstraint("ref", name=op.f("uq_project_ref")),
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
        "profile_entry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "participant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("part", sa.String(length=32), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=120), nullable=False),
        sa.Column("how", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("outcome_lang", sa.String(length=16), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("reply_lang", sa.String(length=16), nullable=False),
        sa.Column("reply_person", sa.String(length=120), nullable=False),
        sa.Column("reply_by", sa.String(length=120), nullable=False),
        sa.Column("reply_due_on", sa.Date(), nullable=True),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind <> 'contact' or shared_at is null",
            name=op.f("ck_profile_entry_contact_is_private"),
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_profile_entry_participant_id_participant"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile_entry")),
        sa.UniqueConstraint("ref", "number", name=op.f("uq_profile_entry_ref_number")),
    )
    with op.batch_alter_table("profile_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_profile_entry_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "project_instrument",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("instrument", sa.String(length=16), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column(
            "changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["staff.id"], name=op.f("fk_project_instrument_changed_by_staff")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_instrument_project_id_project")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_instrument")),
    )
    with op.batch_alter_table("project_instrument", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_project_instrument_project_id"), ["project_id"], unique=False
        )

    op.create_table(
        "staff_answered",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("instrument", sa.String(length=16), nullable=False),
        sa.Column("occasion", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_answered_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_answered")),
        sa.UniqueConstraint(
            "staff_id",
            "instrument",
            "occasion",
            name=op.f("uq_staff_answered_staff_id_instrument_occasion"),
        ),
    )
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
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("shown_order", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("shown_help", sa.Boolean(), nullable=True))

    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("asks_from", sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f("ix_participant_project_id"), ["project_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_participant_project_id_project"), "project", ["project_id"], ["id"]
        )

    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.alter_column("participant_id", existing_type=sa.INTEGER(), nullable=True)

    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("named", sa.Boolean(), server_default=sa.true(), nullable=False)
        )

    with op.batch_alter_table("round", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("subject", sa.String(length=16), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("form", sa.String(length=16), server_default="ongoing", nullable=False)
        )

    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.create_index(batch_op.f("ix_staff_project_id"), ["project_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_staff_project_id_project"), "project", ["project_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_staff_project_id_project"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_staff_project_id"))
        batch_op.drop_column("project_id")

    with op.batch_alter_table("round", schema=None) as batch_op:
        batch_op.drop_column("form")
        batch_op.drop_column("subject")

    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_column("named")

    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.alter_column("participant_id", existing_type=sa.INTEGER(), nullable=False)

    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_participant_project_id_project"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_participant_project_id"))
        batch_op.drop_column("asks_from")
        batch_op.drop_column("ended_on")
        batch_op.drop_column("project_id")

    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_column("shown_help")
        batch_op.drop_column("shown_order")

    op.drop_table("training_week")
    op.drop_table("training_done")
    with op.batch_alter_table("outcome_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcome_answer_outcome_id"))

    op.drop_table("outcome_answer")
    with op.batch_alter_table("obstacle_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_obstacle_change_obstacle_id"))

    op.drop_table("obstacle_change")
    with op.batch_alter_table("training_task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_task_participant_id"))

    op.drop_table("training_task")
    with op.batch_alter_table("training_support", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_support_participant_id"))

    op.drop_table("training_support")
    op.drop_table("training_reason")
    op.drop_table("training_energy")
    op.drop_table("staff_answered")
    with op.batch_alter_table("project_instrument", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_project_instrument_project_id"))

    op.drop_table("project_instrument")
    with op.batch_alter_table("profile_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_profile_entry_participant_id"))

    op.drop_table("profile_entry")
    with op.batch_alter_table("own_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_own_step_participant_id"))

    op.drop_table("own_step")
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcome_participant_id"))

    op.drop_table("outcome")
    with op.batch_alter_table("obstacle", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_obstacle_organisation_id"))

    op.drop_table("obstacle")
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_activity_participant_id"))

    op.drop_table("activity")
    op.drop_table("project")
    op.drop_table("unnamed_answer")
    with op.batch_alter_table("staff_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_answer_instrument"))

    op.drop_table("staff_answer")
