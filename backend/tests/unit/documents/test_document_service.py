"""What is left when something fails half way, and what a press makes of a content."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.application.documents.press import Press
from app.application.documents.service import DocumentService
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import ContentNotRenderable, DocumentNotFound, StorageUnavailable
from app.domain.documents.model import Document
from app.domain.documents.ports import ExtractedText, Format, IFileStorage, ITextExtractor, Layout, Paper
from app.domain.shared.ids import DocumentId
from tests.builders.identity import ADA, NOON
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document, content_of
from tests.fakes.documents import (
    BrokenFiles,
    MemoryDocumentWork,
    MemoryFiles,
    PlainPDF,
    PlainReader,
    PlainText,
)
from tests.fakes.memory import MemoryDatabase

LETTER = Layout(paper=Paper.LETTER)


async def at_once(work: Callable[..., Any], *args: object) -> Any:
    return work(*args)


class HalfBlindReader(ITextExtractor):
    async def extract(self, data: bytes) -> ExtractedText:
        lines = data.decode().splitlines()
        return ExtractedText("half blind 1", ("\n".join(lines[1:]),))


class Shop:
    """A document service on memory, whose parts can be broken."""

    def __init__(self, *, files: IFileStorage | None = None, reader: ITextExtractor | None = None) -> None:
        self.database = MemoryDatabase()
        self.files = files or MemoryFiles()
        self.press = Press(
            pdf=PlainPDF(),
            renderers={Format.TEXT: PlainText()},
            extractors=(PlainReader(), reader or PlainReader()),
            storage=self.files,
            apart=at_once,
        )
        self.service = DocumentService(
            work=self.work, press=self.press, apart=at_once, now=lambda: NOON + timedelta(hours=1)
        )
        self.profile = a_profile()
        self.document = a_stored_document(self.profile)

    def work(self, *, readonly: bool = False) -> MemoryDocumentWork:
        return MemoryDocumentWork(self.database, readonly=readonly)

    async def open(self) -> "Shop":
        async with self.work() as work:
            await work.profiles.add(self.profile)
            await work.documents.add(self.document)
            await work.commit()
        return self

    async def documents(self) -> list[Document]:
        async with self.work(readonly=True) as work:
            return work.documents.all()

    async def rewrite(self) -> Document:
        content = content_of(self.profile)
        of_it = DocumentId(self.document.id)
        return await self.service.rewrite(of_it, content, owner=ADA, title="New", layout=LETTER)


async def test_what_one_reader_loses_is_said() -> None:
    shop = await Shop(reader=HalfBlindReader()).open()

    found = await shop.service.export(DocumentId(shop.document.id), owner=ADA, format=Format.PDF)

    receipt = found.export.read_back
    assert receipt is not None
    assert [(loss.extractor, loss.pointer) for loss in receipt.losses] == [("half blind 1", "/header/name")]
    [kept] = await shop.documents()
    assert kept.read_back == receipt
    assert kept.scores.read_back == receipt.recall < 1


async def test_another_paper_leaves_the_documents_own_receipts_alone() -> None:
    shop = await Shop().open()

    found = await shop.service.export(
        DocumentId(shop.document.id), owner=ADA, format=Format.PDF, paper=Paper.LETTER
    )

    assert found.export.layout == LETTER
    [kept] = await shop.documents()
    assert kept.read_back is None
    assert kept.version == 1


async def test_a_file_is_there_before_its_row() -> None:
    shop = await Shop(files=BrokenFiles()).open()

    with pytest.raises(StorageUnavailable):
        await shop.service.export(DocumentId(shop.document.id), owner=ADA, format=Format.PDF)
    with pytest.raises(StorageUnavailable):
        await shop.rewrite()

    async with shop.work(readonly=True) as work:
        assert await work.documents.exports_of(DocumentId(shop.document.id)) == []
    assert await shop.documents() == [shop.document]


async def test_a_version_that_cannot_be_committed_leaves_no_file() -> None:
    shop = await Shop().open()

    class NeverCommits(MemoryDocumentWork):
        async def commit(self) -> None:
            raise StorageUnavailable("The database does not answer.")

    def work(*, readonly: bool = False) -> MemoryDocumentWork:
        return NeverCommits(shop.database, readonly=readonly)

    broken = DocumentService(work=work, press=shop.press, apart=at_once, now=lambda: NOON)
    with pytest.raises(StorageUnavailable):
        await broken.rewrite(
            DocumentId(shop.document.id), content_of(shop.profile), owner=ADA, title="New", layout=LETTER
        )

    assert await shop.files.list("documents") == []


async def test_a_new_version_does_not_belong_to_the_generation_of_the_old() -> None:
    shop = await Shop().open()

    new = await shop.rewrite()

    assert new.generation_id is None
    assert new.version_number == 2
    assert new.layout == LETTER
    assert new.created_at == NOON + timedelta(hours=1)
    assert new.keywords == shop.document.keywords


async def test_a_document_deleted_while_its_file_is_made_leaves_no_file() -> None:
    shop = await Shop().open()

    class Slow(PlainText):
        async def render(self, content: DocumentContent, layout: Layout) -> bytes:
            await shop.service.remove(DocumentId(shop.document.id), owner=ADA)
            return await super().render(content, layout)

    press = Press(
        pdf=PlainPDF(), renderers={Format.TEXT: Slow()}, extractors=(), storage=shop.files, apart=at_once
    )
    service = DocumentService(work=shop.work, press=press, apart=at_once, now=lambda: NOON)

    with pytest.raises(DocumentNotFound):
        await service.export(DocumentId(shop.document.id), owner=ADA, format=Format.TEXT)

    assert await shop.files.list("documents") == []


async def test_a_press_that_jams_is_no_file() -> None:
    class Jammed(PlainText):
        async def render(self, content: object, layout: Layout) -> bytes:
            raise ContentNotRenderable("It cannot be made.")

    shop = await Shop().open()
    press = Press(
        pdf=PlainPDF(),
        renderers={Format.TEXT: Jammed()},
        extractors=(),
        storage=shop.files,
        apart=at_once,
    )
    service = DocumentService(work=shop.work, press=press, apart=at_once, now=lambda: NOON)

    with pytest.raises(ContentNotRenderable):
        await service.export(DocumentId(shop.document.id), owner=ADA, format=Format.TEXT)

    assert await shop.files.list("documents") == []
