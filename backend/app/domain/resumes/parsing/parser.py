"""The whole of a resume's text, section by section."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.domain.jobs.parsing.language import language_of
from app.domain.resumes.parsing.abilities import is_skill_list, read_skills
from app.domain.resumes.parsing.certificates import read_certificates
from app.domain.resumes.parsing.contact import email_in, links_in, phone_in
from app.domain.resumes.parsing.dates import periods_in
from app.domain.resumes.parsing.experience import entries_of, read_experiences
from app.domain.resumes.parsing.heading_words import Part
from app.domain.resumes.parsing.heads import head_of
from app.domain.resumes.parsing.person import headline_in, location_in, name_in
from app.domain.resumes.parsing.pieces import Piece, cleaned, joined
from app.domain.resumes.parsing.schooling import is_degree, read_education
from app.domain.resumes.parsing.sections import Section, sections_of
from app.domain.resumes.parsing.telling import told_in
from app.domain.resumes.parsing.tongues import read_languages
from app.domain.resumes.parsing.unread import unread
from app.domain.resumes.parsing.wrapping import unwrapped
from app.domain.resumes.resume import GUESSED, ReadProject, ReadResume, Text
from app.domain.shared.stretches import Stretches

_PROSE = 80
"""Characters from which a line of the head is a sentence about the person."""
_CONTACT_LINE = 200


def parse_resume(text: str) -> ReadResume:
    """Deterministic: the same text gives the same reading. Nothing of the text is lost."""
    sections = sections_of(text)
    head, rest = sections[0], sections[1:]
    flat = cleaned(text)
    by_part = _by_part(rest)
    shown = [*head.lines, *by_part.get(Part.CONTACT, ())]
    email = email_in(flat)
    near = [line for line in shown if not next(periods_in(line.text), None)]
    places = Stretches([*((line.start, line.end) for line in near), *_line_of(flat, email)])
    name = name_in(shown, [line for s in rest for line in s.lines], email)
    headline = headline_in(head.lines, name) or headline_in(_below(name, rest), name)
    headline = headline or headline_in(_unbulleted(rest), None)
    called = Stretches((t.start, t.end) for t in (name, headline) if t)
    career = _experience_lines(head, by_part, called)
    skilled = [p for p in by_part.get(Part.SKILLS, ()) if not called.touch(p.start, p.end)]
    if not rest:
        skilled = [line for line in career if is_skill_list(line)]
        career = tuple(line for line in career if line not in skilled)
    studied = by_part.get(Part.EDUCATION) or tuple(line for line in (*head.lines, *career) if is_degree(line))
    experiences, loose = read_experiences(tuple(line for line in career if line not in studied))
    resume = ReadResume(
        language=language_of(text),
        name=name,
        headline=headline,
        email=email,
        phone=phone_in(flat, places),
        location=location_in(shown, called),
        links=tuple(links_in(flat, places)),
        summary=_summary(head, by_part, loose, experiences=bool(experiences)),
        experiences=experiences,
        education=read_education(dict.fromkeys(studied)),
        skills=tuple(read_skills(unwrapped(skilled))),
        languages=tuple(read_languages(unwrapped(by_part.get(Part.LANGUAGES, ())))),
        certificates=tuple(read_certificates(unwrapped(by_part.get(Part.CERTIFICATES, ())))),
        projects=tuple(_projects(by_part.get(Part.PROJECTS, ()))),
        awards=told_in(list(by_part.get(Part.AWARDS, ())))[1],
    )
    return replace(resume, others=tuple(unread(resume, sections)))


def _line_of(flat: str, email: Text | None) -> Iterator[tuple[int, int]]:
    """Whoever gives an address gives what else there is beside it, wherever on the page that is."""
    if email:
        start, end = flat.rfind("\n", 0, email.start) + 1, flat.find("\n", email.end)
        if end - start <= _CONTACT_LINE:
            yield start, end if end >= 0 else len(flat)


def _below(name: Text | None, sections: Iterable[Section]) -> list[Piece]:
    """The line under a name that stands below a column, wherever that column ended."""
    lines = (line for s in sections for line in s.lines)
    return [next((line for line in lines if line.start >= name.end), None) or Piece("", 0)] if name else []


def _unbulleted(sections: Iterable[Section]) -> list[Piece]:
    """Where else a title may stand alone, when the head has none."""
    beside = (Part.EDUCATION, Part.CONTACT)
    return [
        line
        for s in sections
        if s.part in beside
        for line in s.lines
        if not line.bullet and line.text[0].isupper()
    ]


def _by_part(sections: Iterable[Section]) -> dict[Part, tuple[Piece, ...]]:
    found: dict[Part, list[Piece]] = {}
    for section in sections:
        if section.part:
            first = (replace(line, after_gap=True) for line in section.lines[:1])
            found.setdefault(section.part, []).extend((*first, *section.lines[1:]))
    return {part: tuple(lines) for part, lines in found.items()}


def _experience_lines(
    head: Section, by_part: dict[Part, tuple[Piece, ...]], called: Stretches
) -> tuple[Piece, ...]:
    """A text without headings is read as one career, which begins below what the person is called."""
    if lines := by_part.get(Part.EXPERIENCE):
        return lines
    dated = {line for line in head.lines if next(periods_in(line.text), None)}
    if not dated:
        return ()
    return tuple(
        line
        for line in head.lines
        if line in dated or len(line.text) > _PROSE or not called.touch(line.start, line.end)
    )


def _summary(
    head: Section, by_part: dict[Part, tuple[Piece, ...]], loose: Sequence[Piece], *, experiences: bool
) -> Text | None:
    if own := by_part.get(Part.SUMMARY):
        return joined(own)
    long = [line for line in head.lines if len(line.text) >= _PROSE and "@" not in line.text]
    if by_part.get(Part.EXPERIENCE) or not experiences:
        return joined(long, GUESSED)
    return joined(loose, GUESSED)


def _projects(lines: tuple[Piece, ...]) -> Iterator[ReadProject]:
    entries, left = entries_of(lines)
    if not entries and left:
        yield from (ReadProject(name=line.read(GUESSED)) for line in left if len(line.text) <= 200)
    for entry in entries:
        head = head_of(entry.heads)
        name = head.company or head.title
        if name is None and entry.body:
            name, entry.body = entry.body[0].read(GUESSED), entry.body[1:]
        if name:
            description, bullets = told_in(entry.body)
            period = entry.period
            yield ReadProject(
                name=name,
                start=period.begin if period else None,
                end=period.end if period else None,
                bullets=(description, *bullets) if description else bullets,
            )
