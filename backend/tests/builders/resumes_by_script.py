"""A career in each script, as long as wanted, with something for every part of a template."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.domain.documents.content import DocumentContent, Entry, Section, SectionKind
from tests.builders.documents import a_line, bullets, entries
from tests.builders.letters import a_plain_letter
from tests.builders.resumes import one_page
from tests.builders.resumes_abroad import cyrillic, greek
from tests.builders.resumes_scripts import arabic, chinese, hebrew, japanese, korean

BY_SCRIPT: dict[str, Callable[[], DocumentContent]] = {
    "Latin": one_page,
    "Cyrillic": cyrillic,
    "Greek": greek,
    "Chinese": chinese,
    "Japanese": japanese,
    "Korean": korean,
    "Arabic": arabic,
    "Hebrew": hebrew,
}
POSITIONS = {1: 2, 2: 26, 3: 52}
"""Of a career that takes so many pages at least, in every template and script."""


def a_letter_in(script: str) -> DocumentContent:
    """Of what the career in that script says."""
    content = BY_SCRIPT[script]()
    said = [line.text for section in content.sections for entry in section.entries for line in entry.bullets]
    letter = a_plain_letter(tuple(said[:-1]), tuple(said[-2:]), language=content.language)
    return replace(letter, header=content.header)


def career(script: str, *, pages: int = 1) -> DocumentContent:
    """Languages and certificates stand apart, as in a side column; each position is told by its number."""
    content = BY_SCRIPT[script]()
    return replace(content, sections=tuple(_grown(content, POSITIONS[pages])))


def _grown(content: DocumentContent, positions: int) -> Iterator[Section]:
    for section in content.sections:
        match section.kind:
            case SectionKind.EXPERIENCE:
                count = len(section.entries)
                yield replace(
                    section,
                    entries=tuple(_numbered(section.entries[n % count], n + 1) for n in range(positions)),
                )
            case SectionKind.SKILLS:
                *groups, spoken = section.groups
                assert spoken.label
                yield replace(section, groups=tuple(groups))
                said = [item.text for item in spoken.items]
                yield bullets(spoken.label.text, *said, kind=SectionKind.LANGUAGES)
            case SectionKind.EDUCATION:
                yield section
                certificates = (_numbered(entry, 1) for entry in section.entries)
                yield entries(section.title, *certificates, kind=SectionKind.CERTIFICATIONS)
            case _:
                yield section


def _numbered(entry: Entry, number: int) -> Entry:
    assert entry.title
    told = (a_line(f"{number}. {line.text}", *line.sources) for line in entry.bullets)
    title = a_line(f"{entry.title.text} {number}", *entry.title.sources)
    return replace(entry, title=title, bullets=tuple(told))
