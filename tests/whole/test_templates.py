"""How templates call functions and write values, which is done another way than Jinja's own."""

import pytest
from jinja2 import DictLoader, UndefinedError, pass_context
from markupsafe import Markup

from webapp.app import create_app
from webapp.settings import Settings


@pytest.fixture(scope="module")
def templates():
    settings = Settings("test", "x" * 40, "sqlite://", "http://localhost", 0, "help@example.org")
    return create_app(settings).jinja_env


def written(templates, source, **values):
    return templates.from_string(source).render(values)


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("<b>", "&lt;b&gt;"),
        (Markup("<b>"), "<b>"),
        (7, "7"),
        (None, "None"),
        (["<"], "[&#39;&lt;&#39;]"),
    ],
)
def test_only_what_is_safe_is_written_as_it_is(templates, value, html):
    assert written(templates, "{{ value }}", value=value) == html
    macro = "{% macro say(value) %}({{ value }}){% endmacro %}{{ say(value) }}"
    assert written(templates, macro, value=value) == f"({html})"


def test_a_missing_value_is_nothing(templates):
    assert written(templates, "({{ nothing }})") == "()"


def test_a_function_in_a_loop_gets_what_it_was_called_with(templates):
    def told(*args, **kwargs):
        return f"{args} {kwargs};"

    source = (
        "{% block main %}{% for one in (1, 2) %}{{ told(one, by='me') }}{% endfor %}{% endblock %}"
    )
    found = written(templates, source, told=told)
    assert found.replace("&#39;", "'") == "(1,) {'by': 'me'};(2,) {'by': 'me'};"


def test_a_function_that_asks_for_the_names_of_the_page_gets_them(templates, monkeypatch):
    @pass_context
    def named(context, name):
        return context[name]

    monkeypatch.setitem(templates.globals, "named", named)
    assert written(templates, "{{ named('who') }}", who="Hodan & I") == "Hodan &amp; I"


def test_an_attribute_that_something_does_not_have_is_an_error(templates):
    """An empty text would hide it: a page without the words that somebody waits for."""
    with pytest.raises(AttributeError, match="nothing"):
        written(templates, "{{ one.nothing }}", one=Markup("1"))
    with pytest.raises(AttributeError, match="text"):
        written(templates, "{{ one.text }}", one={"text": "an entry is no attribute"})
    with pytest.raises(UndefinedError, match="one"):
        written(templates, "{{ one.text }}")


def test_a_macro_takes_what_is_not_given_from_itself(templates):
    source = "{% macro say(a, b='B', c=None) %}{{ a }}{{ b }}{{ c }}{% endmacro %}"
    assert written(templates, source + "{{ say(1) }}") == "1BNone"
    assert written(templates, source + "{{ say(1, c=3) }}") == "1B3"
    assert written(templates, source + "{{ say(c='<', a=1, b=2) }}") == "12&lt;"
    for wrong in ("say(1, d=4)", "say(1, a=2)", "say(1, 2, 3, 4)"):
        with pytest.raises(TypeError):
            written(templates, source + "{{ " + wrong + " }}")


def test_an_included_part_knows_the_names_around_it(templates, monkeypatch):
    """Those of the page, those set before it, and those of the loop that it stands in."""
    parts = {
        "page.html": "{% set b = 'B' %}{% for c in 'XY' %}{% include 'part.html' %}{% endfor %}",
        "part.html": "{% set d = c ~ '!' %}{{ a }}{{ b }}{{ c }}{{ d }} ",
    }
    monkeypatch.setattr(templates, "loader", DictLoader(parts))
    assert templates.get_template("page.html").render(a="<") == "&lt;BXX! &lt;BYY! "


def test_a_macro_takes_a_caller_and_values_by_name(templates):
    source = (
        "{% macro box(a, b='<') %}{{ a }}{{ b }}{{ caller('>') }}{% endmacro %}"
        "{% call(last) box(a='&') %}{{ last }}<i>{% endcall %}"
    )
    assert written(templates, source) == "&amp;&lt;&gt;<i>"
