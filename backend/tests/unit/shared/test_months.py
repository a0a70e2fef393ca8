import pytest

from app.domain.documents.calendar import show_date, show_range
from app.domain.documents.facts.amounts.moments import Moment, dated
from app.domain.profile.json_resume.dates import is_lasting
from app.domain.resumes.parsing.dates import moments_in, periods_in
from app.domain.shared.months import IN_FULL, NUMBERED, PRESENT
from app.domain.shared.time import PartialDate


@pytest.mark.parametrize("language", sorted(IN_FULL))
@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_is_read_however_it_is_written(language: str, month: int) -> None:
    written = f"{IN_FULL[language][month - 1]} 2019"
    shown = show_date(PartialDate(2019, month), language)

    for text in (written, shown):
        assert [each.what for each in dated(text)] == [Moment(2019, month)]
        assert [each.end for each in moments_in(text)] == [PartialDate(2019, month)]


@pytest.mark.parametrize("language", sorted(NUMBERED))
@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_without_a_name_is_read_too(language: str, month: int) -> None:
    shown = show_date(PartialDate(2019, month), language)

    assert [each.what for each in dated(shown)] == [Moment(2019, month)]
    assert [each.end for each in moments_in(shown)] == [PartialDate(2019, month)]


@pytest.mark.parametrize("language", sorted(PRESENT))
def test_what_goes_on_is_read_as_going_on(language: str) -> None:
    shown = show_range(PartialDate(2019, 3), None, language=language, lasting=True)
    assert shown is not None
    (period,) = periods_in(shown)

    assert (period.begin, period.end, period.lasting) == (PartialDate(2019, 3), None, True)
    assert is_lasting(PRESENT[language])
