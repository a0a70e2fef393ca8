import pytest

from app.domain.documents.calendar import show_date
from app.domain.documents.facts.moments import Moment, dated
from app.domain.resumes.parsing.dates import moments_in
from app.domain.shared.months import IN_FULL
from app.domain.shared.time import PartialDate


@pytest.mark.parametrize("language", sorted(IN_FULL))
@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_is_read_however_it_is_written(language: str, month: int) -> None:
    written = f"{IN_FULL[language][month - 1]} 2019"
    shown = show_date(PartialDate(2019, month), language)

    for text in (written, shown):
        assert [each.what for each in dated(text)] == [Moment(2019, month)]
        assert [each.end for each in moments_in(text)] == [PartialDate(2019, month)]
