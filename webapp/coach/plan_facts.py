"""Who is responsible for the plan, contacts and follow-ups."""

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.coach.coordination_forms import ContactForm, OwnerForm
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.coordination import around, facts
from webapp.domain.people.staff import possible_owners
from webapp.kit.clock import now
from webapp.kit.pages import page, saved, saved_there, taken_away
from webapp.kit.signed_in import me


def _whole(ref: str) -> str:
    return f"/coach/{ref}/plan/whole"


@blueprint.get("/<ref>/plan/owner")
def ask_owner(ref: str) -> Response:
    """Who can be responsible for the whole plan."""
    return _owner_page(ref, OwnerForm())


@blueprint.post("/<ref>/plan/owner")
def set_owner(ref: str) -> Response:
    """Stores who is. The rules know who can be."""
    form = OwnerForm()
    if form.is_submitted():
        with form.refusing():
            return saved(_set_owner(ref, form), _whole(ref))
    return _owner_page(ref, form, 422)


def _set_owner(ref: str, form: OwnerForm) -> Receipt:
    with opened(ref, "plan_facts") as (db, record):
        return facts.set_owner(
            db,
            actor=me().actor,
            record=record,
            staff_ref=form.owner.data or "",
            key=form.once,
            now=now(),
        )


def _owner_page(ref: str, form: OwnerForm, status: int = 200) -> Response:
    with opened(ref, "whole") as (db, record):
        form.offer(possible_owners(db, staff_id=me().id, protected=record.protected))
    return page("coach/plan_owner.html", status, here="person", record=record, form=form)


@blueprint.get("/<ref>/plan/contacts/new")
def new_contact(ref: str) -> Response:
    """Somebody to ask at an organisation."""
    return _contact_page(ref, None, ContactForm())


@blueprint.post("/<ref>/plan/contacts/new")
def add_contact(ref: str) -> Response:
    """Stores it."""
    return _store_contact(ref, None)


@blueprint.get("/<ref>/plan/contacts/<contact>")
def edit_contact(ref: str, contact: str) -> Response:
    """The facts about a contact, to be corrected or taken away."""
    return _contact_page(ref, contact, ContactForm())


@blueprint.post("/<ref>/plan/contacts/<contact>")
def correct_contact(ref: str, contact: str) -> Response:
    """Stores the corrected facts."""
    return _store_contact(ref, contact)


def _store_contact(ref: str, contact: str | None) -> Response:
    form = ContactForm()
    if form.validate():
        with form.refusing():
            return saved_there(_written(ref, contact, form), _whole(ref))
    return _contact_page(ref, contact, form, 422)


def _written(ref: str, contact: str | None, form: ContactForm) -> Receipt:
    with opened(ref, "plan_facts") as (db, record):
        actor, said, key, at = me().actor, form.said(), form.once, now()
        if contact is None:
            return facts.add_contact(db, actor=actor, record=record, said=said, key=key, now=at)
        return facts.correct_contact(
            db, actor=actor, record=record, ref=contact, said=said, key=key, now=at
        )


def _contact_page(ref: str, contact: str | None, form: ContactForm, status: int = 200) -> Response:
    with opened(ref, "whole") as (db, record):
        found = around.contact(db, record, contact) if contact else None
    if found and form.organisation.raw_data is None:
        form.process(obj=found)
    return page(
        "coach/plan_contact.html",
        status,
        here="person",
        record=record,
        contact=found,
        form=form,
        action=request.path,
        tap=TapForm(formdata=None),
    )


@blueprint.post("/<ref>/plan/contacts/<contact>/remove")
def remove_contact(ref: str, contact: str) -> Response:
    """Takes it away, or puts it back. The next page offers to put it back."""
    return remove(ref, "contact", contact)


def remove(ref: str, kind: str, name: str) -> Response:
    """Takes a contact or a follow-up away, or puts it back."""
    back = request.form.get("value") == "back"
    with opened(ref, "plan_facts") as (db, record):
        facts.remove(
            db,
            actor=me().actor,
            record=record,
            kind=kind,
            ref=name,
            removed=not back,
            key=TapForm().once,
            now=now(),
        )
    return taken_away(_whole(ref), f"{kind}={name}", back=back)
