"""Whether the catalogues of translations are complete and say what the code says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from babel.messages import Catalog, Message

from webapp.kit.catalogues import (
    DOMAINS,
    FOLDER,
    done,
    entries,
    first_of,
    languages,
    path_of,
    read,
    wrong_placeholders,
)

EXAMPLES = 3
Key = tuple[str, str | None]


def check_catalogues(
    folder: Path = FOLDER, fresh: Mapping[str, Catalog] | None = None
) -> list[str]:
    """What is wrong with the catalogues in `folder`, one sentence each; empty when all is well.

    `fresh` is what the code says now, by domain (webapp.kit.messages.templates). Without it the
    .pot files are taken to be right. A language that is not offered yet may be incomplete.
    """
    problems = []
    for domain in DOMAINS:
        template = read(folder / f"{domain}.pot")
        if fresh is not None and content(template) != content(fresh[domain]):
            problems.append(f"{domain}.pot does not match the code: run `make messages`")
        for language in languages(folder):
            if domain in language.written_in:
                continue
            catalogue = read(path_of(folder, language.code, domain))
            found = strangers(catalogue, template, domain)
            if language.offered:
                found += gaps(catalogue, template)
            problems += [f"{language.code}/{domain}.po: {problem}" for problem in found]
    return problems


def content(catalogue: Catalog) -> list[tuple[object, object, object]]:
    """What a template says, in its order: ids, contexts and comments for the translator."""
    return [(m.id, m.context, m.auto_comments) for m in entries(catalogue)]


def key_of(message: Message) -> Key:
    """What tells the messages of a catalogue apart."""
    return first_of(message.id), message.context


def gaps(catalogue: Catalog, template: Catalog) -> list[str]:
    """What of the template the catalogue does not translate."""
    own = {key_of(message): message for message in entries(catalogue)}
    wanted = [own.get(key_of(message)) or message for message in entries(template)]
    fuzzy = [message for message in wanted if message.fuzzy]
    missing = [message for message in wanted if not message.fuzzy and not done(message)]
    return counted("marked fuzzy", fuzzy) + counted("not translated", missing)


def strangers(catalogue: Catalog, template: Catalog, domain: str) -> list[str]:
    """What the catalogue holds that it should not: old messages and wrong placeholders.

    The wording of surveys is never formatted, so a percent sign there is only a percent sign.
    """
    known = {key_of(message) for message in entries(template)}
    old = [message for message in entries(catalogue) if key_of(message) not in known]
    problems = counted("no longer in the code", [*old, *catalogue.obsolete.values()])
    if domain == "messages":
        problems += wrong_placeholders(catalogue)
    return problems


def counted(what: str, messages: Iterable[Message]) -> list[str]:
    """One sentence with the number of messages and the first few; nothing for none."""
    ids = [first_of(message.id) for message in messages]
    if not ids:
        return []
    more = ", …" if len(ids) > EXAMPLES else ""
    return [f"{len(ids)} {what}: {', '.join(repr(i) for i in ids[:EXAMPLES])}{more}"]
