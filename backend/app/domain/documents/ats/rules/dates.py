import re
from collections import Counter
from itertools import pairwise

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Finding, Rule, Seen, Spot, all_but
from app.domain.documents.content import Entry, SectionKind
from app.domain.documents.facts.amounts.moments import Dated, Moment, Stretch, dated

_KINDS = (SectionKind.EXPERIENCE, SectionKind.EDUCATION)
_MONTH_FORMS = (
    ("2019-03", re.compile(r"\d{4}-\d{2}")),
    ("03/2019", re.compile(r"\d{1,2}[/.]\d{4}")),
    ("Mar 2019", re.compile(r"[^\W\d_]{3,}\.?,?\s+(?:\w{1,3}\.?\s+)?\d{4}")),
)
_NOW = Moment(9999, None)


def _present(seen: Seen) -> Finding | None:
    entries = list(seen.entries(*_KINDS))
    undated = [Spot(p, e.title.text) for p, e in entries if not (e.dates and e.dates.text.strip())]
    return all_but(undated, len(entries), "entries have dates")


def _readable(seen: Seen) -> Finding | None:
    written = _written(seen)
    return all_but([spot for spot in written if not dated(spot.text)], len(written), "dates read as such")


def _one_form(seen: Seen) -> Finding | None:
    forms = [(spot, form) for spot in _written(seen) if (form := _form(spot.text))]
    if not forms:
        return None
    usual = Counter(form for _, form in forms).most_common(1)[0][0]
    other = [spot for spot, form in forms if form != usual]
    return all_but(other, len(forms), f"dates with a month are written as {usual}")


def _form(text: str) -> str | None:
    return next((name for name, form in _MONTH_FORMS if form.search(text)), None)


def _newest_first(seen: Seen) -> Finding | None:
    late, count = [], 0
    for s, section in enumerate(seen.content.sections):
        if section.kind is not SectionKind.EXPERIENCE:
            continue
        known = [(n, e, when) for n, e in enumerate(section.entries) if (when := _stretch(e))]
        count += len(known)
        for (_, _, before), (n, entry, when) in pairwise(known):
            if _is_later(when.start, before.start) and _is_later(when.end or _NOW, before.end or _NOW):
                late.append(Spot(f"/sections/{s}/entries/{n}", entry.title.text))
    return all_but(late, count, "positions stand with the newest first") if count > 1 else None


def _forward(seen: Seen) -> Finding | None:
    stretches = [
        (spot, found.what)
        for spot in _written(seen)
        for found in dated(spot.text)
        if isinstance(found.what, Stretch) and found.what.end
    ]
    back = [spot for spot, what in stretches if what.end and _is_later(what.start, what.end)]
    return all_but(back, len(stretches), "stretches of time end after they begin")


def _stretch(entry: Entry) -> Stretch | None:
    found = dated(entry.dates.text) if entry.dates else ()
    return _as_stretch(found[0]) if found else None


def _as_stretch(found: Dated) -> Stretch:
    return found.what if isinstance(found.what, Stretch) else Stretch(found.what, found.what)


def _is_later(one: Moment, other: Moment) -> bool:
    """For certain: of the same year only where both months are known."""
    if one.year != other.year or one.month is None or other.month is None:
        return one.year > other.year
    return one.month > other.month


def _written(seen: Seen) -> list[Spot]:
    entries = seen.entries(*_KINDS)
    return [Spot(f"{p}/dates", e.dates.text) for p, e in entries if e.dates and e.dates.text.strip()]


RULES = (
    Rule(
        id="dates-present",
        group=Group.DATES,
        severity=Severity.MAJOR,
        points=5,
        looks_at="Every position and degree has dates.",
        fix="Add dates to the entries named.",
        judge=_present,
    ),
    Rule(
        id="dates-readable",
        group=Group.DATES,
        severity=Severity.MAJOR,
        points=5,
        looks_at="Dates read as dates: a year of four digits, a month before it in words or digits.",
        fix="Write them as Mar 2019 - Present.",
        judge=_readable,
    ),
    Rule(
        id="dates-consistent",
        group=Group.DATES,
        severity=Severity.MINOR,
        points=2,
        looks_at="Months are written in one way throughout: in words, as 03/2019, or as 2019-03. Years alone "
        "may stand beside them.",
        fix="Write all months in the same way.",
        judge=_one_form,
    ),
    Rule(
        id="dates-newest-first",
        group=Group.DATES,
        severity=Severity.MINOR,
        points=2,
        looks_at="The positions of a section stand with the newest first. Of those that overlap, either may.",
        fix="Move the entries named up.",
        judge=_newest_first,
    ),
    Rule(
        id="dates-forward",
        group=Group.DATES,
        severity=Severity.MINOR,
        points=1,
        looks_at="No stretch of time ends before it begins.",
        fix="Exchange the two dates, or mend the one that is wrong.",
        judge=_forward,
    ),
)
