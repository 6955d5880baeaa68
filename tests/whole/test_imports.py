"""The house keeps its shape: who may import whom is written in pyproject.toml."""

import re
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import webapp

TEMPLATES = Path(webapp.__file__).parent / "templates"
DOORS = sorted(each.name for each in TEMPLATES.iterdir() if each.name != "shared")
TAKEN = re.compile(r"""\{%-?\s*(?:import|from|include|extends)\s+["'](\w+)/""")
# The participant sees, to the letter, the page that the coach reads before a meeting.
COACHS_PAGE = "shared/brief.html"


def test_imports_follow_the_contracts(capsys):
    failed = lint_imports()

    assert not failed, capsys.readouterr().out


@pytest.mark.parametrize("door", [*DOORS, "shared"])
def test_a_template_takes_nothing_from_another_door(door):
    taken = {
        str(each.relative_to(TEMPLATES)): set(TAKEN.findall(each.read_text("utf-8")))
        for each in (TEMPLATES / door).rglob("*.html")
    }
    taken.pop(COACHS_PAGE, None)

    assert {name: own for name, own in taken.items() if not own <= {door, "shared"}} == {}
