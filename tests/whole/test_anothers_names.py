"""Every form is sent again by somebody else, with the names of another person's things in it.

An address and a hidden field can be changed by whoever sends them. Whatever is sent, nothing of the
other person is changed, and nothing new hangs on what is theirs.
"""

from typing import Any

from sqlalchemy import Table, select

from tests.support.form import Fields
from tests.support.walker import fill_in
from tests.whole.forms_expected import CASES
from tests.whole.test_forms import _form, _wishes, found, stage  # noqa: F401 - fixtures
from webapp.domain.tables import METADATA

Row = dict[str, Any]
Everything = dict[str, dict[Any, Row]]
NOT_THINGS = {"sign_in", "failed_try", "kept_form"}


def everything(world) -> Everything:
    """Every row of every table, by its key."""
    with world.store.writing() as session:
        return {
            table.name: {
                tuple(row._mapping[each.name] for each in table.primary_key): dict(row._mapping)
                for row in session.execute(select(table))
            }
            for table in METADATA.sorted_tables
            if table.name not in NOT_THINGS
        }


def owners(table: Table, row: Row, stored: Everything) -> set[int]:
    """The participants whose thing it is: its own, or those of what it points to."""
    whose: set[int] = set()
    if table.name == "participant":
        return {row["id"]}
    for key in table.foreign_keys:
        value, other = row[key.parent.name], key.column.table
        if value is not None and other.name not in ("staff", "organisation", "project"):
            whose |= owners(other, stored[other.name][(value,)], stored)
    return whose


def touched(before: Everything, after: Everything) -> dict[str, set[int]]:
    """Whose things are new, changed or gone, by table."""
    by_table: dict[str, set[int]] = {}
    for table in METADATA.sorted_tables:
        old, new = before.get(table.name, {}), after.get(table.name, {})
        for key in old.keys() | new.keys():
            if old.get(key) != new.get(key):
                for rows, stored in ((old, before), (new, after)):
                    whose = owners(table, rows[key], stored) if key in rows else set()
                    by_table.setdefault(table.name, set()).update(whose)
    return by_table


def forms(stage, reachable, found, door: str):  # noqa: F811
    """Every form behind this door, filled in: its case, its action and its fields."""
    for case in CASES:
        if case.form.startswith(f"{door}."):
            _, form, button = _form(stage, reachable, found, case)
            fill_in(form, _wishes(stage, case))
            pressed = form._button(button)
            action = str(pressed.get("formaction") or "") if pressed is not None else ""
            yield case, form.page.resolve(action) if action else form.action, form.fields(button)


def sent_by(browser, action: str, fields: Fields) -> Any:
    """The answer when this browser sends the fields, with a token of its own."""
    token = browser.page.all("[name=csrf_token]")[0]["value"]
    own = [("csrf_token", token), *(each for each in fields if each[0] != "csrf_token")]
    return browser.post(action, own, follow=False)


def test_a_participant_changes_nothing_of_another(world, stage, reachable, found):  # noqa: F811
    everyones = list(forms(stage, reachable, found, "participant"))
    thief, before = stage.browser("yusuf"), everything(world)
    for _, action, fields in everyones:
        thief.get("/me")
        sent_by(thief, action, fields)
    whose = touched(before, everything(world))
    assert set().union(*whose.values()) == {world.yusuf.id}, whose
    assert len(everyones) > 50


def test_a_coach_reaches_nothing_of_one_person_by_the_record_of_another(
    world, stage, reachable, found  # noqa: F811
):  # fmt: skip
    sent = list(forms(stage, reachable, found, "coach"))
    desk, before = stage.browser("amina"), everything(world)
    for _, action, fields in sent:
        if world.hodan.ref in action:
            desk.get("/coach")
            sent_by(desk, action.replace(world.hodan.ref, world.yusuf.ref), fields)
    whose = touched(before, everything(world))
    assert set().union(*whose.values()) == {world.yusuf.id}, whose


def test_a_coach_of_others_changes_nothing_at_all(world, stage, reachable, found):  # noqa: F811
    sent = list(forms(stage, reachable, found, "coach"))
    stranger, before = stage.browser("per"), everything(world)
    for case, action, fields in sent:
        if world.hodan.ref in action:
            stranger.get("/coach")
            assert sent_by(stranger, action, fields).status == 404, case.form
    assert everything(world) == before
