"""What was sent with an application stays as it went, whatever becomes of the rest."""

from dataclasses import replace
from typing import Any

import pytest

from app.application.documents.press import Press
from app.application.documents.sending import SendingService
from app.application.documents.service import DocumentService
from app.application.documents.versions import VersionService
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import ClaimsUnsupported, DocumentFrozen
from app.domain.documents.model import Document, DocumentType, Export
from app.domain.documents.ports import Format, IDocumentRenderer, Layout, Paper, RenderedPDF
from app.domain.documents.repository import Series
from app.domain.shared.errors import Stale
from app.domain.shared.ids import DocumentId, JobId
from app.domain.shared.storage import FileMissing
from tests.builders.identity import ADA, NOON
from tests.builders.jobs import a_job
from tests.builders.stored_documents import a_stored_document, content_of, with_invention
from tests.fakes.documents import MemoryFiles, PlainPDF, PlainReader, PlainText
from tests.unit.documents.test_document_service import Shop, at_once


class NewPDF(PlainPDF):
    """As a later release might draw the same template."""

    async def render(self, content: DocumentContent, layout: Layout) -> RenderedPDF:
        plain = await super().render(content, layout)
        return RenderedPDF(b"A new look\n" + plain.data, plain.pages)


class NewText(PlainText):
    async def render(self, content: DocumentContent, layout: Layout) -> bytes:
        return b"A new look\n" + await super().render(content, layout)


class House(Shop):
    def __init__(self) -> None:
        super().__init__()
        self.job = a_job()
        self.document.job_id = JobId(self.job.id)
        self.id = DocumentId(self.document.id)
        self.series = Series(owner=ADA, job_id=JobId(self.job.id), document_type=DocumentType.RESUME)
        self._serve()

    async def open(self) -> "House":
        await super().open()
        async with self.work() as work:
            await work.jobs.add(self.job)
            await work.commit()
        return self

    def redesign(self, text: IDocumentRenderer | None = None) -> None:
        """Every template looks different from now on."""
        self.press = Press(
            pdf=NewPDF(),
            renderers={Format.TEXT: text or NewText()},
            extractors={Format.PDF: (PlainReader(), PlainReader())},
            storage=self.files,
            apart=at_once,
        )
        self._serve()

    def _serve(self) -> None:
        parts: dict[str, Any] = {
            "work": self.work,
            "press": self.press,
            "apart": at_once,
            "now": lambda: NOON,
        }
        self.service = DocumentService(**parts)
        self.versions = VersionService(**parts)
        self.sending = SendingService(**parts)

    async def file(self, format: Format) -> bytes:
        found = await self.service.export(self.id, owner=ADA, format=format)
        return await self.service.fetch(found.export, owner=ADA)

    async def sent(self) -> dict[Format, bytes]:
        return {format: await self.file(format) for format in (Format.PDF, Format.TEXT)}

    async def kept(self) -> Document:
        return await self.service.get(self.id, owner=ADA)

    async def exports(self) -> list[Export]:
        async with self.work(readonly=True) as work:
            return list(await work.documents.exports_of(self.id))

    @property
    def stored(self) -> dict[str, bytes]:
        assert isinstance(self.files, MemoryFiles)
        return self.files.files


@pytest.fixture
async def house() -> House:
    return await House().open()


async def test_every_format_is_pressed_when_it_goes(house: House) -> None:
    frozen = await house.sending.freeze(house.id, owner=ADA)

    assert frozen.frozen_at == NOON
    kept = await house.kept()
    assert (kept.frozen_at, kept.version) == (NOON, 2)
    assert kept.scores.read_back == 1.0
    made = await house.exports()
    assert [export.format for export in made] == [Format.HTML, Format.PDF, Format.TEXT]
    assert {export.storage_key for export in made} == set(house.stored)


async def test_its_files_are_the_same_bytes_whatever_happens_after(house: House) -> None:
    await house.sending.freeze(house.id, owner=ADA)
    before, record = await house.sent(), await house.exports()
    title, layout = "Other", Layout(paper=Paper.LETTER)

    house.redesign()
    renamed = await house.service.describe(house.id, owner=ADA, title=title, layout=layout)
    edited = await house.service.rewrite(
        house.id, content_of(house.profile), owner=ADA, title=title, layout=layout
    )
    restored = await house.versions.restore(house.id, house.series)
    await house.versions.pin(house.id, house.series, pinned=True)
    await house.versions.print_anew(house.series)
    await house.service.export(house.id, owner=ADA, format=Format.PDF, paper=Paper.LETTER)
    with pytest.raises(DocumentFrozen):
        await house.service.remove(house.id, owner=ADA)
    for other in (renamed, edited, restored):
        await house.service.remove(DocumentId(other.id), owner=ADA)
    await house.sending.freeze(house.id, owner=ADA)

    assert await house.sent() == before
    assert [e for e in await house.exports() if e.layout.paper is Paper.A4] == record
    kept = await house.kept()
    assert (kept.title, kept.layout, kept.frozen_at) == ("Ward Nurse", Layout(), NOON)


async def test_an_edit_of_it_is_a_version_of_its_own(house: House) -> None:
    await house.sending.freeze(house.id, owner=ADA)

    renamed = await house.service.describe(house.id, owner=ADA, title="Other", layout=Layout())

    assert renamed.id != house.id
    assert (renamed.title, renamed.version_number, renamed.frozen_at) == ("Other", 2, None)
    assert renamed.content == house.document.content


async def test_what_was_downloaded_before_is_what_is_sent(house: House) -> None:
    """The person has seen that file, and not how a new template would look."""
    seen = await house.file(Format.PDF)
    house.redesign()

    await house.sending.freeze(house.id, owner=ADA)

    assert await house.file(Format.PDF) == seen
    assert (await house.file(Format.TEXT)).startswith(b"A new look")


async def test_a_file_that_got_lost_before_is_made_again_to_be_sent(house: House) -> None:
    await house.file(Format.PDF)
    house.stored.clear()

    await house.sending.freeze(house.id, owner=ADA)

    assert {export.storage_key for export in await house.exports()} == set(house.stored)


async def test_a_sent_file_that_got_lost_is_made_again_only_as_it_was(house: House) -> None:
    await house.sending.freeze(house.id, owner=ADA)
    before, record = await house.sent(), await house.exports()

    house.stored.clear()
    assert await house.sent() == before

    house.stored.clear()
    house.redesign()
    with pytest.raises(FileMissing):
        await house.sent()
    await house.sending.freeze(house.id, owner=ADA)
    assert house.stored == {}
    assert await house.exports() == record


async def test_a_file_that_was_being_made_meanwhile_does_not_take_its_place(house: House) -> None:
    frozen: list[bytes] = []

    class Slow(NewText):
        """While it renders, the document goes out."""

        async def render(self, content: DocumentContent, layout: Layout) -> bytes:
            if not frozen:
                frozen.append(b"")
                frozen[0] = await sent_meanwhile()
            return b"Late\n" + await super().render(content, layout)

    async def sent_meanwhile() -> bytes:
        await first.freeze(house.id, owner=ADA)
        found = await exporting.export(house.id, owner=ADA, format=Format.TEXT)
        return await exporting.fetch(found.export, owner=ADA)

    first, exporting = house.sending, house.service
    house.redesign(Slow())

    late = await house.file(Format.TEXT)

    assert late == frozen[0]
    assert not late.startswith(b"Late")


async def test_what_does_not_hold_is_not_sent(house: House) -> None:
    doubtful = a_stored_document(
        house.profile, content=with_invention(content_of(house.profile)), version_number=2
    )
    async with house.work() as work:
        await work.documents.add(doubtful)
        await work.commit()

    with pytest.raises(ClaimsUnsupported):
        await house.sending.freeze(DocumentId(doubtful.id), owner=ADA)

    assert house.stored == {}


async def test_what_was_changed_while_it_was_pressed_is_not_frozen(house: House) -> None:
    prepared = await house.sending.prepare(house.id, owner=ADA)
    await house.service.describe(house.id, owner=ADA, title="Other", layout=Layout())

    async with house.work() as work:
        with pytest.raises(Stale):
            await prepared.keep(work.documents)

    assert not (await house.kept()).frozen


async def test_the_first_time_that_it_went_counts(house: House) -> None:
    await house.sending.freeze(house.id, owner=ADA)
    async with house.work() as work:
        kept = await work.documents.get(house.id, owner=ADA)
        kept.frozen_at = NOON.replace(year=2020)
        await work.documents.save(kept)
        await work.commit()

    again = await house.sending.freeze(house.id, owner=ADA)

    assert again.frozen_at == NOON.replace(year=2020)


async def test_what_no_application_holds_any_more_can_be_deleted(house: House) -> None:
    await house.sending.freeze(house.id, owner=ADA)

    await house.sending.release(house.id, owner=ADA)
    await house.service.remove(house.id, owner=ADA)

    assert house.stored == {}


async def test_another_pdf_of_what_was_not_sent_looks_as_its_template_does_now(house: House) -> None:
    old = await house.file(Format.PDF)
    house.redesign()

    found = await house.versions.print_anew(house.series)

    new = await house.service.fetch(found.export, owner=ADA)
    assert new != old
    assert await house.file(Format.PDF) == new


async def test_what_reads_back_otherwise_when_it_is_printed_anew_is_said(house: House) -> None:
    await house.file(Format.PDF)
    assert (await house.kept()).scores.read_back == 1.0

    class Blank(NewPDF):
        async def render(self, content: DocumentContent, layout: Layout) -> RenderedPDF:
            return RenderedPDF(b"Nothing", 1)

    house.press = Press(
        pdf=Blank(),
        renderers={},
        extractors={Format.PDF: (PlainReader(),)},
        storage=house.files,
        apart=at_once,
    )
    house._serve()

    await house.versions.print_anew(house.series)

    assert (await house.kept()).scores.read_back == 0.0


async def test_a_version_without_a_job_is_sent_as_well() -> None:
    house = House()
    house.document = replace(house.document, job_id=None)
    await house.open()

    assert (await house.sending.freeze(house.id, owner=ADA)).frozen


async def test_what_was_sent_is_not_even_rendered_to_be_printed_anew(house: House) -> None:
    await house.sending.freeze(house.id, owner=ADA)
    sent, before = await house.file(Format.PDF), dict(house.stored)
    house.redesign()

    found = await house.versions.print_anew(house.series)

    assert await house.service.fetch(found.export, owner=ADA) == sent
    assert house.stored == before
