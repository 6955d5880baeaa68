"""Extension objects, not yet bound to an application."""

from typing import Any

from babel import Locale
from flask_babel import Babel, Domain, get_locale
from flask_compress import Compress
from flask_htmx import HTMX
from flask_login import LoginManager
from flask_wtf import CSRFProtect


class Catalogue(Domain):
    """A domain of texts that finds a language's catalogue in one look: every text asks for it."""

    def __init__(self, domain: str) -> None:
        super().__init__(domain=domain)  # type: ignore[no-untyped-call]
        self._found: dict[Locale | None, Any] = {}

    def get_translations(self) -> Any:
        """The catalogue of the language of this request."""
        locale = get_locale()
        found = self._found.get(locale)
        if found is None:
            found = super().get_translations()  # type: ignore[no-untyped-call]
            if locale is not None:
                self._found[locale] = found
        return found


babel = Babel()
babel.domain_instance = Catalogue("messages")
compress = Compress()
csrf = CSRFProtect()
htmx = HTMX()
instruments = Catalogue("instruments")
login_manager = LoginManager()
