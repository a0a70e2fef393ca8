from collections.abc import Sequence

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Finding, Rule, Seen, Spot, all_but, quoted
from app.domain.documents.content import Section, SectionKind
from app.domain.documents.facts.texts.outline import heading_kind
from app.domain.documents.printable import printable

_CAREER = (SectionKind.EXPERIENCE, SectionKind.EDUCATION)
_ONE_OF = frozenset({*_CAREER, SectionKind.SUMMARY, SectionKind.SKILLS})
_FIRST, _LAST = frozenset({SectionKind.SUMMARY}), frozenset({SectionKind.INTERESTS, SectionKind.OTHER})
_LONGEST_TITLE = 40


def _has_career(seen: Seen) -> Finding:
    return _has(seen, _CAREER)


def _has_skills(seen: Seen) -> Finding:
    return _has(seen, (SectionKind.SKILLS,))


def _has(seen: Seen, kinds: tuple[SectionKind, ...]) -> Finding:
    there = any(section.kind in kinds and _is_filled(section) for section in seen.content.sections)
    titles = ", ".join(section.title for section in seen.content.sections)
    return Finding(share=float(there), evidence=f"Sections: {titles}." if titles else "No sections.")


def _is_filled(section: Section) -> bool:
    return bool(section.paragraphs or section.entries or section.groups or section.bullets)


def _standard(seen: Seen) -> Finding | None:
    titles = _titles(seen)
    own = [title for title in titles if heading_kind(title.text) is None]
    finding = all_but(own, len(titles), "titles are usual ones")
    fix = f"Give another title, one that every system knows, to {quoted(own)}." if own else None
    return finding and Finding(share=finding.share, evidence=finding.evidence, where=finding.where, fix=fix)


def _order(seen: Seen) -> Finding | None:
    """As they follow each other in the file, where that is known."""
    sections = seen.content.sections
    order = (seen.read and seen.read.order) or range(len(sections))
    if len(sections) <= 1 or sorted(order) != list(range(len(sections))):
        return None
    kept = _longest_rising([(_rank(sections[n]), n) for n in order])
    spots = [Spot(f"/sections/{n}", sections[n].title) for n in order if n not in kept]
    return all_but(spots, len(sections), "sections stand where they are looked for")


def _longest_rising(ranked: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The numbers of as many as can stay where they are, so that no rank falls."""
    best: list[tuple[int, ...]] = []
    for place, (rank, n) in enumerate(ranked):
        before = [best[k] for k in range(place) if ranked[k][0] <= rank]
        best.append((*_longest(before), n))
    return frozenset(_longest(best))


def _longest(chains: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return max(chains, key=len) if chains else ()


def _rank(section: Section) -> int:
    return 0 if section.kind in _FIRST else 2 if section.kind in _LAST else 1


def _short(seen: Seen) -> Finding | None:
    titles = _titles(seen)
    long = [t for t in titles if len(t.text) > _LONGEST_TITLE or not t.text.rstrip()[-1].isalnum()]
    return all_but(long, len(titles), "titles are short and end with a word")


def _marked(seen: Seen) -> Finding | None:
    if seen.file is None or seen.file.headings is None:
        return None
    marked = {_plain(heading) for heading in seen.file.headings}
    titles = _titles(seen)
    unmarked = [title for title in titles if _plain(title.text) not in marked]
    return all_but(unmarked, len(titles), "titles are marked as headings in the file")


def _plain(title: str) -> str:
    return printable(title).casefold()


def _titles(seen: Seen) -> list[Spot]:
    sections = enumerate(seen.content.sections)
    return [Spot(f"/sections/{n}/title", s.title) for n, s in sections if s.title.strip()]


def _employers(seen: Seen) -> Finding | None:
    entries = list(seen.entries(*_CAREER))
    lacking = [
        Spot(pointer, entry.title.text)
        for pointer, entry in entries
        if not (entry.title.text.strip() and entry.organization and entry.organization.text.strip())
    ]
    return all_but(lacking, len(entries), "entries name what and where")


RULES = (
    Rule(
        id="section-career",
        group=Group.SECTIONS,
        severity=Severity.CRITICAL,
        points=8,
        looks_at="There is a section on experience or on education, and it is not empty.",
        fix="Add a section on experience or education.",
        judge=_has_career,
    ),
    Rule(
        id="section-skills",
        group=Group.SECTIONS,
        severity=Severity.MAJOR,
        points=4,
        looks_at="There is a section on skills, and it is not empty.",
        fix="Add a section on skills.",
        judge=_has_skills,
    ),
    Rule(
        id="section-titles",
        group=Group.SECTIONS,
        severity=Severity.MAJOR,
        points=3,
        looks_at="Sections have titles that every system knows, in any of the languages that documents have.",
        fix="Give each section a usual title.",
        judge=_standard,
    ),
    Rule(
        id="section-order",
        group=Group.SECTIONS,
        severity=Severity.MINOR,
        points=1,
        looks_at="In the file a summary comes first, and interests and whatever else come last.",
        fix="Move the summary up, and interests and the like down.",
        judge=_order,
    ),
    Rule(
        id="heading-short",
        group=Group.HEADINGS,
        severity=Severity.MINOR,
        points=1,
        looks_at=f"A title has {_LONGEST_TITLE} characters at most and ends with a letter or a digit.",
        fix="Shorten the title, and leave out what follows its last word.",
        judge=_short,
    ),
    Rule(
        id="heading-marked",
        group=Group.HEADINGS,
        severity=Severity.MAJOR,
        points=2,
        looks_at="Of a Word document: section titles are headings, not only large letters.",
        fix="Give section titles one of Word's heading styles.",
        judge=_marked,
    ),
    Rule(
        id="entry-whole",
        group=Group.ENTRIES,
        severity=Severity.MAJOR,
        points=3,
        looks_at="Every position and degree names what it was and at which employer or school.",
        fix="Name the employer or the school.",
        judge=_employers,
    ),
)
