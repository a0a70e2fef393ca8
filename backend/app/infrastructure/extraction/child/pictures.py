"""A page without text as the picture that it is, for somebody who recognises letters: grey, in PGM."""

import pypdfium2

from app.infrastructure.extraction.child.answers import Refusal, Refused
from app.infrastructure.extraction.child.pdf import open_pdf

MOST_PIXELS = 9_000_000
"""A page of A4 at 300 dots an inch."""
_DENSITY = 300 / 72
_POINTS = 72.0
"""A page smaller than an inch is none."""


def picture_of(data: bytes, number: int) -> bytes:
    """Of the page with that number, from 0; nothing where there is none. Raises Refused."""
    pdf = open_pdf(data)
    if number >= len(pdf):
        return b""
    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        raise Refused(Refusal.BROKEN) from None
    width, height = (max(side, _POINTS) for side in page.get_size())
    scale = min(_DENSITY, (MOST_PIXELS / (width * height)) ** 0.5 * 0.99)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    rows = bytes(bitmap.buffer)
    step, wide, high = bitmap.stride, bitmap.width, bitmap.height
    packed = b"".join(rows[n * step : n * step + wide] for n in range(high))
    return b"P5\n%d %d\n255\n" % (wide, high) + packed
