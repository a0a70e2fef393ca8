"""Words that tell less than the person's own do not take their place.

The fact gate knows what a text says too much. This knows what it leaves out of the lines that it rests on:
the numbers and the names, and what they are about at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.documents.content import Entry, Line, Section, SectionKind
from app.domain.documents.facts.amounts.number_words import spelled
from app.domain.generation.parts import Part, PartBrief, WrittenPart
from app.domain.generation.wording.numbering import numbered
from app.domain.jobs.parsing.language import language_of
from app.domain.shared.prose import content_stems, fold
from app.domain.shared.skills.mentions import mentions

_DIGITS = re.compile(r"\d+(?:[.,'\u2019\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
_APART = re.compile(r"[.,'\u2019\u00a0\u202f ](?=\d{3}(?!\d))")
_CAPITAL = re.compile(r"[^\W\d_][\w&]*")
_BEGINS = re.compile(r"(?:[.!?:;\u2022\u2013\u2014-])\s*$")
_NOUNS_ARE_CAPITAL = frozenset({"de"})
_A_PART_OF, _ENOUGH = 3, 3
"""One in so many of what a line is about has to come again, and no more than so many."""
_ALIKE = 5
"""Letters by which forms of a word are the same in languages that inflect more than English."""
_WITHOUT_SPACES = frozenset({"ja", "zh", "th", "ko"})


def keeping_facts(written: WrittenPart, brief: PartBrief) -> WrittenPart:
    """With the person's own words wherever numbers or names would be lost, or nothing would be said.

    A line of experience stands for one line, and says all of it. What a letter cites it says somewhere in
    that paragraph. A summary chooses: each sentence must be about what it cites.
    """
    own = brief.own_words
    if brief.part is Part.EXPERIENCE:
        pairs = zip(written.sections, own, strict=True)
        return replace(written, sections=tuple(_experience(new, old) for new, old in pairs))
    if brief.part is Part.LETTER:
        pairs = zip(written.sections, own, strict=True)
        return replace(written, sections=tuple(_paragraph(new, old) for new, old in pairs))
    if brief.part is Part.SUMMARY:
        return replace(written, sections=tuple(_summary(section, brief) for section in written.sections))
    return written


def _experience(section: Section, own: Section) -> Section:
    entries = zip(section.entries, own.entries, strict=True)
    return replace(section, entries=tuple(_entry(new, old) for new, old in entries))


def _entry(entry: Entry, own: Entry) -> Entry:
    bullets = zip(entry.bullets, own.bullets, strict=True)
    return replace(
        entry,
        text=_line(entry.text, own.text) if entry.text and own.text else entry.text,
        bullets=tuple(_line(new, old) for new, old in bullets),
    )


def _line(new: Line, old: Line) -> Line:
    return new if tells_as_much(new.text, [old.text]) else old


def _paragraph(section: Section, own: Section) -> Section:
    """All of it or none: its sentences lean on each other."""
    cited = [line for line in own.paragraphs if any(_rests_on(said, line) for said in section.paragraphs)]
    for line in cited:
        said = [each.text for each in section.paragraphs if _rests_on(each, line)]
        if not tells_as_much(" ".join(said), [line.text]):
            return own
    return section


def _summary(section: Section, brief: PartBrief) -> Section:
    """The draft's own where no sentence is left that says something."""
    if section.kind is not SectionKind.SUMMARY or section in brief.own_words:
        return section
    lines = [each.line for each in numbered(brief.sections)]
    said = tuple(
        sentence
        for sentence in section.paragraphs
        if is_about(sentence.text, [line.text for line in lines if _rests_on(sentence, line)])
    )
    if said:
        return replace(section, paragraphs=said)
    return next((own for own in brief.own_words if own.kind is section.kind), section)


def _rests_on(sentence: Line, line: Line) -> bool:
    return bool(line.sources) and set(line.sources) <= set(sentence.sources)


def tells_as_much(text: str, own: Sequence[str]) -> bool:
    """Every number and every name of the person's own words, and what they are about."""
    said = " ".join(own)
    return _numbers(said) <= _numbers(text) and _names(said) <= _named(text) and is_about(text, own)


def is_about(text: str, own: Sequence[str]) -> bool:
    """Whether it speaks of what the person's words speak of. Of two languages that cannot be told by words:
    then it is left to numbers and names."""
    language = language_of(text)
    known = [_about(each) for each in own]
    longest = max(map(len, known), default=0)
    if not longest or language in _WITHOUT_SPACES or language != language_of(" ".join(own)):
        return True
    least = min(max(1, longest // _A_PART_OF), _ENOUGH)
    return len(frozenset().union(*known) & _about(text)) >= least


def _about(text: str) -> frozenset[str]:
    return frozenset(each[:_ALIKE] for each in content_stems(text))


def _numbers(text: str) -> frozenset[float]:
    """In digits or in words."""
    digits = {_value(found[0]) for found in _DIGITS.finditer(text)}
    return frozenset(digits | {each.value for each in spelled(text)})


def _value(written: str) -> float:
    return float(_APART.sub("", written).replace(",", "."))


def _names(text: str) -> frozenset[str]:
    """Skills by their usual name, and words with a capital where nothing else asks for one."""
    skills = {fold(mention.name) for mention in mentions(text)}
    return frozenset(skills | set(_capitals(text)))


def _capitals(text: str) -> Iterator[str]:
    nouns_too = language_of(text) in _NOUNS_ARE_CAPITAL
    for found in _CAPITAL.finditer(text):
        word = found[0]
        if any(letter.isupper() for letter in word[1:]) or (
            word[0].isupper() and len(word) > 1 and not nouns_too and not _begins(text, found.start())
        ):
            yield fold(word)


def _begins(text: str, at: int) -> bool:
    """A sentence, or what stands behind a colon or a dash."""
    return bool(_BEGINS.search(text[max(0, at - 3) : at])) or not text[:at].strip()


def _named(text: str) -> frozenset[str]:
    """Whatever its case: a name may come to stand first."""
    skills = {fold(mention.name) for mention in mentions(text)}
    return frozenset(skills | {fold(found[0]) for found in _CAPITAL.finditer(text)})
