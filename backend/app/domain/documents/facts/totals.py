"""From the verdicts on the lines to the receipt of the whole."""

from app.domain.documents.facts.receipt import (
    ALGORITHM,
    ClaimCount,
    ClaimKind,
    FaithfulnessCap,
    FaithfulnessReceipt,
    LineVerdict,
    Verdict,
)
from app.domain.documents.fingerprint import fingerprint, profile_fingerprint
from app.domain.profile.model import Profile
from app.domain.shared.bands import band_of

_NOT_OUT = 49.0
"""What says even one thing that is not so cannot be called fair."""


def receipt_of(lines: tuple[LineVerdict, ...], *, profile: Profile, checked: object) -> FaithfulnessReceipt:
    counts = {verdict: sum(line.verdict is verdict for line in lines) for verdict in Verdict}
    failing = counts[Verdict.UNSUPPORTED]
    score = round(100 * (len(lines) - failing) / len(lines), 1) if lines else 100.0
    cap = _cap(failing, len(lines))
    total = min(score, cap.limit) if cap else score
    content, person = fingerprint(checked), profile_fingerprint(profile)
    return FaithfulnessReceipt(
        algorithm=ALGORITHM,
        content_sha256=content,
        profile_sha256=person,
        inputs_sha256=fingerprint([ALGORITHM, content, person]),
        score=score,
        supported=counts[Verdict.SUPPORTED],
        derived=counts[Verdict.DERIVED],
        unsupported=failing,
        lines=lines,
        total=total,
        band=band_of(total),
        cap=cap,
        quoted=sum(not line.claims for line in lines),
        claims=tuple(_counted(lines)),
    )


def _cap(failing: int, lines: int) -> FaithfulnessCap | None:
    if not failing:
        return None
    does = "does" if failing == 1 else "do"
    return FaithfulnessCap(_NOT_OUT, f"{failing} of {lines} lines {does} not hold; it may not go out.")


def _counted(lines: tuple[LineVerdict, ...]) -> list[ClaimCount]:
    claims = [claim for line in lines for claim in line.claims]
    found = []
    for kind in ClaimKind:
        of_kind = [claim.verdict for claim in claims if claim.kind is kind]
        if of_kind:
            found.append(ClaimCount(kind, *(of_kind.count(verdict) for verdict in Verdict)))
    return found
