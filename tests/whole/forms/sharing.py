"""The forms about consent to share with other organisations."""

from tests.support.sharing import TO_FIND
from tests.whole.forms.case import CAME, DESK, Case, Reads

SHARING, DESK_SHARING, TEAM = "/me/sharing", f"{DESK}/sharing", "/team"

CASES = (
    Case(
        "participant.share",
        (Reads("hodan", CAME, "What may they read?"),),
        never=(Reads("hodan", SHARING, "Trädet ideell förening"),),
        fill={"organisation": "Trädet ideell förening"},
        on=("hodan", f"{SHARING}/new"),
    ),
    Case(
        "participant.take_back away",
        (
            Reads("hodan", CAME, "Undo: share it again"),
            Reads("amina", DESK_SHARING, "Taken back on Monday 23 November"),
            Reads("eva", TEAM, "Nobody shares anything with you now"),
        ),
        never=(Reads("eva", TEAM, "Hodan"),),
    ),
    Case(
        "participant.take_back back",
        (Reads("hodan", SHARING, TO_FIND), Reads("eva", f"{TEAM}/{{hodan}}", TO_FIND)),
        on=("hodan", f"{SHARING}?undo={{taken_back}}"),
    ),
)
