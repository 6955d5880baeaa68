"""Templates of one language each: what only depends on the language is written when they compile.

A page holds some forty texts and icons that are the same for everybody who reads that language. A
template that is asked for as ``sv:participant/home.html`` has them inside, and passes its language
on to what it extends, includes and imports. Asked for without a language it looks all of them up.
"""

from collections.abc import Callable, MutableMapping
from typing import Any

from flask import Flask
from flask.templating import Environment
from flask_babel import force_locale
from jinja2 import BaseLoader, Template, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from webapp.kit import languages, quick, texts
from webapp.kit.icons import icon
from webapp.kit.static import static_url

MARK = ":"
KNOWN: dict[str, Callable[[str], str]] = {
    "_": texts.constant,
    "gettext": texts.constant,
    "icon": icon,
    "static_url": static_url,
}


class Templates(Environment):
    """Flask's templates, each compiled for its language and sharing one set of global names."""

    context_class = quick.QuickContext
    code_generator_class = quick.QuickCode
    safe = staticmethod(quick.safe)
    macro = staticmethod(quick.macro)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.at_hand: dict[str, Template] = {}

    def kept(self, name: str) -> Template:
        """The template of this whole name, that others include or import again and again."""
        found = self.at_hand.get(name)
        if found is None or self.auto_reload:
            found = self.at_hand[name] = self.get_template(name)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template knows. Its own would be looked up slowly, and none has any."""
        return self.globals if d is None else super().make_globals(d)

    def join_path(self, template: str, parent: str) -> str:
        """The name of a template that ``parent`` uses: the same language."""
        language, mark, _ = parent.rpartition(MARK)
        return f"{language}{mark}{template}"

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed: nodes.Template = super()._parse(source, name, filename)
        language, _, _ = (name or "").rpartition(MARK)
        if not language:
            return parsed
        with force_locale(language):
            written: nodes.Template = _Writing(self, language).visit(parsed)
        return written

    def alike(self, template: str, language: str) -> Markup:
        """A part of a page that is the same for everybody who reads this language."""
        found = self.get_template(named(template, language))
        values = {"locale": languages.by_code()[language], "languages": languages.languages()}
        return Markup(found.render(values))  # noqa: S704 - a template's own words


class _Writing(NodeTransformer):
    """Replaces each call of a known function with one text by what it gives."""

    def __init__(self, templates: Templates, language: str) -> None:
        self.known: dict[str, Callable[[str], str]] = {
            **KNOWN,
            "alike": lambda name: templates.alike(name, language),
        }

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja calls it so
        self.generic_visit(node)
        function, given = node.node, node.args
        more = node.kwargs or node.dyn_args or node.dyn_kwargs
        if more or len(given) != 1 or not isinstance(given[0], nodes.Const):
            return node
        if not isinstance(function, nodes.Name) or function.name not in self.known:
            return node
        return nodes.Const(self.known[function.name](given[0].value), lineno=node.lineno)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802 - as above
        """One of several texts, chosen by a word: only the chosen one is made, not all of them."""
        self.generic_visit(node)
        if not isinstance(node.node, nodes.Dict) or isinstance(node.arg, nodes.Const):
            return node
        choice: nodes.Expr = nodes.Getitem(nodes.Dict([]), node.arg, node.ctx, lineno=node.lineno)
        for pair in reversed(node.node.items):
            chosen = nodes.Compare(node.arg, [nodes.Operand("eq", pair.key)], lineno=node.lineno)
            choice = nodes.CondExpr(chosen, pair.value, choice, lineno=node.lineno)
        return choice


class _Loader(BaseLoader):
    def __init__(self, files: BaseLoader) -> None:
        self.files = files

    def get_source(self, environment: Any, template: str) -> Any:
        """The file of the template, whatever its language."""
        return self.files.get_source(environment, template.rpartition(MARK)[2])

    def list_templates(self) -> list[str]:
        """The names of all files."""
        return self.files.list_templates()


def init_app(app: Flask) -> None:
    """Lets templates be asked for in a language. Call it when the other names are known."""
    assert app.jinja_env.loader is not None  # noqa: S101
    app.jinja_env.loader = _Loader(app.jinja_env.loader)
    templates = app.jinja_env
    assert isinstance(templates, Templates)  # noqa: S101
    templates.globals["alike"] = lambda name: templates.alike(name, languages.current().code)


def named(template: str, language: str) -> str:
    """The name of the template in this language."""
    return f"{language}{MARK}{template}"
