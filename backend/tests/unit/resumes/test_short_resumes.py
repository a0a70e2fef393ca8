"""Resumes that people type in a hurry: one line to a position, no headings, no capitals."""

import pytest

from app.domain.resumes.parsing import parse_resume
from tests.unit.resumes.test_lined_resumes import careers, said

DEGREES = """\
Ines Falk
Product Designer
2020 - 2024 Product Designer, Payline. Led the redesign of onboarding with four engineers.
2017 - 2020 UX Designer, Studio Elm. Drew wireframes and journey maps for travel and retail.
MA Interaction Design 2017
BSc Computer Science, 2014
"""


def test_dates_title_and_employer_may_stand_before_what_was_done_in_one_line() -> None:
    assert careers(DEGREES) == [
        ("Product Designer", "Payline", "2020", "2024"),
        ("UX Designer", "Studio Elm", "2017", "2020"),
    ]


def test_a_degree_needs_no_heading() -> None:
    assert [said(e.degree) for e in parse_resume(DEGREES).education] == ["MA", "BSc"]
    bullets = [b.value for e in parse_resume(DEGREES).experiences for b in e.bullets]
    assert not any("Interaction" in text for text in bullets)


def test_what_was_done_may_follow_a_colon_behind_the_dates() -> None:
    text = """\
Yara Demir - Data Scientist
Python | Spark
Lumen Foods, Machine Learning Engineer, 2020-present: ranking models, feature store, monitoring
Orbis Insurance, Data Scientist, 2018-2020: claims models and text of adjusters
"""
    assert careers(text) == [
        ("Machine Learning Engineer", "Lumen Foods", "2020", "now"),
        ("Data Scientist", "Orbis Insurance", "2018", "2020"),
    ]
    assert parse_resume(text).experiences[0].bullets[0].value.startswith("ranking models")


def test_a_name_above_a_career_without_headings_is_no_employer() -> None:
    text = """\
Lucia Ferri - crew
2017/03-2023/10 Flight Attendant, Bluestar Airlines. Safety on board and first aid.
"""
    assert careers(text) == [("Flight Attendant", "Bluestar Airlines", "2017-03", "2023-10")]


def test_a_title_may_begin_like_a_deed() -> None:
    text = """\
Experience
Registered Nurse, ICU 06/2016 to Current Company Name City , State
Cares for ventilated patients. Relieves the charge nurse.
Marketing Director 2012 to 2016 Company Name City , State
"""
    assert [title for title, *_ in careers(text)] == ["Registered Nurse, ICU", "Marketing Director"]


def test_a_list_may_stand_behind_its_heading_in_capitals() -> None:
    text = "EXPERIENCE\nCook, Elm Kitchen\n2015 - 2020\nSKILLS menus, butchery, food cost, training\n"
    assert [s.name.value for s in parse_resume(text).skills] == [
        "menus",
        "butchery",
        "food cost",
        "training",
    ]


def test_a_text_without_capitals_has_headings_and_positions_all_the_same() -> None:
    text = """\
customer service representative
skills : data entry , crm , conflict resolution
work history
customer service representative , 02/2020 to current , company name , city , state
answered calls about billing
receptionist , 2017 to 2020 , company name , city , state
education : high school diploma , 2016
"""
    resume = parse_resume(text)
    assert [title for title, *_ in careers(text)] == ["customer service representative", "receptionist"]
    assert [s.name.value for s in resume.skills] == ["data entry", "crm", "conflict resolution"]
    assert [said(e.degree) for e in resume.education] == ["high school diploma"]


@pytest.mark.parametrize("icon", ["\ue603", "\u2022", "|"])
def test_a_number_alone_on_its_line_may_have_an_icon_beside_it(icon: str) -> None:
    text = f"Experience\nCook, Elm Kitchen\n2015 - 2020\n(912) 555-4321 {icon}\n- Cooked\n"
    assert said(parse_resume(text).phone) == "(912) 555-4321"


def test_a_skill_that_stands_between_two_values_is_not_lost() -> None:
    text = "Bo Ek\nExperience\nCook, Elm Kitchen\n2015 - 2020\nLanguages\nSpanish, basic English ServSafe\n"
    told = [text.value for part in parse_resume(text).others for text in part.texts]
    assert any("ServSafe" in each for each in told)


def test_a_line_of_office_programs_is_no_degree() -> None:
    text = (
        "Experience\nClerk, Elm Ltd\n2015 - 2020\nMS Office, MS Project and Excel\nAs needed on the phone\n"
    )
    assert parse_resume(text).education == ()
