"""A plain text document taken apart: which section each line stands in, and what kind of line it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.documents.content import SectionKind
from app.domain.documents.facts.amounts.moments import dated
from app.domain.documents.facts.reading.markup import plain
from app.domain.shared.prose import fold
from app.domain.shared.section_titles import titles_of

_ALSO = {
    SectionKind.SUMMARY: (
        "summary|professional summary|career summary|executive summary|profile|"
        "professional profile|about|about me|objective|career objective|highlights|"
        "career highlights|profil|perfil|resumen|kurzprofil|sammanfattning"
    ),
    SectionKind.EXPERIENCE: (
        "experience|work experience|professional experience|employment|employment history|"
        "work history|career history|relevant experience|additional experience|berufserfahrung|"
        "expérience|expérience professionnelle|expériences|experiencia|experiencia profesional|"
        "experiencia laboral|arbetslivserfarenhet|erfarenhet|selected experience|internships"
    ),
    SectionKind.EDUCATION: (
        "education|academic background|education and training|education & training|ausbildung|"
        "formation|formación|educación|utbildning|academic history|qualifications"
    ),
    SectionKind.PROJECTS: (
        "projects|personal projects|selected projects|key projects|side projects|open source|"
        "projekte|projets|proyectos|projekt"
    ),
    SectionKind.SKILLS: (
        "skills|technical skills|core skills|key skills|core competencies|competencies|"
        "technologies|tools|areas of expertise|expertise|skills & tools|skills and tools|"
        "technical expertise|kenntnisse|kompetenzen|compétences|competencias|habilidades|"
        "kompetenser|technical proficiencies|soft skills"
    ),
    SectionKind.LANGUAGES: "languages|sprachen|langues|idiomas|språk|language skills",
    SectionKind.CERTIFICATIONS: (
        "certifications|certificates|licenses|licences|licenses & certifications|"
        "licenses and certifications|certifications & licenses|credentials|training|zertifikate|"
        "certificaciones|certifikat|professional certifications|courses & certifications"
    ),
    SectionKind.AWARDS: (
        "awards|honors|honours|awards & honors|awards and honors|achievements|auszeichnungen|"
        "distinctions|premios|utmärkelser|key achievements"
    ),
    SectionKind.PUBLICATIONS: (
        "publications|papers|talks|patents|veröffentlichungen|publicaciones|publikationer"
    ),
    SectionKind.VOLUNTEERING: (
        "volunteering|volunteer experience|volunteer work|community|ehrenamt|bénévolat|"
        "voluntariado|ideellt arbete|community involvement"
    ),
    SectionKind.INTERESTS: (
        "interests|hobbies|hobbies & interests|interessen|centres d'intérêt|intereses|intressen"
    ),
    SectionKind.OTHER: (
        "references|additional information|other|contact|contact information|personal details|links"
    ),
}
"""Beside what our own documents call them."""
_KIND_OF = {
    fold(title): kind for kind, titles in _ALSO.items() for title in (*titles_of(kind), *titles.split("|"))
}
_DECORATION = re.compile(r"^[\s#*_=~>-]+|[\s#*_=~:-]+$")
_BULLET = re.compile(r"^\s*(?:[\u2022\u25cf\u25aa\u25e6\u2023\u00b7*\u2013\u2014+-]|\d{1,2}[.)])\s+")
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|`")
_LONGEST_TITLE = 80
_RULE = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class TextLine:
    number: int
    """From 0, in the document."""
    text: str
    """Without bullet and marks."""
    section: SectionKind | None
    """None: above the first heading."""
    bullet: bool
    dates_only: bool


def outline(text: str) -> tuple[TextLine, ...]:
    """Its lines without headings and rules; these say nothing about the person."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[TextLine]:
    section: SectionKind | None = None
    for number, raw in enumerate(text.splitlines()):
        bullet = bool(_BULLET.match(raw)) and not raw.lstrip().startswith("**")
        clean = _MARKS.sub("", plain(_BULLET.sub("", raw) if bullet else raw.lstrip("# \t>"))).strip()
        if _RULE.fullmatch(clean):
            continue
        kind = None if bullet else heading_kind(raw)
        if kind:
            section = kind
            continue
        yield TextLine(number, clean, section, bullet, _is_dates(clean))


def heading_kind(raw: str) -> SectionKind | None:
    if len(raw) > _LONGEST_TITLE:
        return None
    return _KIND_OF.get(fold(_DECORATION.sub("", _MARKS.sub("", raw))))


def _is_dates(text: str) -> bool:
    found = dated(text)
    rest = text
    for each in found:
        rest = rest.replace(each.written, "")
    return bool(found) and _RULE.fullmatch(rest) is not None
