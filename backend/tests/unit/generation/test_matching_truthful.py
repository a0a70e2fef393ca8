"""What a receipt says of an answer is so: where it stands, which words, and what nobody compared."""

import json
from datetime import date

import pytest
from pydantic import TypeAdapter

from app.domain.generation.matching import MatchReceipt, RequirementMatch, Status, match
from app.domain.profile.model import Profile
from tests.builders.careers import TECHNICAL, a_certificate, a_degree, a_position, a_profile, skills
from tests.builders.postings import a_requirement, an_analysis

TODAY = date(2026, 11, 21)


def a_planner() -> Profile:
    return a_profile(
        headline="Senior Planner",
        experiences=(
            a_position("Supply Planner", "North", "2014-04/2020-03", ("Led a team of five engineers",)),
            a_position("Senior Supply Planner", "East", "2020-04/", ("Planned the supply of parts",)),
        ),
        education=(a_degree("Gesellenbrief", "Elektroniker", "Kammer", "2010/2014"),),
        skills=(
            *skills(TECHNICAL, ("Union relations", "Teaching", "Power BI")),
            a_certificate("CPIM", "ASCM", "2024"),
        ),
    )


def receipt_of(*must: str, title: str = "Planner") -> MatchReceipt:
    return match(a_planner(), an_analysis(title, must=must), TODAY)


def answered(text: str, years: float | None = None) -> RequirementMatch:
    asked = a_requirement(text, years=years) if years else text
    return match(a_planner(), an_analysis("Planner", must=(asked,)), TODAY).requirements[0]


@pytest.mark.parametrize(
    "text", ["Experience leading a small team", "Experience in a unionized environment", "Labour relations"]
)
def test_what_is_told_in_another_form_of_the_word_is_there(text: str) -> None:
    answer = answered(text)
    assert answer.status is Status.MET
    assert answer.evidence


@pytest.mark.parametrize("text", ["Leading a team of 40 people", "Supervising 40 people on the night shift"])
def test_having_led_a_team_says_nothing_of_forty_people(text: str) -> None:
    answer = answered(text)
    assert answer.credit < 1.0
    assert "Not checked: " in answer.why or answer.status is Status.MISSING


def test_a_credential_called_by_its_abbreviation_is_not_met_by_a_word_of_its_description() -> None:
    answer = answered("NPQ in leading teaching")
    assert answer.status is Status.MISSING
    assert answer.missing == ("NPQ in leading teaching",)


def test_years_cite_the_positions_that_were_counted_and_their_dates() -> None:
    answer = answered("8 years of experience as supply planner", years=8)
    assert "12.7 of 8 years" in answer.why
    assert [each.found for each in answer.evidence] == [
        ("Senior Supply Planner", "2020-04 to now"),
        ("Supply Planner", "2014-04 to 2020-03"),
    ]


def test_a_second_number_of_a_requirement_is_said_not_to_be_checked() -> None:
    years = answered("8 years as supply planner, including at least 5 years managing managers", years=8)
    money = answered("Experience with Power BI, and an operating budget of $20M or more")
    for answer, clause in ((years, "at least 5 years managing managers"), (money, "$20M or more")):
        assert "Not checked: " in answer.why
        assert clause in answer.why
        assert answer.credit < 1.0


def test_years_beside_a_degree_are_asked_as_well() -> None:
    answer = answered("Bachelor's degree in logistics and 20 years of experience in planning", years=20)
    assert "of 20 years" in answer.why


@pytest.mark.parametrize("text", ["APICS certification (CPIM, CSCP)", "CPIM or CSCP"])
def test_one_of_two_certificates_is_enough_also_as_a_keyword(text: str) -> None:
    receipt = receipt_of(text)
    assert receipt.requirements[0].credit == 1.0
    keyword = next(each for each in receipt.keywords if each.name == "CSCP")
    assert (keyword.matched, keyword.instead) == (True, "CPIM")


def test_an_alternative_that_is_wanted_elsewhere_by_itself_stays_missing() -> None:
    held = {k.name: k.matched for k in receipt_of("Power BI or Tableau").keywords}
    assert held == {"Power BI": True, "Tableau": True}
    asked_again = {k.name: k.matched for k in receipt_of("Power BI or Tableau", "Tableau").keywords}
    assert asked_again == {"Power BI": True, "Tableau": False}


def test_a_title_says_which_of_its_words_are_held() -> None:
    title = receipt_of(title="Supply Warehouse Planner").title
    assert title is not None
    assert "(supply, planner; not warehouse)" in title.why


def test_the_cap_says_how_many_more_cannot_be_checked() -> None:
    cap = receipt_of("Kotlin", "Docker", "Graceful juggling with lanterns").cap
    assert cap is not None
    assert "2 of 2 must-haves missing" in cap.why
    assert "1 more cannot be checked" in cap.why


def test_the_words_of_a_posting_are_its_own_and_their_weights_add_up() -> None:
    stored = TypeAdapter(MatchReceipt).dump_json(receipt_of("Engineering of lanterns above all others"))
    vocabulary = json.loads(stored)["vocabulary"]
    terms = {word["term"] for word in (*vocabulary["found"], *vocabulary["not_said"])}
    assert {"engineering", "lanterns"} <= terms
    assert not {"above", "abov"} & terms
    whole = sum(word["weight"] for word in (*vocabulary["found"], *vocabulary["not_said"]))
    assert whole == pytest.approx(vocabulary["weight_asked"])


def test_a_vocational_training_is_below_a_master_craftsman() -> None:
    answer = answered("Meisterbrief als Elektroniker")
    assert (answer.status, answer.credit) == (Status.PARTIAL, 0.4)
    assert "one level below" in answer.why
    assert answered("Gesellenbrief als Elektroniker").status is Status.MET


def test_a_posting_that_asks_for_nothing_readable_is_no_excellent_match() -> None:
    posting = an_analysis(title="Senior Supply Planner")

    receipt = match(a_planner(), posting, TODAY)

    assert not receipt.requirements
    assert receipt.cap
    assert receipt.cap.rule == "nothing asked"
    assert receipt.total <= 50
