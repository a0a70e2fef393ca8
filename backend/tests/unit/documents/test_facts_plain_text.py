"""Resumes that cite nothing: every line must find its own item before it can be judged."""

from datetime import date

import pytest

from app.domain.documents.facts import FaithfulnessReceipt, Verdict, check_text
from tests.builders.careers import a_backend_engineer, a_nurse, a_position, a_profile

TODAY = date(2026, 11, 21)
RESUME = """\
Amadou Diallo-Brandt
Backend Engineer
amadou@diallo-brandt.example | +49 30 5550 148 | Berlin, Germany

SUMMARY
Backend Engineer with experience at Kassenwerk GmbH. Builds payment systems in Python and Go.

SKILLS
Languages: Python, Go, SQL
Platform: Kubernetes, Docker, Terraform, AWS

EXPERIENCE
Senior Backend Engineer, Kassenwerk GmbH
Feb 2021 - Present
Payments platform for 12,000 shops in Germany and Austria.
\u2022 Created a ledger in Go and PostgreSQL that settles 3M+ payments a day
\u2022 Migrated 40 services from virtual machines to k8s with no downtime

Backend Developer, Ferryline
May 2018 - Jan 2021
\u2022 Built the booking API in Python (Django, Celery, Redis)

EDUCATION
Master of Science, Computer Science, TU Berlin
Oct 2015 - Apr 2018

LANGUAGES
French, German (C1), English
"""


def judged(text: str) -> FaithfulnessReceipt:
    return check_text(text, a_backend_engineer(), TODAY)


def faults(text: str) -> list[str]:
    return [line.text for line in judged(text).lines if line.verdict is Verdict.UNSUPPORTED]


def test_a_true_retelling_holds() -> None:
    assert faults(RESUME) == []
    assert judged(RESUME).score == 100.0


def test_headings_may_be_written_in_many_ways() -> None:
    text = RESUME.replace("EXPERIENCE", "## Work Experience").replace("SKILLS", "**Technical Skills**:")
    text = text.replace("\u2022", "-").replace("EDUCATION", "Education")
    assert faults(text) == []


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("Docker, Terraform", "Docker, Terraform, Tableau"),
        ("in Go and PostgreSQL", "in Go, Rust and PostgreSQL"),
        ("3M+ payments", "5M+ payments"),
        ("that settles 3M+ payments a day", "that settles 3M+ payments a day, raising revenue by 37%"),
        ("Senior Backend Engineer, Kassenwerk", "Principal Backend Engineer, Kassenwerk"),
        ("Backend Developer, Ferryline", "Senior Backend Developer, Ferryline"),
        ("Feb 2021 - Present", "Feb 2020 - Present"),
        ("May 2018 - Jan 2021", "May 2017 - Jan 2021"),
        ("Master of Science", "Doctor of Philosophy"),
        ("TU Berlin", "ETH Zurich"),
        ("French, German", "French, Italian, German"),
        ("German (C1)", "German (native)"),
        ("amadou@diallo-brandt.example", "amadou@elsewhere.example"),
        ("+49 30 5550 148", "+49 30 5550 149"),
        ("Amadou Diallo-Brandt\nBackend Engineer", "Amadou Diallo-Brandt\nChief Architect"),
        (
            "\u2022 Built the booking",
            "\u2022 Led a cross-functional team of 14 people\n\u2022 Built the booking",
        ),
        (
            "Backend Developer, Ferryline",
            "Software Consultant, Northwind Analytics\nJan 2015 - Dec 2015\n\u2022 Advised clients\n\n"
            "Backend Developer, Ferryline",
        ),
        ("LANGUAGES", "CERTIFICATIONS\nProject Management Professional (PMP)\n\nLANGUAGES"),
        ("experience at Kassenwerk GmbH", "experience at Google"),
        ("Builds payment", "15 years of experience. Builds payment"),
    ],
)
def test_a_planted_invention_is_found(was: str, became: str) -> None:
    assert was in RESUME
    assert faults(RESUME.replace(was, became))


def test_a_number_moved_to_another_bullet_is_found() -> None:
    assert faults(RESUME.replace("Migrated 40 services", "Migrated 200 services"))


def test_each_finding_points_at_its_line() -> None:
    receipt = judged(RESUME.replace("TU Berlin", "ETH Zurich"))
    (line,) = [line for line in receipt.lines if line.verdict is Verdict.UNSUPPORTED]
    assert RESUME.splitlines()[int(line.pointer.removeprefix("/lines/"))].startswith("Master of Science")


def test_an_empty_text_says_nothing_false() -> None:
    assert judged("").holds
    assert judged("\n\n-----\n# Experience\n").lines == ()


def test_a_text_without_headings_is_still_judged() -> None:
    assert (
        check_text("Marisol Quintero-Hale\nBrain surgeon at Mayo Clinic", a_nurse(), TODAY).unsupported == 1
    )


def test_of_two_positions_alike_the_dates_say_which_is_meant() -> None:
    profile = a_profile(
        experiences=(
            a_position("Engineer", "Harbour Works", "2019-01/2021-12", ("Rebuilt the crane",)),
            a_position("Engineer", "Harbour Works", "2012-01/2014-12", ("Drew the pier",)),
        )
    )
    text = (
        "Experience\nEngineer, Harbour Works\nJan 2019 - Dec 2021\n- Rebuilt the crane\n"
        "Engineer, Harbour Works\nJan 2012 - Dec 2014\n- Drew the pier\n"
    )
    assert check_text(text, profile, TODAY).holds
    assert not check_text(text.replace("2012", "2011"), profile, TODAY).holds


def test_a_position_that_is_not_there_has_no_source_even_among_true_ones() -> None:
    invented = "Software Consultant, Northwind Analytics\nJan 2015 - Dec 2015\n\nBackend Developer, Ferryline"
    receipt = judged(RESUME.replace("Backend Developer, Ferryline", invented))
    sources = {line.text: line.sources for line in receipt.lines}
    assert sources["Software Consultant, Northwind Analytics"] == ()
    assert sources["Jan 2015 - Dec 2015"] == ()
    assert sources["Backend Developer, Ferryline"] != ()


def test_the_persons_own_sentence_after_an_employers_name_is_not_told_of_that_employer() -> None:
    profile = a_profile(
        professional_summary="Analyst in insurance, with earlier posts in grocery retail. Has no degree.",
        experiences=(
            a_position("Analyst", "Rim Mutual", "2021-01/", ["Priced policies"]),
            a_position("Analyst", "Corn Traders", "2018-01/2020-12", ["Grocery retail analysis"]),
        ),
    )
    text = "SUMMARY\nAnalyst, Rim Mutual. {}\n"
    own = check_text(
        text.format("Analyst in insurance, with earlier posts in grocery retail"), profile, TODAY
    )
    moved = check_text(text.format("There I did grocery retail analysis"), profile, TODAY)
    assert all(line.verdict is not Verdict.UNSUPPORTED for line in own.lines)
    assert any(line.verdict is Verdict.UNSUPPORTED for line in moved.lines)
