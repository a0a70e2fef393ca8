"""Which words of a posting ask for a skill, and which only look like one."""

import pytest

from app.domain.jobs.parsing import parse_posting

SOLICITOR = """\
Associate Solicitor
Pell Marchmont LLP | Manchester, UK

About Pell Marchmont
Pell Marchmont LLP is a firm of 90 people. Our clients are in Payments, insurance and retail.

The role
You will draft pleadings and attend hearings.

Requirements
Experience of High Court litigation and arbitration

How to apply
Send your CV by e-mail to Ms Grace Java. Interviews will be held by Zoom.
"""


def named(text: str) -> list[str]:
    return [keyword.name for keyword in parse_posting(text).skills]


def test_only_the_work_asks_for_skills_not_the_employer_nor_the_application() -> None:
    assert named(SOLICITOR) == ["Litigation", "Arbitration", "Pleadings"]


@pytest.mark.parametrize(
    "sentence",
    [
        "This position is not eligible for visa sponsorship.",
        "We never ask candidates for payment. Payments to agencies are not made.",
        "The site replaces a legacy system this year.",
        "You will be on-call one week in six.",
        "Our practice is at 14 Spring Street.",
        "You report to Ms Ruby Carpenter.",
        "You work with Juniper Logistics and Puppet Foods Ltd.",
        "We are an equal opportunity employer and value privacy and people of all backgrounds.",
        "To apply, send your CV in Microsoft Word to us.",
        "Family-owned and founded in 1962, we sell insurance and SAP software.",
        "Medical, dental and vision insurance from the first day.",
    ],
)
def test_boilerplate_names_and_everyday_words_are_no_skills(sentence: str) -> None:
    assert named(f"Ward Clerk\nSaint Orla's Hospital\n\nAbout the job\n{sentence}\n") == []


def test_the_same_words_are_skills_where_the_work_needs_them() -> None:
    text = (
        "Requirements\n• Payments, KYC and AML\n• Experience with Cisco, Juniper and Fortinet\n"
        "• Ensure equal opportunity in recruitment\n• Fluent English; Irish is a plus"
    )
    assert set(named(text)) == {
        "Payments",
        "KYC",
        "Anti-money laundering",
        "Cisco",
        "Juniper Networks",
        "Fortinet",
        "Recruitment",
        "English",
        "Irish language",
    }


def test_the_employers_name_is_not_what_it_asks_for() -> None:
    text = "Clerk\nKaizen Welding Ltd\nLeeds\n\nAbout the job\nYou file letters for Kaizen Welding Ltd.\n"
    assert named(text) == []


def test_the_law_is_no_benefit_and_no_requirement() -> None:
    parsed = parse_posting(
        "Packer\nAcme Ltd\n\n"
        "Benefits:\nFree meals\nAcme is an EEO employer.\nWe do not offer visa sponsorship.\n"
    )
    assert [s.text for s in parsed.benefits] == ["Free meals"]
