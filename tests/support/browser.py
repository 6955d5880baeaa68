"""A browser without JavaScript: it follows links and sends forms, and lints every page it opens."""

from urllib.parse import urlencode, urlsplit

from flask import Flask
from flask.testing import FlaskClient

from tests.support.form import Fields, PageForm
from tests.support.lint import lint
from tests.support.page import Page, words

HOST = "http://localhost"
MOST_REDIRECTS = 5


class Browser:
    """One person's browser: its cookies and the page that is open. There is no way round the lint.

    ``browser.get("/me")`` opens a page, ``browser.form("/me/goals").fill(text="…").send()`` sends
    a form of it, and ``browser.page`` is what stands there now.
    """

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client: FlaskClient = app.test_client()
        self.language = "en"  # what the browser asks for; a person's own choice comes before it
        self._page: Page | None = None
        self.trail: list[str] = []

    @property
    def page(self) -> Page:
        """The page that is open. Fails before there is one."""
        assert self._page is not None, "no page has been opened yet"
        return self._page

    def get(
        self, address: str, *, status: int | None = 200, follow: bool = True, **headers: str
    ) -> Page:
        """Opens an address and follows redirects. Fails when the last status is another."""
        return self._open("GET", self._whole(address), status, follow=follow, headers=headers)

    def htmx(self, address: str, *, status: int = 200) -> Page:
        """Asks as htmx does, which gives a fragment. Redirects are not followed."""
        headers = {"HX-Request": "true"}
        return self._open("GET", self._whole(address), status, follow=False, headers=headers)

    def post(
        self, address: str, fields: Fields, *, status: int | None = None, htmx: bool = False,
        follow: bool = True, referrer: str = "",
    ) -> Page:  # fmt: skip
        """Sends fields that need not stand in any form, as from the open page, or ``referrer``."""
        before = self._page.address if self._page else self._whole(address)
        headers = {"Referer": referrer or before}
        headers |= {"HX-Request": "true"} if htmx else {}
        whole = self._whole(address)
        return self._open("POST", whole, status, follow=follow, headers=headers, fields=fields)

    def follow(self, link: str) -> Page:
        """Follows the first link with this text, or whose address ends so."""
        for address, text in self.page.links().items():
            if link == text or urlsplit(address).path.endswith(link):
                return self.get(address)
        raise AssertionError(f"no link {link!r} on {self.page}: {self.page.links()}")

    def forms(self) -> list[PageForm]:
        """Every form of the open page."""
        return [PageForm(self, self.page, tag) for tag in self.page.all("form")]

    def form(self, which: str | None = None) -> PageForm:
        """The form with this id, name, action, field or button; without one, the only one in main.

        Fails unless exactly one fits.
        """
        main = set(map(id, self.page.all("main form")))
        found = [
            form
            for form in self.forms()
            if (id(form.tag) in main if which is None else _fits(form, which))
        ]
        assert len(found) == 1, f"{len(found)} forms {which!r} on {self.page}: {self.forms()}"
        return found[0]

    def submit(
        self, form: PageForm, action: str, fields: Fields, *, htmx: bool, follow: bool = True
    ) -> Page:
        """Sends a form: called by the form itself."""
        if form.method == "post":
            return self.post(action, fields, htmx=htmx, follow=follow and not htmx)
        assert form.method == "get", form
        return self.get(f"{action.split('?')[0]}?{_encoded(fields)}")

    def _open(
        self, method: str, address: str, status: int | None, *, follow: bool,
        headers: dict[str, str], fields: Fields | None = None,
    ) -> Page:  # fmt: skip
        for _ in range(MOST_REDIRECTS):
            self.trail.append(f"{method} {address.removeprefix(HOST)}")
            page = self._once(method, address, headers, fields)
            if not (follow and page.status in (301, 302, 303, 307, 308)):
                break
            address = page.resolve(page.headers["Location"])
            assert address.startswith(HOST + "/"), f"redirect to another place: {address}"
            method, fields = "GET", None
        else:
            raise AssertionError(f"too many redirects: {self.trail[-MOST_REDIRECTS:]}")
        if status is not None:
            assert page.status == status, f"{page}, expected {status}: {page.text[:500]}"
        return page

    def _once(
        self, method: str, address: str, headers: dict[str, str], fields: Fields | None
    ) -> Page:
        data = None if fields is None else _encoded(fields)
        headers = {"Accept-Language": self.language, **headers}
        response = self.client.open(
            address.removeprefix(HOST), method=method, base_url=HOST, headers=headers, data=data,
            content_type="application/x-www-form-urlencoded" if fields is not None else None,
        )  # fmt: skip
        page = Page(response, address)
        lint(page, self.app)
        if "HX-Request" not in headers:
            self._page = page
        return page

    def _whole(self, address: str) -> str:
        if address.startswith("?"):
            return self.page.resolve(address)
        return address if address.startswith("http") else HOST + address


def _fits(form: PageForm, which: str) -> bool:
    own = (form.tag.get("id"), form.tag.get("name"), form.tag.get("action"))
    named = {str(each["name"]) for each in form.controls}
    path = urlsplit(form.action).path
    return which in own or which == path or which in named or which in map(words, form.buttons)


def _encoded(fields: Fields) -> str:
    """The body of the request. A browser sends line breaks in texts as CR and LF."""
    return urlencode(
        [(name, value.replace("\r\n", "\n").replace("\n", "\r\n")) for name, value in fields]
    )
