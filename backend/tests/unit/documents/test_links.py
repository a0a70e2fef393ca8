"""A signed link opens what it was signed for, until it ends, and nothing is told of any other."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from app.application.documents.linking import LinkService
from app.domain.documents.errors import LinkDead
from app.domain.documents.links import FileLinks
from app.domain.documents.model import Document, Export
from app.domain.documents.ports import Format, Layout
from app.domain.shared.ids import DocumentId, UserId
from tests.builders.identity import ADA, BEN, NOON
from tests.builders.stored_documents import with_invention
from tests.unit.documents.test_document_service import Shop, at_once

LIFE = timedelta(minutes=15)
LINKS = FileLinks(secret="a secret of the house", life=LIFE)
HERE, FILE = DocumentId(uuid4()), uuid4()


def signed() -> str:
    return LINKS.sign(document_id=HERE, export_id=FILE, owner=ADA, now=NOON).text


def test_a_link_says_what_it_was_signed_for() -> None:
    link = LINKS.read(signed(), document_id=HERE, now=NOON)

    assert (link.document_id, link.export_id, link.owner) == (HERE, FILE, ADA)
    assert link.expires_at == NOON + LIFE


def test_a_link_ends_at_its_second() -> None:
    assert LINKS.read(signed(), document_id=HERE, now=NOON + LIFE - timedelta(seconds=1))
    with pytest.raises(LinkDead):
        LINKS.read(signed(), document_id=HERE, now=NOON + LIFE)


def test_no_letter_of_a_link_can_be_another() -> None:
    text = signed()

    for at, letter in enumerate(text):
        other = text[:at] + ("A" if letter != "A" else "B") + text[at + 1 :]
        with pytest.raises(LinkDead):
            LINKS.read(other, document_id=HERE, now=NOON)


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "=", lambda t: "", lambda t: f"{t}\n"])
def test_a_link_has_one_spelling(change: "object") -> None:
    assert callable(change)
    with pytest.raises(LinkDead):
        LINKS.read(change(signed()), document_id=HERE, now=NOON)


def test_a_link_to_one_document_opens_no_other() -> None:
    with pytest.raises(LinkDead):
        LINKS.read(signed(), document_id=DocumentId(uuid4()), now=NOON)


def test_another_house_signs_otherwise() -> None:
    with pytest.raises(LinkDead):
        FileLinks(secret="another secret", life=LIFE).read(signed(), document_id=HERE, now=NOON)


class Counter(Shop):
    """A shop that hands out links."""

    def __init__(self) -> None:
        super().__init__()
        self.later = timedelta()
        self.links = LinkService(
            work=self.work, press=self.press, apart=at_once, links=LINKS, now=lambda: NOON + self.later
        )

    async def exported(self) -> tuple[Export, str]:
        download = await self.service.export(DocumentId(self.document.id), owner=ADA, format=Format.TEXT)
        return download.export, self.links.sign(download.export, owner=ADA).text

    async def bytes_of(self, link: str, *, visitor: UserId | None = None) -> bytes:
        found = await self.links.open(DocumentId(self.document.id), link, visitor=visitor)
        return await self.links.fetch(found.download.export, owner=found.owner)

    async def change(self, document: Document) -> None:
        async with self.work() as work:
            await work.documents.save(document)
            await work.commit()


@pytest.fixture
async def counter() -> Counter:
    counter = Counter()
    await counter.open()
    return counter


@pytest.mark.parametrize("visitor", [None, ADA])
async def test_a_link_opens_the_file_to_its_owner_and_to_nobody_in_particular(
    counter: Counter, visitor: UserId | None
) -> None:
    export, link = await counter.exported()

    assert await counter.bytes_of(link, visitor=visitor) == await counter.press.fetch(export)


async def test_a_link_opens_nothing_to_somebody_else_who_is_signed_in(counter: Counter) -> None:
    _, link = await counter.exported()

    with pytest.raises(LinkDead):
        await counter.bytes_of(link, visitor=BEN)


async def test_a_link_ends_with_its_document(counter: Counter) -> None:
    _, link = await counter.exported()
    await counter.service.remove(DocumentId(counter.document.id), owner=ADA)

    with pytest.raises(LinkDead):
        await counter.bytes_of(link)


async def test_a_link_ends_when_its_document_no_longer_holds(counter: Counter) -> None:
    _, link = await counter.exported()
    invented = Counter().document
    document = await counter.service.get(DocumentId(counter.document.id), owner=ADA)
    content = with_invention(invented.content)
    judged = await counter.service.rewrite(
        DocumentId(document.id), content, owner=ADA, title="x", layout=Layout()
    )
    document.faithfulness = judged.faithfulness
    await counter.change(document)

    with pytest.raises(LinkDead):
        await counter.bytes_of(link)


async def test_a_link_leads_to_a_file_that_got_lost_and_was_made_again(counter: Counter) -> None:
    export, link = await counter.exported()
    was = await counter.bytes_of(link)
    await counter.files.delete([export.storage_key])

    assert [await counter.bytes_of(link) for _ in range(2)] == [was, was]


async def test_a_link_does_not_lead_to_another_file_that_took_its_place(counter: Counter) -> None:
    export, link = await counter.exported()
    async with counter.work() as work:
        await work.documents.add_export(replace(export, id=uuid4(), sha256="0" * 64))
        await work.commit()

    with pytest.raises(LinkDead):
        await counter.bytes_of(link)


async def test_a_link_is_good_for_as_long_as_is_said(counter: Counter) -> None:
    _, link = await counter.exported()
    counter.later = LIFE - timedelta(seconds=1)
    assert await counter.bytes_of(link)
    counter.later = LIFE

    with pytest.raises(LinkDead):
        await counter.bytes_of(link)
