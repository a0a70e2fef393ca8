"""The fact gate: each line of a document against the sources that it cites."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.documents.content import DocumentContent, Source, lines_of
from app.domain.documents.facts.amounts import address_claims, date_claims, quantity_claims
from app.domain.documents.facts.assertions import (
    degree_claims,
    name_claims,
    negation_claims,
    rank_claims,
    scope_claims,
    skill_claims,
    statement_claims,
)
from app.domain.documents.facts.grounds import Archive
from app.domain.documents.facts.receipt import (
    ALGORITHM,
    Claim,
    ClaimKind,
    FaithfulnessReceipt,
    LineVerdict,
    Verdict,
)
from app.domain.documents.fingerprint import fingerprint, profile_fingerprint
from app.domain.profile.model import Profile
from app.domain.shared.prose import fold, sentences

_CHECKS = (
    quantity_claims,
    date_claims,
    address_claims,
    skill_claims,
    negation_claims,
    rank_claims,
    scope_claims,
    degree_claims,
    name_claims,
    statement_claims,
)
_LONGEST_LINE = 5_000
_JOINTS = re.compile(r"[\s,;:()|/\u00b7\u2013\u2014-]*")


def check_facts(content: DocumentContent, profile: Profile, today: date) -> FaithfulnessReceipt:
    """Fails closed: a line without sources, or with one that does not exist, does not hold."""
    archive = Archive(profile, today=today)
    lines = tuple(
        hold(archive, pointer=pointer, text=line.text, sources=line.sources)
        for pointer, line in lines_of(content)
    )
    return receipt_of(lines, profile=profile, checked=content)


def receipt_of(lines: tuple[LineVerdict, ...], *, profile: Profile, checked: object) -> FaithfulnessReceipt:
    counts = {verdict: sum(line.verdict is verdict for line in lines) for verdict in Verdict}
    held = len(lines) - counts[Verdict.UNSUPPORTED]
    return FaithfulnessReceipt(
        algorithm=ALGORITHM,
        content_sha256=fingerprint(checked),
        profile_sha256=profile_fingerprint(profile),
        score=round(100 * held / len(lines), 1) if lines else 100.0,
        supported=counts[Verdict.SUPPORTED],
        derived=counts[Verdict.DERIVED],
        unsupported=counts[Verdict.UNSUPPORTED],
        lines=lines,
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
        yield Claim(ClaimKind.SOURCE, text, Verdict.UNSUPPORTED, "The line cites nothing.")
        return
    unknown = [source for source in sources if not archive.knows(source)]
    if unknown:
        yield from (
            Claim(ClaimKind.SOURCE, str(s.id), Verdict.UNSUPPORTED, "The profile has no such item.", s)
            for s in unknown
        )
        return
    if is_quoted(text, archive.texts(sources)):
        return
    if len(text) > _LONGEST_LINE:
        yield Claim(ClaimKind.STATEMENT, text[:80], Verdict.UNSUPPORTED, "Too long to be judged as one line.")
        return
    line, ground = archive.facts(text), archive.ground(sources)
    for check in _CHECKS:
        yield from check(line, ground)


def is_quoted(text: str, said: tuple[str, ...]) -> bool:
    """The person's own words, whole: texts, or sentences of them, joined by nothing but punctuation."""
    rest = fold(text)
    parts = {fold(part) for each in said for part in (each, *sentences(each))}
    for known in sorted(parts, key=lambda k: (-len(k), k)):
        if known and known in rest:
            rest = re.sub(rf"(?<![\w+#]){re.escape(known)}(?![\w+#])", " ", rest)
    return _JOINTS.fullmatch(rest) is not None
