"""What the gate makes of the corpus."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from time import process_time

from app.domain.documents.facts.gate import hold
from app.domain.documents.facts.receipt import LineVerdict, Verdict
from app.domain.documents.facts.sources.grounds import Archive
from tests.truth.corpus import Career, Case, Part

TODAY = date(2026, 6, 1)
CAUGHT = 0.98
CAUGHT_OF_A_KIND = 0.95
BLOCKED = 0.02
LINES_ON_TWO_PAGES = 60


def verdict(archive: Archive, case: Case) -> LineVerdict:
    return hold(archive, pointer="/lines/0", text=case.text, sources=case.sources)


@dataclass(frozen=True, slots=True)
class Outcome:
    case: Case
    verdict: LineVerdict

    @property
    def blocked(self) -> bool:
        return self.verdict.verdict is Verdict.UNSUPPORTED

    @property
    def wrong(self) -> bool:
        return self.blocked is (self.case.kind is None)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    total: int

    @property
    def share(self) -> float:
        return self.count / self.total if self.total else 0.0

    def __str__(self) -> str:
        return f"{self.count}/{self.total}"


def judge(
    careers: Iterable[Career], cases: Callable[[Career], Iterable[Case]] = lambda career: career.cases
) -> tuple[Outcome, ...]:
    found = []
    for career in careers:
        archive = Archive(career.profile, today=TODAY)
        found += [Outcome(case, verdict(archive, case)) for case in cases(career)]
    return tuple(found)


def caught(outcomes: Iterable[Outcome]) -> Share:
    inventions = [o for o in outcomes if o.case.kind]
    return Share(sum(o.blocked for o in inventions), len(inventions))


def blocked(outcomes: Iterable[Outcome]) -> Share:
    """True lines that were refused."""
    true = [o for o in outcomes if o.case.kind is None]
    return Share(sum(o.blocked for o in true), len(true))


def told_apart(outcomes: Iterable[Outcome]) -> Share:
    """Inventions that were caught though the true line they were made from passed."""
    outcomes = tuple(outcomes)
    passed = {(o.case.career, o.case.cited, o.case.text) for o in outcomes if not o.wrong}
    pairs = [o for o in outcomes if o.case.kind]
    apart = [o for o in pairs if o.blocked and (o.case.career, o.case.cited, o.case.truth) in passed]
    return Share(len(apart), len(pairs))


def by_kind(outcomes: Iterable[Outcome]) -> Mapping[str, Share]:
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.case.kind:
            kinds[outcome.case.kind].append(outcome)
    return {kind: caught(kinds[kind]) for kind in sorted(kinds)}


def milliseconds_for_two_pages(careers: Iterable[Career]) -> float:
    """Of the processor, for each career's lines as if for the first time, scaled to two pages."""
    lines, began = 0, process_time()
    for career in careers:
        archive = Archive(career.profile, today=TODAY)
        for case in career.cases[:LINES_ON_TWO_PAGES]:
            verdict(archive, case)
            lines += 1
    return 1000 * (process_time() - began) * LINES_ON_TWO_PAGES / max(lines, 1)


def missed_goals(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    """Over the open part: each language, and each kind over all of them."""
    outcomes = tuple(o for o in outcomes if o.case.part is Part.OPEN)
    parts: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        parts[outcome.case.language].append(outcome)
    missed = [
        f"{kind} caught {share}"
        for kind, share in by_kind(outcomes).items()
        if share.share < CAUGHT_OF_A_KIND
    ]
    for name, part in sorted(parts.items()):
        if caught(part).share < CAUGHT:
            missed.append(f"{name}: caught {caught(part)}")
        if blocked(part).share > BLOCKED:
            missed.append(f"{name}: truly said but blocked {blocked(part)}")
    return tuple(missed)
