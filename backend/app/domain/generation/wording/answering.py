"""From an answer to the part as it is written. What an answer may do is little: it names lines by number."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.documents.content import Entry, Line, Section, SkillGroup
from app.domain.generation.parts import Part, PartBrief, WrittenPart
from app.domain.generation.wording.masking import tokens_in
from app.domain.generation.wording.numbering import Numbered, by_number, numbered, wordable
from app.domain.generation.wording.shapes import Ordered, Sentence, Summarised, ToldLetter, WordedLines
from app.domain.jobs.parsing.language import language_of
from app.domain.shared.unfit import UNFIT

_MOST_SENTENCES, _LONGEST_SENTENCE = 5, 400
_MOST_IN_A_PARAGRAPH = 8
_LEAST_WORDS = 6
"""From which on a language can be told."""
_NORDIC = frozenset({"da", "no", "nb", "nn", "sv"})
"""Too like each other to be told apart by a few words."""
_ANOTHER = "The {part} came back from the language model in another language: it is in your own words."
_FREE = 80
"""Characters by which even a short line may grow."""
_ACTIVE = re.compile(r"https?:|www\.|://|javascript:|data:|<[a-z/!]|\]\(|@\w", re.IGNORECASE)
"""What is no prose: links, addresses, markup."""


def worded(brief: PartBrief, answer: Any) -> WrittenPart:
    """The part, each line that the answer may not change in the person's own words.

    A line keeps the sources of what it stands for: an answer cannot cite what the draft does not.
    """
    own = brief.own_words
    if _in_another_language(brief, answer):
        return WrittenPart(sections=own, note=_ANOTHER.format(part=brief.part), degraded=True)
    if isinstance(answer, WordedLines):
        return WrittenPart(sections=_reworded(brief, answer))
    if isinstance(answer, Summarised):
        return WrittenPart(sections=_summarised(brief, answer))
    if isinstance(answer, ToldLetter):
        return WrittenPart(sections=_told(brief, answer))
    if isinstance(answer, Ordered):
        return WrittenPart(sections=tuple(_ordered(section, _places(brief, answer)) for section in own))
    raise TypeError(f"no part is answered with {type(answer).__name__}")


def _in_another_language(brief: PartBrief, answer: Any) -> bool:
    """Neither in the one that was asked for nor in the person's own, as far as that can be told."""
    if isinstance(answer, WordedLines):
        said = " ".join(line.text for line in answer.lines)
    elif isinstance(answer, Summarised):
        said = " ".join(sentence.text for sentence in answer.sentences)
    else:
        return False
    if len(said.split()) < _LEAST_WORDS:
        return False
    own = " ".join(each.line.text for each in wordable(brief.sections, brief.part))
    fits = {brief.language, language_of(own)}
    told = language_of(said)
    return told not in fits and not (told in _NORDIC and _NORDIC & fits)


def _reworded(brief: PartBrief, answer: WordedLines) -> tuple[Section, ...]:
    may = by_number(wordable(brief.sections, Part.EXPERIENCE))
    new: dict[str, str] = {}
    for each in answer.lines:
        old = may.get(each.number)
        if old and (text := _fit(each.text, old.line.text)):
            new.setdefault(old.pointer, text)
    return tuple(
        _section(section, f"/sections/{n}", new)
        for n, section in enumerate(brief.sections)
        if section in brief.own_words
    )


def _fit(text: str, old: str) -> str | None:
    """The text in one line, if it may stand for the old one."""
    text = " ".join(text.split())
    grown = len(text) > max(len(old) * 1.5, len(old) + _FREE)
    if not text or grown or not _prose(text) or tokens_in(text) != tokens_in(old):
        return None
    return text


def _prose(text: str) -> bool:
    return not UNFIT.search(text) and not _ACTIVE.search(text)


def _section(section: Section, at: str, new: Mapping[str, str]) -> Section:
    entries = tuple(_entry(entry, f"{at}/entries/{n}", new) for n, entry in enumerate(section.entries))
    return replace(section, entries=entries)


def _entry(entry: Entry, at: str, new: Mapping[str, str]) -> Entry:
    def line(given: Line, pointer: str) -> Line:
        return replace(given, text=new.get(pointer, given.text))

    return replace(
        entry,
        text=line(entry.text, f"{at}/text") if entry.text else None,
        bullets=tuple(line(each, f"{at}/bullets/{n}") for n, each in enumerate(entry.bullets)),
    )


def _summarised(brief: PartBrief, answer: Summarised) -> tuple[Section, ...]:
    """Each sentence by itself, for it to be held to the lines that it says it rests on, and to no more."""
    lines, known = by_number(numbered(brief.sections)), _known_tokens(brief)
    said = _sentences(answer.sentences[:_MOST_SENTENCES], lines, known)
    if not said:
        return brief.own_words
    return tuple(replace(section, paragraphs=said, bullets=()) for section in brief.own_words)


def _told(brief: PartBrief, answer: ToldLetter) -> tuple[Section, ...]:
    """Each paragraph by itself: it rests on its own lines, so that no deed moves to another position."""
    new = {each.number: each.sentences for each in reversed(answer.paragraphs)}
    lines, known = numbered(brief.sections), _known_tokens(brief)
    told = []
    for n, section in enumerate(brief.sections):
        own = by_number(tuple(each for each in lines if each.pointer.startswith(f"/sections/{n}/")))
        said = _sentences(new.get(n + 1, ())[:_MOST_IN_A_PARAGRAPH], own, known)
        told.append(replace(section, paragraphs=said) if said else section)
    return tuple(told)


def _sentences(given: Sequence[Sentence], lines: Mapping[int, Numbered], known: set[str]) -> tuple[Line, ...]:
    """Those that may stand, each once, with the sources of the lines that it names."""
    said: dict[str, Line] = {}
    for sentence in given:
        cited = [lines[number].line for number in sentence.sources if number in lines]
        text = " ".join(sentence.text.split())
        fits = text and len(text) <= _LONGEST_SENTENCE and _prose(text) and known.issuperset(tokens_in(text))
        if fits and cited:
            sources = dict.fromkeys(source for line in cited for source in line.sources)
            said.setdefault(text, Line(text, tuple(sources)))
    return tuple(said.values())


def _known_tokens(brief: PartBrief) -> set[str]:
    return {token for each in numbered(brief.sections) for token in tokens_in(each.line.text)}


def _places(brief: PartBrief, answer: Ordered) -> Callable[[Line], int]:
    """Where a skill comes: as the answer has it, and what it left out after that, as it stood."""
    may = by_number(wordable(brief.sections, Part.SKILLS))
    order = [may[number].line for number in dict.fromkeys(answer.order) if number in may]
    return lambda line: order.index(line) if line in order else len(order)


def _ordered(section: Section, place: Callable[[Line], int]) -> Section:
    """Within the groups that there are, and the groups by their best."""
    groups = [SkillGroup(group.label, tuple(sorted(group.items, key=place))) for group in section.groups]
    groups.sort(key=lambda group: place(group.items[0]) if group.items else len(group.items))
    return replace(section, groups=tuple(groups))
