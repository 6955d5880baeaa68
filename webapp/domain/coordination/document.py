"""The whole coordinated plan as the document that is frozen on a day: what both could read then.

Source: the fields of SIP, as in ``rules.py``. A text keeps the name of its line, and of the goal it
is about, so that what is taken back later is no longer read by staff.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from webapp.domain.activities.rules import ActivityView
from webapp.domain.coordination import known as of_known
from webapp.domain.coordination.around import Drive
from webapp.domain.coordination.known import Known
from webapp.domain.coordination.rules import TextView
from webapp.domain.coordination.whole import owner
from webapp.domain.goals.rules import GoalView
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.plan.document import Entry, PlanDocument, Section, goal_sections
from webapp.domain.sharing.rules import ConsentView, Item


def texts_document(goals: tuple[GoalView, ...], texts: Iterable[TextView]) -> PlanDocument:
    """The goals and texts alone: enough to say whether something else is planned now."""
    found = goal_sections(goals)
    there = {section.line for section in found}
    ours = (_text(each, there) for each in texts)
    return PlanDocument((*found, *(each for each in ours if each)))


def whole_document(found: Known) -> PlanDocument:
    """Everything in the plan, from what both sides may read."""
    texts = texts_document(found.goals, found.texts).sections
    return PlanDocument(tuple([*_head(found), *texts, *_activities(found), *_around(found)]))


def _text(text: TextView, goals: set[str | None]) -> Section | None:
    """A text with its line. None for one about a goal that is no longer in the plan."""
    goal = text.subject if text.part in ("description", "measure") else None
    if goal is not None and goal not in goals:
        return None
    facts = (("part", text.part), ("author", text.author), ("about", text.subject or ""))
    return Section("text", text.ref, (Entry("text", text.line),), facts, goal=goal)


def _section(kind: str, *, entry: str | None = None, **facts: str | date | None) -> Section:
    said = {
        name: value.isoformat() if isinstance(value, date) else value or ""
        for name, value in facts.items()
    }
    return Section(kind, None, facts=tuple(said.items()), entry=entry)


def _head(found: Known) -> Iterator[Section]:
    """Who is responsible, the coaches until now, breaks in the support, and what drives me."""
    known = found.around.facts
    chosen = owner(known)
    if chosen:
        yield _section("owner", name=chosen.name, organisation=chosen.organisation)
    for coach in known.coaches:
        until = day_in_sweden(coach.until) if coach.until else None
        yield _section("coach", name=coach.name, first=day_in_sweden(coach.since), last=until)
    for gap in of_known.path(found).breaks:
        yield _section("gap", of=gap.kind, first=gap.first, last=gap.last)
    for drive in known.drives:
        yield _drive(drive)


def _drive(one: Drive) -> Section:
    return _section("drive", entry=one.ref, picture=one.picture, text=one.text, lang=one.lang)


def _activities(found: Known) -> Iterator[Section]:
    """What goes on, what comes, and what is over: who, where and when."""
    for stored in found.around.activities:
        one = of_known.activity_for(stored, found.person)
        yield _section(
            "activity",
            ref=one.ref,
            lane=one.lane,
            title=one.title,
            lang=one.lang,
            organisation=one.organisation,
            contact_name=one.contact_name,
            contact_phone=one.contact_phone,
            first=one.started_on,
            last=one.ended_on,
            state=_state(one, found.day),
        )


def _state(one: ActivityView, day: date) -> str:
    if one.runs(day):
        return "now"
    return "coming" if one.started_on > day else "over"


def _around(found: Known) -> Iterator[Section]:
    """Contacts, consents that hold, and days of follow-up."""
    for contact in found.around.facts.contacts:
        one = of_known.contact_for(contact, found.person)
        said = {"organisation": one.organisation, "name": one.name, "role": one.role}
        yield _section("contact", reach=one.reach, **said)
    for consent in found.around.consents:
        yield from _consent(consent, found.goals)
    for stored in found.around.facts.follow_ups:
        each = of_known.follow_up_for(stored, found.person)
        state = "held" if each.day <= found.day else "coming"
        yield _section("follow_up", ref=each.ref, day=each.day, caller=each.caller, state=state)


def _consent(one: ConsentView, goals: tuple[GoalView, ...]) -> Iterator[Section]:
    """A consent, and each shared goal that it names as a section of its own, with its line.

    Of other kinds it is only said that single things of them are shared: those have no lines.
    """
    partly = [kind for kind in one.partly if kind != "goals"]
    # Only when there is something to say: what is frozen already has no such fact.
    some = {"partly": ",".join(partly)} if partly else {}
    yield _section(
        "consent",
        ref=one.ref,
        organisation=one.organisation,
        kinds=",".join(one.kinds),
        purpose=one.purpose,
        text=one.text,
        lang=one.lang,
        given=day_in_sweden(one.given_at),
        until=one.until,
        **some,
    )
    for goal in goals:
        if goal.shared and Item("goals", goal.line.ref) in one.single:
            named = (Entry("goal", goal.line),)
            yield Section("consent_goal", goal.line.ref, named, (("consent", one.ref),))
