"""Every language we offer says everything, and says what the code says."""

from webapp.kit.catalogue_checks import check_catalogues
from webapp.kit.messages import templates


def test_every_catalogue_is_complete_and_current():
    problems = check_catalogues(fresh=templates())

    assert not problems, "\n".join(problems)
