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


@dataclass(frozen=True)
class Told:
    """What stands beside some words: what they mean, or where the reader can tell it.

    ``found`` is None where nobody has told it; ``short`` where there is little room.
    """

    found: MeaningView | None
    short: bool
    address: str


def init_app(app: Flask) -> None:
    """Gives templates ``beside``."""
    app.jinja_env.globals["beside"] = beside


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


def beside(text: str, lang: str | None) -> Told | None:
    """What stands beside these words: nothing for Swedish, or where the reader need not know."""
    if not lang or not needs_meaning(text, lang):
        return None
    here = meanings_here()
    if here is None:
        return None
    found = here.of(text, lang)
    if found is None and (here.short or not here.telling):
        return None
    return Told(found, here.short, here.address)
