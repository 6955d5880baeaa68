"""What own words mean in Swedish, beside them on the page, whatever the page is about.

A door says whose page it is. The meanings are asked for once, when the page shows words in another
language, so that a page without such words costs nothing; a page that has them already shows those.
A template looks a meaning up by the words that it shows, so it cannot show one of other words.
"""

from dataclasses import dataclass

from flask import Flask, g

from webapp.domain.meaning.reading import meanings
from webapp.domain.meaning.rules import Meanings, MeaningView, needs_meaning
from webapp.kit.database import reading


@dataclass
class Beside:
    """Whose words stand on this page. ``address`` is where meanings are told or answered.

    ``telling`` is true where the reader can tell what is missing, ``short`` where there is little
    room.
    """

    participant_id: int
    address: str
    telling: bool
    short: bool = False
    known: Meanings | None = None

    def of(self, text: str, lang: str) -> MeaningView | None:
        """What these words mean, or None."""
        if self.known is None:
            self.known = meanings(reading(), participant_id=self.participant_id)
        return self.known.of(text, lang)


def init_app(app: Flask) -> None:
    """Gives templates ``meaning_of``, ``lacks_meaning`` and ``meanings_here``."""
    app.jinja_env.globals.update(
        meaning_of=meaning_of, lacks_meaning=lacks_meaning, meanings_here=meanings_here
    )


def offer(*, participant_id: int, address: str, telling: bool = False) -> None:
    """This page may show words of this participant. Call it only for a record that was opened."""
    g.meanings = Beside(participant_id, address, telling)


def show(known: Meanings, *, short: bool = False) -> None:
    """The page has read the meanings already."""
    here = meanings_here()
    if here is not None:
        here.known, here.short = known, short


def meanings_here() -> Beside | None:
    """Whose words stand on this page, or None."""
    found: Beside | None = g.get("meanings")
    return found


def meaning_of(text: str, lang: str | None) -> MeaningView | None:
    """What the words mean in Swedish, or None when nobody has told it or it is Swedish."""
    here = meanings_here()
    if here is None or not lang or not needs_meaning(text, lang):
        return None
    return here.of(text, lang)


def lacks_meaning(text: str, lang: str | None) -> bool:
    """Whether the reader of this page could tell what the words mean, and nobody has."""
    here = meanings_here()
    if here is None or not here.telling or not lang or not needs_meaning(text, lang):
        return False
    return here.of(text, lang) is None
