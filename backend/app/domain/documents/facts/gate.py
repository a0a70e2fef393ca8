"""The fact gate: each line of a document against the sources that it cites."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.documents.content import DocumentContent, Line, Source, lines_of
from app.domain.documents.facts.amounts.amounts import address_findings, date_findings, quantity_findings
from app.domain.documents.facts.checks.abilities import skill_findings
from app.domain.documents.facts.checks.additions import addition_findings
from app.domain.documents.facts.checks.employers import employer_findings
from app.domain.documents.facts.checks.findings import Finding
from app.domain.documents.facts.checks.headings import heading_findings
from app.domain.documents.facts.checks.hedges import hedge_findings
from app.domain.documents.facts.checks.institutions import institution_findings
from app.domain.documents.facts.checks.negations import negation_findings
from app.domain.documents.facts.checks.opposites import opposite_findings
from app.domain.documents.facts.checks.outcomes import outcome_findings
from app.domain.documents.facts.checks.posts import post_findings
from app.domain.documents.facts.checks.rivals import rival_findings
from app.domain.documents.facts.checks.scopes import scope_findings
from app.domain.documents.facts.checks.statements import statement_findings
from app.domain.documents.facts.checks.studies import degree_findings
from app.domain.documents.facts.checks.titles import rank_findings, title_findings
from app.domain.documents.facts.frames import LetterFrames
from app.domain.documents.facts.reading.clauses import as_told, clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.receipt import (
    Claim,
    ClaimKind,
    FaithfulnessReceipt,
    LineVerdict,
    Verdict,
)
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.grounds import Archive
from app.domain.documents.facts.sources.homes import nearest
from app.domain.documents.facts.sources.translated import translation
from app.domain.documents.facts.totals import receipt_of
from app.domain.documents.letters.occasion import Occasion
from app.domain.profile.model import Profile
from app.domain.shared.patience import patiently
from app.domain.shared.prose import fold

_CHECKS = (
    quantity_findings,
    date_findings,
    address_findings,
    skill_findings,
    negation_findings,
    rank_findings,
    title_findings,
    post_findings,
    heading_findings,
    employer_findings,
    institution_findings,
    scope_findings,
    rival_findings,
    hedge_findings,
    degree_findings,
    outcome_findings,
    addition_findings,
    opposite_findings,
    statement_findings,
)
_LONGEST_LINE = 5_000
_JOINTS = re.compile(r"[\s,;:()|/\u00b7\u2013\u2014-]*")


def check_facts(
    content: DocumentContent, profile: Profile, today: date, *, occasion: Occasion | None = None
) -> FaithfulnessReceipt:
    """Fails closed: a line without sources, or with one that does not exist, does not hold.

    A letter may name the posting of its `occasion`, and the sender's contact data.
    """
    archive = Archive(profile, today=today)
    letter = LetterFrames(archive, occasion, content.language) if content.letter else None
    lines = tuple(
        hold_in_letter(letter, archive, pointer=pointer, line=line)
        if letter
        else hold(archive, pointer=pointer, text=line.text, sources=line.sources)
        for pointer, line in patiently(lines_of(content))
    )
    return receipt_of(lines, profile=profile, checked=content)


def hold_in_letter(letter: LetterFrames, archive: Archive, *, pointer: str, line: Line) -> LineVerdict:
    """A frame, filled with what is cited, holds as it is; all else is held by the career alone."""
    text, sources = line.text, line.sources
    if letter.hold(text, sources):
        return LineVerdict(pointer=pointer, text=text, sources=sources, verdict=Verdict.SUPPORTED, claims=())
    own = tuple(source for source in sources if not letter.knows(source))
    why = letter.objection(text, own)
    if why is None and (own or not sources):
        return replace(hold(archive, pointer=pointer, text=text, sources=own), sources=sources)
    why = why or "Neither the posting says so, nor is it one of a letter's usual sentences."
    nearest = sources[0] if sources else None
    claim = Claim(ClaimKind.STATEMENT, text, Verdict.UNSUPPORTED, why, nearest, text)
    return LineVerdict(
        pointer=pointer, text=text, sources=sources, verdict=Verdict.UNSUPPORTED, claims=(claim,)
    )


def hold(archive: Archive, *, pointer: str, text: str, sources: tuple[Source, ...]) -> LineVerdict:
    claims = tuple(_claims(archive, text, sources))
    return LineVerdict(pointer=pointer, text=text, sources=sources, verdict=worst(claims), claims=claims)


def worst(claims: tuple[Claim, ...]) -> Verdict:
    found = {claim.verdict for claim in claims}
    for verdict in (Verdict.UNSUPPORTED, Verdict.DERIVED):
        if verdict in found:
            return verdict
    return Verdict.SUPPORTED


def _claims(archive: Archive, text: str, sources: tuple[Source, ...]) -> Iterator[Claim]:
    if not sources:
        yield Claim(ClaimKind.SOURCE, text, Verdict.UNSUPPORTED, "The line cites nothing.", clause=text)
        return
    unknown = [source for source in sources if not archive.knows(source)]
    if unknown:
        yield from (
            Claim(ClaimKind.SOURCE, str(s.id), Verdict.UNSUPPORTED, "The profile has no such item.", s, text)
            for s in unknown
        )
        return
    if is_quoted(text, archive.parts(sources)) and not _tells_levels(text, archive.ground(sources)):
        return
    of_one = len({source.id for source in sources}) == 1
    if of_one and (translated := translation(text, archive.texts(sources))):
        yield translated
        return
    if len(text) > _LONGEST_LINE:
        why = "Too long to be judged as one line."
        yield Claim(ClaimKind.STATEMENT, text[:80], Verdict.UNSUPPORTED, why, sources[0], text[:80])
        return
    line, ground = archive.facts(text), archive.ground(sources)
    for check in _CHECKS:
        for finding in check(line, ground):
            yield _claim(finding, line, ground, sources)


def _tells_levels(text: str, ground: Ground) -> bool:
    """Whether it gives several items and a level: each may be quoted, and stand with the wrong one."""
    several = len({p.source.id for p in ground.pieces}) > 1
    levels = (p.text for p in ground.pieces if p.source.field == "proficiency")
    return several and any(fold(level) in fold(text) for level in levels)


def _claim(finding: Finding, line: TextFacts, ground: Ground, sources: tuple[Source, ...]) -> Claim:
    return Claim(
        finding.kind,
        finding.text,
        finding.verdict,
        finding.why,
        _nearest(finding, line, ground, sources),
        as_told(line.text, clause_at(line.clauses, finding.start)),
    )


def _nearest(finding: Finding, line: TextFacts, ground: Ground, sources: tuple[Source, ...]) -> Source | None:
    """Only for what is refused: what holds has been found."""
    if finding.verdict is not Verdict.UNSUPPORTED:
        return None
    return nearest(line, ground, finding.start) or sources[0]


def is_quoted(text: str, parts: tuple[str, ...]) -> bool:
    """The person's own words, whole: texts, or sentences of them, joined by nothing but punctuation.

    Takes them folded, the longest first.
    """
    rest = fold(text)
    for known in parts:
        if known in rest:
            rest = re.sub(rf"(?<![\w+#]){re.escape(known)}(?![\w+#])", " ", rest)
    return _JOINTS.fullmatch(rest) is not None
