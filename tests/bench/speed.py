"""Speed beside a bare Flask app: both are loaded in turns, so that noise slows down both."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median, quantiles

from flask import Flask

from tests.bench import bare, client, people
from tests.bench.client import Job, Outcome, Visitor
from tests.bench.report import Figure, at_least, at_most
from tests.bench.scene import ASKED, Scene, answering, crowd, opened
from tests.bench.servers import Server, serving
from tests.support.people import Participant

ROUNDS = 12  # many and short: a machine drifts within seconds, and the two must drift together
SECONDS = 1.0
LEAST_PAGE, LEAST_ANSWER = 50, 40  # per cent of what the bare app does
MOST_MEMORY = 90  # MB


@dataclass
class Side:
    """What one of the two servers did, round for round."""

    server: Server
    visitors: list[Visitor]
    rates: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def take_part(self, seconds: float) -> Outcome:
        """One round. Fails when the server refused anything."""
        before = self.server.cpu_seconds()
        found = client.outcome(client.start(Job(self.server.port, seconds, self.visitors)))
        after = self.server.cpu_seconds()
        assert not found.refused, f"{found.refused} × {self.visitors[0].path} refused"
        assert not found.cut, f"no answer on {self.visitors[0].path}"
        self.rates.append(found.rate)
        self.times += found.times
        if before is not None and after is not None:
            self.cpu.append((after - before) * 1000 / len(found.times))
        return found

    def warm_up(self) -> None:
        """Rounds that do not count."""
        self.take_part(SECONDS)
        self.rates, self.times, self.cpu = [], [], []


def measure(scene: Scene) -> Iterator[Figure]:
    """Every page beside a page as large, and the answer beside a row that is stored as safely."""
    with scene.serving() as ours:
        pages = _pages(scene, ours)
        sizes = {name: len(opened(ours, visitors[0]).encode()) for name, visitors in pages.items()}
        with _serving_bare(scene, sizes) as other:
            for name, visitors in pages.items():
                theirs = _bare_visitors(scene, name)
                yield from compare(name, Side(ours, visitors), Side(other, theirs), LEAST_PAGE)
            answers = [answering(ours, one.cookie) for one in pages["question"]]
            theirs = _bare_visitors(scene, "answer", codes=("1", "2"))
            yield from compare("answer", Side(ours, answers), Side(other, theirs), LEAST_ANSWER)
        yield at_most("Memory of our worker", ours.memory(), MOST_MEMORY, "MB")


def compare(name: str, ours: Side, other: Side, least: float) -> Iterator[Figure]:
    """The figures of one page. Median of the rounds, each a ratio of two neighbours in time."""
    for side in (ours, other):
        side.warm_up()
    for _ in range(ROUNDS):
        for side in (ours, other):
            side.take_part(SECONDS)
    ratios = [mine / theirs for mine, theirs in zip(ours.rates, other.rates, strict=True)]
    title = f"{TITLES[name]}: "
    yield at_least(title + "requests/s, of a bare app's", 100 * median(ratios), least, "%")
    yield Figure(title + "requests/s, ours and bare", _pair(ours.rates, other.rates, ".0f"))
    cpu = _pair(ours.cpu, other.cpu, ".2f") if ours.cpu else None
    yield Figure(title + "CPU a request, ours and bare", cpu, "ms")
    for part in (50, 95):
        both = (_percentile(side.times, part) for side in (ours, other))
        yield Figure(
            f"{title}p{part}, ours and bare", " / ".join(f"{one:.1f}" for one in both), "ms"
        )


TITLES = {
    "home": "/me",
    "question": "One question (GET)",
    "brief": "The brief, noting who reads",
    "answer": "One answer (POST)",
}


def _pages(scene: Scene, ours: Server) -> dict[str, list[Visitor]]:
    cookies = [scene.cookie(name) for name in crowd()]
    coach = scene.cookie("Karin")
    people_ = [scene.somebody[name] for name in crowd()]
    refs = [one.ref for one in people_ if isinstance(one, Participant)]
    return {
        "home": [Visitor(cookie, "/me") for cookie in cookies],
        "question": [Visitor(cookie, ASKED) for cookie in cookies],
        "brief": [Visitor(coach, f"/coach/{ref}/brief") for ref in refs],
    }


def _serving_bare(scene: Scene, sizes: dict[str, int]):
    url = f"sqlite:///{scene.folder / 'bare.sqlite'}"
    bare.fill(url)
    environment = {
        "SECRET_KEY": scene.secret,
        "BARE_DATABASE": url,
        "BARE_SIZES": json.dumps(sizes),
    }
    return serving("tests.bench.bare:create_app", environment)


def _bare_visitors(scene: Scene, page: str, codes: tuple[str, ...] = ()) -> list[Visitor]:
    app = Flask("bare")
    app.config["SECRET_KEY"] = scene.secret
    cookie = people.signed(app, {"person": bare.PERSON})
    return [Visitor(cookie, f"/{page}", "token", codes) for _ in crowd()]


def _pair(ours: list[float], other: list[float], form: str) -> str:
    return f"{median(ours):{form}} / {median(other):{form}}"


def _percentile(times: list[float], part: int) -> float:
    return quantiles(times, n=100, method="inclusive")[part - 1]
