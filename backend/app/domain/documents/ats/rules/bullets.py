import re

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Finding, Rule, Seen, Spot, all_but
from app.domain.documents.content import SectionKind

_LONGEST = 320
_MARK = re.compile(
    r"\s*(?:[\u2022\u25cf\u25aa\u25e6\u2023\u2043\u00b7*>]|[-\u2013\u2014+](?=\s)|\d{1,2}[.)](?=\s)|o\s(?=[A-Z]))"
)


def _short(seen: Seen) -> Finding | None:
    bullets = _bullets(seen)
    long = [bullet for bullet in bullets if len(bullet.text) > _LONGEST]
    return all_but(long, len(bullets), f"bullets have {_LONGEST} characters at most")


def _unmarked(seen: Seen) -> Finding | None:
    bullets = _bullets(seen)
    marked = [bullet for bullet in bullets if _MARK.match(bullet.text)]
    return all_but(marked, len(bullets), "bullets begin with a word and not with a mark of their own")


def _told(seen: Seen) -> Finding | None:
    """The first position of the career; older ones may be named only."""
    for pointer, entry in seen.entries(SectionKind.EXPERIENCE):
        told = bool(entry.bullets or entry.text)
        return Finding(
            share=float(told),
            evidence="The first position says what was done."
            if told
            else f"Nothing is said of what was done as “{entry.title.text}”.",
            where=(pointer,),
        )
    return None


def _bullets(seen: Seen) -> list[Spot]:
    return [spot for spot in seen.spots if "/bullets/" in spot.pointer]


RULES = (
    Rule(
        id="bullet-length",
        group=Group.BULLETS,
        severity=Severity.MINOR,
        points=3,
        looks_at=f"No bullet has more than {_LONGEST} characters.",
        fix="Split the bullets named.",
        judge=_short,
    ),
    Rule(
        id="bullet-marks",
        group=Group.BULLETS,
        severity=Severity.MINOR,
        points=1,
        looks_at="A bullet's text has no mark or number of its own before its first word.",
        fix="Leave the mark out: the template sets it.",
        judge=_unmarked,
    ),
    Rule(
        id="bullet-newest",
        group=Group.BULLETS,
        severity=Severity.MAJOR,
        points=2,
        looks_at="The first position says what was done there, in bullets or a sentence.",
        fix="Add what you did there and what came of it.",
        judge=_told,
    ),
)
