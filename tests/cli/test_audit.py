"""The operator checks the logs, and keeps their ends somewhere else."""

import json
import sqlite3
import stat

import pytest


@pytest.fixture
def change(loaded, tmp_path):
    """Changes the log of the demo as somebody who owns the file could."""

    def changed(statement):
        with sqlite3.connect(tmp_path / "minvag.sqlite") as connection:
            for act in ("update", "delete"):
                connection.execute(f"DROP TRIGGER IF EXISTS log_entry_no_{act}")
            connection.execute(statement)
        connection.close()

    return changed


LAST = "(SELECT max(id) FROM log_entry WHERE participant_id = 1)"


def test_logs_that_nobody_touched_are_whole(loaded, run):
    result = run("audit", "verify")

    assert result.exit_code == 0, result.output
    assert "5 logs are whole" in result.output
    assert "BROKEN" not in result.output


def test_a_changed_line_is_said_with_its_number_and_ends_with_status_1(change, run):
    change("UPDATE log_entry SET staff_name = 'Nobody' WHERE participant_id = 1 AND number = 2")

    result = run("audit", "verify")

    assert result.exit_code == 1
    assert "BROKEN: line 2 is not the one that was written" in result.output
    assert "1 of 5 logs are broken" in result.output


def test_an_anchor_holds_nothing_personal_and_only_its_owner_reads_it(loaded, run, tmp_path):
    file = tmp_path / "anchor.json"

    assert run("audit", "anchor", str(file)).exit_code == 0

    text = file.read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not [name for name in ("Hodan", "Amina", "Nordby", "brief") if name in text]
    assert len(json.loads(text)["logs"]) == 5
    assert run("audit", "verify", "--against", str(file)).exit_code == 0
    assert run("audit", "anchor", str(file)).exit_code == 1  # never over one that is kept


def test_the_newest_line_taken_away_is_found_against_the_anchor(change, run, tmp_path):
    file = tmp_path / "anchor.json"
    run("audit", "anchor", str(file))

    change(f"DELETE FROM log_entry WHERE id = {LAST}")

    assert run("audit", "verify").exit_code == 0
    result = run("audit", "verify", "--against", str(file))
    assert result.exit_code == 1
    assert "the log ends before line" in result.output


def test_no_anchor_is_made_of_a_broken_log(change, run, tmp_path):
    change("UPDATE log_entry SET what = 'page' WHERE participant_id = 1 AND number = 1")

    result = run("audit", "anchor", str(tmp_path / "anchor.json"))

    assert result.exit_code == 1
    assert not (tmp_path / "anchor.json").exists()


def test_a_file_that_is_no_anchor_is_refused(loaded, run, tmp_path):
    file = tmp_path / "other.json"
    file.write_text("[1, 2]")

    result = run("audit", "verify", "--against", str(file))

    assert result.exit_code == 1
    assert "is no anchor" in result.output
