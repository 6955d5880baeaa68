"""The settings: read once from the environment, checked at once, never changed."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parent.parent
ENVIRONMENTS = ("development", "production", "test")
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
    ``PROXIES`` and ``CONTACT``.

    Raises ``BadSettings`` when something is missing or unsafe.
    """
    environment = environ.get("APP_ENV", "development")
    if environment not in ENVIRONMENTS:
        raise BadSettings(f"APP_ENV is one of {', '.join(ENVIRONMENTS)}, not {environment!r}")
    production = environment == "production"
    return Settings(
        environment=environment,  # type: ignore[arg-type]
        secret_key=_secret(environ, production),
        database_url=_required(environ, "DATABASE_URL", production) or _local_database(),
        public_address=(_required(environ, "PUBLIC_ADDRESS", production)).rstrip("/"),
        proxies=int(environ.get("PROXIES", "0")),
        contact=environ.get("CONTACT", "kontakt@example.org"),
    )


def _required(environ: Mapping[str, str], name: str, production: bool) -> str:
    value = environ.get(name, "")
    if production and not value:
        raise BadSettings(f"{name} must be set in production")
    return value


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
