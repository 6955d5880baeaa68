"""The whole plan agreed on a date, and which versions of a line the coach may see"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


# The version that stood there when the line was shared. Earlier ones were drafts.
SHARED_FROM = """
    update line set shared_from = coalesce(
        (select max(version.number) from version
         where version.line_id = line.id and version.at <= line.shared_at), 1)
    where shared_at is not null
"""


def upgrade() -> None:
    op.create_table(
        "agreed_plan",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column(
            "participant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("substance", sa.String(length=64), nullable=False),
        sa.Column("proposed_by", sa.String(length=16), nullable=False),
        sa.Column("proposer_id", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "proposed_by in ('participant', 'coach')", name=op.f("ck_agreed_plan_proposed_by")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_agreed_plan_participant_id_participant"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreed_plan")),
        sa.UniqueConstraint(
            "participant_id", "number", name=op.f("uq_agreed_plan_participant_id_number")
        ),
        sa.UniqueConstraint("ref", name=op.f("uq_agreed_plan_ref")),
    )
    with op.batch_alter_table("agreed_plan", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agreed_plan_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "agreed_plan_part",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["line.id"], name=op.f("fk_agreed_plan_part_line_id_line")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["agreed_plan.id"], name=op.f("fk_agreed_plan_part_plan_id_agreed_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreed_plan_part")),
        sa.UniqueConstraint("plan_id", "place", name=op.f("uq_agreed_plan_part_plan_id_place")),
    )
    op.create_table(
        "plan_stance",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("party", sa.String(length=16), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("party in ('participant', 'coach')", name=op.f("ck_plan_stance_party")),
        sa.CheckConstraint("value in ('yes', 'yes_but', 'no')", name=op.f("ck_plan_stance_value")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["agreed_plan.id"], name=op.f("fk_plan_stance_plan_id_agreed_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_stance")),
    )
    with op.batch_alter_table("plan_stance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_stance_plan_id"), ["plan_id"], unique=False)

    with op.batch_alter_table("line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("shared_from", sa.Integer(), nullable=True))

    op.execute(SHARED_FROM)


def downgrade() -> None:
    with op.batch_alter_table("line", schema=None) as batch_op:
        batch_op.drop_column("shared_from")

    with op.batch_alter_table("plan_stance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_stance_plan_id"))

    op.drop_table("plan_stance")
    op.drop_table("agreed_plan_part")
    with op.batch_alter_table("agreed_plan", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreed_plan_participant_id"))

    op.drop_table("agreed_plan")
