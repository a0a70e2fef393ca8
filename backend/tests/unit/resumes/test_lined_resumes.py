"""A resume as it comes out of a file: one line after the other, under headings."""

from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.resume import CERTAIN, Read
from app.domain.shared.time import PartialDate
from tests.unit.resumes.texts import FRENCH, GERMAN, NURSE, SPANISH


def said(read: Read[str] | None) -> str | None:
    return read.value if read else None


def day(read: Read[PartialDate] | None) -> str | None:
    return str(read.value) if read else None


def careers(text: str) -> list[tuple[str | None, ...]]:
    return [
        (said(e.title), said(e.company), day(e.start), "now" if e.current else day(e.end))
        for e in parse_resume(text).experiences
    ]


def test_the_head_says_who_it_is() -> None:
    nurse = parse_resume(NURSE)

    assert said(nurse.name) == "Amara Lindqvist"
    assert said(nurse.headline) == "Registered Nurse"
    assert said(nurse.email) == "amara.lindqvist@example.org"
    assert said(nurse.phone) == "(415) 555-0199"
    assert said(nurse.location) == "Oakland, CA 94607"
    assert [link.value for link in nurse.links] == ["linkedin.com/in/amaralindqvist"]
    assert said(nurse.summary) == "Registered nurse with nine years in emergency and intensive care."


def test_every_position_has_its_title_employer_place_and_dates() -> None:
    assert careers(NURSE) == [
        ("Charge Nurse", "Bayview Medical Center", "2019-03", "now"),
        ("Staff Nurse", "St. Brendan Hospital", "2015-06", "2019-02"),
    ]
    assert [said(e.location) for e in parse_resume(NURSE).experiences] == ["Oakland, CA", "San Jose, CA"]


def test_a_bullet_that_goes_on_in_the_next_line_is_one() -> None:
    bullets = parse_resume(NURSE).experiences[0].bullets

    assert [bullet.value for bullet in bullets] == [
        "Led shifts of 14 nurses in a 32-bed emergency department",
        "Cut the time to triage from 19 to 11 minutes by moving the first assessment to the door",
    ]


def test_school_degree_and_subject_are_told_apart() -> None:
    (school,) = parse_resume(NURSE).education

    assert (said(school.degree), said(school.field)) == ("Bachelor of Science", "Nursing")
    assert (said(school.school), day(school.end)) == ("San Jose State University", "2015")


def test_the_lists_are_read_one_by_one() -> None:
    nurse = parse_resume(NURSE)

    assert [skill.name.value for skill in nurse.skills] == ["Triage", "wound care", "IV therapy", "Epic"]
    assert [(tongue.name.value, tongue.level) for tongue in nurse.languages] == [
        ("English", "native"),
        ("Spanish", "fluent"),
    ]
    (licence,) = nurse.certificates
    assert (licence.name.value, str(licence.date)) == ("Registered Nurse", "2015")
    assert licence.issuer == "California Board of Registered Nursing"


def test_what_has_no_field_is_kept_under_its_heading() -> None:
    parts = {part.heading: [text.value for text in part.texts] for part in parse_resume(NURSE).others}

    assert parts["INTERESTS"] == ["Long distance swimming and choir"]


def test_every_value_stands_where_it_says() -> None:
    nurse = parse_resume(NURSE)
    values = [nurse.name, nurse.email, nurse.phone, nurse.location]
    values += [e.title for e in nurse.experiences] + [e.company for e in nurse.experiences]
    values += [s.name for s in nurse.skills] + [e.school for e in nurse.education]

    for value in values:
        assert value
        assert NURSE[value.start : value.end] == value.value


def test_a_shape_that_nothing_else_has_is_surer_than_a_guess() -> None:
    nurse = parse_resume(NURSE)
    odd = parse_resume("EXPERIENCE\nWhirligig\nZephyr\n2019 - 2021\n")

    assert nurse.email
    assert nurse.email.sureness == CERTAIN
    assert odd.experiences[0].title
    assert odd.experiences[0].title.sureness < CERTAIN


def test_a_german_career() -> None:
    person = parse_resume(GERMAN)

    assert (said(person.name), said(person.phone)) == ("Jana Bergmann", "+49 30 5550 1234")
    assert said(person.location) == "10115 Berlin"
    assert careers(GERMAN) == [
        ("Elektronikerin", "Stadtwerke Nordhain GmbH", "2018-03", "now"),
        ("Elektrikerin", "Baubetrieb Kiesel AG", "2013-08", "2018-02"),
    ]
    assert person.language == "de"
    assert said(person.education[0].school) == "Berufsschule Potsdam"
    assert [tongue.name.value for tongue in person.languages] == ["Deutsch", "Englisch"]


def test_a_french_career() -> None:
    person = parse_resume(FRENCH)

    assert (said(person.name), said(person.headline)) == ("\u00c9lodie Marchand", "Infirmi\u00e8re")
    assert careers(FRENCH) == [
        ("Infirmi\u00e8re", "H\u00f4pital Sainte-Claire", "2017-09", "now"),
        ("Aide-soignante", "Clinique des Tilleuls", "2013-02", "2017-08"),
    ]
    assert said(person.education[0].school) == "Institut de formation de Grenoble"
    assert [skill.name.value for skill in person.skills] == ["Soins infirmiers", "Pansements", "Accueil"]


def test_a_spanish_career() -> None:
    person = parse_resume(SPANISH)

    assert said(person.name) == "Luc\u00eda Ferrer Ib\u00e1\u00f1ez"
    assert careers(SPANISH) == [
        ("Contable", "Transportes Levante S.L.", "2016-01", "now"),
        ("Auxiliar administrativa", "Grupo Almendro", "2012-03", "2015-12"),
    ]
    assert (said(person.education[0].degree), said(person.education[0].field)) == (
        "Grado",
        "Administraci\u00f3n de Empresas",
    )
    assert [tongue.level for tongue in person.languages] == ["nativo", "intermedio"]


def test_dates_may_stand_before_beside_or_after_what_they_date() -> None:
    before = "EXPERIENCE\n2018 - 2020\nBaker, Crumb & Co\n- Baked\n2015 - 2018\nBaker, Loaf Inc\n- Kneaded\n"
    beside = "EXPERIENCE\nCrumb & Co\nBaker 2018 - 2020\n- Baked\nLoaf Inc\nBaker 2015 - 2018\n- Kneaded\n"
    after = "EXPERIENCE\nBaker, Crumb & Co\n- Baked\n2018 - 2020\nBaker, Loaf Inc\n- Kneaded\n2015 - 2018\n"
    expected = [("Baker", "Crumb & Co", "2018", "2020"), ("Baker", "Loaf Inc", "2015", "2018")]

    assert careers(before) == expected
    assert careers(beside) == expected
    assert careers(after) == expected


def test_two_positions_with_one_employer_name_it_once() -> None:
    text = "EXPERIENCE\nLoaf Inc\nHead Baker 2018 - 2020\n- Led\nBaker 2015 - 2018\n- Kneaded\n"

    assert [career[:2] for career in careers(text)] == [("Head Baker", "Loaf Inc"), ("Baker", "Loaf Inc")]


def test_a_subheading_of_every_entry_opens_no_section() -> None:
    text = (
        "EXPERIENCE\nBaker\nLoaf Inc\n2018 - 2020\nHighlights\n- Baked rye\n"
        "Cook\nPan Ltd\n2015 - 2018\nHighlights\n- Fried eggs\n"
    )

    assert [career[0] for career in careers(text)] == ["Baker", "Cook"]
    assert not parse_resume(text).skills


def test_a_page_footer_is_no_text_of_the_person() -> None:
    text = NURSE.replace("SKILLS\n", "Amara Lindqvist - 1/2\nSKILLS\n")

    assert parse_resume(text).education == parse_resume(NURSE).education


def test_an_empty_text_says_nothing() -> None:
    empty = parse_resume(" \n\t ")

    assert empty.name is None
    assert not empty.experiences
    assert not empty.others


def test_where_dates_come_first_the_line_above_one_belongs_to_the_position_before() -> None:
    newest = "2018 - 2020\nBaker, Crumb & Co\nNew Rye Recipes\n"
    text = f"EXPERIENCE\n{newest}2015 - 2018\nBaker, Loaf Inc\nKneaded dough\n"
    first, second = parse_resume(text).experiences

    assert [bullet.value for bullet in first.bullets] == ["New Rye Recipes"]
    assert (said(second.title), said(second.company)) == ("Baker", "Loaf Inc")


def test_even_a_single_word_that_has_no_field_is_kept() -> None:
    (part,) = parse_resume("EXPERIENCE\nBaker\nLoaf Inc\n2018 - 2020\nHOBBIES\nChess\n").others

    assert (part.heading, [text.value for text in part.texts]) == ("HOBBIES", ["Chess"])
