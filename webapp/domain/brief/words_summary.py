"""What the brief says about own words: which have no Swedish, and which are not meant so."""

from dataclasses import dataclass

from webapp.domain.brief.before import Since
from webapp.domain.brief.rules import Brief
from webapp.domain.goals.rules import words_of
from webapp.domain.meaning.rules import MeaningView, needs_meaning
from webapp.domain.profile.path_summary import PathSummary


@dataclass(frozen=True)
class Disputed:
    """Words that do not mean yet what stands beside them."""

    text: str
    lang: str
    meaning: MeaningView


@dataclass(frozen=True)
class WordsSummary:
    """How many texts of the brief nobody has told the Swedish of, and what is disputed."""

    missing: int
    disputed: tuple[Disputed, ...]


def words_summary(brief: Brief, path: PathSummary, since: Since) -> WordsSummary:
    """From what the page shows: the participant's own words that are not in Swedish."""
    texts = [*words_of(brief.goals), *((each.text, each.lang) for each in brief.wishes)]
    if brief.last_wish:
        texts.append((brief.last_wish.text, brief.last_wish.lang))
    texts += [(each.text, each.lang) for each in since.talk.steps]
    texts += [(each.reason, each.lang) for each in since.talk.disputed]
    drives = [each for each in path.drives[:1] if not each.words.part]
    texts += [(each.words.text, each.words.lang) for each in drives]
    known = {each: since.meanings.of(*each) for each in texts if needs_meaning(*each)}
    told = [(each, found) for each, found in known.items() if found is not None]
    return WordsSummary(
        missing=len(known) - len(told),
        disputed=tuple(Disputed(*each, found) for each, found in told if found.disputed),
    )
