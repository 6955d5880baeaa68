"""An acknowledged write is there after the process has been killed."""

import json
import signal
import subprocess
import sys

from tests.support.people import Participant
from tests.support.record import own_goals
from tests.support.store import Store
from webapp.domain.audit import service as audit
from webapp.domain.database import make_engine
from webapp.settings import ROOT

WRITER = """
import json, sys
from dataclasses import replace
from tests.support.people import Participant
from tests.support.record import set_goal
from tests.support.store import Store
from webapp.domain.audit.service import receipts
from webapp.domain.database import make_engine

url, person = sys.argv[1], Participant(**json.loads(sys.argv[2]))
store = Store(make_engine(url))
for number in range(1000):
    set_goal(store, replace(person, id=person.id), f"Goal {number}")
    newest = store.ask(receipts, participant_id=person.id, most=1)[0]
    print(newest.code, flush=True)
    if number == 4:
        sys.stdin.read()
"""


def test_what_was_acknowledged_survives_a_killed_process(store, database_url, hodan):
    acknowledged = _write_until_killed(database_url, hodan)

    again = Store(make_engine(database_url))
    receipts = [each.code for each in again.ask(audit.receipts, participant_id=hodan.id)]
    assert len(acknowledged) == 5
    assert set(acknowledged) <= set(receipts)
    assert len(own_goals(again, hodan)) == len(receipts)
    again.engine.dispose()


def _write_until_killed(url: str, person: Participant) -> list[str]:
    """The receipts that a process printed before it was killed with no time to tidy up."""
    command = [sys.executable, "-c", WRITER, url, json.dumps(vars(person))]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        printed = [process.stdout.readline().strip() for _ in range(5)]
        process.send_signal(signal.SIGKILL)
    return [code for code in printed if code]
