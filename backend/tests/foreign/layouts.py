"""The same career as a PDF in the layouts that people use, and as a Word file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import docx
from reportlab.lib.colors import Color, black, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.foreign.careers import Career, Job, School

_HEADINGS: Mapping[str, tuple[str, str, str, str, str]] = {
    "en": ("Summary", "Work Experience", "Education", "Skills", "Contact"),
    "de": ("Profil", "Berufserfahrung", "Ausbildung", "Kenntnisse", "Kontakt"),
    "fr": ("Profil", "Expérience professionnelle", "Formation", "Compétences", "Contact"),
    "es": ("Perfil", "Experiencia laboral", "Formación", "Competencias", "Contacto"),
}
_NOW = {"en": "Present", "de": "heute", "fr": "aujourd'hui", "es": "actualidad"}
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_LEFT, _RIGHT, _TOP, _FOOT = 56.0, 539.0, 790.0, 60.0


def dates(career: Career, job: Job, *, numbers: bool = False) -> str:
    def said(moment: tuple[int, int] | None) -> str:
        if moment is None:
            return _NOW[career.language]
        year, month = moment
        return f"{month:02}/{year}" if numbers else f"{_MONTHS[career.language].split()[month - 1]} {year}"

    return f"{said(job.start)} \u2013 {said(job.end)}"


@dataclass(slots=True)
class Sheet:
    """A page that is written on from the top."""

    canvas: Canvas
    left: float = _LEFT
    right: float = _RIGHT
    y: float = _TOP
    pages: bool = True

    def write(
        self, text: str, size: float = 10, *, bold: bool = False, align: str = "left", gap: float = 0
    ) -> None:
        self.y -= gap
        for line in _wrapped(text, size, self.right - self.left, bold=bold):
            self._room(size)
            self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
            if align == "centre":
                self.canvas.drawCentredString((self.left + self.right) / 2, self.y, line)
            else:
                self.canvas.drawString(self.left, self.y, line)
            self.y -= size * 1.3

    def row(self, left: str, right: str, size: float = 10, *, bold: bool = False, gap: float = 0) -> None:
        self.y -= gap
        self._room(size)
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawRightString(self.right, self.y, right)
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(self.left, self.y, left)
        self.y -= size * 1.3

    def bullets(self, lines: tuple[str, ...]) -> None:
        for line in lines:
            for n, part in enumerate(_wrapped(line, 10, self.right - self.left - 12, bold=False)):
                self._room(10)
                self.canvas.setFont("Helvetica", 10)
                if n == 0:
                    self.canvas.drawString(self.left, self.y, "\u2022")
                self.canvas.drawString(self.left + 12, self.y, part)
                self.y -= 13

    def _room(self, size: float) -> None:
        if self.pages and self.y < _FOOT + size:
            self.canvas.showPage()
            self.y = _TOP


def _wrapped(text: str, size: float, width: float, *, bold: bool) -> Iterator[str]:
    font, line = "Helvetica-Bold" if bold else "Helvetica", ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, font, size) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _pdf(draw: Callable[[Canvas, Career], None], career: Career) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    draw(canvas, career)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _head(sheet: Sheet, career: Career, *, align: str = "left", mark: str = " | ") -> None:
    sheet.write(career.name, 20, bold=True, align=align)
    sheet.write(career.headline, 12, align=align)
    sheet.write(mark.join((career.email, career.phone, career.place)), 9, align=align)
    sheet.write(career.link, 9, align=align)


def _school(sheet: Sheet, each: School) -> None:
    sheet.row(each.degree, f"{each.start} \u2013 {each.end}", bold=True)
    sheet.write(each.school)


def _one_column(canvas: Canvas, career: Career, *, shout: bool = False, centre: bool = False) -> None:
    sheet, titles = Sheet(canvas), _HEADINGS[career.language]
    titles = tuple(t.upper() for t in titles) if shout else titles  # type: ignore[assignment]
    _head(sheet, career, align="centre" if centre else "left", mark=" \u2022 " if centre else " | ")
    sheet.write(titles[0], 13, bold=True, gap=10)
    sheet.write(career.summary)
    sheet.write(titles[1], 13, bold=True, gap=10)
    for job in career.jobs:
        sheet.row(job.title, dates(career, job), bold=True, gap=6)
        sheet.row(job.company, job.place)
        sheet.bullets(job.bullets)
    sheet.write(titles[2], 13, bold=True, gap=10)
    for each in career.schools:
        _school(sheet, each)
    sheet.write(titles[3], 13, bold=True, gap=10)
    sheet.write(", ".join(career.skills))


def _shouted(canvas: Canvas, career: Career) -> None:
    _one_column(canvas, career, shout=True)


def _centred(canvas: Canvas, career: Career) -> None:
    _one_column(canvas, career, centre=True)


def _company_first(canvas: Canvas, career: Career) -> None:
    """Company and place, then title, then the dates on a line of their own."""
    sheet, titles = Sheet(canvas), _HEADINGS[career.language]
    _head(sheet, career)
    sheet.write(titles[1], 13, bold=True, gap=10)
    for job in career.jobs:
        sheet.write(f"{job.company}, {job.place}", bold=True, gap=8)
        sheet.write(job.title)
        sheet.write(dates(career, job, numbers=True))
        sheet.bullets(job.bullets)
    sheet.write(titles[2], 13, bold=True, gap=10)
    for each in career.schools:
        sheet.write(each.school, bold=True)
        sheet.write(each.degree)
        sheet.write(f"{each.start} - {each.end}")
    sheet.write(titles[3], 13, bold=True, gap=10)
    sheet.bullets(career.skills)


def _one_line(canvas: Canvas, career: Career) -> None:
    """All of an entry's head on one line, and the rest as prose."""
    sheet, titles = Sheet(canvas), _HEADINGS[career.language]
    _head(sheet, career)
    sheet.write(titles[1], 13, bold=True, gap=10)
    for job in career.jobs:
        sheet.write(f"{job.title}, {job.company}, {job.place} ({dates(career, job)})", bold=True, gap=8)
        sheet.write(" ".join(job.bullets))
    sheet.write(titles[2], 13, bold=True, gap=10)
    for each in career.schools:
        sheet.write(f"{each.degree}, {each.school}, {each.start}-{each.end}")
    sheet.write(titles[3], 13, bold=True, gap=10)
    sheet.write(" \u00b7 ".join(career.skills))


def _dates_beside(canvas: Canvas, career: Career) -> None:
    """As it is usual on the continent: dates at the left, what was done at the right."""
    sheet, titles = Sheet(canvas), _HEADINGS[career.language]
    _head(sheet, career)
    beside = Sheet(canvas, left=190, y=sheet.y)
    for title, entries in ((titles[1], _beside_jobs(career)), (titles[2], _beside_schools(career))):
        sheet.y = beside.y
        sheet.write(title, 13, bold=True, gap=10)
        beside.y = sheet.y
        for label, lines, bullets in entries:
            beside.y -= 6
            canvas.setFont("Helvetica", 10)
            canvas.drawString(_LEFT, beside.y, label)
            for n, line in enumerate(lines):
                beside.write(line, bold=n == 0)
            beside.bullets(bullets)
    sheet.y = beside.y
    sheet.write(titles[3], 13, bold=True, gap=10)
    sheet.write(", ".join(career.skills))


_Entry = tuple[str, tuple[str, ...], tuple[str, ...]]


def _beside_jobs(career: Career) -> Iterator[_Entry]:
    for job in career.jobs:
        yield dates(career, job, numbers=True), (job.title, f"{job.company}, {job.place}"), job.bullets


def _beside_schools(career: Career) -> Iterator[_Entry]:
    for each in career.schools:
        yield f"{each.start} \u2013 {each.end}", (each.degree, each.school), ()


def _aside(canvas: Canvas, career: Career, *, right: bool) -> None:
    """Contact and skills in a narrow column on a dark ground, the career in a wide one."""
    titles = _HEADINGS[career.language]
    edge = 400.0 if right else 0.0
    canvas.setFillColor(Color(0.13, 0.2, 0.33))
    canvas.rect(edge, 0, 195, 842, fill=1, stroke=0)
    canvas.setFillColor(white)
    narrow = Sheet(canvas, left=edge + 18, right=edge + 185, pages=False)
    narrow.write(titles[4], 12, bold=True)
    for line in (career.phone, career.email, career.place, career.link):
        narrow.write(line, 9)
    narrow.write(titles[3], 12, bold=True, gap=14)
    for skill in career.skills:
        narrow.write(skill, 9)
    canvas.setFillColor(black)
    wide = Sheet(canvas, left=40 if right else 215, right=385 if right else 565)
    wide.write(career.name, 20, bold=True)
    wide.write(career.headline, 12)
    wide.write(titles[0], 13, bold=True, gap=10)
    wide.write(career.summary)
    wide.write(titles[1], 13, bold=True, gap=10)
    for job in career.jobs:
        wide.write(job.title, bold=True, gap=6)
        wide.write(f"{job.company} | {job.place}")
        wide.write(dates(career, job))
        wide.bullets(job.bullets)
    wide.write(titles[2], 13, bold=True, gap=10)
    for each in career.schools:
        wide.write(each.degree, bold=True)
        wide.write(f"{each.school} | {each.start} \u2013 {each.end}")


def _aside_left(canvas: Canvas, career: Career) -> None:
    _aside(canvas, career, right=False)


def _aside_right(canvas: Canvas, career: Career) -> None:
    _aside(canvas, career, right=True)


def _many_pages(canvas: Canvas, career: Career) -> None:
    """With a running head and a page number, and entries far apart."""
    for job in career.jobs:
        sheet, titles = Sheet(canvas), _HEADINGS[career.language]
        canvas.setFont("Helvetica", 8)
        canvas.drawString(_LEFT, 815, f"{career.name} \u2013 {career.headline}")
        canvas.drawRightString(_RIGHT, 30, f"{canvas.getPageNumber()} / {len(career.jobs)}")
        if job is career.jobs[0]:
            _head(sheet, career)
            sheet.write(titles[2], 13, bold=True, gap=10)
            for each in career.schools:
                _school(sheet, each)
            sheet.write(titles[3], 13, bold=True, gap=10)
            sheet.write(", ".join(career.skills))
            sheet.write(titles[1], 13, bold=True, gap=10)
        sheet.row(f"{job.title}, {job.company}", dates(career, job), bold=True, gap=6)
        sheet.write(job.place)
        sheet.bullets(job.bullets)
        if job is not career.jobs[-1]:
            canvas.showPage()


def _no_headings(canvas: Canvas, career: Career) -> None:
    sheet = Sheet(canvas)
    _head(sheet, career)
    sheet.write(career.summary, gap=10)
    for job in career.jobs:
        sheet.row(job.title, dates(career, job), bold=True, gap=8)
        sheet.write(job.company)
        sheet.bullets(job.bullets)
    for each in career.schools:
        sheet.write(f"{each.degree}, {each.school}, {each.end}", gap=8)


def _word(career: Career) -> bytes:
    document, titles = docx.Document(), _HEADINGS[career.language]
    document.add_heading(career.name, 0)
    document.add_paragraph(career.headline)
    document.add_paragraph(" | ".join((career.email, career.phone, career.place, career.link)))
    document.add_heading(titles[1], 1)
    for job in career.jobs:
        document.add_paragraph(f"{job.title}\t{dates(career, job)}")
        document.add_paragraph(f"{job.company}, {job.place}")
        for line in job.bullets:
            document.add_paragraph(line, style="List Bullet")
    document.add_heading(titles[2], 1)
    for each in career.schools:
        document.add_paragraph(f"{each.degree}\n{each.school}\n{each.start} \u2013 {each.end}")
    document.add_heading(titles[3], 1)
    document.add_paragraph(", ".join(career.skills))
    return _saved(document)


def _word_table(career: Career) -> bytes:
    """A table without lines: dates in its first column, entries in its second."""
    document, titles = docx.Document(), _HEADINGS[career.language]
    document.sections[0].header.paragraphs[0].text = f"{career.name}\t{career.email}\t{career.phone}"
    document.add_paragraph(career.headline)
    document.add_paragraph(career.place)
    document.add_paragraph(career.link)
    document.add_heading(titles[1], 1)
    table = document.add_table(0, 2)
    for job in career.jobs:
        row = table.add_row().cells
        row[0].text = dates(career, job)
        row[1].text = f"{job.title}\n{job.company}, {job.place}"
        for line in job.bullets:
            row[1].add_paragraph(line, style="List Bullet")
    document.add_heading(titles[2], 1)
    table = document.add_table(0, 2)
    for each in career.schools:
        row = table.add_row().cells
        row[0].text, row[1].text = f"{each.start} \u2013 {each.end}", f"{each.degree}\n{each.school}"
    document.add_heading(titles[3], 1)
    document.add_paragraph(", ".join(career.skills))
    return _saved(document)


def _saved(document: "docx.document.Document") -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


_DRAWN: Mapping[str, Callable[[Canvas, Career], None]] = {
    "one column": _one_column,
    "headings in capitals": _shouted,
    "centred head": _centred,
    "company first": _company_first,
    "head on one line": _one_line,
    "dates beside": _dates_beside,
    "aside at the left": _aside_left,
    "aside at the right": _aside_right,
    "many pages": _many_pages,
    "no headings": _no_headings,
}
_WRITTEN: Mapping[str, Callable[[Career], bytes]] = {"Word": _word, "Word table": _word_table}


def layouts(career: Career) -> Iterator[tuple[str, bytes]]:
    for name, draw in _DRAWN.items():
        yield name, _pdf(draw, career)
    for name, write in _WRITTEN.items():
        yield name, write(career)
