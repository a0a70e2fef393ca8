# ruff: noqa: RUF001 - dates stand in their own letters
from datetime import date, timedelta

import pytest

from app.domain.documents.calendar import LANGUAGES, read_day, show_date, show_day, show_range, show_since
from app.domain.documents.facts.amounts.moments import Moment, Stretch, dated
from app.domain.shared.time import PartialDate

MARCH = PartialDate(2019, 3)


@pytest.mark.parametrize(
    ("language", "day", "month", "year"),
    [
        ("en", "5 March 2019", "Mar 2019", "2019"),
        ("de", "5. März 2019", "März 2019", "2019"),
        ("fr", "5 mars 2019", "mars 2019", "2019"),
        ("es", "5 de marzo de 2019", "mar. 2019", "2019"),
        ("pt", "5 de março de 2019", "mar. de 2019", "2019"),
        ("it", "5 marzo 2019", "marzo 2019", "2019"),
        ("nl", "5 maart 2019", "mrt. 2019", "2019"),
        ("pl", "5 marca 2019", "marzec 2019", "2019"),
        ("sv", "5 mars 2019", "mars 2019", "2019"),
        ("uk", "5 березня 2019 р.", "березень 2019", "2019"),
        ("ar", "5 مارس 2019", "مارس 2019", "2019"),
        ("he", "5 במרץ 2019", "מרץ 2019", "2019"),
        ("zh", "2019年3月5日", "2019年3月", "2019年"),
        ("ja", "2019年3月5日", "2019年3月", "2019年"),
        ("ko", "2019년 3월 5일", "2019년 3월", "2019년"),
        ("eo", "5 March 2019", "Mar 2019", "2019"),
    ],
)
def test_dates_are_shown_as_the_language_writes_them(language: str, day: str, month: str, year: str) -> None:
    assert show_day(date(2019, 3, 5), language) == day
    assert show_date(MARCH, language) == month
    assert show_date(PartialDate(2019), language) == year


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_day_is_read_as_it_was_shown(language: str) -> None:
    for n in range(0, 730, 3):
        when = date(2019, 1, 1) + timedelta(days=n)
        assert read_day(show_day(when, language), language) == when


@pytest.mark.parametrize(
    "text", ["", "5 March", "31 February 2019", "5 Mars 2019", "March 5, 2019", "0 March 2019"]
)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert read_day(text, "en") is None


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_stretch_is_read_by_the_gate_as_it_was_shown(language: str) -> None:
    ended = show_range(MARCH, PartialDate(2021, 10), language=language)
    lasting = show_range(MARCH, None, language=language, lasting=True)
    years = show_range(PartialDate(2015), PartialDate(2019), language=language)

    assert ended
    assert lasting
    assert years
    assert [each.what for each in dated(ended)] == [Stretch(Moment(2019, 3), Moment(2021, 10))]
    assert [each.what for each in dated(lasting)] == [Stretch(Moment(2019, 3), None)]
    assert [each.what for each in dated(years)] == [Stretch(Moment(2015, None), Moment(2019, None))]
    assert [each.what for each in dated(show_since(show_date(MARCH, language), language))] == [
        Stretch(Moment(2019, 3), None)
    ]


def test_a_date_within_text_that_has_no_spaces_is_found() -> None:
    assert [each.what for each in dated("于2019年3月加入，2021年离开。")] == [
        Moment(2019, 3),
        Moment(2021, None),
    ]
    assert [each.what for each in dated("2019年3月〜2021年10月")] == [
        Stretch(Moment(2019, 3), Moment(2021, 10))
    ]
