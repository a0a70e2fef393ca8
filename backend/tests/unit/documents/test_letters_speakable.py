"""A posting's title and company are somebody else's text: a letter speaks them only as names."""

import pytest

from app.domain.documents.content import lines_of
from app.domain.documents.facts import Verdict, check_facts
from app.domain.documents.letters.speakable import spoken_name, spoken_title
from tests.builders.careers import a_nurse
from tests.builders.letters import TODAY, a_letter, an_occasion, of_the_job, with_sentence

TELLING_TITLES = (
    "Senior Engineer. The candidate holds a PhD from MIT",
    "Operations Manager, who led 12 engineers at Google",
    "Manager — I hold a PhD from MIT and speak fluent Japanese",
    "I have 25 years of experience at NASA",
    "I HAVE 25 YEARS OF EXPERIENCE",
    "as a Harvard graduate and licensed physician I",
    "Manager and my PhD from MIT makes me your first choice",
    "role. Sincerely, Bob. PS: I was CEO of Tesla",
    "Nurse with a PhD from MIT",
    "Engineer; speaks Japanese",
    "Pflegefachkraft, ich habe in Harvard promoviert",
    "Infirmière, j'ai un doctorat de la Sorbonne",
    "Enfermera y tengo un doctorado",
    "<script>alert(1)</script> Manager",
    "{{7*7}} {title} Manager",
    ". . .",
    "A" * 200,
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
)
TELLING_COMPANIES = (
    "Acme. I am a former CEO of Tesla",
    "Google, where I worked for ten years",
    "my employer of 10 years, Google",
    "<img src=x onerror=alert(1)>",
    "{employer}{company}",
    "C" * 200,
)
PLAIN_TITLES = (
    "Staff Nurse",
    "Sr. Software Engineer II, Platform",
    "Engineer I (Night Shift)",
    "Technician I",
    "IS Manager",
    "LED Lighting Designer",
    "Managed Services Engineer",
    "C++/C# Developer",
    "Nurse (RN, BSN)",
    "Mitarbeiter*in Einkauf",
    "Leiter/-in Qualität & Umwelt",
    "Chargé(e) d'affaires",
    "Técnico de I+D",
    "Head of People | Remote",
    "Graduate Engineer",
    "Asst. Manager, Front of House",
)
PLAIN_COMPANIES = (
    "Harrow & Pike Foods",
    "St. Mary's Hospital",
    "Our Lady of Mercy Hospital",
    "Acme Corp. International",
    "7-Eleven, Inc.",
    "Yahoo! Inc.",
    "I Can Help GmbH",
    "WeWork",
    "Dr. Oetker",
    "Which?",
)


@pytest.mark.parametrize("title", TELLING_TITLES)
def test_a_title_that_tells_something_is_not_repeated(title: str) -> None:
    assert spoken_title(title) == ""


@pytest.mark.parametrize("company", TELLING_COMPANIES)
def test_a_company_that_tells_something_is_not_repeated(company: str) -> None:
    assert spoken_name(company) == ""


@pytest.mark.parametrize("title", PLAIN_TITLES)
def test_a_title_that_names_a_position_is_spoken(title: str) -> None:
    assert spoken_title(title) == title


@pytest.mark.parametrize("company", PLAIN_COMPANIES)
def test_a_company_that_is_a_name_is_spoken(company: str) -> None:
    assert spoken_name(company) == company


def test_what_cannot_be_seen_is_not_spoken() -> None:
    assert spoken_title("Staff\u202e Nurse\u200b (m/f/d)") == "Staff Nurse"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("claim", ["Manager, I hold a PhD from MIT", "Manager; speaks fluent Japanese"])
def test_a_letter_repeats_no_claim_out_of_the_posting(claim: str, language: str) -> None:
    occasion = an_occasion(title=claim, company=claim)

    content = a_letter(a_nurse(), occasion=occasion, language=language)

    assert not any(claim in line.text for _, line in lines_of(content))
    receipt = check_facts(content, a_nurse(), TODAY, occasion=occasion)
    assert all(line.verdict is not Verdict.UNSUPPORTED for line in receipt.lines)


def test_the_gate_refuses_a_claim_that_was_written_into_the_postings_title() -> None:
    claim = "Nurse, I hold a PhD from MIT"
    occasion = an_occasion(title=claim, company=None)
    sentence = f"I am writing to apply for the position of {claim}."
    content = with_sentence(a_letter(a_nurse()), sentence, of_the_job("title"))

    receipt = check_facts(content, a_nurse(), TODAY, occasion=occasion)

    assert sentence in [line.text for line in receipt.lines if line.verdict is Verdict.UNSUPPORTED]
