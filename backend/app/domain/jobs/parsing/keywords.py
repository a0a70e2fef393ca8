"""The skills a posting names, the ones it leans on first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from app.domain.jobs.parsing.asides import Stretch
from app.domain.jobs.parsing.items import Item
from app.domain.jobs.parsing.lines import TAG, Line
from app.domain.jobs.parsing.namesakes import is_namesake
from app.domain.jobs.parsing.section import Section
from app.domain.jobs.posting import Keyword, Span
from app.domain.shared.skills import Mention, is_soft, mentions

_WEIGHT = {Section.REQUIREMENTS: 3, Section.NICE: 2, Section.BENEFITS: 0}
_ELSEWHERE = 1
_LINK = re.compile(rf"https?://[^\s<>\"]+|www\.[^\s<>\"]+|@[\w.-]+|{TAG.pattern}", re.IGNORECASE)


def keywords_of(text: str, items: Iterable[Item], *, silent: Iterable[Stretch] = ()) -> tuple[Keyword, ...]:
    """One keyword a skill; those asked for, and asked for often, before the others."""
    first: dict[str, Mention] = {}
    weight: Counter[str] = Counter()
    for mention, worth in _weighed(text, items, silent):
        first.setdefault(mention.name, mention)
        weight[mention.name] += worth
    ranked = sorted(first.values(), key=lambda m: (is_soft(m.name), -weight[m.name], m.start))
    return tuple(Keyword(m.name, m.written, Span(m.start, m.end)) for m in ranked)


def between(lines: Iterable[Line], text: str) -> Iterator[Stretch]:
    """What no line of the posting covers."""
    at = 0
    for line in lines:
        if at < line.start:
            yield at, line.start
        at = line.end
    if at < len(text):
        yield at, len(text)


def _weighed(text: str, items: Iterable[Item], silent: Iterable[Stretch]) -> Iterator[tuple[Mention, int]]:
    """What is given (insurance, child care) is not asked for."""
    stretches = iter(
        sorted((span.start, span.end, _WEIGHT.get(section, _ELSEWHERE)) for section, _, span in items)
    )
    stretch = next(stretches, None)
    for mention in _said(text, silent):
        while stretch and stretch[1] <= mention.start:
            stretch = next(stretches, None)
        worth = stretch[2] if stretch and stretch[0] <= mention.start else _ELSEWHERE
        if worth:
            yield mention, worth


def _said(text: str, silent: Iterable[Stretch]) -> Iterator[Mention]:
    """An address, a tag, a name or what is said beside the matter names nothing."""
    skipped = iter(sorted([*(found.span() for found in _LINK.finditer(text)), *silent]))
    skip = next(skipped, None)
    for mention in mentions(text):
        while skip and skip[1] <= mention.start:
            skip = next(skipped, None)
        if not (skip and skip[0] < mention.end) and not is_namesake(text, mention):
            yield mention
