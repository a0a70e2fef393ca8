from app.domain.documents.ats.coverage import names_in, run_of
from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Applies, Finding, Rule, Seen, Spot, none_of
from app.domain.documents.content import SectionKind

ENOUGH_FOR_A_LETTER = 8
"""More of them in a page of prose is no letter any more."""
_NAMED = 12
_OFTEN = 6
_SHARE = 0.04
"""Of the words: what is named oftener than both is stuffed in."""
_CONTEXT = 1 / 3
_FEW = 3


def _coverage(seen: Seen) -> Finding | None:
    count = len(seen.found) + len(seen.missing)
    if not count:
        return None
    wanted = min(count, ENOUGH_FOR_A_LETTER) if seen.content.letter else count
    return Finding(
        share=len(seen.found) / wanted,
        evidence=f"{len(seen.found)} of the posting's {count} keywords are in the document.",
        fix=f"If they are true of you, name: {', '.join(seen.missing[:_NAMED])}.",
    )


def _stuffing(seen: Seen) -> Finding | None:
    if not seen.found:
        return None
    run = "".join(run_of(spot.text) for spot in seen.spots)
    most = max(_OFTEN, _SHARE * seen.word_count)
    counts = {keyword: run.count(run_of(keyword)) for keyword in seen.found}
    stuffed = [Spot("", f"{keyword}: {n} times") for keyword, n in counts.items() if n > most]
    finding = none_of(stuffed, clean="No keyword is repeated without need", found="Repeated", each=0.5)
    return Finding(share=finding.share, evidence=finding.evidence)


def _context(seen: Seen) -> Finding | None:
    """Named where it was used, and not in a list alone."""
    if len(seen.found) < _FEW:
        return None
    lists = tuple(
        f"/sections/{n}/" for n, s in enumerate(seen.content.sections) if s.kind is SectionKind.SKILLS
    )
    told = [spot.text for spot in seen.spots if not (lists and spot.pointer.startswith(lists))]
    used = names_in(told, seen.found)
    bare = [keyword for keyword in seen.found if keyword not in used]
    return Finding(
        share=len(used) / (_CONTEXT * len(seen.found)),
        evidence=f"{len(used)} of the {len(seen.found)} keywords found stand outside the list of skills too.",
        fix=f"Where it is true, say in a position what you did with: {', '.join(bare[:_NAMED])}.",
    )


def _skills_once(seen: Seen) -> Finding | None:
    items = [
        Spot(f"/sections/{s}/groups/{g}/items/{n}", item.text)
        for s, section in enumerate(seen.content.sections)
        if section.kind is SectionKind.SKILLS
        for g, group in enumerate(section.groups)
        for n, item in enumerate(group.items)
    ]
    first = {run_of(item.text): item.pointer for item in reversed(items)}
    twice = [item for item in items if first[run_of(item.text)] != item.pointer]
    return none_of(twice, clean="Each skill is listed once", found="Listed again") if items else None


RULES = (
    Rule(
        id="keywords",
        group=Group.KEYWORDS,
        severity=Severity.MAJOR,
        points=40,
        applies=Applies.BOTH,
        looks_at="The posting's keywords are named, under any of their usual names; of a letter eight are "
        "enough.",
        fix="Name those that are true of you.",
        judge=_coverage,
    ),
    Rule(
        id="keyword-stuffing",
        group=Group.KEYWORDS,
        severity=Severity.MAJOR,
        points=3,
        applies=Applies.BOTH,
        looks_at="No keyword stands there more than six times and more than once in 25 words: that is how "
        "stuffing is found.",
        fix="Leave it out where it says nothing new.",
        judge=_stuffing,
    ),
    Rule(
        id="keyword-context",
        group=Group.KEYWORDS,
        severity=Severity.MINOR,
        points=2,
        looks_at="A third of the keywords found, or more, stand also outside the list of skills, where they "
        "were used. Judged from three keywords on.",
        fix="Say in a position what you did with them.",
        judge=_context,
    ),
    Rule(
        id="skills-once",
        group=Group.KEYWORDS,
        severity=Severity.MINOR,
        points=1,
        looks_at="No skill is listed twice.",
        fix="List it once.",
        judge=_skills_once,
    ),
)
