"""PDF files whose pages are pictures, as a scanner makes them."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_A4 = (595, 842)
_DENSITY = 3
RESUME = (
    "Marta Lindqvist",
    "marta.lindqvist@example.org",
    "EXPERIENCE",
    "Registered Nurse",
    "Bay Hospital, Leeds",
    "2015 - 2020",
    "Cared for twelve patients a shift",
    "SKILLS",
    "Triage, Wound care",
)


def a_scan(*pages: Sequence[str]) -> bytes:
    """Each page a picture of its lines."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=_A4)
    for lines in pages or (RESUME,):
        canvas.drawImage(ImageReader(_drawn(lines)), 0, 0, *_A4)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _drawn(lines: Sequence[str]) -> Image.Image:
    page = Image.new("L", (_A4[0] * _DENSITY, _A4[1] * _DENSITY), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(size=36)
    for n, line in enumerate(lines):
        draw.text((180, 180 + 66 * n), line, fill=0, font=font)
    return page
