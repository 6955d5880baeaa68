"""What ``make run`` says when it cannot, and that it ends when it is told to."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.cli.conftest import SECRET
from webapp.kit import migrations

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not here")


def make(*args):
    command = ["make", "--no-print-directory", "-C", str(ROOT), *args]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def test_a_port_that_is_taken_is_said():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        asked = make("free-port", f"PORT={taken.getsockname()[1]}")

    assert asked.returncode != 0
    assert "already in use" in asked.stdout
    assert "PORT=8001" in asked.stdout


@pytest.mark.parametrize(("port", "why"), [("abc", "'abc'"), ("99999", "0-65535")])
def test_a_port_that_is_none_is_not_called_taken(port, why):
    asked = make("free-port", f"PORT={port}")

    assert asked.returncode != 0
    assert why in asked.stdout
    assert "already" not in asked.stdout


def test_without_a_python_the_port_is_not_to_blame():
    assert make("free-port", "PY=").returncode == 0


def server_command(port):
    """The last command of ``make run``, with the Python of these tests."""
    printed = make("-n", "run", f"PORT={port}", f"V={sys.prefix}").stdout
    return printed[printed.rindex("exec env ") :]


@pytest.fixture
def server(url):
    """A server as ``make run`` starts it, which answers; its processes are a group."""
    migrations.upgrade(url)
    port = free_port()
    process = subprocess.Popen(
        ["sh", "-c", server_command(port)],
        cwd=ROOT,
        env={**os.environ, "APP_ENV": "development", "DATABASE_URL": url, "SECRET_KEY": SECRET},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    answers(port)
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def answers(port):
    for _ in range(150):
        try:
            urlopen(f"http://127.0.0.1:{port}/healthz").close()
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the server does not answer")


def test_ctrl_c_stops_every_process(server):
    # A terminal tells all of them, and the first process tells its workers once more.
    os.killpg(server.pid, signal.SIGINT)

    server.wait(timeout=20)
    with pytest.raises(ProcessLookupError):
        os.killpg(server.pid, 0)
