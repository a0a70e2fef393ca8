"""What is done in one go, and what is left when something goes wrong half way."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.application.applications.sending import Wanted
from app.application.applications.service import ApplicationService, Submission
from app.application.applications.tracking import TrackingService
from app.application.documents.press import Press
from app.application.documents.sending import SendingService
from app.application.documents.service import DocumentService
from app.application.jobs.service import READ_AT_ONCE
from app.domain.applications.errors import ApplicationExists, ApplicationNotFound, WrongKindOfDocument
from app.domain.applications.model import Application
from app.domain.applications.status import ApplicationStatus
from app.domain.documents.errors import ClaimsUnsupported
from app.domain.documents.model import Document, DocumentType
from app.domain.documents.ports import Format, Layout
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job
from app.domain.shared.errors import PreconditionFailed, Stale
from app.domain.shared.ids import ApplicationId, DocumentId, JobId
from app.domain.shared.storage import IFileStorage, StorageUnavailable
from tests.builders.applications import a_card
from tests.builders.identity import ADA, BEN, NOON, a_visitor
from tests.builders.jobs import a_job
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document, content_of, with_invention
from tests.fakes.applications import MemoryApplicationWork
from tests.fakes.documents import BrokenFiles, MemoryFiles, PlainPDF, PlainReader, PlainText
from tests.fakes.memory import MemoryDatabase

S = ApplicationStatus


class Bureau:
    """Everything that applying takes, on memory."""

    def __init__(self, files: IFileStorage | None = None) -> None:
        self.database = MemoryDatabase()
        self.press = Press(
            pdf=PlainPDF(),
            renderers={Format.TEXT: PlainText()},
            extractors={Format.PDF: (PlainReader(), PlainReader())},
            storage=files or MemoryFiles(),
            apart=self.database.undisturbed,
        )
        self.now = NOON
        self.sending = SendingService(
            work=self.work, press=self.press, apart=self.database.undisturbed, now=self.clock
        )
        self.documents = DocumentService(
            work=self.work, press=self.press, apart=self.database.undisturbed, now=self.clock
        )
        self.service = ApplicationService(work=self.work, sending=self.sending, now=self.clock)
        self.tracking = TrackingService(work=self.work, apart=self.database.undisturbed, now=self.clock)

    def work(self, *, readonly: bool = False) -> MemoryApplicationWork:
        return MemoryApplicationWork(self.database, readonly=readonly)

    def clock(self) -> Any:
        self.now += timedelta(minutes=1)
        return self.now

    async def job(self, **about: Any) -> Job:
        job = a_job(**about)
        async with self.work() as work:
            await work.jobs.add(job)
            await work.commit()
        return job

    async def document(self, **about: Any) -> Document:
        document = a_stored_document(a_profile(), **about)
        async with self.work() as work:
            await work.documents.add(document)
            await work.commit()
        return document

    async def apply(
        self, job: Job, *documents: Document, facts: Mapping[str, Any] | None = None
    ) -> Application:
        sent = [
            Wanted(document_id=DocumentId(d.id), document_type=DocumentType.RESUME, field="/document_id")
            for d in documents
        ]
        submission = Submission(job_id=JobId(job.id), documents=sent, facts=facts or {})
        card = await self.service.apply(submission, owner=ADA)
        assert isinstance(card, Application)
        return card

    async def kept(self, document: Document) -> Document:
        return await self.documents.get(DocumentId(document.id), owner=ADA)

    def cards(self) -> list[Application]:
        return [each for each in self.database.entities.values() if isinstance(each, Application)]


@pytest.fixture
def bureau() -> Bureau:
    return Bureau()


async def test_what_is_sent_is_frozen_with_the_card_and_told_on_it(bureau: Bureau) -> None:
    job, document = await bureau.job(), await bureau.document()

    card = await bureau.apply(job, document)

    assert (await bureau.kept(document)).frozen
    [sent] = card.sent
    assert (sent.document_id, sent.title) == (document.id, document.title)
    assert {file.format for file in sent.files} == {Format.PDF, Format.TEXT}
    async with bureau.work(readonly=True) as work:
        made = {each.format: each.sha256 for each in await work.documents.exports_of(DocumentId(document.id))}
    assert {file.format: file.sha256 for file in sent.files} == made


async def test_a_file_in_another_look_was_not_sent(bureau: Bureau) -> None:
    job, document = await bureau.job(), await bureau.document()
    card = await bureau.apply(job, document)
    other = Layout(template="modern")

    async with bureau.work() as work:
        export = (await work.documents.exports_of(DocumentId(document.id)))[0]
        await work.documents.add_export(type(export)(**_with(export, layout=other, sha256="b" * 64)))
        await work.commit()
    again = await bureau.apply(await bureau.job(), document)

    assert again.sent[0].files == card.sent[0].files


def _with(export: Any, **about: Any) -> dict[str, Any]:
    from dataclasses import fields

    return {f.name: getattr(export, f.name) for f in fields(export) if f.name != "id"} | about


async def test_where_pressing_fails_nobody_has_applied() -> None:
    bureau = Bureau(BrokenFiles())
    job, document = await bureau.job(), await bureau.document()

    with pytest.raises(StorageUnavailable):
        await bureau.apply(job, document)

    assert bureau.cards() == []
    assert not (await bureau.kept(document)).frozen


async def test_what_does_not_hold_is_not_sent(bureau: Bureau) -> None:
    job = await bureau.job()
    doubtful = await bureau.document(content=with_invention(content_of(a_profile())))

    with pytest.raises(ClaimsUnsupported):
        await bureau.apply(job, doubtful)

    assert bureau.cards() == []


async def test_the_wrong_kind_is_refused_before_anything_is_pressed(bureau: Bureau) -> None:
    job, document = await bureau.job(), await bureau.document()
    wanted = Wanted(
        document_id=DocumentId(document.id), document_type=DocumentType.COVER_LETTER, field="/cover_letter_id"
    )

    with pytest.raises(WrongKindOfDocument):
        await bureau.service.apply(Submission(job_id=JobId(job.id), documents=[wanted], facts={}), owner=ADA)

    assert isinstance(bureau.press._storage, MemoryFiles)
    assert bureau.press._storage.files == {}


class Busy(SendingService):
    """While it presses, somebody changes the document: so often."""

    def __init__(self, bureau: Bureau, times: int) -> None:
        super().__init__(
            work=bureau.work, press=bureau.press, apart=bureau.database.undisturbed, now=bureau.clock
        )
        self._bureau = bureau
        self.times = times

    async def prepare(self, document_id: DocumentId, *, owner: Any) -> Any:
        prepared = await super().prepare(document_id, owner=owner)
        if self.times:
            self.times -= 1
            title = f"Other {self.times}"
            await self._bureau.documents.describe(document_id, owner=owner, title=title, layout=Layout())
        return prepared


async def test_a_document_that_was_changed_meanwhile_is_pressed_once_more(bureau: Bureau) -> None:
    job, document = await bureau.job(), await bureau.document()
    bureau.service = ApplicationService(work=bureau.work, sending=Busy(bureau, 2), now=bureau.clock)

    card = await bureau.apply(job, document)

    assert card.sent[0].title == "Other 0"
    assert (await bureau.kept(document)).title == "Other 0"


async def test_one_that_never_rests_is_not_sent(bureau: Bureau) -> None:
    job, document = await bureau.job(), await bureau.document()
    bureau.service = ApplicationService(work=bureau.work, sending=Busy(bureau, 99), now=bureau.clock)

    with pytest.raises(Stale):
        await bureau.apply(job, document)

    assert bureau.cards() == []
    assert not (await bureau.kept(document)).frozen


async def test_what_another_card_holds_stays_frozen(bureau: Bureau) -> None:
    document = await bureau.document()
    one, two = [await bureau.apply(await bureau.job(), document) for _ in range(2)]

    await bureau.service.remove(ApplicationId(one.id), owner=ADA)
    assert (await bureau.kept(document)).frozen

    await bureau.service.remove(ApplicationId(two.id), owner=ADA)
    assert not (await bureau.kept(document)).frozen


async def test_withdrawing_sets_nothing_free(bureau: Bureau) -> None:
    document = await bureau.document()
    card = await bureau.apply(await bureau.job(), document)

    await bureau.service.withdraw(ApplicationId(card.id), owner=ADA)

    assert (await bureau.kept(document)).frozen
    assert (await bureau.service.get(ApplicationId(card.id), owner=ADA)).status is S.WITHDRAWN


async def test_the_facts_of_an_application_are_on_its_card(bureau: Bureau) -> None:
    job = await bureau.job()
    facts = {"source": "friend", "favorite": True, "notes": [(None, uuid4(), "Sent")]}

    card = await bureau.apply(job, facts=facts)

    assert (card.source, card.favorite, card.notes[0].text) == ("friend", True, "Sent")
    assert len(card.history) == 1


async def test_a_job_is_saved_once_and_unsaved_once(bureau: Bureau) -> None:
    job_id = JobId((await bureau.job()).id)
    await bureau.service.save(job_id, owner=ADA, facts={})

    with pytest.raises(ApplicationExists):
        await bureau.service.save(job_id, owner=ADA, facts={})
    await bureau.service.unsave(job_id, owner=ADA)
    with pytest.raises(ApplicationNotFound):
        await bureau.service.unsave(job_id, owner=ADA)

    assert bureau.cards() == []


async def test_somebody_elses_card_is_not_there(bureau: Bureau) -> None:
    card = await bureau.apply(await bureau.job())
    where = ApplicationId(card.id)

    for attempt in (
        bureau.service.get(where, owner=BEN),
        bureau.service.change(where, owner=BEN, facts={}),
        bureau.service.withdraw(where, owner=BEN),
        bureau.service.remove(where, owner=BEN),
    ):
        with pytest.raises(ApplicationNotFound):
            await attempt
    with pytest.raises(JobNotFound):
        await bureau.tracking.move(JobId(card.job_id or uuid4()), owner=BEN, status=S.APPLIED)


async def test_a_version_that_is_not_meant_is_left_alone(bureau: Bureau) -> None:
    card = await bureau.apply(await bureau.job())
    where = ApplicationId(card.id)

    with pytest.raises(PreconditionFailed):
        await bureau.service.change(where, owner=ADA, facts={"favorite": True}, expected=7)
    with pytest.raises(PreconditionFailed):
        await bureau.service.remove(where, owner=ADA, expected=7)

    assert (await bureau.service.get(where, owner=ADA)).version == 1


async def test_a_move_that_changes_nothing_saves_nothing(bureau: Bureau) -> None:
    job = await bureau.job()
    first = await bureau.tracking.move(JobId(job.id), owner=ADA, status=S.APPLIED, why="Sent")

    again = await bureau.tracking.move(JobId(job.id), owner=ADA, status=S.APPLIED)

    assert (first.version, again.version) == (1, 1)
    assert again.history[0].why == "Sent"


async def test_figures_are_counted_up_to_now(bureau: Bureau) -> None:
    async with bureau.work() as work:
        await work.applications.add_all([a_card(None, S.APPLIED), a_card(None, S.APPLIED, S.OFFER)])
        await work.commit()

    figures = await bureau.tracking.figures(ADA)

    assert (figures.total, figures.by_status[S.OFFER]) == (2, 1)
    assert (figures.weeks[-1].saved, figures.weeks[-1].applied) == (2, 2)
    assert figures == await bureau.tracking.figures(ADA)


async def test_the_words_of_a_changed_job_are_cut_before_anybody_has_to_wait(bureau: Bureau) -> None:
    job_id, ada = JobId((await bureau.job()).id), a_visitor(ADA)

    changed, mark = await bureau.tracking.change_job(
        job_id, by=ada, facts={"title": "Charge Nurse"}, of_card={"favorite": True}
    )

    assert (changed.title, changed.version) == ("Charge Nurse", 2)
    assert mark
    assert mark.favorite


async def test_of_a_job_that_was_changed_meanwhile_neither_job_nor_card_changes(bureau: Bureau) -> None:
    job_id, ada = JobId((await bureau.job()).id), a_visitor(ADA)

    async def meanwhile(work: Any, *args: Any) -> Any:
        await bureau.tracking.change_job(job_id, by=ada, facts={"company": "Else"}, of_card={})
        return work(*args)

    late = TrackingService(work=bureau.work, apart=meanwhile, now=bureau.clock)
    facts = {"title": "Late", "description": "x " * READ_AT_ONCE}
    with pytest.raises(Stale):
        await late.change_job(job_id, by=ada, facts=facts, of_card={"favorite": True})

    job, mark = await bureau.tracking.get(job_id, reader=ADA)
    assert (job.company, job.title != "Late", mark) == ("Else", True, None)
