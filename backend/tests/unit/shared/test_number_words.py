import pytest

from app.domain.documents.facts.amounts.number_words import spelled
from app.domain.generation.instructions.words import NUMBERS
from app.domain.jobs.parsing.requirements import years_in


@pytest.mark.parametrize(
    ("written", "number"),
    [("doscientas camas", 200), ("quinientas camas", 500), ("neunzehn Betten", 19), ("les seize lits", 16)],
)
def test_a_number_in_words_is_read_in_a_line(written: str, number: int) -> None:
    assert [each.value for each in spelled(written)] == [number]


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("at least eleven years of nursing", 11),
        ("mindestens neun Jahre Erfahrung", 9),
        ("au moins neuf ans d'expérience", 9),
        ("al menos ocho años de experiencia", 8),
        ("minst nio års erfarenhet", 9),
    ],
)
def test_a_posting_may_write_years_out(written: str, years: int) -> None:
    assert years_in(written) == years


def test_an_instruction_may_say_a_number_above_fifteen() -> None:
    assert (NUMBERS["sixteen"], NUMBERS["dreissig"], NUMBERS["veinticinco"]) == (16, 30, 25)
