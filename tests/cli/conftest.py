import shutil

import pytest
from sqlalchemy.orm import Session

from webapp import demo
from webapp.app import create_app
from webapp.domain.database import transaction
from webapp.kit import migrations
from webapp.settings import Settings

SECRET = "a secret for tests of the commands"


def settings(url, environment="test", **other):
    return Settings(
        environment=environment,
        secret_key=SECRET,
        database_url=url,
        public_address="",
        proxies=0,
        contact="nobody@example.org",
        **other,
    )


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'minvag.sqlite'}"


@pytest.fixture(scope="session")
def demo_once(tmp_path_factory):
    """The file of a demo database, and what the command printed when it made it."""
    file = tmp_path_factory.mktemp("demo") / "minvag.sqlite"
    app = create_app(settings(f"sqlite:///{file}"))
    result = app.test_cli_runner().invoke(args=["demo", "--json"])
    app.extensions["engine"].dispose()
    return file, result


@pytest.fixture
def loaded(demo_once, tmp_path):
    """The test's database has the demo; comes with what the command printed."""
    file, result = demo_once
    shutil.copy(file, tmp_path / "minvag.sqlite")
    return result


@pytest.fixture
def app(url):
    app = create_app(settings(url))
    yield app
    app.extensions["engine"].dispose()


@pytest.fixture
def run(app):
    runner = app.test_cli_runner()

    def invoke(*args, **kwargs):
        return runner.invoke(args=list(args), **kwargs)

    return invoke


@pytest.fixture
def migrated(url):
    migrations.upgrade(url)


@pytest.fixture
def session_of(app):
    """Begins a transaction; for tests that run commands before and after."""
    return lambda: transaction(app.extensions["engine"])


@pytest.fixture
def session(app):
    """Begins with the first question: until then commands can write."""
    with Session(app.extensions["engine"], expire_on_commit=False) as session, session.begin():
        yield session


@pytest.fixture
def hashes():
    """Hashes that cost nothing, for tests that never sign in."""
    pins = ("7294", "4816", "9037", "3658", "5163")
    return demo.Hashes("x", dict.fromkeys(pins, "x"))
