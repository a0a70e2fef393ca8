"""A version of a resume or cover letter for a job: its content, its receipts and its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.domain.documents.ats import AtsReceipt, ats_score
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import ClaimsUnsupported
from app.domain.documents.facts import FaithfulnessReceipt, LineVerdict, Verdict
from app.domain.documents.ports import Format, Layout
from app.domain.documents.readback import ReadBackReceipt
from app.domain.shared.entity import Entity
from app.domain.shared.errors import Flaw
from app.domain.shared.ids import DocumentId, GenerationId, JobId, ProfileId, UserId

_LONGEST_WHY = 500


class DocumentType(StrEnum):
    RESUME = "resume"
    COVER_LETTER = "cover_letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the receipts come to; None is not judged yet."""

    faithfulness: float | None
    """0 to 100: the share of lines that hold."""
    ats: float | None
    """0 to 100."""
    read_back: float | None
    """0 to 1: the share of fields that two readers got back."""


@dataclass(slots=True, kw_only=True, eq=False)
class Document(Entity):
    user_id: UserId
    generation_id: GenerationId | None = None
    job_id: JobId | None = None
    profile_id: ProfileId | None = None
    document_type: DocumentType
    version_number: int
    """Counts the versions for one job and type, from 1."""
    title: str
    layout: Layout
    parameters: Mapping[str, Any] = field(default_factory=dict)
    """The options that it was generated with."""
    content: DocumentContent
    faithfulness: FaithfulnessReceipt | None = None
    ats: AtsReceipt | None = None
    read_back: ReadBackReceipt | None = None
    created_at: datetime
    updated_at: datetime

    @property
    def scores(self) -> Scores:
        return Scores(
            faithfulness=self.faithfulness.score if self.faithfulness else None,
            ats=self.ats.total if self.ats else None,
            read_back=self.read_back.recall if self.read_back else None,
        )

    @property
    def keywords(self) -> tuple[str, ...]:
        """Of the posting, as the ATS receipt knows them."""
        return self.ats.keywords_found + self.ats.keywords_missing if self.ats else ()

    def require_faithful(self) -> None:
        """Raises ClaimsUnsupported: what the profile does not bear out leaves the house in no file."""
        lines = self.faithfulness.lines if self.faithfulness else ()
        flaws = tuple(_flaw(line) for line in lines if line.verdict is Verdict.UNSUPPORTED)
        if flaws:
            raise ClaimsUnsupported("Some lines say what the profile does not.", flaws=flaws)

    def read_as(self, receipt: ReadBackReceipt) -> None:
        """What its own file gives back, which the ATS score rests on too."""
        self.read_back = receipt
        self.ats = ats_score(
            self.content, keywords=self.keywords, recall=receipt.recall, in_order=receipt.in_order
        )


def _flaw(line: LineVerdict) -> Flaw:
    whys = [claim.why for claim in line.claims if claim.verdict is Verdict.UNSUPPORTED]
    return Flaw(f"/content{line.pointer}", "unsupported", " ".join(whys)[:_LONGEST_WHY])


@dataclass(slots=True, kw_only=True, eq=False)
class Export(Entity):
    """A document made into a file."""

    document_id: DocumentId
    format: Format
    layout: Layout
    storage_key: str
    sha256: str
    """Hex, of the file; its ETag."""
    size: int
    """Bytes."""
    pages: int | None = None
    read_back: ReadBackReceipt | None = None
    created_at: datetime
