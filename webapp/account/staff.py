"""Staff sign in with e-mail address and password."""

from flask import Response

from webapp.account import tries
from webapp.account.blueprint import blueprint
from webapp.account.forms import StaffForm
from webapp.domain.people import signing_in
from webapp.kit import signed_in
from webapp.kit.database import reading
from webapp.kit.doors import way_in
from webapp.kit.pages import go, page
from webapp.kit.signed_in import who


@blueprint.get("/staff/sign-in")
def staff() -> Response:
    """The sign-in page for staff."""
    return page("account/staff.html", form=StaffForm())


@blueprint.post("/staff/sign-in")
def staff_in() -> Response:
    """Checks the password and goes to the page that was asked for."""
    form = StaffForm()
    if form.validate_on_submit():
        with form.refusing():
            email = form.email.data or ""
            found = signing_in.staff_by_email(reading(), email=email)
            name = f"staff:{email.strip().casefold()}"
            limits = tries.by_address("staff") | tries.by_person(name)
            person = tries.check(
                found, buckets=limits, field="password", secret=form.password.data or ""
            )
            signed_in.begin(staff_id=person, own=False)
            return go(way_in())
    return page("account/staff.html", 422, form=form)


@blueprint.get("/staff")
def other_staff() -> Response:
    """Staff whose own door is not open yet: it says so, and the way out."""
    person = who()
    if person is None or person.kind != "staff":
        return go("/staff/sign-in")
    return page("account/other_staff.html")
