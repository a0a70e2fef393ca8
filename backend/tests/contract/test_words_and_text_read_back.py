"""Word documents and plain text come back whole and in order, in every template and script."""

import pytest

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import Format, Layout
from app.infrastructure.looks import LOOKS
from tests.builders.resumes import EVERY_RESUME, two_pages
from tests.builders.resumes_by_script import BY_SCRIPT, a_letter_in, career
from tests.contract.printing import text_receipt, word_receipt

RECEIPTS = [word_receipt, text_receipt]


def assert_all_is_there(content: DocumentContent, layout: Layout) -> None:
    for receipt in (word_receipt(content, layout), text_receipt(content, layout)):
        assert receipt.losses == ()
        assert receipt.in_order
        assert receipt.warning is None


@pytest.mark.parametrize("name", EVERY_RESUME)
def test_every_resume_comes_back(name: str) -> None:
    assert_all_is_there(EVERY_RESUME[name](), Layout())


@pytest.mark.parametrize("template", LOOKS)
@pytest.mark.parametrize("script", BY_SCRIPT)
def test_every_script_comes_back_in_every_template(script: str, template: str) -> None:
    assert_all_is_there(career(script, pages=1), Layout(template=template))
    assert_all_is_there(a_letter_in(script), Layout(template=template))


def test_two_readers_that_share_nothing_read_a_word_document_and_one_reads_text() -> None:
    word, text = (receipt(two_pages(), Layout()) for receipt in RECEIPTS)

    assert [reading.extractor.split()[0] for reading in word.readings] == ["python-docx", "expat"]
    assert [reading.extractor.split()[0] for reading in text.readings] == ["utf-8"]
    assert [receipt.file.format for receipt in (word, text) if receipt.file] == [Format.DOCX, Format.TEXT]
