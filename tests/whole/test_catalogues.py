"""Every language we offer says everything, and says what the code says."""

import re

from webapp.kit.catalogue_checks import check_catalogues
from webapp.kit.catalogues import PACKAGE
from webapp.kit.messages import KEYWORDS, templates


def test_every_catalogue_is_complete_and_current():
    problems = check_catalogues(fresh=templates())

    assert not problems, "\n".join(problems)


def test_every_name_that_marks_a_text_is_known_to_the_collector():
    """A text marked by another name would never reach a translator."""
    names = set()
    for file in PACKAGE.rglob("*.py"):
        names |= set(re.findall(r"from flask_babel import \w*gettext as (\w+)", file.read_text()))
    assert names <= KEYWORDS.keys()
