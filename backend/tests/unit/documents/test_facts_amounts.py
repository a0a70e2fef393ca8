"""Amounts, times and frequencies told otherwise, in four languages."""

import pytest

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts import ClaimKind, LineVerdict, Verdict
from app.domain.profile.model import Profile
from app.domain.shared.ids import ItemId
from tests.builders.careers import a_certificate, a_degree, a_position, a_profile
from tests.unit.documents.test_facts import against, judged

_OF_AMOUNTS = frozenset(
    {
        ClaimKind.NUMBER,
        ClaimKind.PERCENT,
        ClaimKind.MONEY,
        ClaimKind.DURATION,
        ClaimKind.FREQUENCY,
        ClaimKind.DATE,
    }
)


def amounts_hold(source: str, line: str) -> bool:
    """Whatever becomes of the words between them."""
    return hold(against(source, line))


def hold(line: LineVerdict) -> bool:
    return not any(c.kind in _OF_AMOUNTS and c.verdict is Verdict.UNSUPPORTED for c in line.claims)


def everything(profile: Profile) -> tuple[Source, ...]:
    return (
        Source(SourceKind.PROFILE, ItemId(profile.id)),
        *(Source(SourceKind.EXPERIENCE, e.id) for e in profile.experiences),
        *(Source(SourceKind.EDUCATION, e.id) for e in profile.education),
        *(Source(SourceKind.SKILL, s.id) for s in profile.skills),
    )


def a_cook() -> Profile:
    return a_profile(
        experiences=(
            a_position("Sous Chef", "Harbour Grill", "2019-04/", ("Led 6 cooks",)),
            a_position("Cook", "Blue Door", "2015-02/2019-03", ("Cooked 80 lunches a day",)),
            a_position("Kitchen Hand", "Mill Hotel", "2012-09/2015-01"),
        ),
        education=(a_degree("Diploma", "Cookery", "Coast College", "2009-09/2012-06"),),
        skills=(
            a_certificate("Food Safety Level 3", "Coast Board", "2016-05"),
            a_certificate("First Aid", "Red Cross", "2018-01"),
        ),
    )


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        (
            "A budget of £450,000",
            "A budget of just under half a million pounds",
            "A budget of half a billion pounds",
        ),
        ("A budget of £500,000", "A budget of half a million pounds", "A budget of half a million euros"),
        (
            "A budget of £1,500,000",
            "A budget of one and a half million pounds",
            "A budget of a million pounds",
        ),
        ("A budget of £5,000", "A budget of five grand", "A budget of fifty grand"),
        ("A grant of £4,000", "A four-thousand-pound grant", "A forty-thousand-pound grant"),
        ("A grant of $20,000", "A grant of US$20k", "A grant of £20k"),
        (
            "A shop with sales of £2.6m",
            "A shop turning over £2.6 million",
            "A shop turning over £3.6 million",
        ),
        (
            "Ein Budget von 500.000 €",
            "Ein Budget von einer halben Million Euro",
            "Ein Budget von 5 Millionen Euro",
        ),
        ("Ein Vertrag von 18.000 €", "Ein Vertrag über 18.000 Euro", "Ein Vertrag über 80.000 Euro"),
        ("Ein Budget von 250.000 €", "Ein Budget von 250 TEUR", "Ein Budget von 250 Mio. Euro"),
        ("Un budget de 500 000 €", "Un budget d'un demi-million d'euros", "Un budget d'un million d'euros"),
        (
            "Une subvention de 15 000 €",
            "Une subvention de 15 milliers d'euros",
            "Une subvention de 15 millions d'euros",
        ),
        (
            "Des remises jusqu'à 5 000 €",
            "Des remises plafonnées à 5 000 euros",
            "Des remises plafonnées à 8 000 euros",
        ),
        (
            "Un presupuesto de 500.000 €",
            "Un presupuesto de medio millón de euros",
            "Un presupuesto de un millón de euros",
        ),
        (
            "Un presupuesto de 1.200 €",
            "Un presupuesto de mil doscientos euros",
            "Un presupuesto de dos mil euros",
        ),
        (
            "Sales grew from £1.2m to £1.8m",
            "Sales grew from £1.2 to 1.8 million",
            "Sales grew from £1.2 to 2.8 million",
        ),
    ],
)
def test_money_in_other_words_is_the_same_money(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        ("Cut waits by 40%", "Cut waits by two fifths", "Cut waits by three fifths"),
        ("Cut waits from 12 to 5 days", "Cut waits by more than half", "Cut waits by more than two thirds"),
        (
            "Raised sales from £2.1m to £2.6m",
            "Raised sales by nearly a quarter",
            "Raised sales by nearly half",
        ),
        ("Cut waits from 6 days to 2 days", "Made waits three times as short", "Cut waits by three quarters"),
        ("Cut times from 480 ms to 120 ms", "Made it four times as fast", "Made it five times as fast"),
        ("Filed claims of $240,000 and recovered $198,000", "Recovered over 80%", "Recovered over 90%"),
        (
            "Mentored 5 trainees, two of whom stayed",
            "40% of the 5 trainees stayed",
            "60% of the 5 trainees stayed",
        ),
        (
            "Vaccinated 92% of residents",
            "Vaccinated more than nine in ten residents",
            "Vaccinated eight in ten residents",
        ),
        ("Vaccinated 92% of residents", "Left only 8% of residents out", "Left only 18% of residents out"),
        (
            "Trained 2 apprentices, both of whom passed",
            "100% of 2 apprentices passed",
            "90% of 2 apprentices passed",
        ),
        ("Senkte Fehler um 40 %", "Senkte Fehler um zwei Fünftel", "Senkte Fehler um drei Fünftel"),
        ("Senkte Fehler von 60 auf 20", "Senkte Fehler um zwei Drittel", "Senkte Fehler um die Hälfte"),
        (
            "Réduit les erreurs de 12 à 5 jours",
            "Réduit de plus de la moitié les erreurs",
            "Réduit de plus de deux tiers les erreurs",
        ),
        ("Taux abaissé de 6 % à 2 %", "Taux divisé par trois", "Taux divisé par quatre"),
        ("CA porté de 1,2 M€ en 2019 à 1,8 M€ en 2022", "CA multiplié par 1,5", "CA multiplié par 2,5"),
        (
            "Reduje el plazo de 68 a 45 días",
            "Reduje el plazo en torno a un tercio",
            "Reduje el plazo en torno a dos tercios",
        ),
        ("Pasó la carta de 40 a 75 vinos", "Casi se duplicó la carta", "Casi se triplicó la carta"),
        (
            "Presenté 350 quejas, de las que se cobraron 310",
            "Se cobró el 89 % de las 350 quejas",
            "Se cobró el 79 % de las 350 quejas",
        ),
        (
            "Reduje las mermas del 9 % al 5 %",
            "Reduje las mermas en cuatro puntos porcentuales",
            "Reduje las mermas en seis puntos porcentuales",
        ),
    ],
)
def test_shares_and_factors_follow_from_what_is_given(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        ("Met every two weeks", "Met fortnightly", "Met every three weeks"),
        ("Wrote a fortnightly letter", "Wrote a letter every other week", "Wrote a letter twice a week"),
        ("Reported every quarter", "Reported four times a year", "Reported five times a year"),
        (
            "Charted intake every two hours",
            "Charted intake at two-hour intervals",
            "Charted intake at three-hour intervals",
        ),
        (
            "Charted intake every two hours",
            "Kept two-hourly charts of intake",
            "Kept four-hourly charts of intake",
        ),
        ("Screened 14,000 claims a month", "Screened 168,000 claims a year", "Screened 14,000 claims a year"),
        ("Screened 14,000 claims a month", "Screened 14,000 claims monthly", "Screened 14,000 claims weekly"),
        ("Ran the month-end close", "Ran the monthly close", "Ran the weekly close"),
        (
            "Cut losses from 30 to 9 cases a week",
            "Cut losses to 9 cases a week",
            "Cut losses to 9 cases per term",
        ),
        (
            "Updated the site twice a week",
            "Made two updates a week to the site",
            "Made two updates a month to the site",
        ),
        ("Traf das Team alle zwei Wochen", "Traf das Team zweiwöchentlich", "Traf das Team alle drei Wochen"),
        ("Berichtete dreimal pro Woche", "Berichtete drei Mal in der Woche", "Berichtete dreimal im Monat"),
        (
            "Erstellte 20 Berichte pro Monat",
            "Erstellte 240 Berichte im Jahr",
            "Erstellte 20 Berichte im Jahr",
        ),
        ("Traité 450 factures par mois", "Traité 5 400 factures par an", "Traité 450 factures par an"),
        (
            "Une lettre toutes les deux semaines",
            "Une lettre bimensuelle",
            "Une lettre toutes les trois semaines",
        ),
        (
            "Emito 600 facturas al mes",
            "Emito facturas a razón de 600 mensuales",
            "Emito facturas a razón de 600 diarias",
        ),
        (
            "Emito un boletín cada dos semanas",
            "Emito un boletín quincenal",
            "Emito un boletín cada tres semanas",
        ),
    ],
)
def test_a_frequency_in_other_words_is_as_often(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        (
            "A job that ends in 25 minutes",
            "A job that ends in under half an hour",
            "A job that ends in under a quarter of an hour",
        ),
        ("Spent 18 months on it", "Spent a year and a half on it", "Spent two years and a half on it"),
        ("Ordered it the day before", "Ordered it a day ahead", "Ordered it two days ahead"),
        ("Fixed it in the two weeks before", "Fixed it in a fortnight", "Fixed it in a month"),
        ("Kept it for 2 years", "Kept it over a two-year period", "Kept it over a three-year period"),
        (
            "Drew 20 entries in three weeks",
            "20 entries coming in over three weeks",
            "20 entries coming in over five weeks",
        ),
        ("Grew sales between 2019 and 2023", "Grew sales within four years", "Grew sales within two years"),
        (
            "Senkte die Zeit auf 240 Millisekunden",
            "Senkte die Zeit auf unter 250 ms",
            "Senkte die Zeit auf unter 150 ms",
        ),
        (
            "Arbeitete 18 Monate daran",
            "Arbeitete anderthalb Jahre daran",
            "Arbeitete zweieinhalb Jahre daran",
        ),
        (
            "Arbeitete 30 Minuten daran",
            "Arbeitete eine halbe Stunde daran",
            "Arbeitete eine Viertelstunde daran",
        ),
        ("A duré 18 mois", "A duré un an et demi", "A duré deux ans et demi"),
        ("A duré 30 minutes", "A duré une demi-heure", "A duré une heure et demie"),
        ("Duró 18 meses", "Duró un año y medio", "Duró dos años y medio"),
        ("Duró 30 minutos", "Duró media hora", "Duró un cuarto de hora"),
    ],
)
def test_a_time_in_other_words_is_as_long(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        ("Reworked the NP-40 pump", "The NP-40 pump, reworked", "The NP-50 pump, reworked"),
        ("Passed the ISO 9001 audit", "Passed the audit for ISO 9001", "Passed the audit for ISO 9002"),
        (
            "A club for 25 pupils in Years 7 and 8",
            "A club for 25 Year 7 and Year 8 pupils",
            "A club for 25 Year 7 and Year 9 pupils",
        ),
        ("Raised grades at 7 or above", "Raised grades at 7+", "Raised grades at 8+"),
        (
            "Looked after 6 to 8 patients",
            "Looked after between six and eight patients",
            "Looked after between six and ten patients",
        ),
        (
            "Coordinated papers for Canada and Mexico",
            "Papers for two countries, Canada and Mexico",
            "Papers for three countries, Canada and Mexico",
        ),
        (
            "Organised 3 trips for 45 pupils each",
            "Organised trips for 135 pupils",
            "Organised trips for 145 pupils",
        ),
        (
            "Trained the firm Orbis and two other customers",
            "Trained three customers",
            "Trained four customers",
        ),
        (
            "Won 28 customers, Agrival among them",
            "Won Agrival and 27 other customers",
            "Won Agrival and 29 other customers",
        ),
        ("Worked in a team of four", "Worked with three colleagues", "Worked with five colleagues"),
        (
            "Betreute 45 Eingewöhnungen",
            "Betreute fünfundvierzig Krippeneingewöhnungen",
            "Betreute vierundfünfzig Eingewöhnungen",
        ),
        (
            "Arbeitete im vierköpfigen Team",
            "Arbeitete mit drei Kollegen im Team",
            "Arbeitete mit sechs Kollegen im Team",
        ),
        (
            "Montierte in Deutschland und den Niederlanden",
            "Montierte in zwei Ländern",
            "Montierte in drei Ländern",
        ),
        (
            "Zog 2022 mit 26 Diensten um",
            "Zog im Jahr 2022 mit 26 Diensten um",
            "Zog im Jahr 2021 mit 26 Diensten um",
        ),
        ("Tenu 35 dossiers de très petites entreprises", "Tenu 35 TPE", "Tenu 45 TPE"),
        ("Formé quatre-vingt-dix-sept agents", "Formé 97 agents", "Formé 87 agents"),
        (
            "Corregí 120 fallos según WCAG 2.1",
            "Según WCAG 2.1 corregí 120 fallos",
            "Según WCAG 2.2 corregí 120 fallos",
        ),
    ],
)
def test_a_number_stands_for_the_same_in_other_words(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Raised accuracy to 99%", "Brought accuracy up to 99.9%"),
        ("Baute 400 Anlagen", "Baute gut 250 Anlagen"),
        ("Recruited 9 sales assistants", "Recruited 9 sales agencies"),
        ("Grew sales from £2.1m to £2.6m", "Grew sales by €500,000"),
        ("Senkte die Zeit von 900 auf 240 Millisekunden", "Senkte die Zeit um 900 Millisekunden"),
        ("Teacher of Key Stage 4 who mentored 6 trainees", "Mentored four of the six trainees"),
        ("Worked six shifts for 6 patients", "Worked at six employers"),
        ("Raised delivery to 97% in 2022", "Delivery went up in 2020, to 97%"),
        ("Cut costs from £3.20 to £1.90", "Cut costs by around 60 per cent"),
    ],
)
def test_a_number_of_something_else_does_not_pass_for_it(source: str, line: str) -> None:
    assert not amounts_hold(source, line)


def test_a_career_without_a_gap_is_counted_from_its_first_day() -> None:
    cook = a_cook()
    assert hold(judged(cook, "In kitchens since 2012", *everything(cook)))
    assert not hold(judged(cook, "In kitchens since 2008", *everything(cook)))
    assert not hold(judged(cook, "In kitchens since 2015", *everything(cook)))


def test_a_certificate_has_been_held_since_its_date() -> None:
    cook = a_cook()
    held = Source(SourceKind.SKILL, cook.skills[0].id)
    for line in ("Food Safety Level 3 since May 2016", "Food Safety Level 3, held since 2016"):
        assert hold(judged(cook, line, held))
    assert not hold(judged(cook, "Food Safety Level 3 since 2015", held))
    assert not hold(judged(cook, "Food Safety Level 4 since 2016", held))


def test_studies_lie_between_two_years_and_last_as_long() -> None:
    cook = a_cook()
    studied = Source(SourceKind.EDUCATION, cook.education[0].id)
    assert hold(judged(cook, "Diploma in Cookery, between 2009 and 2012", studied))
    assert hold(judged(cook, "Three years of studies at Coast College", studied))
    assert not hold(judged(cook, "Diploma in Cookery, between 2008 and 2012", studied))
    assert not hold(judged(cook, "Five years of studies at Coast College", studied))


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Cook with experience from three employers", "Cook with experience from six employers"),
        ("Cook with two certificates", "Cook with three certificates"),
        ("Two credentials: Food Safety and First Aid", "Three credentials: Food Safety and First Aid"),
    ],
)
def test_what_is_cited_may_be_counted(true: str, false: str) -> None:
    cook = a_cook()
    assert hold(judged(cook, true, *everything(cook)))
    assert not hold(judged(cook, false, *everything(cook)))


def test_just_over_a_year_is_not_two() -> None:
    hand = a_profile(experiences=(a_position("Kitchen Hand", "Mill Hotel", "2012-09/2013-11"),))
    cited = Source(SourceKind.EXPERIENCE, hand.experiences[0].id)
    assert hold(judged(hand, "Kitchen Hand for just over a year", cited))
    assert hold(judged(hand, "Well over a year as a Kitchen Hand", cited))
    assert not hold(judged(hand, "Kitchen Hand for just over two years", cited))
