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
from jinja2 import BaseLoader, nodes
from jinja2.visitor import NodeTransformer

from webapp.kit import texts
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
            written: nodes.Template = _Writing().visit(parsed)
        return written


class _Writing(NodeTransformer):
    """Replaces each call of a known function with one text by what it gives."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja calls it so
        self.generic_visit(node)
        function, given = node.node, node.args
        more = node.kwargs or node.dyn_args or node.dyn_kwargs
        if more or len(given) != 1 or not isinstance(given[0], nodes.Const):
            return node
        if not isinstance(function, nodes.Name) or function.name not in KNOWN:
            return node
        return nodes.Const(KNOWN[function.name](given[0].value), lineno=node.lineno)


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


def named(template: str, language: str) -> str:
    """The name of the template in this language."""
    return f"{language}{MARK}{template}"
