from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.documents.ats.coverage import coverage
from app.domain.documents.ats.receipt import AtsReceipt, Group, RuleResult
from app.domain.documents.ats.rule import Applies, Rule, look_at
from app.domain.documents.ats.rules import RULES as OF_DOCUMENTS
from app.domain.documents.fingerprint import fingerprint
from app.domain.documents.ports import FileFacts, Format
from app.domain.documents.uploads.laying import Laid
from app.domain.documents.uploads.rules import RULES as OF_UPLOADS
from app.domain.resumes.files import FileKind
from app.domain.shared.bands import band_of

ALGORITHM = "upload-1.0"
"""The rules of `ats-2.0` that can be held to a foreign file, and those of uploads."""
RULES = (*(rule for rule in OF_DOCUMENTS if rule.applies is not Applies.LETTER), *OF_UPLOADS)
FORMATS = {FileKind.PDF: Format.PDF, FileKind.DOCX: Format.DOCX, FileKind.TXT: Format.TEXT}
_NO_ORIGINAL = "It compares a file with what was put into it, which nobody knows of a file from elsewhere."
_NOT_LOOKED_AT = "Only the text of the file was read."
_BY_DESIGN: Mapping[str, str] = {
    **dict.fromkeys(("read-back", "read-back-contacts", "order"), _NO_ORIGINAL),
    **dict.fromkeys(
        (
            "heading-marked",
            "file-pictures",
            "file-fonts",
            "file-body",
            "file-title",
            "file-author",
            "file-language",
        ),
        _NOT_LOOKED_AT,
    ),
    "link-honest": "Where a link leads, beside what it shows, was not read.",
    "wording-language": "The language was told by this very text.",
}
_NO_POSTING = "No posting was named."
_NOTHING = "There is nothing in it that this rule looks at."


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A foreign file, as far as a rule may look at it."""

    laid: Laid
    kind: FileKind
    size: int
    pages: int
    name: str

    @property
    def facts(self) -> FileFacts | None:
        """None for kinds of which we know nothing."""
        if self.kind not in FORMATS:
            return None
        pages = None if self.kind is FileKind.TXT else self.pages
        return FileFacts(format=FORMATS[self.kind], size=self.size, pages=pages)


@dataclass(frozen=True, slots=True)
class Unjudged:
    rule: str
    group: Group
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadReceipt(AtsReceipt):
    """As a document's. `where` are JSON Pointers within the reading."""

    unjudged: tuple[Unjudged, ...]
    """Rules that took no part, and why."""


def score_upload(upload: Upload, *, keywords: Sequence[str] = ()) -> UploadReceipt:
    results = judged(upload, keywords=keywords)
    found, missing = coverage(upload.laid.content, keywords)
    total = total_of(results)
    told = {result.rule for result in results}
    inputs = (upload.laid.content, [*found, *missing], upload.kind, upload.size, upload.pages, upload.name)
    return UploadReceipt(
        algorithm=ALGORITHM,
        inputs_sha256=fingerprint(ALGORITHM, *inputs),
        total=total,
        band=band_of(total),
        rules=tuple(_in_the_reading(result, upload.laid) for result in results),
        keywords_found=found,
        keywords_missing=missing,
        file_name=upload.name,
        unjudged=tuple(_unjudged(rule, bool(keywords)) for rule in RULES if rule.id not in told),
    )


def judged(upload: Upload, *, keywords: Sequence[str] = ()) -> tuple[RuleResult, ...]:
    """What each rule gave; `where` are pointers within the content."""
    words = coverage(upload.laid.content, keywords)
    seen = look_at(upload.laid.content, keywords=words, file_name=upload.name, own_file=upload.facts)
    found = (rule.result(seen) for rule in RULES if rule.id not in _BY_DESIGN)
    return tuple(result for result in found if result)


def total_of(results: Sequence[RuleResult]) -> float:
    return round(100 * sum(r.points for r in results) / sum(r.of for r in results), 1)


def _unjudged(rule: Rule, posting: bool) -> Unjudged:
    without_posting = _NO_POSTING if rule.group is Group.KEYWORDS and not posting else _NOTHING
    return Unjudged(rule.id, rule.group, _BY_DESIGN.get(rule.id, without_posting))


def _in_the_reading(result: RuleResult, laid: Laid) -> RuleResult:
    return replace(result, where=tuple(dict.fromkeys(_fields(result.where, laid))))


def _fields(where: Sequence[str], laid: Laid) -> Iterator[str]:
    for pointer in where:
        place = laid.places.get(pointer)
        if place and place.field:
            yield place.field
