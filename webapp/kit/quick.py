"""What Jinja does for every call and every value on a page, without what no template here needs.

A brief makes two hundred calls and writes three hundred values. Finding out anew what each function
is takes longer than most of the functions.
"""

from typing import Any

from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape


class QuickContext(Context):
    """The names of one page, which calls functions and macros as Python does."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as Jinja's
        """What the function gives. One that asks for the context gets it, as everywhere in Jinja.

        A macro that is called without a context escapes as its own template does: always.
        """
        if hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


class QuickCode(CodeGenerator):
    """Compiles templates that write what is safe already as it is, not once more as a new text."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        asks = frame.eval_ctx.volatile or not frame.eval_ctx.autoescape
        if asks or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.safe(")


def safe(value: Any) -> Markup:
    """The value for HTML."""
    return value if type(value) is Markup else escape(value)
