"""The catalogue as it is published: complete, and frozen."""

import shutil
from pathlib import Path

import pytest

from webapp.domain.instruments.definitions import UnknownInstrument
from webapp.domain.instruments.frozen import verify
from webapp.domain.instruments.load import (
    CATALOGUE,
    catalogue,
    every_version,
    instrument,
    read_folder,
)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The catalogue in a folder of its own, to be changed by a test."""
    return Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Replace the first ``old`` in a file, which must be there."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# --- what is published -------------------------------------------------------------------------


def test_the_published_catalogue_is_as_registered():
    assert verify() == []


@pytest.mark.parametrize(
    ("instrument_id", "participant", "coach"),
    [
        ("STOD", 8, 1),
        ("MOTE", 5, 0),
        ("EGEN", 9, 0),
        ("MIN", 4, 0),
        ("PROF", 6, 0),
        ("BOST", 4, 0),
        ("TILL", 0, 0),
        ("STEG", 9, 11),
        ("SAMH", 2, 0),
        ("VARD", 3, 0),
        ("ROST", 8, 0),
        ("HORI", 3, 0),
        ("UTFA", 2, 2),
        ("TRAN", 14, 0),
    ],
)
def test_who_answers_how_many_items(instrument_id, participant, coach):
    found = instrument(instrument_id)
    assert len(found.answered_by("P")) == participant
    assert len(found.answered_by("C")) == coach


def test_every_item_can_be_skipped():
    for one in catalogue().values():
        for item in one.items:
            assert item.from_log or item.outside[-1].code == "skip", item.id


def test_steps_are_numbers_and_dont_know_and_skip_never_are():
    for one in catalogue().values():
        for item in one.items:
            for option in item.options:
                numbered = item.kind == "scale" and option.code not in ("dk", "skip")
                assert (option.value is not None) == option.code.isdigit() == numbered


def test_the_double_rating_points_both_ways():
    stod = instrument("STOD")
    assert stod.item("STOD-03").mirror == "STOD-03C"
    assert stod.item("STOD-03C").mirror == "STOD-03"


def test_own_words_reach_the_project_only_without_a_name():
    for one in catalogue().values():
        for item in one.items:
            if item.kind == "text":
                assert item.show.project == "never" or one.anonymous, item.id


def test_a_published_figure_is_fed_by_participants_only():
    for one in catalogue().values():
        for item in one.items:
            assert not item.reports or item.who == ("P",), item.id


def test_unknown_instrument_version_and_item_are_told():
    for wrong in [("NOPE", None), ("STOD", "9.9")]:
        with pytest.raises(UnknownInstrument):
            instrument(*wrong)
    with pytest.raises(UnknownInstrument, match=r"STOD-1\.0 has no item STOD-99"):
        instrument("STOD").item("STOD-99")


# --- frozen ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("STOD-1.0.toml", "bestämt om mitt stöd.", "bestämt om mitt stöd!"),
        ("STOD-1.0.toml", "positive = [4, 5]", "positive = [3, 4, 5]"),
        ("STOD-1.0.toml", 'allow = ["dk", "skip"]', 'allow = ["skip"]'),
        ("STOD-1.0.toml", 'coach = "named"', 'coach = "never"'),
        ("STOD-1.0.toml", "open_days = 30", "open_days = 31"),
    ],
)
def test_verify_catches_a_changed_byte(copied, name, old, new):
    assert verify(copied) == []
    change(copied, name, old, new)
    assert [problem.split(" ")[0] for problem in verify(copied)] == ["STOD-1.0"]


def test_verify_catches_a_changed_byte_anywhere_in_the_texts(copied):
    path = copied / "MOTE-1.0.toml"
    whole = path.read_text(encoding="utf-8")
    letters = [at for at, sign in enumerate(whole) if sign in "åäö" and whole[at - 1] != " "]
    assert len(letters) > 30
    for at in letters:
        line = whole[whole.rfind("\n", 0, at) + 1 : at]
        if line.startswith("#"):
            continue
        path.write_text(whole[:at] + "e" + whole[at + 1 :], encoding="utf-8")
        assert "MOTE-1.0 was changed" in verify(copied)[0], whole[at - 20 : at + 20]


def _uses(item, scale):
    return item.scale is not None and item.scale.id == scale


def test_a_changed_scale_changes_those_that_use_it(copied):
    change(copied, "scales.toml", "Ja, helt", "Ja, alltid")
    use_it = [one for one in every_version() if any(_uses(item, "agree5") for item in one.items)]
    assert len(verify(copied)) == len(use_it) > 3
    assert all("was changed after it was published" in problem for problem in verify(copied))


def test_a_scale_nobody_uses_may_change(copied):
    with (copied / "scales.toml").open("a", encoding="utf-8") as scales:
        scales.write('\n[[new2]]\ncode = 1\nsv = "Nej"\neasy = "Nej"\n')
    assert verify(copied) == []


def test_a_comment_or_a_space_changes_nothing(copied):
    change(copied, "STOD-1.0.toml", "minutes = 3", "minutes   =  3  # as tried out")
    assert verify(copied) == []


def test_a_file_that_is_gone_is_told(copied):
    (copied / "EGEN-1.0.toml").unlink()
    assert verify(copied) == ["EGEN-1.0 is published, but its file is gone."]


def test_a_new_version_is_told_with_the_line_to_add(copied):
    text = (copied / "STOD-1.0.toml").read_text(encoding="utf-8")
    new = text.replace('version = "1.0"', 'version = "1.10"')
    (copied / "STOD-1.10.toml").write_text(new, encoding="utf-8")
    (problem,) = verify(copied)
    line = problem.removeprefix("STOD-1.10 is not registered. Add to frozen.toml: ")
    with (copied / "frozen.toml").open("a", encoding="utf-8") as register:
        register.write(f"{line}\n")
    assert verify(copied) == []


def test_the_newest_version_is_the_highest_number_not_the_last_in_the_alphabet(copied):
    text = (copied / "STOD-1.0.toml").read_text(encoding="utf-8")
    for version in ("1.9", "1.10"):
        new = text.replace('version = "1.0"', f'version = "{version}"')
        (copied / f"STOD-{version}.toml").write_text(new, encoding="utf-8")
    assert catalogue(copied)["STOD"].version == "1.10"
    assert [one.version for one in read_folder(copied) if one.id == "STOD"] == [
        "1.0",
        "1.9",
        "1.10",
    ]


def test_a_missing_register_is_told(copied):
    (copied / "frozen.toml").unlink()
    assert verify(copied) == ["frozen.toml: the file is missing"]
