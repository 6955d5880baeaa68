"""A catalogue file with anything wrong in it is refused, and the message says what and where."""

import shutil
from pathlib import Path

import pytest

from webapp.domain.instruments.definitions import InvalidInstrument
from webapp.domain.instruments.frozen import verify
from webapp.domain.instruments.load import CATALOGUE, read_folder


def changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """A copy of the catalogue where the first ``old`` of one file is ``new``."""
    folder = Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


REFUSED = {
    "unknown scale": ('scale = "agree5"', 'scale = "agree7"', "STOD-01: unknown scale agree7"),
    "duplicate item": ('id = "STOD-02"', 'id = "STOD-01"', "STOD-01: the item id stands 2 times"),
    "foreign item": ('id = "STOD-02"', 'id = "MOTE-02"', "MOTE-02: must begin with STOD-"),
    "no easy wording": ('easy = "Jag vet vem jag ska ringa."\n', "", "STOD-08: easy is missing"),
    "empty easy wording": (
        'easy = "Jag vet vem jag ska ringa."',
        'easy = " "',
        "STOD-08: easy is empty",
    ),
    "placeholder": (
        'easy = "Jag vet vem jag ska ringa."',
        'easy = "Ersätt denna text med det lättlästa innehållet…"',
        "STOD-08: easy is a placeholder: 'Ersätt denna text",
    ),
    "no easy title": ('title.easy = "Mitt stöd"\n', "", "title: easy is missing"),
    "missing mirror": (
        'mirror = "STOD-03C"',
        'mirror = "STOD-3C"',
        "the mirror STOD-3C is missing",
    ),
    "one-way mirror": ('mirror = "STOD-03"\n', "", "STOD-03C does not point back"),
    "mirror by the same": (
        'who = ["C"]\nmirror',
        'who = ["P", "C"]\nmirror',
        "STOD-03: a mirror has the same scale, and somebody else answers",
    ),
    "reversed": ("direction = 1", "direction = -1", "STOD-01: direction is reversed"),
    "no direction": ("direction = 1", "direction = 0", "STOD-01: direction is 1 for a scale"),
    "unknown key": ("minutes = 3", "minutes = 3\nminuets = 3", "unknown key minuets"),
    "unknown key, a date": ("minutes = 3", "minutes = 3\nsince = 2026-01-01", "unknown key since"),
    "unknown key in an item": ("direction = 1", "direction = 1\ndir = 1", "unknown key dir"),
    "unknown key in show": ('coach = "named",', 'coach = "named", all = 1,', "unknown key all"),
    "key missing": ("minutes = 3\n", "", "STOD-1.0.toml: minutes is missing"),
    "wrong type": ("minutes = 3", 'minutes = "3"', "minutes must be int, not str"),
    "yes is no number": ("minutes = 3", "minutes = true", "minutes must be int, not bool"),
    "no time at all": ("minutes = 3", "minutes = 0", "minutes must be at least 1"),
    "too few to publish": ("min_n = 10", "min_n = 9", "publish_min_n must be at least 10"),
    "unknown person": ('who = ["P"]', 'who = ["X"]', "STOD-01: who must be some of P, C"),
    "nobody answers": ('who = ["P", "C"]', 'who = ["P"]', "who must name those who answer"),
    "unknown form": ('"exit"]', '"leave"]', "forms must be some of start, ongoing"),
    "unknown reader": ('"named"', '"all"', "STOD-01: show: coach must be one of named, never"),
    "unknown kind": ('"scale"', '"stars"', "STOD-01: kind must be one of scale, choice, text"),
    "choice by number": ('"scale"', '"choice"', "STOD-01: kind scale needs numbered answers"),
    "text with a scale": (
        'kind = "scale"',
        'kind = "text"',
        "STOD-01: a text or a number has no scale",
    ),
    "positive outside": ("[4, 5]", "[5, 6]", "STOD-01: positive must hold steps of the scale"),
    "nothing positive": ("[4, 5]", "[]", "STOD-01: positive must hold steps of the scale"),
    "unknown way out": ('["dk", "skip"]', '["na"]', "STOD-01: allow must be some of dk, skip"),
    "twice the same": ('["dk", "skip"]', '["dk", "dk"]', "allow names the same thing twice"),
    "list of wrong things": ('["dk", "skip"]', "[1]", "allow must be a list of str"),
    "number with a scale": ('kind = "scale"', 'kind = "number"', "a text or a number has no scale"),
    "counted from nowhere": (
        "direction = 1",
        "direction = 1\nfrom_log = true",
        "only a number can",
    ),
    "a most for a step": ("direction = 1", "direction = 1\nmost = 5", "a number has a highest"),
    "form of an item": (
        "direction = 1",
        'direction = 1\nforms = ["start"]',
        "STOD-01: forms must be some of ongoing, exit",
    ),
    "anonymous, or by choice": (
        "unnamed = true",
        "unnamed = true\nanonymous = true",
        "anonymous leaves no choice",
    ),
    "anonymous, yet read": (
        "unnamed = true",
        "unnamed = false\nanonymous = true",
        "STOD-01: anonymous, yet shown to the coach",
    ),
    "a review of nothing": (
        "every_months = 6",
        "every_months = 6\nreview_every = 2",
        "review_every needs a form called review",
    ),
    "asked about what": ("open_days = 30", 'open_days = 30\nper = "week"', "per must be one of"),
    "named wrongly": ('version = "1.0"', 'version = "1.1"', "STOD-1.0.toml: holds STOD-1.1"),
    "not TOML": ("minutes = 3", "minutes = = 3", "STOD-1.0.toml: not readable as TOML"),
}


@pytest.mark.parametrize(("old", "new", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_an_invalid_file_is_refused_with_a_clear_message(tmp_path, old, new, message):
    folder = changed(tmp_path, "STOD-1.0.toml", old, new)
    with pytest.raises(InvalidInstrument) as refused:
        read_folder(folder)
    assert str(refused.value).startswith("STOD-1.0.toml")
    assert message in str(refused.value)
    assert verify(folder) == [str(refused.value)]


@pytest.mark.parametrize("items", ["3", '["STOD-01"]', "[]"])
def test_items_must_be_tables(tmp_path, items):
    folder = changed(tmp_path, "STOD-1.0.toml", 'id = "STOD"', f"items = {items}  #")
    text = (folder / "STOD-1.0.toml").read_text(encoding="utf-8")
    (folder / "STOD-1.0.toml").write_text(text.split("title.sv")[0], encoding="utf-8")
    with pytest.raises(InvalidInstrument, match="items must be"):
        read_folder(folder)


def test_a_version_is_numbers(tmp_path):
    folder = changed(tmp_path, "STOD-1.0.toml", 'version = "1.0"', 'version = "new"')
    (folder / "STOD-1.0.toml").rename(folder / "STOD-new.toml")
    with pytest.raises(InvalidInstrument, match=r"STOD-new\.toml: version must be like 1\.0"):
        read_folder(folder)


SCALES_REFUSED = {
    "no way out": ('code = "dk"', 'code = "na"', "outside must hold dk and skip"),
    "a step is left out": ("code = 2", "code = 7", "agree5: codes must be 1, 2, 3"),
    "the same code": ('code = "me"', 'code = "others"', "decider3: the same code twice"),
    "skip as a choice": ('code = "me"', 'code = "skip"', "decider3: dk and skip stand outside"),
    "a number as a name": ('code = "me"', 'code = "1"', "must be a number or a word"),
    "no easy wording": ('easy = "Både och"\n', "", "agree5: easy is missing"),
    "unknown key": ('easy = "Både och"', 'easy = "Både och"\nface = 3', "unknown key face"),
    "not answers": ("# The answers", "loose = 1\n# The answers", "loose must be a list of answers"),
}


@pytest.mark.parametrize(("old", "new", "message"), SCALES_REFUSED.values(), ids=SCALES_REFUSED)
def test_an_invalid_scale_is_refused_with_a_clear_message(tmp_path, old, new, message):
    folder = changed(tmp_path, "scales.toml", old, new)
    with pytest.raises(InvalidInstrument) as refused:
        read_folder(folder)
    assert str(refused.value).startswith("scales.toml")
    assert message in str(refused.value)
