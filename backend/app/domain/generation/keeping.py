"""Words that tell less than the person's own, or count otherwise, do not take their place.

The fact gate asks whether a text can be true. This asks whether it is the same: its numbers, its names, its
measures of time, who helped whom, and what it is about at all. It may be strict, for what it refuses is told
all the same, in the person's own words.
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
from app.domain.shared.skills.mentions import Mention, mentions

_DIGITS = re.compile(r"(?<![A-Za-z])\d+(?:[.,'\u2019\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?(?:[kK]\b)?")
_APART = re.compile(r"[.,'\u2019\u00a0\u202f ](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_][\w&]*")
_BEGINS = re.compile(r"(?:[.!?:;\u2022\u2013\u2014-])\s*$")
_TIMES = {
    measure: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for measure, words in {
        "hour": r"hours?|hourly|stunden?|stündlich\w*|heures?|horas?",
        "day": r"days?|daily|tage?n?|täglich\w*|jours?|journées?|quotidien\w*|días?|diari[oa]s?",
        "week": r"weeks?|weekly|wochen?|wöchentlich\w*|semaines?|hebdomadaires?|semanas?|semanal\w*",
        "month": r"months?|monthly|monate?n?|monatlich\w*|mois|mensuel\w*|meses|mensual\w*",
        "year": r"years?|yearly|annual(?:ly)?|jahre?[ns]?|jährlich\w*|ans|années?|annuel\w*|años?|anual\w*",
        "season": r"summers?|winters?|springs?|autumns?|season\w*|sommern?|winter[ns]?|hivers?|veranos?",
    }.items()
}
_HELPED = re.compile(
    r"\b(?:alongside|help\w*|assist\w*|support\w*|shadow\w*|together|jointly"
    r"|neben|half (?:der|dem|den|bei|beim|mit)|geholfen|unterstütz\w*|gemeinsam|zusammen"
    r"|aux côtés|aid[ée]\w*|soutenu\w*|junto|ayud\w*|apoy\w*|asist\w*)\b",
    re.IGNORECASE,
)
"""Whoever did it did not do it alone."""
_WITH = re.compile(
    _HELPED.pattern
    + r"|\b(?:with|beside|under|team\w*|joint|co-?\w+|collaborat\w*|cooperat\w*|aid(?:ed|ing)?|a hand"
    r"|(?:a|took) part|mit|unter|bei|hilf\w*|helf\w*|avec|sous|main-forte|con|bajo|colabor\w*|una mano)\b",
    re.IGNORECASE,
)
_NOUNS_ARE_CAPITAL = frozenset({"de"})
_A_PART_OF, _ENOUGH = 3, 3
"""One in so many of what a line is about has to come again, and no more than so many."""
_ALIKE = 5
"""Letters by which forms of a word are the same in languages that inflect more than English."""
_WITHOUT_SPACES = frozenset({"ja", "zh", "th", "ko"})


def keeping_facts(written: WrittenPart, brief: PartBrief) -> WrittenPart:
    """With the person's own words wherever numbers or names would be lost, or nothing would be said.

    A line of experience stands for one line, and says all of it. What a letter cites it says somewhere in
    that paragraph, and counts nothing else. A summary chooses: each sentence must be about what it cites.
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
    return new if says_the_same(new.text, old.text) else old


def _paragraph(section: Section, own: Section) -> Section:
    """All of it or none: its sentences lean on each other."""
    cited = [line for line in own.paragraphs if any(_rests_on(said, line) for said in section.paragraphs)]
    for line in cited:
        said = [each.text for each in section.paragraphs if _rests_on(each, line)]
        if not tells_as_much(" ".join(said), line.text):
            return own
    told, known = (" ".join(line.text for line in lines) for lines in (section.paragraphs, cited))
    return section if _counts_alike(told, known) else own


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


def says_the_same(text: str, own: str) -> bool:
    """Nothing left out that counts, and nothing counted that is not there."""
    return tells_as_much(text, own) and _counts_alike(text, own)


def tells_as_much(text: str, own: str) -> bool:
    """Every number and every name of the person's own words, whom they worked with, and what it is about."""
    if not _numbers(own) <= _numbers(text) or not _has_names_of(own, text):
        return False
    return (not _HELPED.search(own) or bool(_WITH.search(text))) and is_about(text, [own])


def _counts_alike(text: str, own: str) -> bool:
    """The same numbers, and the same measures of time, in the same language."""
    if not _numbers(text) <= _numbers(own):
        return False
    return language_of(text) != language_of(own) or _times(text) == _times(own)


def _times(text: str) -> frozenset[str]:
    return frozenset(measure for measure, words in _TIMES.items() if words.search(text))


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
    """In digits or in words; but for the word for one, which is said of much."""
    digits = {_value(found[0]) for found in _DIGITS.finditer(text)}
    return frozenset(digits | {each.value for each in spelled(text) if each.value != 1})


def _value(written: str) -> float:
    number = float(_APART.sub("", written.rstrip("kK")).replace(",", "."))
    return number * 1_000 if written[-1] in "kK" else number


def _has_names_of(own: str, text: str) -> bool:
    """Skills by whatever name, and words with a capital where nothing else asks for one."""
    known, skills = {mention.name for mention in mentions(text)}, mentions(own)
    said = frozenset(fold(found[0]) for found in _WORD.finditer(text))
    lost = " ".join(skill.written for skill in skills if skill.name not in known)
    return said.issuperset(map(fold, _WORD.findall(lost))) and said.issuperset(_capitals(own, skills))


def _capitals(text: str, skills: Sequence[Mention]) -> Iterator[str]:
    nouns_too = language_of(text) in _NOUNS_ARE_CAPITAL
    for found in _WORD.finditer(text):
        word, at = found[0], found.start()
        if any(skill.start <= at < skill.end for skill in skills):
            continue
        if any(letter.isupper() for letter in word[1:]) or (
            word[0].isupper() and len(word) > 1 and not nouns_too and not _begins(text, at)
        ):
            yield fold(word)


def _begins(text: str, at: int) -> bool:
    """A sentence, or what stands behind a colon or a dash."""
    return bool(_BEGINS.search(text[max(0, at - 3) : at])) or not text[:at].strip()
