"""What the form of a page carries: which version of a text stood there."""

from sqlalchemy import select

from tests.support.store import Store
from webapp.domain.agreement.model import Line, Version
from webapp.domain.agreement.rules import Wording, version_name
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.profile.wordings import wording_name


def as_seen(store: Store, ref: str, number: int = 1) -> str:
    """A page with this version of a line or a question, the first unless the test says.

    Empty when there is no such version.
    """
    of_line = select(Version).join(Line, Line.id == Version.line_id)
    of_entry = select(ProfileEntry).where(ProfileEntry.ref == ref, ProfileEntry.number == number)
    with store.writing() as session:
        found = session.scalar(of_line.where(Line.ref == ref, Version.number == number))
        if found is not None:
            names = ("text", "lang", "card", "doer", "doer_name", "due_on")
            return version_name(Wording(*(getattr(found, name) for name in names)), found.at)
        entry = session.scalar(of_entry)
        return wording_name(entry) if entry is not None else ""
