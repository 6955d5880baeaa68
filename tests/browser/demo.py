"""The people of the demo, in a browser."""


def signed_in(visitor, person: dict):
    """The visitor, signed in as this person of the demo."""
    visitor.open(person["url"])
    for name, value in person["fields"].items():
        visitor.page.locator(f"[name={name}]").fill(value)
    visitor.page.locator("main form .btn").first.click()
    visitor.page.wait_for_load_state()
    return visitor
