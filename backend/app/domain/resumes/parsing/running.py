"""Running text that was once lines: the heads of its entries set apart again, by their dates."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.jobs.parsing.posts import is_role
from app.domain.resumes.parsing.dates import Period, periods_in
from app.domain.resumes.parsing.pieces import Piece
from app.domain.shared.prose import in_order

RUNNING = 160
"""Characters from which a line is taken for more than one."""
_MOST_WORDS = 14
_TOLD = re.compile(r"\s*[)\]]?\s*:\s")
_FEW, _SENTENCE = 2, 6
_SMALL = frozenset(
    in_order("of and the for in to at de du des la le et und für y e der die del & / , | : @ -")
)
_SMALL |= {"\u2013", "\u2014"}
_ABBREVIATED = re.compile(r"(?:Inc|Sr|Jr|Co|Corp|Ltd|St|Dr|Mr|Ms|Mt|Ft|Dept|Asst|Mgr|U\.S|[A-Z])\.[,)]?$")
_WORD = re.compile(r"\S(?:(?!(?<=[a-z0-9)]\.)(?=[A-Z][a-z]))\S)*")
"""A sentence that follows a full stop without a space begins a word of its own."""
_STOPS = re.compile(r"[.;!?\u2022]$")
_PLACEHOLDER = re.compile(r"Company Name\s*[-\u2013\u2014]?\s*(?:City\s*,?\s*State)?", re.I)
_PLACE_END = re.compile(
    r"(?:\bCity\s*,?\s*State\b|,\s*[A-Z]{2}(?=[A-Z][a-z]|\b)(?:\s+\d{5})?|,\s*(?:USA"
    r"|United States|UK|Canada|India|Germany|France|Spain)\b)"
)
_DOING = re.compile(
    r"(?:[A-Z][a-z]+(?:ed|ing)|Responsible|Led|Built|Made|Ran|Oversaw|Held|Wrote|Taught|Drove"
    r"|Grew|Won|Set|Kept|Gave|Sold|Met"
    r"|Manage|Create|Provide|Develop|Assist|Maintain|Perform|Prepare|Ensure|Coordinate|Conduct"
    r"|Work|Supervise|Process|Handle"
    r"|Support|Plan|Lead|Design|Implement|Review|Help|Serve|Train|Answer|Monitor|Operate|Analyze"
    r"|Act|Assess|Monitors|Manages"
    r"|Provides|Develops|Assists|Maintains|Performs|Prepares|Ensures|Coordinates|Conducts|Works"
    r"|Supervises|Duties|My|As|In|The|I)"
)
_SENTENCE_END = re.compile(
    r"(?<=[.;!?])(?<!\b[A-Z]\.)(?<!Inc\.)(?<!Sr\.)(?<!Jr\.)\s+(?=[A-Z0-9\"(])"
    r"|(?<=[a-z0-9)][.])(?=[A-Z][a-z])|\s*[\u2022\u25cf\u25aa]\s*|\s+\*\s+"
)


def with_lines_again(lines: tuple[Piece, ...]) -> Iterator[Piece]:
    for line in lines:
        periods = list(periods_in(line.text))
        if len(line.text) < RUNNING and not _goes_on(line, periods):
            yield line
            continue
        yield from _cut(line, periods) if periods else sentences_of(line)


def _goes_on(line: Piece, periods: list[Period]) -> bool:
    """Whether a sentence follows the dates, or a colon and what was done."""
    said = line.text[periods[0].until :] if periods and not line.bullet else ""
    told = _TOLD.match(said)
    return len(said.split()) > (_FEW if told else _SENTENCE) and (bool(told) or said.rstrip().endswith("."))


def sentences_of(piece: Piece) -> Iterator[Piece]:
    for sentence in piece.split(_SENTENCE_END):
        if (told := sentence.trimmed(" ,:;|")).text:
            yield replace(told, bullet=True)


def _cut(line: Piece, periods: list[Period]) -> Iterator[Piece]:
    at = 0
    for n, period in enumerate(periods):
        if period.at < at:
            continue
        until = periods[n + 1].at if n + 1 < len(periods) else len(line.text)
        head = max(at, period.at - _head_before(line.text[at : period.at]))
        if n == 0 and head > at and period.at - at <= RUNNING // 2:
            head = at
        yield from sentences_of(line.part(at, head))
        title = line.part(head, period.at)
        tail = period.until + _head_after(line.text[period.until : until], titled=is_role(title.text))
        if title.text.strip(" ,:|*-\u2013\u2022"):
            yield replace(title, bullet=False)
        yield replace(line.part(period.at, period.until), bullet=False)
        after = line.part(period.until, tail)
        if not _ABBREVIATED.search(after.text):
            after = after.trimmed(" .,:;")
        if after.text.strip(" ,:|*-\u2013\u2022"):
            yield replace(after, bullet=False)
        at = tail
    yield from sentences_of(line.part(at))


def _head_before(text: str) -> int:
    """How many characters at its end read as the head of what follows."""
    words = list(_WORD.finditer(text))
    kept = 0
    for word in reversed(words[-_MOST_WORDS:]):
        said = word.group()
        begins = said.lstrip("(\"'")[:1]
        if _STOPS.search(said) and not _ABBREVIATED.search(said) and kept:
            break
        if not (begins.isupper() or begins.isdigit() or said.lower() in _SMALL or not begins.isalnum()):
            break
        if said.startswith("\u2022"):
            break
        kept += 1
    run = words[len(words) - kept :]
    while run and (
        run[0].group().lower() in _SMALL
        or (_STOPS.search(run[0].group()) and len(run) > 1 and not _ABBREVIATED.search(run[0].group()))
    ):
        run = run[1:]
    return len(text) - run[0].start() if run else 0


def _head_after(text: str, *, titled: bool) -> int:
    """How many characters at its beginning still belong to the head."""
    words = list(_WORD.finditer(text))[: _MOST_WORDS + 2]
    taken: list[re.Match[str]] = []
    sure = False
    for word in words:
        said = word.group().lstrip("(\"'")
        if not (said[:1].isupper() or said[:1].isdigit() or said.lower() in _SMALL or not said[:1].isalnum()):
            break
        if sure := bool(taken and _DOING.fullmatch(said.strip(","))):
            break
        taken.append(word)
        if sure := bool(_STOPS.search(said) and not _ABBREVIATED.search(said)):
            break
    run = text[: taken[-1].end()] if taken else ""
    for shape in (_PLACEHOLDER, _PLACE_END):
        if found := shape.search(run):
            return found.end()
    if not sure and len(taken) < len(words):
        taken = _without_sentence_start(taken)
    return taken[min(len(taken), 7 if titled else 10) - 1].end() if taken else 0


def _without_sentence_start(taken: list[re.Match[str]]) -> list[re.Match[str]]:
    while taken and taken[-1].group().lower() in _SMALL:
        taken = taken[:-1]
    return taken[:-1]
