"""A version of a resume or cover letter for a job: its content, its receipts and its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.domain.documents.approval import (
    Approval,
    ApprovedLine,
    approved_lines,
    open_claims,
    open_lines,
    still_meant,
)
from app.domain.documents.arranging import titled
from app.domain.documents.ats import AtsReceipt, ats_score
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import (
    ClaimsUnsupported,
    DocumentFrozen,
    NoSuchClaim,
    NothingToApprove,
    WrongKindOfContent,
)
from app.domain.documents.facts import FaithfulnessReceipt, LineVerdict, Verdict
from app.domain.documents.naming import file_name
from app.domain.documents.ports import Format, Layout
from app.domain.documents.readback import ReadBackReceipt
from app.domain.documents.standing import Prints
from app.domain.shared.entity import Entity
from app.domain.shared.errors import Flaw
from app.domain.shared.ids import DocumentId, GenerationId, JobId, ProfileId, UserId

_LONGEST_WHY = 500


class DocumentType(StrEnum):
    RESUME = "resume"
    COVER_LETTER = "cover_letter"

    def require(self, content: DocumentContent) -> None:
        """Raises WrongKindOfContent."""
        is_letter = self is DocumentType.COVER_LETTER
        if is_letter and content.letter is None:
            raise WrongKindOfContent("A cover letter needs a letter.")
        if content.sections if is_letter else content.letter:
            raise WrongKindOfContent("A resume has sections, and a cover letter has a letter.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the receipts come to; None is not judged yet."""

    faithfulness: float | None
    """0 to 100: the share of lines that hold."""
    ats: float | None
    """0 to 100."""
    read_back: float | None
    """0 to 1: the share of fields that two readers got back."""


@dataclass(frozen=True, slots=True)
class ClaimsOfLine:
    """Which claims of a line are meant: these, or None for all of them."""

    pointer: str
    claims: tuple[str, ...] | None = None


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
    source_prints: Prints = field(default_factory=dict)
    """What its sources said when it was judged."""
    approvals: tuple[Approval, ...] = ()
    """What a person stands in for; a line that was changed since is no longer meant."""
    pinned: bool = False
    """The one that is current, whatever comes after it: one at most for a job and type."""
    frozen_at: datetime | None = None
    """When it went out with an application. From then on it stays as it is, and so do its files."""
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

    @property
    def frozen(self) -> bool:
        return self.frozen_at is not None

    def freeze(self, *, now: datetime) -> None:
        """It goes out with an application; the first time counts. Raises ClaimsUnsupported."""
        self.require_faithful()
        self.frozen_at = self.frozen_at or now

    def release(self) -> None:
        """No application holds it any more."""
        self.frozen_at = None

    def require_unfrozen(self) -> None:
        """Raises DocumentFrozen."""
        if self.frozen:
            raise DocumentFrozen("This was sent with an application, and stays as it went out.")

    def file_name(self, format: Format) -> str:
        """What its file is called, as far as the document alone can tell."""
        return f"{file_name(self.content.header.name.text, self.title)}.{format.extension}"

    def draft(self, content: DocumentContent, *, title: str, layout: Layout, now: datetime) -> "Document":
        """Of the version after it: not judged yet, with what was approved here and is still meant."""
        return Document(
            user_id=self.user_id,
            job_id=self.job_id,
            profile_id=self.profile_id,
            document_type=self.document_type,
            version_number=self.version_number + 1,
            title=title,
            layout=layout,
            parameters=self.parameters,
            content=content,
            approvals=still_meant(self.approvals, content),
            created_at=now,
            updated_at=now,
        )

    def require_faithful(self) -> None:
        """Raises ClaimsUnsupported: what the profile does not bear out leaves the house in no file."""
        flaws = tuple(_flaw(line) for line in self.open_lines)
        if flaws:
            raise ClaimsUnsupported("Some lines say what the profile does not.", flaws=flaws)

    @property
    def open_lines(self) -> tuple[LineVerdict, ...]:
        """Neither borne out nor approved."""
        return open_lines(self.faithfulness.lines if self.faithfulness else (), self.approvals)

    @property
    def approved_lines(self) -> tuple[ApprovedLine, ...]:
        return approved_lines(self.faithfulness.lines if self.faithfulness else (), self.approvals)

    def approve(self, wanted: Sequence[ClaimsOfLine] | None, *, by: UserId, now: datetime) -> None:
        """Stand in for these claims; without a list, for all that are open.

        Raises NothingToApprove, NoSuchClaim.
        """
        lines = {line.pointer: line for line in self.open_lines}
        if not lines:
            raise NothingToApprove("There is nothing to approve: every line holds, or is approved already.")
        given: list[Approval] = []
        for n, each in enumerate([ClaimsOfLine(pointer) for pointer in lines] if wanted is None else wanted):
            line = lines.get(each.pointer)
            claims = open_claims(line, (*self.approvals, *given)) if line else ()
            meant = [claim for claim in claims if each.claims is None or claim.text in each.claims]
            missing = set(each.claims or ()) - {claim.text for claim in meant}
            if line is None or missing:
                raise _no_such_claim(n)
            given += [
                Approval(line=line.text, sources=line.sources, kind=c.kind, claim=c.text, by=by, at=now)
                for c in meant
            ]
        self.approvals, self.updated_at = self.approvals + tuple(given), now

    def is_better_read_as(self, export: "Export") -> bool:
        """Any file's receipt is better than none, and the PDF's than another's."""
        known = self.read_back and self.read_back.file
        return self.read_back is None or bool(
            export.format is Format.PDF and known and known.format is not Format.PDF
        )

    def read_as(self, receipt: ReadBackReceipt) -> None:
        """What its own file gives back, which the ATS score rests on too."""
        self.read_back = receipt
        format = receipt.file.format if receipt.file else Format.PDF
        shown = titled(self.content, self.layout.titles)
        self.ats = ats_score(shown, keywords=self.keywords, read=receipt, file_name=self.file_name(format))


def _no_such_claim(n: int) -> NoSuchClaim:
    why = "There is no such line that needs approval, or no such claim in it."
    return NoSuchClaim("Some of this cannot be approved.", flaws=(Flaw(f"/lines/{n}", "no_such_claim", why),))


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
    """None: nobody reads files of this format back."""
    created_at: datetime

    @property
    def warning(self) -> str | None:
        """Why this file had better not be sent."""
        return self.read_back.warning if self.read_back else None
