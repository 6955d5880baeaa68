"""How templates call functions and write values, which is done another way than Jinja's own."""

import pytest
from jinja2 import pass_context
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


def test_a_function_that_asks_for_the_names_of_the_page_gets_them(templates):
    @pass_context
    def named(context, name):
        return context[name]

    assert written(templates, "{{ named('who') }}", named=named, who="Hodan & I") == "Hodan &amp; I"


def test_a_macro_takes_a_caller_and_values_by_name(templates):
    source = (
        "{% macro box(a, b='<') %}{{ a }}{{ b }}{{ caller('>') }}{% endmacro %}"
        "{% call(last) box(a='&') %}{{ last }}<i>{% endcall %}"
    )
    assert written(templates, source) == "&amp;&lt;&gt;<i>"
