"""What is left when something fails half way, and what a press makes of a content."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.application.documents.press import Press
from app.application.documents.service import DocumentService
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import ContentNotRenderable, DocumentNotFound
from app.domain.documents.model import Document
from app.domain.documents.ports import ExtractedText, Format, ITextExtractor, Layout, Paper
from app.domain.shared.ids import DocumentId
from app.domain.shared.storage import IFileStorage, StorageUnavailable
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
            renderers={Format.TEXT: PlainText(), Format.HTML: PlainText()},
            extractors={
                Format.PDF: (PlainReader(), reader or PlainReader()),
                Format.TEXT: (reader or PlainReader(Format.TEXT),),
            },
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
        pdf=PlainPDF(), renderers={Format.TEXT: Slow()}, extractors={}, storage=shop.files, apart=at_once
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
        extractors={},
        storage=shop.files,
        apart=at_once,
    )
    service = DocumentService(work=shop.work, press=press, apart=at_once, now=lambda: NOON)

    with pytest.raises(ContentNotRenderable):
        await service.export(DocumentId(shop.document.id), owner=ADA, format=Format.TEXT)

    assert await shop.files.list("documents") == []


async def test_a_file_that_loses_too_much_is_marked() -> None:
    shop = await Shop(reader=HalfBlindReader()).open()

    found = await shop.service.export(DocumentId(shop.document.id), owner=ADA, format=Format.TEXT)

    assert found.export.read_back is not None
    assert found.export.read_back.recall < 1
    assert "name (1)" in (found.export.warning or "")


async def test_the_receipt_of_the_pdf_takes_the_place_of_another_format_s() -> None:
    shop = await Shop().open()
    of_it = DocumentId(shop.document.id)

    async def reader_of_it() -> Format | None:
        [kept] = await shop.documents()
        return kept.read_back.file.format if kept.read_back and kept.read_back.file else None

    assert await reader_of_it() is None
    for wanted, counts in ((Format.TEXT, Format.TEXT), (Format.PDF, Format.PDF)):
        await shop.service.export(of_it, owner=ADA, format=wanted)
        assert await reader_of_it() is counts


async def test_the_receipt_of_another_format_does_not_take_the_place_of_the_pdf_s() -> None:
    shop = await Shop().open()

    for wanted in (Format.PDF, Format.TEXT):
        await shop.service.export(DocumentId(shop.document.id), owner=ADA, format=wanted)

    [kept] = await shop.documents()
    assert kept.read_back
    assert kept.read_back.file
    assert kept.read_back.file.format is Format.PDF


async def test_formats_that_nobody_reads_back_have_no_receipt() -> None:
    shop = await Shop().open()

    found = await shop.service.export(DocumentId(shop.document.id), owner=ADA, format=Format.HTML)

    assert found.export.read_back is None
    assert found.export.warning is None
    [kept] = await shop.documents()
    assert kept.read_back is None
