"""Indexes that begin another one of the same table are dropped: each was written to the disk too"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TWICE = ("agreed_plan", "log_entry", "receipt")  # each has a unique index that begins the same


def upgrade() -> None:
    # Not in a batch: that would make the table anew, and the log would lose what guards it.
    for table in TWICE:
        op.drop_index(op.f(f"ix_{table}_participant_id"), table_name=table)


def downgrade() -> None:
    for table in TWICE:
        op.create_index(op.f(f"ix_{table}_participant_id"), table, ["participant_id"])
