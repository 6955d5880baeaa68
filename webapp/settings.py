"""The settings: read once from the environment, checked at once, never changed."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent
ENVIRONMENTS = ("development", "production", "test")
DATABASES = ("sqlite", "postgresql", "postgresql+psycopg")
OWN_MACHINE = ("localhost", "127.0.0.1", "::1")
COMPRESSION = {
    "COMPRESS_ALGORITHM": ["gzip"],
    "COMPRESS_LEVEL": 4,
    "COMPRESS_MIN_SIZE": 1000,
    "COMPRESS_MIMETYPES": ["text/html"],
    "COMPRESS_EVALUATE_CONDITIONAL_REQUEST": False,  # no page is kept, so none is asked for again
}


class BadSettings(RuntimeError):
    """The environment does not make a safe application. The message says what to change."""


@dataclass(frozen=True)
class Settings:
    """Everything that differs between one installation and another."""

    environment: Literal["development", "production", "test"]
    secret_key: str
    database_url: str
    public_address: str
    proxies: int
    contact: str
    translate_url: str = ""
    translate_key: str = ""

    @property
    def secure(self) -> bool:
        """Cookies only over HTTPS."""
        return self.environment == "production"

    @property
    def secret(self) -> bytes:
        """The key for codes and digests."""
        return self.secret_key.encode()


def from_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings from ``APP_ENV``, ``SECRET_KEY``, ``DATABASE_URL``, ``PUBLIC_ADDRESS``,
    ``PROXIES``, ``CONTACT``, ``TRANSLATE_URL`` and ``TRANSLATE_KEY``.

    Raises ``BadSettings`` when something is missing or unsafe.
    """
    environment = environ.get("APP_ENV", "development")
    if environment not in ENVIRONMENTS:
        raise BadSettings(f"APP_ENV is one of {', '.join(ENVIRONMENTS)}, not {environment!r}")
    production = environment == "production"
    return Settings(
        environment=environment,  # type: ignore[arg-type]
        secret_key=_secret(environ, production),
        database_url=_database_url(environ, production),
        public_address=_public_address(environ, production),
        proxies=_proxies(environ),
        contact=_required(environ, "CONTACT", production) or "kontakt@example.org",
        translate_url=_translate_url(environ, production),
        translate_key=environ.get("TRANSLATE_KEY", ""),
    )


def _required(environ: Mapping[str, str], name: str, production: bool) -> str:
    value = environ.get(name, "")
    if production and not value:
        raise BadSettings(f"{name} must be set in production")
    return value


def _public_address(environ: Mapping[str, str], production: bool) -> str:
    """Where people find the app, without a path; empty when they are asked for it as they come."""
    address = _required(environ, "PUBLIC_ADDRESS", production).rstrip("/")
    parts = urlsplit(address)
    plain = f"{parts.scheme}://{parts.netloc}" == address and parts.hostname
    if address and not (plain and parts.scheme in ("http", "https")):
        raise BadSettings("PUBLIC_ADDRESS is like https://minvag.example.org")
    return address


def _proxies(environ: Mapping[str, str]) -> int:
    value = environ.get("PROXIES") or "0"
    if not (value.isascii() and value.isdigit()):
        raise BadSettings("PROXIES is how many proxies stand in front, 0 or more")
    return int(value)


def _database_url(environ: Mapping[str, str], production: bool) -> str:
    url = _required(environ, "DATABASE_URL", production) or _local_database()
    if url.partition(":")[0] not in DATABASES:
        raise BadSettings(
            "DATABASE_URL is like postgresql+psycopg://user@host/name or sqlite:////path/file"
        )
    return url


def _translate_url(environ: Mapping[str, str], production: bool) -> str:
    """The address of a translating service, or empty. People's own words go there."""
    url = environ.get("TRANSLATE_URL", "").rstrip("/")
    if not url:
        if environ.get("TRANSLATE_KEY"):
            raise BadSettings("TRANSLATE_KEY needs TRANSLATE_URL too")
        return ""
    try:
        parts = urlsplit(url)
        whole = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        whole = False
    if not whole or parts.query or parts.fragment or parts.username:
        raise BadSettings("TRANSLATE_URL is like https://translate.example.org")
    if production and parts.scheme != "https" and parts.hostname not in OWN_MACHINE:
        raise BadSettings("TRANSLATE_URL must be https in production, or on the same machine")
    return url


def _secret(environ: Mapping[str, str], production: bool) -> str:
    value = _required(environ, "SECRET_KEY", production)
    if value and len(value) < 32:
        raise BadSettings("SECRET_KEY must have at least 32 characters")
    return value or _local_secret()


def _instance() -> Path:
    folder = ROOT / "instance"
    folder.mkdir(exist_ok=True)
    return folder


def _local_database() -> str:
    return f"sqlite:///{_instance() / 'minvag.sqlite'}"


def _local_secret() -> str:
    """A key for this copy only, kept so that sign-ins and printed cards survive a restart."""
    file = _instance() / "secret"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()
