"""What people in a story ask about who has opened their page."""

from collections.abc import Callable, Mapping

from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.domain.agreement.rules import Wording
from webapp.domain.audit.log import log
from webapp.domain.profile import service
from webapp.domain.profile.rules import Words


def _ask_about(scene: Scene, event: Event) -> None:
    """Asks about the newest line of the log; ``as`` names the question for the reply."""
    (newest,) = log(scene.session, participant_id=scene.person.id, most=1)
    words = Words(event.what["text"], scene.lang(event))
    receipt = service.write(
        scene.session,
        actor=scene.person,
        kind="question",
        words=words,
        shared=True,
        about_log=newest.number,
        key=scene.key(),
        now=event.at,
    )
    wording = Wording(words.text, words.lang)
    scene.lines[event.what["as"]] = Told(receipt.object_ref, wording)


ASKING: Mapping[str, Callable[[Scene, Event], None]] = {"ask_about": _ask_about}
