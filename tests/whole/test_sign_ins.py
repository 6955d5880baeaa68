"""Staff never see whether, when or how often a participant signs in."""

from datetime import timedelta

from tests.support.apps import enter, let_in
from tests.support.browser import Browser
from tests.support.record import end_sign_ins
from tests.whole.test_sealed import looks  # noqa: F401 - a fixture


def test_no_page_of_staff_changes_when_a_participant_signs_in(
    app, world, clock, looks  # noqa: F811
):  # fmt: skip
    staff = (world.amina, world.per, world.karin, world.eva)
    before = [looks(person) for person in staff]

    for number in range(4):
        phone = Browser(app)
        enter(phone, world.hodan, phone="own" if number % 2 else "shared")
        phone.get("/me/plan")
        if number == 2:
            phone.form("/sign-out").send()
        clock.shift(timedelta(seconds=20))
    wrong = Browser(app)
    wrong.get("/enter")
    wrong.form("code").fill(code=world.hodan.code, pin="0000").send()
    let_in(Browser(app), world.store, world.yusuf).get("/me")
    assert [looks(person) for person in staff] == before

    end_sign_ins(world.store, world.hodan)
    assert [looks(person) for person in staff] == before
