from collections.abc import Sequence

from app.domain.documents.ats.coverage import coverage
from app.domain.documents.ats.receipt import AtsReceipt
from app.domain.documents.ats.rule import look_at
from app.domain.documents.ats.rules import RULES
from app.domain.documents.content import DocumentContent
from app.domain.documents.fingerprint import fingerprint
from app.domain.documents.readback import ReadBackReceipt
from app.domain.shared.bands import band_of

ALGORITHM = "ats-2.0"


def ats_score(
    content: DocumentContent,
    *,
    keywords: Sequence[str] = (),
    read: ReadBackReceipt | None = None,
    file_name: str | None = None,
) -> AtsReceipt:
    """`read` is what the finished file gave back, of whatever format it is."""
    found, missing = coverage(content, keywords)
    seen = look_at(content, keywords=(found, missing), read=read, file_name=file_name)
    judged = (rule.result(seen) for rule in RULES if rule.is_for(content))
    results = tuple(result for result in judged if result)
    total = round(100 * sum(r.points for r in results) / sum(r.of for r in results), 1)
    return AtsReceipt(
        algorithm=ALGORITHM,
        inputs_sha256=fingerprint(ALGORITHM, content, [*found, *missing], read, file_name),
        total=total,
        band=band_of(total),
        rules=results,
        keywords_found=found,
        keywords_missing=missing,
        file_name=file_name,
    )
