"""Do the parts of an item, and the items of an instrument, fit together?"""

from collections import Counter

from webapp.domain.instruments.definitions import Instrument, InvalidInstrument, Item


def check_item(item: Item, where: str) -> None:
    """Raise InvalidInstrument when kind, scale, direction and positive set do not agree."""
    options = item.scale.options if item.scale else ()
    steps = {option.value for option in options if option.value is not None}
    scored = item.kind == "scale"
    if item.direction == -1:
        raise InvalidInstrument(f"{where}: direction is reversed; word the item positively instead")
    if (item.kind in ("text", "number")) != (item.scale is None):
        raise InvalidInstrument(
            f"{where}: a text or a number has no scale, everything else has one"
        )
    if (item.kind == "number") != (item.most is not None):
        raise InvalidInstrument(f"{where}: a number has a highest value (most), nothing else has")
    if item.from_log and item.kind != "number":
        raise InvalidInstrument(f"{where}: only a number can be counted from a log")
    if scored != bool(steps):
        raise InvalidInstrument(
            f"{where}: kind scale needs numbered answers, and choice named ones"
        )
    if item.kind != "number" and item.direction != int(scored):
        raise InvalidInstrument(f"{where}: direction is 1 for a scale, and 0 for all else")
    if scored != bool(item.positive) or not item.positive <= steps:
        raise InvalidInstrument(f"{where}: positive must hold steps of the scale, for a scale only")


def check_instrument(instrument: Instrument, source: str) -> None:
    """Raise InvalidInstrument when file name, item ids, who answers or mirrors do not agree."""
    if source != f"{instrument.name}.toml":
        raise InvalidInstrument(f"{source}: holds {instrument.name}, which is another file's name")
    for item_id, count in Counter(item.id for item in instrument.items).items():
        if count > 1:
            raise InvalidInstrument(f"{source}, {item_id}: the item id stands {count} times")
        if not item_id.startswith(f"{instrument.id}-"):
            raise InvalidInstrument(f"{source}, {item_id}: must begin with {instrument.id}-")
    if set(instrument.who) != {who for item in instrument.items for who in item.who}:
        raise InvalidInstrument(f"{source}: who must name those who answer items, and nobody else")
    for item in instrument.items:
        _check_mirror(item, instrument, f"{source}, {item.id}")
    _check_naming(instrument, source)
    if instrument.rhythm.review_every and "review" not in instrument.forms:
        raise InvalidInstrument(f"{source}: review_every needs a form called review")


def _check_naming(instrument: Instrument, source: str) -> None:
    if not instrument.anonymous:
        return
    if instrument.unnamed:
        raise InvalidInstrument(f"{source}: anonymous leaves no choice, so unnamed must be false")
    for item in instrument.items:
        if item.show.coach != "never":
            raise InvalidInstrument(f"{source}, {item.id}: anonymous, yet shown to the coach")


def _check_mirror(item: Item, instrument: Instrument, where: str) -> None:
    if item.mirror is None:
        return
    other = next((other for other in instrument.items if other.id == item.mirror), None)
    if other is None:
        raise InvalidInstrument(f"{where}: the mirror {item.mirror} is missing")
    if other.mirror != item.id:
        raise InvalidInstrument(f"{where}: the mirror {other.id} does not point back")
    if other.scale != item.scale or set(other.who) & set(item.who):
        raise InvalidInstrument(f"{where}: a mirror has the same scale, and somebody else answers")
