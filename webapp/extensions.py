"""Extension objects, not yet bound to an application."""

from flask_babel import Babel, Domain
from flask_compress import Compress
from flask_htmx import HTMX
from flask_login import LoginManager
from flask_wtf import CSRFProtect

babel = Babel()
compress = Compress()
csrf = CSRFProtect()
htmx = HTMX()
instruments = Domain(domain="instruments")
login_manager = LoginManager()
