"""What is too long is refused before anybody spends time on it; what anybody sends is not."""

from dataclasses import replace

import pytest

from app.domain.documents.content import DocumentContent, Line, Section, SectionKind, lines_of
from app.domain.documents.errors import ContentTooLong
from app.domain.documents.extent import MOST_CHARACTERS, MOST_LINES, require_extent
from app.domain.documents.ports import Format, Layout
from app.domain.shared.ids import DocumentId
from tests.builders.identity import ADA
from tests.builders.profile import a_profile
from tests.builders.stored_documents import content_of
from tests.unit.documents.test_document_service import Shop


def of(lines: int, length: int = 10) -> DocumentContent:
    """With so many lines in all."""
    content = content_of(a_profile())
    have = len(list(lines_of(content))) + len(content.sections) + 1
    more = tuple(Line("x" * length, ()) for _ in range(lines - have))
    section = Section(kind=SectionKind.OTHER, title="More", bullets=more)
    return replace(content, sections=(*content.sections, section))


def test_as_many_lines_as_are_allowed_are_taken_and_one_more_is_not() -> None:
    require_extent(of(MOST_LINES))
    with pytest.raises(ContentTooLong) as refused:
        require_extent(of(MOST_LINES + 1))

    assert refused.value.details
    assert refused.value.details["lines"] == MOST_LINES + 1


def test_long_lines_count_by_their_characters() -> None:
    with pytest.raises(ContentTooLong):
        require_extent(of(200, length=MOST_CHARACTERS // 100))


@pytest.mark.parametrize("format", [Format.PDF, Format.TEXT])
async def test_no_file_is_made_of_ten_thousand_lines(format: Format) -> None:
    with pytest.raises(ContentTooLong):
        await Shop().service.preview(of(10_000), format=format, layout=Layout())


async def test_ten_thousand_lines_are_not_even_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    shop = await Shop().open()
    monkeypatch.setattr("app.application.documents.editing.judge", lambda *_: pytest.fail("it was judged"))

    with pytest.raises(ContentTooLong):
        await shop.service.rewrite(
            DocumentId(shop.document.id), of(10_000), owner=ADA, title="x", layout=Layout()
        )

    assert len(await shop.documents()) == 1
