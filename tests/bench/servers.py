"""Starting both apps in the same way as in production, and reading what their workers use."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

HOST = "127.0.0.1"
WORKERS = 1  # so that the load, and what else runs here, has a core of its own
THREADS = 4
PATIENCE = 60.0  # seconds
# As the README says for production.
LEAN = {
    "PYTHONOPTIMIZE": "2",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_TRIM_THRESHOLD_": "1048576",
}
PROC = Path("/proc")


class Server:
    """A running server. ``kill`` is what a power cut does to it."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port

    @property
    def workers(self) -> list[int]:
        """The process ids of the workers; empty where the system does not tell."""
        children = PROC / str(self.process.pid) / "task" / str(self.process.pid) / "children"
        if not children.exists():
            return []
        return [int(pid) for pid in children.read_text().split() if not _is_helper(int(pid))]

    def cpu_seconds(self) -> float | None:
        """How long the workers have computed until now."""
        found = [_cpu_seconds(pid) for pid in self.workers]
        return sum(found) if found else None

    def memory(self) -> float | None:
        """The resident memory of the largest worker, in MB."""
        found = [_resident(pid) for pid in self.workers]
        return max(found) if found else None

    def kill(self) -> None:
        """Ends the server and its workers at once, without any chance to tidy up."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def serving(factory: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """A server of the app that ``factory`` makes, on a free port of this machine only."""
    port = _free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--factory", factory,
        "--workers", str(WORKERS), "--blocking-threads", str(THREADS), "--no-ws",
        "--host", HOST, "--port", str(port),
    ]  # fmt: skip
    whole = {**os.environ, **LEAN, **environment}
    with subprocess.Popen(
        command,
        env=whole,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # a group of its own, to be killed as a whole
    ) as process:
        server = Server(process, port)
        try:
            _wait(server)
            yield server
        finally:
            if process.poll() is None:
                process.terminate()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        port: int = found.getsockname()[1]
        return port


def _wait(server: Server) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.process.poll() is None:
        try:
            connection = HTTPConnection(HOST, server.port, timeout=5)
            connection.request("GET", "/healthz")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not start; what it said stands above")


def _is_helper(pid: int) -> bool:
    return b"resource_tracker" in (PROC / str(pid) / "cmdline").read_bytes()


def _cpu_seconds(pid: int) -> float:
    # After the name in parentheses; utime and stime are the 14th and 15th field of the whole.
    fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> float:
    lines = (PROC / str(pid) / "status").read_text().splitlines()
    kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return kilobytes / 1024
