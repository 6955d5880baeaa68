"""What a build adds to the package: htmx, the bundled script and style, compiled catalogues."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# htmx 2.0.10, from the wheel of django-htmx: needed to build, never to run.
HTMX = "django_htmx/static/django_htmx/htmx-2.min.js"
HTMX_SHA256 = "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de"


class CustomBuildHook(BuildHookInterface):
    """Runs for wheels and for editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files that git does not hold."""
        sys.path.insert(0, self.root)
        from webapp.kit import assets, catalogues

        source = metadata.distribution("django-htmx").locate_file(HTMX)
        assets.install_library(Path(str(source)), HTMX_SHA256)
        assets.build()
        catalogues.compile_all()
