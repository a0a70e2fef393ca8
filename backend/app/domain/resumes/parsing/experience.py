"""Positions held: heads found by their dates, and what was done under each."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.domain.jobs.parsing.places import is_places_only
from app.domain.jobs.parsing.posts import is_organisation, is_role
from app.domain.resumes.parsing.dates import Period, is_duration, moments_in, periods_in
from app.domain.resumes.parsing.heads import APART, Head, head_of, names_employer_and_place, title_score
from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.parsing.running import with_lines_again
from app.domain.resumes.parsing.telling import URL_ONLY, told_in
from app.domain.resumes.resume import GUESSED, Read, ReadExperience

_COMPANY = re.compile(r"(?:company|employer|client|firma|entreprise|empresa)\s*[:-]\s+", re.I)
_LONGEST_HEAD = 120
_MOST_HEADS = 4
_LONGEST_TITLE = 6
"""Words of a line that is a title by where it stands alone."""
_MOST_SMALL = 10
"""Words of a head in small letters; more of them are a sentence."""
_DOING = re.compile(
    r"(?:\w+ed|\w+ing|led|built|made|ran|oversaw|wrote|taught|drove|grew|won|set|kept|sold"
    r"|responsible|duties|key|lead(?= (?!\w+er\b))"
    r"|work(?:s|ed)?|provide[sd]?|manage[sd]?|assist(?:s|ed)?|maintain(?:s|ed)?)$",
    re.I,
)
_OPENS_A_TITLE = re.compile(
    r"(?:registered|certified|licensed|chartered|advanced|embedded|accounting|marketing|engineering|manufacturing"
    r"|nursing|teaching|purchasing|training|consulting|merchandising|operating|visiting|managing|recruiting"
    r"|working|testing|billing|catering|banking|building|staffing|lending|planning|pricing|advertising|fundraising)$",
    re.I,
)
"""Written like a deed, and yet what many a title begins with."""
_DASH_AT_END = re.compile(r"[-\u2013\u2014]$")
_SUBHEAD = re.compile(
    r"(?:highlights|key achievements|achievements|responsibilities|key responsibilities|duties"
    r"|aufgaben|technologies|accomplishments|missions)\s*:?",
    re.I,
)


@dataclass(slots=True)
class Entry:
    heads: list[Piece] = field(default_factory=list)
    period: Period | None = None
    body: list[Piece] = field(default_factory=list)


def read_experiences(lines: tuple[Piece, ...]) -> tuple[tuple[ReadExperience, ...], tuple[Piece, ...]]:
    """The positions, newest wherever the text has it, and the lines that belong to none."""
    entries, left = entries_of(lines)
    heads = [head_of(e.heads) for e in entries]
    told = [h.title_first for h in heads if h.title_first is not None]
    order = 2 * sum(told) >= len(told) if told else None
    heads = [
        h if h.title_first is not None else head_of(e.heads, title_first=order)
        for h, e in zip(heads, entries, strict=True)
    ]
    found: list[ReadExperience] = []
    for entry, head in zip(entries, heads, strict=True):
        found.append(_experience(entry, _of_same_employer(head, found)))
    return tuple(found), tuple(left)


def _of_same_employer(head: Head, before: list[ReadExperience]) -> Head:
    """Several positions with one employer name it once."""
    if head.company or not head.title or not before or not before[-1].company:
        return head
    company = before[-1].company
    return replace(head, company=Read(company.value, company.start, company.end, GUESSED))


def _experience(entry: Entry, head: Head) -> ReadExperience:
    description, bullets = told_in(entry.body)
    period = entry.period
    return ReadExperience(
        title=head.title,
        company=head.company,
        location=head.location,
        start=period.read_begin() if period else None,
        end=period.read_end() if period else None,
        current=bool(period and period.lasting),
        description=description,
        bullets=bullets,
    )


def entries_of(lines: tuple[Piece, ...]) -> tuple[list[Entry], list[Piece]]:
    """Entries with their heads, dates and bodies; and what stands before the first."""
    lines = tuple(line for line in with_lines_again(_dates_whole(lines)) if not _SUBHEAD.fullmatch(line.text))
    dated = {n: period for n, line in enumerate(lines) if (period := _period_of(line, periods_in))}
    if not dated:
        dated = {n: period for n, line in enumerate(lines) if (period := _period_of(line, moments_in))}
    if not dated:
        return _undated(lines)
    anchors = sorted(dated)
    above = any(is_head(line) for line in lines[: anchors[0]])
    heads = _heads(lines, anchors, dated, above=above)
    starts = [min([anchor, *head]) for anchor, head in zip(anchors, heads, strict=True)]
    entries = []
    for n, (anchor, head) in enumerate(zip(anchors, heads, strict=True)):
        until = starts[n + 1] if n + 1 < len(starts) else len(lines)
        body = [
            lines[k]
            for k in range(starts[n], until)
            if k != anchor and k not in head and not is_duration(lines[k].text)
        ]
        own = _around(lines[anchor], dated[anchor])
        told = sorted([*(lines[k] for k in head), *own], key=lambda p: p.start)
        place = next((p for p in body if is_places_only(p.value)), None)
        if place:
            body.remove(place)
            told.append(place)
        entries.append(Entry(told, replace(dated[anchor], place=lines[anchor].start), body))
    return entries, list(lines[: starts[0]])


def _dates_whole(lines: Sequence[Piece]) -> tuple[Piece, ...]:
    """A stretch of time that a line's end broke is one again."""
    done: list[Piece] = []
    for line in lines:
        begins = done and _DASH_AT_END.search(done[-1].text) and any(m.at == 0 for m in moments_in(line.text))
        if begins and not line.bullet and any(moments_in(done[-1].text)):
            first = done[-1]
            done[-1] = replace(first, text=first.text + " " * (line.start - first.end) + line.text)
        else:
            done.append(line)
    return tuple(done)


def _period_of(line: Piece, finder: Callable[[str], Iterator[Period]]) -> Period | None:
    """The dates of a line that is a head, or part of one."""
    if line.bullet and len(line.text) > 60:
        return None
    period = next(finder(line.text), None)
    if period is None or len(line.text) - (period.until - period.at) > _LONGEST_HEAD:
        return None
    rest = (line.text[: period.at] + " " + line.text[period.until :]).strip(" ,|()-\u2013:")
    if rest and ((rest.endswith((".", ";")) and len(rest.split()) > 6) or not _names_a_position(rest)):
        return None
    return period


def _names_a_position(beside: str) -> bool:
    """What stands beside dates; without any capital it must be short, and name a post."""
    if not beside[0].islower():
        return _is_titled(beside)
    told = re.findall(r"[^\W\d_][\w'\u2019&/-]*", beside)
    return len(told) <= _MOST_SMALL and is_role(beside) and not _DOING.match(told[0])


def _around(line: Piece, period: Period) -> list[Piece]:
    """What else the line of the dates says."""
    parts = [line.part(0, period.at), line.part(period.until)]
    return [q for p in parts if (q := p.trimmed(" ,|()-\u2013\u2014:;[]")).text]


def _heads(
    lines: Sequence[Piece], anchors: list[int], dated: dict[int, Period], *, above: bool
) -> list[list[int]]:
    found: list[list[int]] = []
    floor = 0
    for n, anchor in enumerate(anchors):
        ceiling = anchors[n + 1] if n + 1 < len(anchors) else len(lines)
        own = _around(lines[anchor], dated[anchor])
        titled = any(title_score(piece.text) > 0 for piece in own)
        bare = anchor > floor and not titled and _is_title(lines[anchor - 1])
        head = _above(lines, floor, anchor, alone=not own) if above or bare else []
        if not _is_whole([*(lines[k] for k in head), *own]):
            head += _below(
                lines, anchor, ceiling, own + [lines[k] for k in head], leave=above and n + 1 < len(anchors)
            )
        found.append(head)
        floor = max([anchor, *head]) + 1
    return found


def _is_placed(lines: Sequence[Piece], n: int, floor: int, anchor: int) -> bool:
    """A title by where it stands, whatever its words: beside the dates, or by an employer above them."""
    if n < anchor - 1:
        employer = is_organisation(lines[n + 1].text) or names_employer_and_place(lines[n + 1])
        return _is_short(lines[n]) and employer and not lines[n + 1].beside and not lines[n + 1].bullet
    if _is_cell(lines, n, n + 1):
        return True
    alone = not lines[n + 1].beside and not (n + 2 < len(lines) and lines[n + 2].beside)
    return alone and n > floor and _is_short(lines[n]) and is_head(lines[n - 1])


def _is_cell(lines: Sequence[Piece], n: int, later: int) -> bool:
    """On one line with the dates: `later` is the latter of both."""
    return lines[later].beside and _is_short(lines[n])


def _is_short(line: Piece) -> bool:
    said = line.text
    return (
        not line.bullet
        and said[0].isupper()
        and not said.endswith((".", ";", ":", ","))
        and len(said.split()) <= _LONGEST_TITLE
    )


def _is_title(line: Piece) -> bool:
    return is_head(line) and title_score(line.text) > 0


def _is_whole(pieces: list[Piece], *, surely: bool = False) -> bool:
    head = head_of(pieces)
    return bool(head.title and head.company) and not (
        surely and head.title and head.title.sureness <= GUESSED
    )


def _is_title_above(lines: Sequence[Piece], n: int, floor: int) -> bool:
    """There may be a better title than the guess: "Joiner", and below it "Hartley and Sons | Bradford"."""
    return n > floor and _is_short(lines[n - 1]) and (lines[n - 1].after_gap or not lines[n].after_gap)


def _above(lines: Sequence[Piece], floor: int, anchor: int, *, alone: bool) -> list[int]:
    run: list[int] = []
    for k in range(anchor - 1, floor - 1, -1):
        known = (
            is_head(lines[k])
            or _is_aside(lines[k])
            or (k >= anchor - 2 and _is_placed(lines, k, floor, anchor))
        )
        if not known or len(run) == _MOST_HEADS:
            break
        run.insert(0, k)
        if len(run) == 1 and _is_whole([lines[k]], surely=_is_title_above(lines, k, floor)):
            break
    if any(is_head(lines[k]) and not _is_aside(lines[k]) for k in run) or not alone:
        return run
    first = next((k for k in range(floor, anchor) if is_head(lines[k]) and not _is_aside(lines[k])), None)
    if first is None:
        return run
    last = first
    while last + 1 < anchor and last - first < 2 and is_head(lines[last + 1]):
        last += 1
    return [*range(first, last + 1), *(k for k in run if k > last)]


def _below(lines: Sequence[Piece], anchor: int, ceiling: int, own: list[Piece], *, leave: bool) -> list[int]:
    run: list[int] = []
    for k in range(anchor + 1, ceiling):
        known = is_head(lines[k]) or _is_aside(lines[k]) or (k == anchor + 1 and _is_cell(lines, k, k))
        if len(run) == _MOST_HEADS - 1 or not known:
            break
        run.append(k)
        if _is_whole([*own, *(lines[j] for j in run)]):
            break
    if leave and run and run[-1] == ceiling - 1:
        return []
    return run


def is_head(line: Piece) -> bool:
    """Short, and written as names and titles are."""
    text = line.text
    if line.bullet or len(text) > _LONGEST_HEAD or is_duration(text):
        return False
    if text[0].islower() or (text.endswith((".", ";", ":")) and not is_organisation(text.split()[-1])):
        return False
    return _is_titled(text)


def _is_titled(text: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_][\w'\u2019.&/-]*", text)]
    if not words:
        return True
    doing = bool(_DOING.match(words[0])) and not _OPENS_A_TITLE.match(words[0])
    if doing and len(words) > 3 and title_score(APART.split(text)[0]) <= 0:
        return False
    long = [w for w in words if len(w) > 3] or words
    share = sum(w[0].isupper() for w in long) / len(long)
    return share >= 0.6 or (is_role(text) and len(words) <= 6 and not doing)


def _is_aside(line: Piece) -> bool:
    return not line.bullet and (
        is_places_only(line.value) or is_duration(line.text) or bool(URL_ONLY.fullmatch(line.text))
    )


def _undated(lines: tuple[Piece, ...]) -> tuple[list[Entry], list[Piece]]:
    """Without any date, a title begins an entry."""
    entries: list[Entry] = []
    left: list[Piece] = []
    for line in lines:
        if _COMPANY.match(line.text) or (is_head(line) and title_score(line.text) > 0):
            entries.append(Entry([line]))
        elif entries and not entries[-1].body and is_head(line):
            entries[-1].heads.append(line)
        else:
            (entries[-1].body if entries else left).append(line)
    return entries, left
