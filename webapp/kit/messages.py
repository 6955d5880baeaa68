"""From the code to the translators: collect every text to translate and update the catalogues.

`python -m webapp.kit.messages` rewrites the .pot and .po files. The same code always gives the
same files: no dates, no line numbers, no fuzzy guesses.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from babel import Locale
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import write_po

from webapp.domain.instruments.wording import every_wording
from webapp.kit.catalogues import DOMAINS, FOLDER, PACKAGE, entries, languages, path_of, read

METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
# A template that cannot be read must stop us: silence would lose its messages.
OPTIONS = {"templates/**.html": {"encoding": "utf-8", "silent": "false", "trimmed": "true"}}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "_l": None,
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "lazy_pgettext": ((1, "c"), 2),
}
COMMENT_TAG = "Translators:"
# Babel's own rule for Arabic numbers the last two forms the other way round than gettext's
# manual and every translation tool do.
PLURALS = {
    "ar": (
        6,
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
    )
}


def templates() -> dict[str, Catalog]:
    """What there is to translate now, by domain."""
    return {"messages": from_code(PACKAGE), "instruments": from_wording(every_wording())}


def from_code(package: Path) -> Catalog:
    """The texts of the Python files and templates in a folder, in the order of the files."""
    catalogue = Catalog()
    found = extract_from_dir(
        package, METHODS, OPTIONS, KEYWORDS, (COMMENT_TAG,), strip_comment_tags=True
    )
    for _path, _line, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def from_wording(wording: Iterable[tuple[str, str]]) -> Catalog:
    """The texts of the surveys: pairs of a text and a comment for the translator."""
    catalogue = Catalog()
    for text, comment in wording:
        catalogue.add(text, auto_comments=[comment] if comment else [])
    return catalogue


def updated(old: Catalog, template: Catalog) -> Catalog:
    """A catalogue with exactly the template's messages, keeping the translations it has."""
    old.update(template, no_fuzzy_matching=True)
    old.obsolete.clear()
    return old


def header(code: str | None, domain: str) -> str:
    """The header entry of a .po (or, without a language, of a .pot)."""
    lines = ["Project-Id-Version: min-vag", "Content-Type: text/plain; charset=utf-8"]
    lines += ["Content-Transfer-Encoding: 8bit", "MIME-Version: 1.0"]
    if code:
        number, rule = PLURALS.get(code) or get_plural(Locale.parse(code))[:2]
        lines += [f"Language: {code}", f"Plural-Forms: nplurals={number}; plural={rule};"]
    quoted = "\n".join(f'"{line}\\n"' for line in lines)
    return f'# {domain}\nmsgid ""\nmsgstr ""\n{quoted}\n\n'


def write(catalogue: Catalog, path: Path, code: str | None, domain: str) -> None:
    """Write a .po or .pot file; a file that would not change is left alone."""
    body = io.BytesIO()
    for message in entries(catalogue):
        if domain != "messages":
            message.flags.discard("python-format")
    write_po(body, catalogue, width=100, no_location=True, omit_header=True)
    text = header(code, domain) + body.getvalue().decode().strip() + "\n"
    if not path.exists() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def update_all(folder: Path = FOLDER) -> None:
    """Bring every .pot and .po file up to date with the code."""
    for domain, template in templates().items():
        write(template, folder / f"{domain}.pot", None, domain)
        for language in languages(folder):
            if domain not in language.written_in:
                path = path_of(folder, language.code, domain)
                if not path.exists():  # the header says how many plural forms there are
                    write(Catalog(), path, language.code, domain)
                write(updated(read(path), template), path, language.code, domain)


if __name__ == "__main__":
    update_all()
    print(f"Updated {' and '.join(DOMAINS)} in {len(languages())} languages.")
