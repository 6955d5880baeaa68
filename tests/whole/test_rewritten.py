"""How often somebody rewrote a text before they shared it stands on no page of staff."""

from tests.support.record import add_step, own_goal, set_goal
from tests.whole.test_sealed import looks  # noqa: F401 - a fixture
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service

TEXT = "A room of my own"


def share(world, ref, *, shared):
    world.store.do(service.share_goal, actor=world.hodan.actor, ref=ref, shared=shared)


def rewrite(world, ref, text):
    line = own_goal(world.store, world.hodan, ref).line
    world.store.do(
        service.edit_line, actor=world.hodan.actor, participant_id=world.hodan.id, ref=ref,
        seen=line.seen, wording=Wording(text, world.hodan.language),
    )  # fmt: skip


def test_a_text_that_is_shared_looks_as_if_it_had_been_written_at_once(
    world, quickly, looks  # noqa: F811
):  # fmt: skip
    """All of it at the same moment, so that nothing but the number of drafts is another."""
    world.store.at = world.store.now
    ref = set_goal(world.store, world.hodan, TEXT, shared=False)
    add_step(world.store, world.hodan, ref, "I ask the landlord")
    staff = (world.amina, world.per, world.karin, world.eva)
    desk, more = quickly(world.amina), [f"goals/{ref}", f"{ref}/history", f"{ref}/steps/new"]

    def read():
        pages = [desk.get(f"/coach/{world.hodan.ref}/plan/{each}") for each in more]
        assert TEXT in pages[0].main
        forms = [form for page in pages for form in page.all("input[name=seen]")]
        return [form["value"] for form in forms], [looks(person) for person in staff]

    share(world, ref, shared=True)
    at_once = read()
    share(world, ref, shared=False)
    for text in ("I leave", "I stay", "I leave all the same", TEXT):
        rewrite(world, ref, text)
    share(world, ref, shared=True)
    assert read() == at_once
