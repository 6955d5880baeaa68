"""From one catalogue file, already read as TOML, to an Instrument. What is doubtful is refused."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from webapp.domain.instruments.checks import check_instrument, check_item
from webapp.domain.instruments.definitions import (
    Form,
    Instrument,
    Item,
    Kind,
    Option,
    Per,
    Rhythm,
    Scale,
    Show,
    Who,
    Wording,
)
from webapp.domain.instruments.scales import Scales
from webapp.domain.instruments.table import Table

Word = TypeVar("Word", bound=str)

WHO: tuple[Who, ...] = get_args(Who)
FORMS: tuple[Form, ...] = get_args(Form)
KINDS: tuple[Kind, ...] = get_args(Kind)
PERS: tuple[Per, ...] = get_args(Per)


def instrument_from(data: dict[str, Any], *, source: str, scales: Scales) -> Instrument:
    """The instrument in ``data``, read from the file ``source``. Raises InvalidInstrument."""
    table = Table(data, source)
    forms = _words(table, "forms", FORMS)
    items = tuple(_item(row, source, scales, forms) for row in table.tables("items"))
    instrument = _instrument(table, forms, items, content_hash(data, scales.data))
    table.end()
    check_instrument(instrument, source)
    return instrument


def content_hash(data: Mapping[str, Any], scales_data: Mapping[str, Any]) -> str:
    """SHA-256, in hex, of what an instrument means: its data and the answers its items use.

    Comments, spaces and the order of keys in the file do not count; everything else does.
    """
    used = {row.get("scale") for row in data["items"]} | {"outside"}
    meaning = {
        "instrument": data,
        "scales": {name: rows for name, rows in scales_data.items() if name in used},
    }
    canonical = json.dumps(
        meaning, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _instrument(
    table: Table, forms: tuple[Form, ...], items: tuple[Item, ...], digest: str
) -> Instrument:
    return Instrument(
        id=table.text("id"),
        version=table.text("version"),
        who=_words(table, "who", WHO),
        forms=forms,
        minutes=table.number("minutes", least=1),
        publish_min_n=table.number("publish_min_n", least=10),
        retention_months=table.number("retention_months", least=1),
        unnamed=table.take("unnamed", bool),
        title=table.wording("title"),
        purpose=table.wording("purpose"),
        intro=table.wording("intro"),
        scoring=table.wording("scoring"),
        rhythm=_rhythm(table.table("rhythm")),
        items=items,
        content_hash=digest,
        anonymous=_flag(table, "anonymous"),
    )


def _words(table: Table, key: str, known: tuple[Word, ...]) -> tuple[Word, ...]:
    """A list of words that all belong to ``known``, in the order of the file."""
    asked = table.listed(key, str)
    if not asked or not set(asked) <= set(known):
        raise table.wrong(f"{key} must be some of {', '.join(known)}, not {list(asked)}")
    return tuple(word for name in asked for word in known if word == name)


def _word(table: Table, key: str, known: tuple[Word, ...]) -> Word:
    name = table.text(key)
    for word in known:
        if word == name:
            return word
    raise table.wrong(f"{key} must be one of {', '.join(known)}, not {name}")


def _rhythm(table: Table) -> Rhythm:
    def months(key: str, least: int) -> int | None:
        return table.number(key, least=least) if table.has(key) else None

    rhythm = Rhythm(
        first_month=months("first_month", 0),
        every_months=months("every_months", 1),
        at_exit=table.take("at_exit", bool),
        after_meeting=table.take("after_meeting", bool),
        open_days=table.number("open_days", least=1),
        text=table.wording("text"),
        per=_word(table, "per", PERS) if table.has("per") else "person",
        optional=_flag(table, "optional"),
        review_every=months("review_every", 2),
    )
    table.end()
    return rhythm


def _flag(table: Table, key: str) -> bool:
    """A yes that is only written when it is one."""
    return table.take(key, bool) if table.has(key) else False


def _item(row: dict[str, Any], source: str, scales: Scales, forms: tuple[Form, ...]) -> Item:
    table = Table(row, f"{source}, {row.get('id', 'item without id')}")
    item = Item(
        id=table.text("id"),
        construct=table.text("construct"),
        kind=_word(table, "kind", KINDS),
        who=_words(table, "who", WHO),
        scale=_scale(table, scales),
        direction=table.take("direction", int),
        positive=frozenset(table.listed("positive", int)) if table.has("positive") else frozenset(),
        outside=_outside(table, scales),
        mirror=table.text("mirror") if table.has("mirror") else None,
        show=_show(table.table("show")),
        reports=table.listed("reports", str),
        area=table.wording("area"),
        wording=table.here(),
        help=_help(table),
        forms=_words(table, "forms", forms) if table.has("forms") else forms,
        most=table.number("most", least=1) if table.has("most") else None,
        from_log=_flag(table, "from_log"),
    )
    table.end()
    check_item(item, table.where)
    return item


def _scale(table: Table, scales: Scales) -> Scale | None:
    if not table.has("scale"):
        return None
    name = table.text("scale")
    if name not in scales.by_id:
        raise table.wrong(f"unknown scale {name}")
    return scales.by_id[name]


def _outside(table: Table, scales: Scales) -> tuple[Option, ...]:
    codes = table.listed("allow", str)
    unknown = [code for code in codes if code not in scales.outside]
    if unknown:
        raise table.wrong(f"allow must be some of dk, skip, not {unknown}")
    return tuple(scales.outside[code] for code in codes)


def _show(table: Table) -> Show:
    show = Show(
        coach=_word(table, "coach", ("named", "never")),
        project=_word(table, "project", ("group", "never")),
    )
    table.end()
    return show


def _help(table: Table) -> Wording | None:
    return table.wording("help") if table.has("help") else None
