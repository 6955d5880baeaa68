import pytest

from webapp.settings import BadSettings, from_environment

SAFE = {"SECRET_KEY": "x" * 32}


@pytest.mark.parametrize("url", ["hello", "mysql://host/name", "postgres://host/name"])
def test_a_database_that_is_not_known_is_said_at_once(url):
    with pytest.raises(BadSettings, match="DATABASE_URL is like"):
        from_environment({**SAFE, "DATABASE_URL": url})


@pytest.mark.parametrize("url", ["sqlite:////srv/file", "postgresql+psycopg://me@host/name"])
def test_both_databases_are_taken(url):
    assert from_environment({**SAFE, "DATABASE_URL": url}).database_url == url
