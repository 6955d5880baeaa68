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


@pytest.mark.parametrize(
    "address", ["minvag.example.org", "ftp://host", "https://", "https://host/path", "https://h?q"]
)
def test_an_address_that_cannot_be_printed_is_said_at_once(address):
    with pytest.raises(BadSettings, match="PUBLIC_ADDRESS is like"):
        from_environment({**SAFE, "PUBLIC_ADDRESS": address})


@pytest.mark.parametrize(
    "address", ["https://minvag.example.org", "https://minvag.example.org/", "http://127.0.0.1:80"]
)
def test_an_address_is_taken_with_a_last_slash_or_a_port(address):
    found = from_environment({**SAFE, "PUBLIC_ADDRESS": address}).public_address
    assert found == address.rstrip("/")


@pytest.mark.parametrize("number", ["one", "-1", "1.5", "٣"])
def test_a_number_of_proxies_that_is_none_is_said_at_once(number):
    with pytest.raises(BadSettings, match="PROXIES is how many"):
        from_environment({**SAFE, "PROXIES": number})


def test_no_proxies_unless_they_are_counted():
    assert from_environment({**SAFE, "PROXIES": ""}).proxies == 0
    assert from_environment({**SAFE, "PROXIES": "2"}).proxies == 2


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "PUBLIC_ADDRESS", "CONTACT"])
def test_production_asks_for_what_it_needs(name):
    whole = {
        **SAFE,
        "APP_ENV": "production",
        "DATABASE_URL": "sqlite:////srv/file",
        "PUBLIC_ADDRESS": "https://minvag.example.org",
        "CONTACT": "kontakt@minvag.example.org",
    }
    assert from_environment(whole).contact == "kontakt@minvag.example.org"
    with pytest.raises(BadSettings, match=name):
        from_environment({**whole, name: ""})
