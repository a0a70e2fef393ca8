"""The terms of a text that name skills, for those who want words rather than fields."""

import re
from collections.abc import Iterator

from app.domain.jobs.parsing.asides import asides
from app.domain.jobs.parsing.chrome import without_chrome
from app.domain.jobs.parsing.items import items_of
from app.domain.jobs.parsing.keywords import between, keywords_of
from app.domain.jobs.parsing.lines import Line, lines_of, visible
from app.domain.jobs.parsing.sections import placed
from app.domain.jobs.posting import Keyword
from app.domain.shared.skills import is_soft, mentions

_BETWEEN = re.compile(r"\s*(?:[,;•|()\[\]]|\band\b|\bor\b|\bet\b|\bund\b|\boch\b|\s/\s|\.\s|\.$|:\s)\s*")
_TERM = re.compile(r"[A-Z][\w.+#'\u2019-]*(?: [A-Z0-9][\w.+#'\u2019-]*){0,2}$")
_ODD_CASE = re.compile(r"[a-z][A-Z]|[A-Z]{2,}|[#+\d.]")
_LONGEST_LINE = 3_000
_KNOWN_NEIGHBOURS = 2


def skills_of(text: str) -> tuple[str, ...]:
    """Best first, each once, as the text writes it."""
    text = visible(text)
    lines = without_chrome(lines_of(text))
    under = placed(lines)
    silent = (*between(lines, text), *asides(under, company=None))
    keywords = [k for k in keywords_of(text, items_of(under), silent=silent) if not is_soft(k.name)]
    known = {keyword.written.casefold() for keyword in keywords}
    listed = {
        term.casefold(): term
        for line in lines
        for term in _beside_known(line)
        if term.casefold() not in known
    }
    return (*_written(keywords), *listed.values())


def _written(keywords: list[Keyword]) -> tuple[str, ...]:
    return tuple(keyword.written for keyword in keywords)


def _beside_known(line: Line) -> Iterator[str]:
    """In a list of tools, the items the lexicon does not have are tools too."""
    if len(line.text) > _LONGEST_LINE:
        return
    parts = [part.strip() for part in _BETWEEN.split(line.text)]
    is_known = [bool(part) and len(part) <= 40 and _is_known(part) for part in parts]
    for at, part in enumerate(parts):
        near = is_known[max(0, at - 2) : at + 3]
        if (
            not is_known[at]
            and sum(near) >= _KNOWN_NEIGHBOURS
            and _TERM.match(part)
            and _ODD_CASE.search(part)
        ):
            yield part


def _is_known(part: str) -> bool:
    found = mentions(part)
    return (
        len(found) == 1 and found[0].start == 0 and found[0].end == len(part) and not is_soft(found[0].name)
    )
