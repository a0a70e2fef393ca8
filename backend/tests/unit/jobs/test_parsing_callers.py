"""One line on top says who looks for whom, and where; lists are told by their lines where no heading does."""

import pytest

from app.domain.jobs.parsing import parse_posting

CALLS = [
    (
        "Otterbach Druck GmbH sucht in Ulm eine Buchbinderin (m/w/d) als Meisterin",
        "Otterbach Druck GmbH",
        "Ulm",
    ),
    ("Menuiserie Balan recrute à Quimper un menuisier", "Menuiserie Balan", "Quimper"),
    ("Grupo Arrayán solicita Supervisor de Turno", "Grupo Arrayán", None),
    ("Fjällbo AB söker Snickare", "Fjällbo AB", None),
    ("Lark & Sons is hiring a Product Designer in Bristol", "Lark & Sons", "Bristol"),
    (
        "Der Landkreis Wiesental sucht für den Standort Lörrach eine/n Sachbearbeiter/in",
        "Landkreis Wiesental",
        "Lörrach",
    ),
]
BODY = "\n\nRequirements\n- A steady hand\n"


@pytest.mark.parametrize(("line", "company", "place"), CALLS)
def test_one_line_says_who_looks_for_whom_and_where(line: str, company: str, place: str | None) -> None:
    parsed = parse_posting(line + BODY)

    assert parsed.title is not None
    assert company not in parsed.title.value
    assert parsed.company is not None
    assert parsed.company.value == company
    assert (parsed.location.value if parsed.location else None) == place


def test_the_post_is_told_where_those_who_speak_only_say_we() -> None:
    parsed = parse_posting("We're looking for a Night Baker!\nBristol" + BODY)

    assert parsed.title is not None
    assert parsed.title.value == "Night Baker"


def test_the_house_stands_below_the_title() -> None:
    parsed = parse_posting("Verkäufer:in\nbei Kornblume Naturkost in Leipzig" + BODY)

    assert parsed.company is not None
    assert parsed.company.value == "Kornblume Naturkost"
    assert parsed.location is not None
    assert parsed.location.value == "Leipzig"


def test_what_stands_below_an_unknown_heading_is_told_by_its_lines() -> None:
    parsed = parse_posting(
        "Baker\nThe Crust Ltd\n\nDuties\n- Bake\n- Sell\n\nSunny side\n- A pension\n- Free parking\n"
        "\nRainy side\n- A driving licence\n- Two years of experience\n"
    )

    assert [each.text for each in parsed.responsibilities] == ["Bake", "Sell"]
    assert [each.text for each in parsed.benefits] == ["A pension", "Free parking"]
    assert [each.text for each in parsed.requirements] == ["A driving licence", "Two years of experience"]


def test_lines_of_the_head_are_no_list() -> None:
    parsed = parse_posting("Head Baker\nThe Crust Ltd\n£29,000 a year\n\nDuties\n- Bake\n")

    assert parsed.requirements == ()
    assert parsed.benefits == ()


@pytest.mark.parametrize(
    ("place", "pay", "currency", "low"),
    [
        ("Geelong VIC", "$29.30 per hour", "AUD", 29.3),
        ("Monterrey, Nuevo León", "$22,000 a $26,000 MXN mensuales", "MXN", 22_000),
        ("Bengaluru", "₹28,00,000 - ₹36,00,000 a year", "INR", 2_800_000),
    ],
)
def test_money_is_read_as_it_is_written_there(place: str, pay: str, currency: str, low: float) -> None:
    parsed = parse_posting(f"Baker\nThe Crust Ltd\n{place}\n{pay}{BODY}")

    assert parsed.salary is not None
    assert (parsed.salary.value.currency, parsed.salary.value.minimum) == (currency, low)
