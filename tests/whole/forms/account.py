"""The forms of the common door."""

from tests.whole.forms.case import (
    CAME,
    Case,
    Reads,
)


def language(code: str, shown: str) -> Case:
    """A page in a language, chosen on that page."""
    return Case(f"account.language {code}", (Reads("", CAME, shown),))


CASES = (
    language("sv", '<html lang="sv" dir="ltr">'),
    language("sv@easy", '<html lang="sv" dir="ltr">'),
    language("en", '<html lang="en" dir="ltr">'),
    language("ar", '<html lang="ar" dir="rtl">'),
    Case("account.code", (Reads("", CAME, "Sign in"),), fill={"code": "{hodan.code}"}),
    Case("account.code", (Reads("", CAME, "Choose your language"),), fill={"code": "{sam.code}"}),
    Case(
        "account.check_in",
        (Reads("", CAME, "Hi Hodan!"), Reads("", "/me/goals", "I want to work in a kitchen")),
        fill={"code": "{hodan.code}", "pin": "{hodan.pin}"},
    ),
    Case(
        "account.check_in",
        (Reads("phone", CAME, "Hi Hodan!"),),
        fill={"pin": "{hodan.pin}"},
        on=("phone, signed out", "/enter"),
    ),
    Case(
        "account.forget",
        (Reads("", "/enter", "The code on your card"),),
        on=("phone, signed out", "/enter"),
    ),
    Case(
        "account.staff_in", (Reads("", CAME, "My people"),), fill={"password": "{amina.password}"}
    ),
    Case(
        "account.use",
        (Reads("", CAME, "Hi Sam!"), Reads("amina", "/coach/{sam}", "The card has been used.")),
        fill={"pin": "2580"},
        on=("", "/i/{sam.token}?lang=en"),
    ),
    Case("account.sign_out", (Reads("", CAME, '<p class="flash success"'),)),
)
