import pytest
from sqlalchemy import select

from tests.cli.conftest import SECRET
from webapp.demo import staff as demo_staff
from webapp.domain.errors import Invalid
from webapp.domain.people import (
    invitations,
    leaving,
    passwords,
    signed_in,
    signing_in,
    staff,
)
from webapp.domain.people.model import Participant
from webapp.domain.people.service import contact
from webapp.domain.projects.reading import changes
from webapp.domain.surveys.rhythm import SWEDEN
from webapp.kit.clock import now

PASSWORD = "hav vind och sol"
EMAIL = "nora@kommun.example"
PER = demo_staff.member("Per").email
AMINA = demo_staff.member("Amina").email
ADD = (
    "staff", "add", EMAIL, "--name", "Nora Ek", "--role", "coach",
    "--organisation", "Södertörns kommun", "--kind", "municipality", "--phone", "",
)  # fmt: skip


def typed(*lines):
    return "".join(f"{line}\n" for line in lines)


def test_add_asks_for_the_password_without_showing_it(migrated, run, session):
    result = run(*ADD, input=typed(PASSWORD, PASSWORD))

    assert result.exit_code == 0, result.output
    assert PASSWORD not in result.output
    found = signing_in.staff_by_email(session, email=EMAIL.upper())
    assert found.name == "Nora Ek"
    assert passwords.matches(found.hashed, PASSWORD)


def test_add_asks_again_after_a_weak_password(migrated, run):
    result = run(*ADD, input=typed("short", "short", PASSWORD, PASSWORD))

    assert result.exit_code == 0, result.output
    assert "at least 12 characters" in result.output


def test_add_refuses_a_taken_address(loaded, run):
    result = run(*ADD[:2], AMINA, *ADD[3:], input=typed(PASSWORD, PASSWORD))

    assert result.exit_code == 1
    assert "already" in result.output


def test_a_new_password_ends_every_sign_in(loaded, run, session_of):
    with session_of() as session:
        amina = staff.account(session, email=AMINA)
        token = signing_in.begin(session, now=now(), staff_id=amina.id)

    result = run("staff", "password", AMINA, input=typed(PASSWORD, PASSWORD))

    assert result.exit_code == 0, result.output
    with session_of() as session:
        found = signing_in.staff_by_email(session, email=AMINA)
        assert passwords.matches(found.hashed, PASSWORD)
        assert signed_in.whose(session, token=token, now=now()) is None


def test_a_password_for_nobody_is_refused(loaded, run):
    result = run("staff", "password", EMAIL, input=typed(PASSWORD, PASSWORD))

    assert result.exit_code == 1
    assert "Nobody" in result.output


def test_leaving_hands_the_people_over(loaded, run, session_of):
    result = run("staff", "leave", AMINA, "--people-to", PER)

    assert result.exit_code == 0, result.output
    assert f"3 participants are now with {PER}" in result.output
    with session_of() as session:
        assert signing_in.staff_by_email(session, email=AMINA).id is None
        coach = contact(session, participant_id=1)
        assert coach
        assert coach.name == "Per Lindqvist"


def test_leaving_without_a_successor_leaves_people_without_a_coach(loaded, run, session_of):
    result = run("staff", "leave", AMINA)

    assert "3 participants have no coach now" in result.output
    with session_of() as session:
        assert contact(session, participant_id=1) is None
    assert run("staff", "leave", AMINA).exit_code == 1


@pytest.mark.parametrize("successor", ["eva@af.example", AMINA])
def test_only_another_coach_can_take_over(loaded, session, successor):
    with pytest.raises(Invalid):
        leaving.leave(session, email=AMINA, successor=successor, now=now())


def test_invite_prints_a_card_that_works(loaded, run, session_of):
    result = run("invite", PER, "Noor", "ar")

    assert result.exit_code == 0, result.output
    said = dict(line.split(maxsplit=1) for line in result.output.splitlines())
    with session_of() as session:
        found = invitations.by_code(session, code=said["Code"], secret=SECRET.encode(), now=now())
        assert (found.name, found.language, found.state) == ("Noor", "ar", "ready")
        assert said["Link"] == f"/i/{found.token}"
    assert said["Until"] > now().astimezone(SWEDEN).strftime("%Y-%m-%d")


@pytest.mark.parametrize(
    ("coach", "language", "words"),
    [
        ("nobody@x.example", "sv", "Nobody"),
        ("eva@af.example", "sv", "not a coach"),
        (PER, "xx", "not one of"),
    ],
)
def test_invite_refuses(loaded, run, coach, language, words):
    result = run("invite", coach, "Noor", language)

    assert result.exit_code != 0
    assert words in result.output


@pytest.mark.parametrize("how", [(), ("--protected",)])
def test_invite_refuses_a_personal_identity_number_as_a_name(loaded, run, how):
    result = run("invite", PER, "Ali 19850101-1234", "sv", *how)

    assert result.exit_code == 1
    assert "personal identity number" in result.output
    assert "Code" not in result.output


def project_of(session, email):
    return staff.project_of(session, staff.account(session, email=email).id)


def test_a_project_is_named_once_and_made_when_it_is_new(migrated, run, session):
    password = ("--password", PASSWORD)
    lea = (
        "staff", "add", "lea@kommun.example", "--name", "Lea Ek", "--role", "project_leader",
        "--organisation", "Förbundet", "--kind", "coordination_association", "--phone", "",
    )  # fmt: skip
    run(*ADD, *password, "--project", "Framåt")
    run(*lea, *password, "--project", " Framåt ")

    assert project_of(session, EMAIL) == project_of(session, "lea@kommun.example") is not None


def test_without_a_project_staff_belong_to_none(migrated, run, session):
    run(*ADD, "--password", PASSWORD)

    assert project_of(session, EMAIL) is None


def test_the_demo_is_one_project_with_a_history(loaded, session):
    projects = {each.known_as: project_of(session, each.email) for each in demo_staff.STAFF}
    assert projects["Amina"] == projects["Per"] == projects["Karin"] is not None
    assert projects["Eva"] is None
    people = set(session.scalars(select(Participant.project_id)))
    assert people == {projects["Karin"]}

    made = changes(session, project_id=projects["Karin"], instrument_id="STOD")
    assert [one.setting.is_on for one in made] == [True, False]
