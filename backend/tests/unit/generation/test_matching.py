from dataclasses import replace
from datetime import date

import pytest

from app.domain.documents.content import SourceKind
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.matching import Band, MatchReceipt, RequirementMatch, Status, match
from app.domain.jobs.posting import Need, Seniority
from app.domain.profile.model import Profile
from tests.builders.careers import (
    CERTIFIED,
    TECHNICAL,
    a_backend_engineer,
    a_certificate,
    a_degree,
    a_language,
    a_nurse,
    a_position,
    a_profile,
    an_electrician,
    skills,
)
from tests.builders.postings import a_platform_posting, a_requirement, a_ward_posting, an_analysis

TODAY = date(2026, 11, 21)


def the_answer(profile: Profile, *must: object, **asked: object) -> RequirementMatch:
    return match(profile, an_analysis(must=must, **asked), TODAY).requirements[0]  # type: ignore[arg-type]


def the_receipt(profile: Profile, *must: object, **asked: object) -> MatchReceipt:
    return match(profile, an_analysis(must=must, **asked), TODAY)  # type: ignore[arg-type]


def of_requirements_alone(*must: str) -> JobAnalysis:
    return replace(an_analysis(must=must), title="", trades=(), vocabulary=())


def someone_with(*names: str) -> Profile:
    return a_profile(skills=skills(TECHNICAL, names))


def test_a_skill_is_met_with_the_item_that_says_so() -> None:
    profile = someone_with("Docker")
    answer = the_answer(profile, "Experience with Docker")
    assert (answer.status, answer.credit) == (Status.MET, 1.0)
    assert answer.evidence[0].source.id == profile.skills[0].id
    assert answer.evidence[0].found == ("Docker",)
    assert answer.evidence[0].stands_for is None


def test_an_alias_is_as_good_as_the_name_and_is_said() -> None:
    plain, alias = (
        the_answer(someone_with("Kubernetes"), "Kubernetes"),
        the_answer(someone_with("k8s"), "Kubernetes"),
    )
    assert alias.credit == plain.credit == 1.0
    assert alias.evidence[0].found == ("k8s",)
    assert alias.evidence[0].stands_for == "Kubernetes"


def test_work_stands_before_lists_in_the_evidence() -> None:
    answer = the_answer(a_backend_engineer(), "PostgreSQL")
    assert answer.evidence[0].source.kind is SourceKind.ACHIEVEMENT
    assert answer.evidence[-1].source.kind is not SourceKind.ACHIEVEMENT


@pytest.mark.parametrize(
    "denial",
    [
        "No Java.",
        "I have no experience with Java.",
        "Never used Java in earnest.",
        "Unlike Java people, I keep it short.",
        "Everything without Java or XML.",
        "Do not know Java.",
        "Java: none",
        "Kein Java, keine Erfahrung mit Java.",
    ],
)
def test_a_skill_that_is_denied_does_not_count(denial: str) -> None:
    answer = the_answer(a_profile(professional_summary=denial), "Java")
    assert (answer.status, answer.credit) == (Status.MISSING, 0.0)
    assert [n.skill for n in answer.negations] == ["Java"] * len(answer.negations)
    assert answer.negations


def test_a_denial_ends_where_its_clause_ends() -> None:
    profile = a_profile(
        professional_summary="No experience with Java, but ten years of Python. Not only Docker."
    )
    assert the_answer(profile, "Python").status is Status.MET
    assert the_answer(profile, "Docker").status is Status.MET


def test_a_denied_list_is_denied_to_its_end() -> None:
    profile = a_profile(professional_summary="No experience with Java, Kotlin or Scala.")
    assert the_answer(profile, "Kotlin").status is Status.MISSING
    assert the_answer(profile, "Scala").status is Status.MISSING


def test_any_one_of_several_alternatives_is_enough() -> None:
    for text in (
        "Python, Java or Go",
        "One of Java, Go, Python",
        "A language such as Java, Python, Go",
        "Go/Python",
    ):
        assert the_answer(someone_with("Python"), text).credit == 1.0, text


def test_each_of_several_skills_wanted_together_counts() -> None:
    answer = the_answer(someone_with("Python"), "Python, Docker and Terraform")
    assert answer.status is Status.PARTIAL
    assert answer.missing == ("Docker", "Terraform")
    assert 0.2 < answer.credit < 0.5


def test_alternatives_beside_a_demand_leave_the_demand_standing() -> None:
    answer = the_answer(someone_with("AWS"), "AWS or Azure and Docker")
    assert answer.missing == ("Docker",)


def test_years_are_counted_from_the_dates_of_the_positions_that_show_the_skill() -> None:
    profile = a_profile(
        experiences=(
            a_position("Developer", "North", "2022-01/2023-12", ("Wrote services in Python",)),
            a_position("Developer", "South", "2012-01/2021-12", ("Wrote reports in COBOL",)),
        )
    )
    answer = the_answer(profile, a_requirement("4 years of Python", years=4))
    assert answer.status is Status.PARTIAL
    assert "2 of 4 years" in answer.why
    assert answer.missing == ("4 years of experience",)


def test_months_worked_in_two_places_at_once_count_once() -> None:
    profile = a_profile(
        experiences=(
            a_position("Developer", "North", "2020-01/2021-12", ("Python",)),
            a_position("Developer", "South", "2020-01/2021-12", ("Python",)),
        )
    )
    assert match(profile, an_analysis(), TODAY).years_worked == 2.0


def test_years_in_another_trade_do_not_answer_for_this_one() -> None:
    asked = a_requirement("5 years of bookkeeping", years=5)
    answer = match(an_electrician(), an_analysis("Bookkeeper", must=(asked,)), TODAY).requirements[0]
    assert answer.status is Status.MISSING


def test_a_degree_of_the_level_in_the_field_is_met_and_in_another_field_partly() -> None:
    text = "Bachelor's degree in Computer Science"
    right = a_profile(
        education=(a_degree("Bachelor of Science", "Computer Science", "Elm College", "2010/2014"),)
    )
    other = a_profile(education=(a_degree("Bachelor of Arts", "History", "Elm College", "2010/2014"),))
    assert the_answer(right, text).credit == 1.0
    assert the_answer(other, text).status is Status.PARTIAL
    assert the_answer(a_profile(), text).status is Status.MISSING


def test_a_higher_degree_answers_for_a_lower_one_but_not_the_other_way() -> None:
    master = a_profile(education=(a_degree("MSc", "Physics", "Elm College", "2014/2016"),))
    school = a_profile(education=(a_degree("High school diploma", "", "Elm School", "2006/2010"),))
    assert the_answer(master, "Bachelor's degree in physics").credit == 1.0
    assert the_answer(school, "Bachelor's degree in physics").credit == 0.0


def test_experience_stands_in_for_a_degree_where_the_posting_lets_it() -> None:
    profile = replace_education(a_backend_engineer())
    strict = the_answer(profile, "Bachelor's degree in computer science")
    open_to = the_answer(profile, "Bachelor's degree in computer science or equivalent experience")
    assert strict.credit == 0.0
    assert open_to.credit > 0.8


def replace_education(profile: Profile) -> Profile:
    profile.education = ()
    return profile


def test_a_licence_counts_where_it_is_held_not_where_the_work_was_near_it() -> None:
    assert the_answer(a_nurse(), "Current Registered Nurse license").status is Status.MET
    near = a_profile(
        experiences=(a_position("Ward Clerk", "Elm Clinic", "2015/2020", ("Filed nurse records",)),)
    )
    assert the_answer(near, "Current Registered Nurse license").status is Status.MISSING


def test_knowing_a_tool_is_not_being_certified_in_it() -> None:
    text = "AWS certification required"
    assert the_answer(someone_with("AWS"), text).status is Status.MISSING
    certified = a_profile(skills=(a_certificate("AWS Certified Developer", "Amazon", "2024"),))
    assert the_answer(certified, text).status is Status.MET


def test_a_language_below_the_level_that_is_asked_is_partly_met() -> None:
    text = "Fluent in German"
    assert the_answer(a_profile(skills=(a_language("German", "Native"),)), text).credit == 1.0
    assert the_answer(a_profile(skills=(a_language("German", "Basic"),)), text).status is Status.PARTIAL
    assert the_answer(a_profile(skills=(a_language("French", "Native"),)), text).status is Status.MISSING


def test_a_requirement_of_plain_words_is_held_by_its_words() -> None:
    answer = the_answer(a_nurse(), "Precept graduate nurses on the unit")
    assert answer.status is Status.MET
    assert answer.evidence[0].source.kind is SourceKind.ACHIEVEMENT
    assert the_answer(a_nurse(), "Repair of agricultural tractors").status is Status.MISSING


def test_a_missing_must_have_caps_what_the_rest_can_earn() -> None:
    profile = someone_with("Python", "Docker", "Redis", "Terraform", "AWS", "Linux", "PostgreSQL", "Kafka")
    musts = ("Python", "Docker", "Redis", "Terraform", "AWS", "Linux", "PostgreSQL", "Kafka")
    whole = match(profile, of_requirements_alone(*musts), TODAY)
    short = match(profile, of_requirements_alone(*musts, "Kotlin"), TODAY)
    assert whole.total == 100.0
    assert short.cap is not None
    assert "Kotlin" in short.cap.why
    assert (short.cap.missing, short.cap.asked) == (1, 9)
    assert short.total == round(short.uncapped * short.cap.limit / 100, 3) < short.uncapped


def test_more_missing_must_haves_cap_lower() -> None:
    def total(*missing: str) -> float:
        return the_receipt(someone_with("Python"), "Python", *missing).total

    totals = [total(), total("Kotlin"), total("Kotlin", "Scala"), total("Kotlin", "Scala", "Perl")]
    assert totals == sorted(totals, reverse=True)
    assert len(set(totals)) == 4


def test_a_missing_nice_to_have_caps_nothing() -> None:
    receipt = the_receipt(someone_with("Python"), "Python", nice=("Kotlin",))
    assert receipt.cap is None
    assert receipt.total == pytest.approx(receipt.uncapped, abs=0.001)


@pytest.mark.parametrize(
    ("names", "band"), [(("Python", "Docker", "Redis", "Kafka"), Band.EXCELLENT), (("Cobol",), Band.POOR)]
)
def test_the_total_has_a_name(names: tuple[str, ...], band: Band) -> None:
    profile = a_profile(headline="Backend Engineer", skills=skills(TECHNICAL, names))
    assert the_receipt(profile, "Python", "Docker", "Redis", "Kafka").band is band


def test_seniority_is_read_from_titles_and_years() -> None:
    asked = an_analysis(seniority=Seniority.SENIOR)
    assert match(a_backend_engineer(), asked, TODAY).seniority.credit == 1.0
    beginner = a_profile(experiences=(a_position("Junior Developer", "North", "2026-02/"),))
    fit = match(beginner, asked, TODAY).seniority
    assert (fit.held, fit.credit < 0.5) == ("Junior Developer", True)


def test_keywords_are_counted() -> None:
    receipt = the_receipt(someone_with("Python"), "Python and Kotlin")
    assert (receipt.keywords_required_count, receipt.keywords_matched_count) == (2, 1)


def test_the_most_useful_recommendation_stands_first_and_names_the_gain() -> None:
    receipt = the_receipt(someone_with("Python"), "Python", "Kotlin", nice=("Redis",))
    first, second = receipt.recommendations
    assert (first.skills, first.need) == (("Kotlin",), Need.MUST)
    assert second.skills == ("Redis",)
    assert first.gain > second.gain > 0
    raised = the_receipt(someone_with("Python", "Kotlin"), "Python", "Kotlin", nice=("Redis",))
    assert raised.total >= receipt.total + first.gain - 0.1


def test_nothing_asked_and_nothing_held_still_make_a_receipt() -> None:
    receipt = match(a_profile(), of_requirements_alone(), TODAY)
    assert (receipt.total, receipt.band, receipt.parts) == (0.0, Band.POOR, ())


def test_each_person_fits_their_own_trade_best() -> None:
    platform, ward = a_platform_posting(), a_ward_posting()
    engineer, nurse = a_backend_engineer(), a_nurse()
    assert match(engineer, platform, TODAY).total > 70 > 30 > match(nurse, platform, TODAY).total
    assert match(nurse, ward, TODAY).total > 70 > 30 > match(engineer, ward, TODAY).total


def test_a_certificate_category_alone_is_no_certificate_of_everything() -> None:
    profile = a_profile(skills=skills(CERTIFIED, ("Food hygiene level 2",)))
    assert the_answer(profile, "ACLS certification").status is Status.MISSING


def test_half_of_the_must_haves_missing_cannot_be_called_strong_whatever_else_fits() -> None:
    wishes = ("Docker", "Redis", "Kafka", "Terraform", "AWS", "Linux", "PostgreSQL", "GraphQL")
    profile = a_profile(headline="Backend Engineer", skills=skills(TECHNICAL, ("Python", *wishes)))
    half = the_receipt(profile, "Python", "Kotlin", nice=wishes)
    none = the_receipt(profile, "Kotlin", "Scala", nice=wishes)
    assert half.uncapped > 80 > 60 > half.total
    assert half.band is Band.FAIR
    assert none.uncapped > 60 > 40 > none.total
    assert none.band is Band.WEAK


def test_other_words_of_a_requirement_do_not_make_up_for_a_denied_skill() -> None:
    text = "Java code for harbour cranes and ferries"
    told = "Wrote code for harbour cranes and ferries."
    assert the_answer(a_profile(professional_summary=told), text).status is Status.PARTIAL
    denial = the_answer(a_profile(professional_summary=f"{told} No Java."), text)
    assert denial.credit == 0.0


def test_the_newest_work_stands_first_in_the_evidence() -> None:
    profile = a_profile(
        experiences=(
            a_position("Developer", "Old House", "2010/2012", ("A first service in Python",)),
            a_position("Developer", "New House", "2022/2024", ("The newest service in Python",)),
        )
    )
    newest = profile.experiences[1].achievements[0].id
    assert the_answer(profile, "Python").evidence[0].source.id == newest


def test_a_denied_certificate_is_not_held() -> None:
    profile = a_profile(professional_summary="No ACLS certification.")
    assert the_answer(profile, "ACLS certification").status is Status.MISSING


def test_a_skill_that_is_only_listed_answers_for_half_the_years_at_most() -> None:
    profile = a_profile(
        skills=skills(TECHNICAL, ("Python",)),
        experiences=(a_position("Backend Engineer", "North", "2010-01/2019-12", ("Kept services running",)),),
    )
    answer = the_answer(profile, a_requirement("4 years of Python", years=4))
    assert "2 of 4 years" in answer.why
    assert answer.status is Status.PARTIAL
