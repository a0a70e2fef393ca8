"""Titles that no list of words knows, told by where they stand."""

from app.domain.resumes.parsing import parse_resume

HEAD = "Ada Quay\nada@quay.example\n\nWork Experience\n"


def entries(text: str) -> list[tuple[str | None, str | None]]:
    read = parse_resume(HEAD + text).experiences
    return [(e.title.value if e.title else None, e.company.value if e.company else None) for e in read]


def test_what_stands_beside_the_dates_is_a_title_whatever_its_words() -> None:
    text = (
        "Responsable logistique\tjanvier 2018 - aujourd'hui\nComptoir Frais SARL\tLyon\n• Encadrement.\n"
        "Coordinatrice transport\tseptembre 2014 - décembre 2017\n"
        "Transports Beaujolais SARL\tMâcon\n• Planification.\n"
    )

    assert entries(text) == [
        ("Responsable logistique", "Comptoir Frais SARL"),
        ("Coordinatrice transport", "Transports Beaujolais SARL"),
    ]


def test_a_title_over_employer_and_place_is_not_taken_for_the_last_deed() -> None:
    text = (
        "Chef\nHotel Anchor | Hull\n2018 - Present\n• Ran a kitchen.\n"
        "Second of two\nHotel Mirador | Cadiz\n2011 - 2016\n• Cooked for 300.\n"
    )

    assert entries(text)[1] == ("Second of two", "Hotel Mirador")


def test_a_title_between_employer_and_dates_is_one() -> None:
    text = (
        "Hotel Anchor\nChef\n2018 - Present\n• Ran it.\n"
        "Hotel Mirador\nSegunda de cocina\n2011 - 2016\n• Cooked.\n"
    )

    assert entries(text)[1] == ("Segunda de cocina", "Hotel Mirador")


def test_a_town_that_nobody_knows_is_cut_off_an_employer() -> None:
    text = "Chef\nHotel Mirador, Wexcombe\n2018 - Present\n• Ran it.\n"

    assert entries(text) == [("Chef", "Hotel Mirador")]


def test_the_line_below_an_address_is_no_part_of_it() -> None:
    read = parse_resume("Ada Quay\nContact\nada@quay.example\nLyon\n")

    assert read.email
    assert read.email.value == "ada@quay.example"
