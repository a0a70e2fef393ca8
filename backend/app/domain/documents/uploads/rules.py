"""What is asked of a resume that a person wrote, beside what is asked of every document."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Finding, Rule, Seen, Spot, pointers, quoted
from app.domain.documents.content import SectionKind
from app.domain.documents.facts.amounts.moments import Moment, Stretch, dated
from app.domain.profile.results import says_result

SHORTEST_GAP = 6
"""Months between two positions that a reader asks about."""
_MONTHS = 12
_ENOUGH = 0.5
"""Of the bullets: so many are to say what came of the work."""
_WEAK = re.compile(
    r"(?:I (?:was|am) )?(?:was |were )?"
    r"(?:responsible for|in charge of|tasked with|charged with|involved in|worked on|"
    r"dut(?:y|ies) (?:included?|were)|"
    r"responsibilities (?:included?|were)|"
    r"verantwortlich für|zuständig für|zu meinen aufgaben|aufgaben waren|mitarbeit (?:an|bei)|"
    r"responsables? (?:de|du|des)|chargée? (?:de|du|des)|en charge (?:de|du|des)|"
    r"encargad[oa] de|a cargo de|ansvarig för)\b",
    re.IGNORECASE,
)


def weak_opening(text: str) -> str | None:
    """The words that say that something was somebody's task, and not what was done."""
    found = _WEAK.match(text.strip())
    return found[0] if found else None


def _results(seen: Seen) -> Finding | None:
    bullets = list(_told(seen))
    bare = [spot for spot in bullets if not says_result(spot.text)]
    if not bullets:
        return None
    said = len(bullets) - len(bare)
    share = min(1.0, said / (_ENOUGH * len(bullets)))
    named = f" Not: {quoted(bare)}." if bare and share < 1 else ""
    return Finding(
        share=share,
        evidence=f"{said} of {len(bullets)} bullets say what came of it.{named}",
        where=pointers(bare),
    )


def _verbs(seen: Seen) -> Finding | None:
    bullets = list(_told(seen))
    weak = [spot for spot in bullets if weak_opening(spot.text)]
    if not bullets:
        return None
    named = f" Not: {quoted(weak)}." if weak else ""
    return Finding(
        share=1 - len(weak) / len(bullets),
        evidence=f"{len(bullets) - len(weak)} of {len(bullets)} bullets begin with what was done.{named}",
        where=pointers(weak),
    )


def _no_gaps(seen: Seen) -> Finding | None:
    """Between months that are known. Until now is not looked at: that would change with the day."""
    held = sorted(_held(seen), key=lambda each: (_index(each[1].start), each[0].pointer))
    if len(held) < 2:
        return None
    gaps: list[Spot] = []
    until = held[0]
    for before, after in pairwise(held):
        until = before if _ends(before[1]) > _ends(until[1]) else until
        months = _index(after[1].start) - _ends(until[1]) - 1
        if months >= SHORTEST_GAP:
            gaps.append(Spot(after[0].pointer, f"{months} months before {after[0].text}"))
    evidence = f"Time without a position: {quoted(gaps)}." if gaps else "No long time is left out."
    return Finding(share=1 - 0.5 * len(gaps), evidence=evidence, where=pointers(gaps))


def _told(seen: Seen) -> Iterator[Spot]:
    for pointer, entry in seen.entries(SectionKind.EXPERIENCE):
        for n, bullet in enumerate(entry.bullets):
            yield Spot(f"{pointer}/bullets/{n}", bullet.text)


def _held(seen: Seen) -> Iterator[tuple[Spot, Stretch]]:
    """Positions whose first month is known."""
    for pointer, entry in seen.entries(SectionKind.EXPERIENCE):
        found = dated(entry.dates.text) if entry.dates else ()
        what = found[0].what if found else None
        if isinstance(what, Moment):
            what = Stretch(what, what)
        if what and what.start.month:
            named = entry.title.text or (entry.organization.text if entry.organization else "")
            yield Spot(pointer, named), what


def _index(moment: Moment) -> int:
    return moment.year * _MONTHS + (moment.month or 1) - 1


def _ends(stretch: Stretch) -> int:
    """A year alone lasts to its end; what lasts still, for ever."""
    if stretch.end is None:
        return 9999 * _MONTHS
    return stretch.end.year * _MONTHS + (stretch.end.month or _MONTHS) - 1


RULES = (
    Rule(
        id="upload-results",
        group=Group.BULLETS,
        severity=Severity.MAJOR,
        points=8,
        looks_at="Half of the bullets of positions, or more, say what came of the work: a figure, or what "
        "became more, less, better or done.",
        fix="Say what came of it, in figures where you know them.",
        judge=_results,
    ),
    Rule(
        id="upload-verbs",
        group=Group.BULLETS,
        severity=Severity.MINOR,
        points=4,
        looks_at="Bullets begin with what was done, and not with whose task it was.",
        fix="Begin with the verb that says what you did.",
        judge=_verbs,
    ),
    Rule(
        id="upload-gaps",
        group=Group.DATES,
        severity=Severity.MINOR,
        points=3,
        looks_at=f"No {SHORTEST_GAP} months or more between two positions are left out.",
        fix="Name what you did in that time, or leave it and have an answer ready.",
        judge=_no_gaps,
    ),
)
