from collections.abc import Sequence
from contextlib import suppress

from app.application.documents.service import DocumentService
from app.application.generation.results import Result, ResultService, document_of
from app.application.generation.tailoring import objection_to_lines
from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.documents.errors import ContentNotRenderable
from app.domain.documents.model import ClaimsOfLine, Document
from app.domain.documents.ports import Format
from app.domain.generation.errors import GenerationNotFound
from app.domain.generation.model import Generation
from app.domain.shared.errors import Stale, Unavailable
from app.domain.shared.ids import DocumentId, GenerationId, UserId
from app.domain.shared.time import Now

Wanted = Sequence[ClaimsOfLine] | None
"""The claims that somebody stands in for; None for all that are open."""


class ReviewService:
    """A person stands in for what the profile does not bear out."""

    def __init__(
        self,
        *,
        work: Opens[IGenerationWork],
        documents: DocumentService,
        results: ResultService,
        now: Now,
    ) -> None:
        self._work = work
        self._documents = documents
        self._results = results
        self._now = now

    async def approve(
        self, generation_id: GenerationId, *, owner: UserId, wanted: Wanted, expected: int | None = None
    ) -> Result:
        """With none open any more it is completed. Raises GenerationNotInReview, NoSuchClaim."""
        async with self._work() as work:
            generation = await work.generations.get(generation_id, owner=owner, lock=True)
            require_version(generation, expected)
            generation.require_review()
            document = await document_of(work, generation)
            await self._approve(work, document, generation, wanted)
        await self._export(document)
        return await self._results.get(generation_id, owner=owner)

    async def approve_document(
        self, document_id: DocumentId, *, owner: UserId, wanted: Wanted, expected: int | None = None
    ) -> Document:
        """Any version, whether a generation made it or a hand. Raises NothingToApprove, NoSuchClaim."""
        async with self._work() as work:
            document = await work.documents.get(document_id, owner=owner)
            require_version(document, expected)
            await self._approve(work, document, await _maker_of(work, document), wanted)
        await self._export(document)
        return await self._documents.get(document_id, owner=owner)

    async def _approve(
        self, work: IGenerationWork, document: Document, maker: Generation | None, wanted: Wanted
    ) -> None:
        now = self._now()
        document.approve(wanted, by=document.user_id, now=now)
        await work.documents.save(document)
        if maker:
            maker.review(objection_to_lines(document.open_lines), now=now)
            await work.generations.save(maker)
        await work.commit()

    async def _export(self, document: Document) -> None:
        """The approval stands whatever comes of the file: what is missing is made when it is asked for."""
        if not document.open_lines:
            with suppress(ContentNotRenderable, Stale, Unavailable):
                await self._documents.export(
                    DocumentId(document.id), owner=document.user_id, format=Format.PDF
                )


async def _maker_of(work: IGenerationWork, document: Document) -> Generation | None:
    """None of a version that was edited by hand, and of one that outlived its generation."""
    if document.generation_id is None:
        return None
    try:
        return await work.generations.get(document.generation_id, owner=document.user_id, lock=True)
    except GenerationNotFound:
        return None
