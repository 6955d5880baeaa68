"""The load: a few browsers that ask one after another. Runs as a process of its own.

Reads a job as JSON from standard input and writes what happened as JSON to standard output.
"""

import json
import re
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from http.client import HTTPConnection, HTTPException
from uuid import uuid4

HOST = "127.0.0.1"
RECEIPT = re.compile(rb'class="receipt">([^<]+)<')


@dataclass(frozen=True)
class Visitor:
    """One browser: its cookie and, when it sends a form, its token and the codes it chooses."""

    cookie: str
    path: str
    token: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Job:
    """Each visitor asks the server on this port again and again for so many seconds."""

    port: int
    seconds: float
    visitors: list[Visitor]


@dataclass
class Outcome:
    """How long each answer took, in milliseconds, the receipts that came, and other answers."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    receipts: list[str] = field(default_factory=list)
    refused: int = 0
    cut: bool = False

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds if self.seconds else 0.0


def start(job: Job) -> subprocess.Popen[str]:
    """Starts the load in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.client"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(asdict(job)))
    process.stdin.close()
    return process


def outcome(process: subprocess.Popen[str]) -> Outcome:
    """Waits for the end of the load."""
    assert process.stdout is not None
    with process:
        return Outcome(**json.loads(process.stdout.read()))


def _visit(job: Job, visitor: Visitor, until: float, found: Outcome) -> None:
    connection = HTTPConnection(HOST, job.port, timeout=30)
    place = 0
    try:
        while (began := time.perf_counter()) < until:
            body = _ask(connection, visitor, place)
            found.times.append((time.perf_counter() - began) * 1000)
            found.refused += body is None
            found.receipts += [each.decode() for each in RECEIPT.findall(body or b"")]
            place += 1
    except (OSError, HTTPException):
        found.cut = True
    finally:
        connection.close()


def _ask(connection: HTTPConnection, visitor: Visitor, place: int) -> bytes | None:
    headers = {"Cookie": visitor.cookie, "Accept-Encoding": "gzip"}
    if not visitor.codes:
        connection.request("GET", visitor.path, headers=headers)
    else:
        code = visitor.codes[place % len(visitor.codes)]
        sent = f"csrf_token={visitor.token}&key={uuid4().hex}&code={code}"
        headers |= {"Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
        connection.request("POST", visitor.path, sent, headers)
    response = connection.getresponse()
    body = response.read()
    return body if response.status == 200 else None


def run(job: Job) -> Outcome:
    """Lets all visitors ask at the same time."""
    began = time.perf_counter()
    until = began + job.seconds
    each = [Outcome() for _ in job.visitors]
    threads = [
        threading.Thread(target=_visit, args=(job, visitor, until, found))
        for visitor, found in zip(job.visitors, each, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Outcome(
        seconds=time.perf_counter() - began,
        times=[took for found in each for took in found.times],
        receipts=[code for found in each for code in found.receipts],
        refused=sum(found.refused for found in each),
        cut=any(found.cut for found in each),
    )


if __name__ == "__main__":
    data = json.load(sys.stdin)
    visitors = [Visitor(**{**one, "codes": tuple(one["codes"])}) for one in data["visitors"]]
    json.dump(asdict(run(Job(data["port"], data["seconds"], visitors))), sys.stdout)
