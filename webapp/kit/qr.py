"""Squares for a phone's camera."""

from markupsafe import Markup


def picture(address: str) -> Markup:
    """The address as a QR code: inline SVG, black on white whatever the page looks like."""
    import segno  # large, and most workers never draw one

    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(border=2, omitsize=True, light="#fff"))  # noqa: S704
