"""What to look for on the board for a person, and why a job is recommended."""

from datetime import date

from app.domain.generation.analysis import analyse_job
from app.domain.generation.matching import match
from app.domain.generation.recommended import MOST_ASKED, asked_of, fit_of
from app.domain.jobs.posting import Keyword, Need, Requirement
from app.domain.jobs.search import Clause
from tests.builders.careers import SOFT, TECHNICAL, a_position, a_profile, skills
from tests.builders.jobs import a_job

TODAY = date(2026, 3, 2)


def test_titles_and_skills_are_looked_for_as_written_and_as_usually_called() -> None:
    profile = a_profile(
        headline="Platform Engineer",
        experiences=(a_position("Site Reliability Engineer", "Acme", "2019-03/"),),
        skills=(*skills(TECHNICAL, ["k8s", "C++"]), *skills(SOFT, ["Patience"])),
    )

    assert asked_of(profile) == (
        Clause(("platform", "engineer")),
        Clause(("site", "reliability", "engineer")),
        Clause(("k8s",)),
        Clause(("kubernetes",)),
        Clause(("c++",)),
    )


def test_of_many_skills_the_first_are_looked_for_and_of_none_nothing() -> None:
    many = a_profile(skills=skills(TECHNICAL, [f"Tool{n}" for n in range(40)]))

    assert len(asked_of(many)) == MOST_ASKED
    assert asked_of(a_profile()) == ()


def test_a_fit_counts_what_is_met_and_names_what_is_in_common_and_missing() -> None:
    profile = a_profile(skills=skills(TECHNICAL, ["Kubernetes"]))
    job = a_job(
        None,
        title="Platform Engineer",
        description="Kubernetes and Terraform",
        requirements=(
            Requirement("Kubernetes", Need.MUST, ("Kubernetes",)),
            Requirement("Terraform", Need.MUST, ("Terraform",)),
        ),
        skills=(Keyword("Kubernetes", "Kubernetes"), Keyword("Terraform", "Terraform")),
    )
    receipt = match(profile, analyse_job(job), TODAY)

    fit = fit_of(receipt)

    assert (fit.score, fit.inputs_sha256) == (receipt.total, receipt.inputs_sha256)
    assert (fit.matched, fit.missing) == (("Kubernetes",), ("Terraform",))
    assert "1 of 2 things required are met." in fit.reasons
    assert "In common: Kubernetes." in fit.reasons
    assert receipt.cap is not None
    assert receipt.cap.why in fit.reasons
