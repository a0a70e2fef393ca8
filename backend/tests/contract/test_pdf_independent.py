"""Readers that are not ours, and that we do not ship, read our PDFs whole and in order too."""

from collections.abc import Callable

import pytest

from app.infrastructure.looks import LOOKS
from tests.bench.independent import CAREERS, READERS, every

ONE_COLUMN = [look for look, made in LOOKS.items() if made.template.columns == 1]


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("template", ONE_COLUMN)
def test_one_column_is_read_whole_and_in_order(reader: Callable[[bytes], str], template: str) -> None:
    """pdfminer takes what stands at the right edge for a column of its own, were there no bridge to it."""
    for made in every({template: LOOKS[template]}):
        receipt = made.read(reader)

        assert (made.career, receipt.losses) == (made.career, ())
        assert receipt.in_order


def test_what_is_read_are_all_templates_and_careers() -> None:
    assert {(made.template, made.career) for made in every()} == {(t, c) for t in LOOKS for c in CAREERS}
