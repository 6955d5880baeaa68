"""All of the coordinated plan is frozen, each part with what it hangs on"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
GOAL_LINE = "fk_agreed_plan_part_goal_line_id_line"


def upgrade() -> None:
    # Nothing is known of what stood around the texts of a plan that was frozen before this.
    with op.batch_alter_table("agreed_plan", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("facts", sa.String(length=64), nullable=False, server_default="")
        )
    with op.batch_alter_table("agreed_plan", schema=None) as batch_op:
        batch_op.alter_column("facts", server_default=None)

    with op.batch_alter_table("agreed_plan_part", schema=None) as batch_op:
        batch_op.add_column(sa.Column("goal_line_id", NUMBER, nullable=True))
        batch_op.add_column(sa.Column("entry_ref", sa.String(length=16), nullable=True))
        batch_op.create_foreign_key(batch_op.f(GOAL_LINE), "line", ["goal_line_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("agreed_plan_part", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(GOAL_LINE), type_="foreignkey")
        batch_op.drop_column("entry_ref")
        batch_op.drop_column("goal_line_id")

    with op.batch_alter_table("agreed_plan", schema=None) as batch_op:
        batch_op.drop_column("facts")
