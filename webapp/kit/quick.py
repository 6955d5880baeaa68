"""What Jinja does for every call and every value on a page, without what no template here needs.

A brief makes two hundred calls, reads six hundred attributes and writes three hundred values.
Finding out anew what each of them is takes longer than most of them do.

Templates read attributes as Python does: ``goal.line`` is no entry of a dictionary, and a name that
something does not have is an error, not an empty text.
"""

from collections.abc import Callable, Mapping
from io import StringIO
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

concat = "".join
_new = str.__new__


class QuickContext(Context):
    """The names of one page."""

    def included(self, template: Any, own: Mapping[str, Any]) -> str:
        """What an included template writes: it knows the names of this page and ``own``."""
        known = {name: value for name, value in own.items() if value is not missing}
        names = {**self.parent, **self.vars, **known}
        inner = QuickContext(self.environment, names, template.name, template.blocks)
        return concat(template.root_render_func(inner))


class QuickCode(CodeGenerator):
    """Compiles templates to code that reads, calls and writes at once."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        asks = frame.eval_ctx.volatile or not frame.eval_ctx.autoescape
        if asks or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.safe(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja's
        """The attribute, and nothing else of that name."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - as Jinja's
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """The function itself, unless it asks for the context."""
        if forward_caller or self._asks(node.node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        whole, self.stream = self.stream, StringIO()
        self.signature(node, frame)
        whole.write(f"({self.stream.getvalue().removeprefix(', ')})")
        self.stream = whole

    def _asks(self, function: nodes.Expr) -> bool:
        name = function.name if isinstance(function, nodes.Name) else ""
        return hasattr(self.environment.globals.get(name), "jinja_pass_arg")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro with only its own arguments is a function."""
        more = macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller
        if more or isinstance(macro_ref.node, nodes.CallBlock):
            super().macro_def(macro_ref, frame)
        else:
            names = tuple(argument.name for argument in macro_ref.node.args)
            self.write(f"environment.macro(macro, {names!r})")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - as Jinja's
        """One text, instead of its pieces handed on from template to template."""
        name = node.template
        if node.ignore_missing or not node.with_context or not isinstance(name, nodes.Const):
            super().visit_Include(node, frame)
            return
        own = self.dump_local_context(frame)
        self.simple_write(f"context.included({self._kept(name)}, {own})", frame, node)

    def _import_common(self, node: Any, frame: Frame) -> None:
        if node.with_context or not isinstance(node.template, nodes.Const):
            super()._import_common(node, frame)
        else:
            self.write(f"{self._kept(node.template)}._get_default_module()")

    def _kept(self, name: nodes.Const) -> str:
        whole = self.environment.join_path(name.value, self.name or "")
        return f"environment.kept({whole!r})"


def macro(function: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """A macro as a function: what is not given takes what the template says."""
    count = len(names)

    def called(*given: Any, **named: Any) -> Markup:
        if len(given) != count:
            given += tuple(named.pop(name, missing) for name in names[len(given) :])
        if named:
            raise TypeError(f"no macro with {names} takes {next(iter(named))!r}")
        return _new(Markup, function(*given))

    return called


def safe(value: Any) -> Markup:
    """The value for HTML."""
    return value if type(value) is Markup else escape(value)
