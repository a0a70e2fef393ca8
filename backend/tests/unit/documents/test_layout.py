"""What a layout may be, and which colours can be read."""

from typing import Any

import pytest

from app.domain.documents.colours import READABLE, contrast_on_white
from app.domain.documents.errors import LayoutImpossible
from app.domain.documents.ports import Layout


@pytest.mark.parametrize(
    "about",
    [
        {"accent": "red"},
        {"accent": "#12345"},
        {"accent": "#1d4e7a;} body { display: none"},
        {"accent": "#1D4E7A\n"},
        {"margin_mm": 9},
        {"margin_mm": 31},
    ],
)
def test_a_look_that_cannot_be_is_refused(about: dict[str, Any]) -> None:
    with pytest.raises(LayoutImpossible):
        Layout(**about)


def test_contrast_runs_from_white_to_black() -> None:
    assert contrast_on_white("#ffffff") == pytest.approx(1)
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#767676") > READABLE > contrast_on_white("#777777")
    assert contrast_on_white("#ff0000") < READABLE < contrast_on_white("#0000ff")
