"""Numbers, dates and addresses as the gate reads them."""

import pytest

from app.domain.documents.facts.amounts.bounds import Bound
from app.domain.documents.facts.amounts.moments import Moment, Stretch, dated
from app.domain.documents.facts.amounts.quantities import quantities
from app.domain.documents.facts.amounts.quantity import Measure
from app.domain.documents.facts.reading.contacts import addresses
from app.domain.documents.facts.texts.outline import heading_kind, outline
from app.domain.shared.stretches import Stretches


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("by 70%", 70, Measure.PERCENT),
        ("by 70 percent", 70, Measure.PERCENT),
        ("500K events", 500_000, Measure.COUNT),
        ("37,000,000 views", 37_000_000, Measure.COUNT),
        ("1.5 million views", 1_500_000, Measure.COUNT),
        ("twenty-five beds", 25, Measure.COUNT),
        ("three hundred beds", 300, Measure.COUNT),
        ("a dozen eggs", 12, Measure.COUNT),
        ("$48 million in sales", 48_000_000, Measure.MONEY),
        ("12 EUR", 12, Measure.MONEY),
        ("2 weeks", 14, Measure.TIME),
        ("doubled output", 2, Measure.FACTOR),
        ("3x faster", 3, Measure.FACTOR),
        ("the 18th edition", 18, Measure.ORDINAL),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(text: str, value: float, measure: Measure) -> None:
    (found,) = quantities(text)
    assert found.value == pytest.approx(value)
    assert found.measure is measure


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("10M+ users", Bound.AT_LEAST),
        ("over 10 users", Bound.MORE),
        ("at least 10 users", Bound.AT_LEAST),
        ("up to 10 users", Bound.UP_TO),
        ("just over 10 users", Bound.JUST_OVER),
        ("not quite 10 users", Bound.NEARLY),
        ("no more than 10 users", Bound.AT_MOST),
        ("about 10 users", Bound.ABOUT),
        ("10 users", Bound.EXACT),
    ],
)
def test_a_bound_is_part_of_the_number(text: str, bound: Bound) -> None:
    assert quantities(text)[0].bound is bound


@pytest.mark.parametrize("text", ["OAuth2 and D3.js", "S3", "one of the team", "p99", "v2.1b"])
def test_digits_within_names_are_no_amounts(text: str) -> None:
    assert quantities(text) == ()


def test_currencies_are_told_apart() -> None:
    assert [q.currency for q in quantities("$5, \u20ac5 and 5 SEK")] == ["usd", "eur", "sek"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Mar 2019 - Present", Stretch(Moment(2019, 3), None)),
        ("March 2019 \u2013 June 2021", Stretch(Moment(2019, 3), Moment(2021, 6))),
        ("2014 - 2017", Stretch(Moment(2014, None), Moment(2017, None))),
        ("03/2019 to 06/2021", Stretch(Moment(2019, 3), Moment(2021, 6))),
        ("M\u00e4rz 2019 - heute", Stretch(Moment(2019, 3), None)),
        ("f\u00e9vr. 2020 - aujourd'hui", Stretch(Moment(2020, 2), None)),
        ("since 2018", Stretch(Moment(2018, None), None)),
        ("2019-03-15", Moment(2019, 3)),
        ("in May 2020", Moment(2020, 5)),
    ],
)
def test_a_date_is_read_in_the_forms_people_write(text: str, what: Moment | Stretch) -> None:
    assert [each.what for each in dated(text)] == [what]


def test_dates_are_not_amounts_and_amounts_not_dates() -> None:
    assert dated("1,999 units of 2.5") == ()
    assert quantities("Mar 2019 - Jun 2021", Stretches([(0, 19)])) == ()


def test_addresses_compare_by_what_matters() -> None:
    keys = {a.key for a in addresses("https://www.Example.com/me/ , Me@Example.com , +1 (503) 555-0176")}
    assert keys == {"example.com/me", "me@example.com", "15035550176"}


@pytest.mark.parametrize("text", ["2014 - 2017", "2019-03-15", "1 000 000", "12.500"])
def test_dates_and_large_numbers_are_no_telephones(text: str) -> None:
    assert addresses(text) == ()


def test_headings_are_known_in_five_languages_however_they_are_dressed() -> None:
    for heading in (
        "## Work Experience",
        "**SKILLS:**",
        "Berufserfahrung",
        "Comp\u00e9tences",
        "Formaci\u00f3n",
        "Utbildning",
    ):
        assert heading_kind(heading) is not None, heading
    assert heading_kind("Senior Engineer, Harbour Works") is None


def test_a_line_knows_its_section_and_whether_it_is_a_bullet() -> None:
    lines = outline("Ada\n\nExperience\nCook, Blue Door\n2014 - 2017\n- Fried fish\n")
    assert [(line.text, line.bullet, line.dates_only) for line in lines] == [
        ("Ada", False, False),
        ("Cook, Blue Door", False, False),
        ("2014 - 2017", False, True),
        ("Fried fish", True, False),
    ]
    assert [line.number for line in lines] == [0, 3, 4, 5]
