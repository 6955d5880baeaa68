"""Projects, what they have switched on, and what staff answer"""

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
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.create_index(batch_op.f("ix_participant_project_id"), ["project_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_participant_project_id_project"), "project", ["project_id"], ["id"]
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

    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_participant_project_id_project"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_participant_project_id"))
        batch_op.drop_column("project_id")

    op.drop_table("staff_answered")
    with op.batch_alter_table("project_instrument", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_project_instrument_project_id"))

    op.drop_table("project_instrument")
    op.drop_table("project")
    with op.batch_alter_table("staff_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_answer_instrument"))

    op.drop_table("staff_answer")
