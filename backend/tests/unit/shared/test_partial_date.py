import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.errors import Invalid
from app.domain.shared.time import PartialDate

YEARS = st.integers(1, 9999)
DAYS = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
DATES = st.one_of(YEARS.map(PartialDate), st.builds(PartialDate, YEARS, st.integers(1, 12)), DAYS)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014", PartialDate(2014)),
        ("2014-06", PartialDate(2014, 6)),
        ("2014-06-01", PartialDate(2014, 6, 1)),
        (" 2014-06 ", PartialDate(2014, 6)),
        ("0001", PartialDate(1)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_said(text: str, date: PartialDate) -> None:
    assert PartialDate.parse(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "", "14", "2014-", "2014-6", "2014-13", "2014-00", "2014-02-30", "2023-02-29", "0000", "10000",
        "2014/06", "June 2014", "2014-06-01T00:00", "\u0662\u0660\u0661\u0664", "-2014", "2014-06-01\x00",
        "2014 06",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(Invalid):
        PartialDate(2014, None, 3)


@given(DATES)
def test_what_is_written_is_read_again(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(DATES, DATES)
def test_days_are_in_the_order_of_their_text(one: PartialDate, other: PartialDate) -> None:
    if one < other:
        assert str(one) < str(other)
        assert not other < one
    if one == other:
        assert not one < other


@given(DATES, DATES, DATES)
def test_order_is_carried_on(one: PartialDate, other: PartialDate, third: PartialDate) -> None:
    if one < other and other < third:
        assert one < third
