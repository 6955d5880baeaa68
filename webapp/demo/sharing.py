"""What people in a story share with other organisations, take back, and who there has read it."""

from collections.abc import Callable, Mapping

from webapp.demo import staff
from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.domain.agreement.rules import Wording
from webapp.domain.people.staff import account
from webapp.domain.sharing import service
from webapp.domain.sharing.rules import Item, Offer
from webapp.domain.sharing.shared import open_shared


def _consent(scene: Scene, event: Event) -> None:
    """Shares ``kinds`` with ``organisation`` until ``due``; ``as`` names it for later events.

    ``single`` names single things instead, by their kinds.
    """
    said = event.what
    single = ((kind, name) for kind, names in said.get("single", {}).items() for name in names)
    offer = Offer(
        organisation=said["organisation"],
        items=(
            *(Item(kind) for kind in said.get("kinds", ())),
            *(Item(kind, scene.lines[name].ref) for kind, name in single),
        ),
        purpose=said.get("purpose", "own"),
        text=said.get("text", ""),
        lang=scene.lang(event),
        until=said["due"],
    )
    receipt = service.give(
        scene.session, actor=scene.person, offer=offer, key=scene.key(), now=event.at
    )
    scene.lines[said["as"]] = Told(receipt.object_ref, Wording("", ""))


def _take_back(scene: Scene, event: Event) -> None:
    ref = scene.lines[event.what["line"]].ref
    service.withdraw(scene.session, actor=scene.person, ref=ref, key=scene.key(), now=event.at)


def _partner_reads(scene: Scene, event: Event) -> None:
    """A partner opens what is shared, which leaves a line in the log."""
    partner = account(scene.session, email=staff.member(event.what["who"]).email)
    open_shared(scene.session, staff_id=partner.id, ref=scene.ref, what="shared", now=event.at)


VERBS: Mapping[str, Callable[[Scene, Event], None]] = {
    "consent": _consent,
    "take_back": _take_back,
    "partner_reads": _partner_reads,
}
