"""The log is a chain that only grows, and a question knows the line of the log it is about"""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

REFUSED = "the log is only added to"


def upgrade() -> None:
    with op.batch_alter_table("profile_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about_log", sa.Integer(), nullable=True))

    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("number", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("digest", sa.String(length=64), nullable=True))
    _chain()
    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.alter_column("number", existing_type=sa.Integer(), nullable=False)
        batch_op.alter_column("digest", existing_type=sa.String(length=64), nullable=False)
        batch_op.create_unique_constraint(
            batch_op.f("uq_log_entry_participant_id_number"), ["participant_id", "number"]
        )
    for statement in _guards():
        op.execute(statement)


def downgrade() -> None:
    for statement in _no_guards():
        op.execute(statement)
    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_log_entry_participant_id_number"), type_="unique")
        batch_op.drop_column("digest")
        batch_op.drop_column("number")

    with op.batch_alter_table("profile_entry", schema=None) as batch_op:
        batch_op.drop_column("about_log")


def _chain() -> None:
    """Numbers and digests for the lines that stand already, oldest first."""
    connection = op.get_bind()
    query = """
        SELECT e.id, p.ref, s.ref, e.staff_name, e.role, e.organisation, e.what, e.at
        FROM log_entry e
        JOIN participant p ON p.id = e.participant_id
        JOIN staff s ON s.id = e.staff_id
        ORDER BY e.at, e.id
    """
    ends: dict[str, tuple[int, str]] = {}
    write = sa.text("UPDATE log_entry SET number = :number, digest = :digest WHERE id = :id")
    for id_, person, *said in connection.execute(sa.text(query)).all():
        number, before = ends.get(person, (0, ""))
        number += 1
        digest = _digest(before, person, number, *said)
        connection.execute(write, {"number": number, "digest": digest, "id": id_})
        ends[person] = number, digest


def _digest(before: str, person: str, number: int, *said: Any) -> str:
    *words, at = said
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    text = json.dumps(
        [before, person, number, *words, moment.isoformat(timespec="microseconds")],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _guards() -> list[str]:
    """What makes the database itself refuse to change or delete a line."""
    if op.get_bind().dialect.name == "sqlite":
        return [
            f"CREATE TRIGGER log_entry_no_{act} BEFORE {act} ON log_entry"
            f" BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            for act in ("update", "delete")
        ]
    return [
        "CREATE FUNCTION log_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$",
        "CREATE TRIGGER log_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry"
        " FOR EACH STATEMENT EXECUTE FUNCTION log_entry_refuse()",
    ]


def _no_guards() -> list[str]:
    if op.get_bind().dialect.name == "sqlite":
        return [f"DROP TRIGGER log_entry_no_{act}" for act in ("update", "delete")]
    return ["DROP TRIGGER log_entry_only_grows ON log_entry", "DROP FUNCTION log_entry_refuse()"]
