"""What of a letter may be worded anew: the sentences that tell of the career, paragraph by paragraph."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.documents.ats import LEAST_WORDS, MOST_WORDS
from app.domain.documents.content import Letter, Line, Paragraph, Section, SectionKind, SourceKind


def told_in(letter: Letter) -> tuple[Section, ...]:
    """Each paragraph that tells something as a section. Sentences that rest on the posting are the letter's
    own, and in nobody's power."""
    sections = (
        Section(kind=SectionKind.OTHER, title="", paragraphs=_told(paragraph))
        for paragraph in letter.paragraphs
    )
    return tuple(section for section in sections if section.paragraphs)


def told_anew(letter: Letter, sections: Sequence[Section]) -> Letter:
    """With these in the place of `told_in`. What would make it too long, or shorter than a letter is and the
    draft was, stays as it was drafted: first the paragraph that does the most of it."""
    own = told_in(letter)
    if len(sections) != len(own):
        return letter
    new = [new if _says(new) else old for new, old in zip(sections, own, strict=True)]
    grown = [_words(each) - _words(old) for each, old in zip(new, own, strict=True)]
    least, most = room_in(letter)
    while (excess := _excess(sum(map(_words, new)), least, most)) and any(n * excess > 0 for n in grown):
        at = max(range(len(new)), key=lambda n: grown[n] * excess)
        new[at], grown[at] = own[at], 0
    return _filled(letter, new)


def room_in(letter: Letter) -> tuple[int, int]:
    """Words that its telling sentences may come to, at least and at most."""
    drafted = sum(map(_words, told_in(letter)))
    fixed = sum(_count(line) for each in letter.paragraphs for line in each.sentences) - drafted
    return max(min(LEAST_WORDS - fixed, drafted), 0), max(MOST_WORDS - fixed, drafted)


def _excess(words: int, least: int, most: int) -> int:
    return 1 if words > most else -1 if words < least else 0


def _filled(letter: Letter, sections: Sequence[Section]) -> Letter:
    waiting = iter(sections)
    paragraphs = []
    for paragraph in letter.paragraphs:
        told = _told(paragraph)
        if not told:
            paragraphs.append(paragraph)
            continue
        at = next(n for n, line in enumerate(paragraph.sentences) if _tells(line))
        before = tuple(line for line in paragraph.sentences[:at])
        after = tuple(line for line in paragraph.sentences[at:] if not _tells(line))
        paragraphs.append(Paragraph((*before, *next(waiting).paragraphs, *after)))
    return replace(letter, paragraphs=tuple(paragraphs))


def _told(paragraph: Paragraph) -> tuple[Line, ...]:
    return tuple(line for line in paragraph.sentences if _tells(line))


def _tells(line: Line) -> bool:
    return all(source.kind is not SourceKind.JOB for source in line.sources)


def _says(section: Section) -> bool:
    """The posting is no source of what a person has done."""
    return bool(section.paragraphs) and all(line.sources and _tells(line) for line in section.paragraphs)


def _words(section: Section) -> int:
    return sum(map(_count, section.paragraphs))


def _count(line: Line) -> int:
    return len(line.text.split())
