import pytest

from app.domain.resumes.parsing.dates import is_duration, moments_in, periods_in


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("Jan 2019 - Mar 2021", "2019-01", "2021-03"),
        ("January, 2019 to March, 2021", "2019-01", "2021-03"),
        ("01/2019 \u2013 03/2021", "2019-01", "2021-03"),
        ("2019-01-15 - 2021-03-31", "2019-01", "2021-03"),
        ("01.2019 bis 03.2021", "2019-01", "2021-03"),
        ("Januar 2019 \u2013 M\u00e4rz 2021", "2019-01", "2021-03"),
        ("de janvier 2019 \u00e0 mars 2021", "2019-01", "2021-03"),
        ("enero de 2019 hasta marzo de 2021", "2019-01", "2021-03"),
        ("1/19 - 3/21", "2019-01", "2021-03"),
        ("01 2019 to 03 2021", "2019-01", "2021-03"),
        ("Accountant,01/2019-03/2021Hall", "2019-01", "2021-03"),
        ("2019-2021", "2019", "2021"),
        ("06/2019 - Present", "2019-06", None),
        ("06/2019 to CurrentHall", "2019-06", None),
        ("seit Juni 2019", "2019-06", None),
        ("depuis juin 2019", "2019-06", None),
        ("junio 2019 - actualidad", "2019-06", None),
    ],
)
def test_a_period_is_read(text: str, begin: str, end: str | None) -> None:
    (period,) = periods_in(text)

    assert str(period.begin) == begin
    assert (str(period.end) if period.end else None) == end
    assert period.lasting is (end is None)


@pytest.mark.parametrize(
    "text", ["$2019 to 2021 units", "1,2019 - 3", "12-15 people", "from 5 to 7", "2021 - 2019"]
)
def test_numbers_that_are_no_period_are_none(text: str) -> None:
    assert list(periods_in(text)) == []


def test_a_single_date_is_an_end() -> None:
    (date,) = moments_in("Graduated May 2012")

    assert (date.begin, str(date.end)) == (None, "2012-05")


def test_a_duration_is_no_date() -> None:
    assert is_duration("2 years 7 months")
    assert is_duration("(3 Jahre)")
    assert not is_duration("2 years of rye")
