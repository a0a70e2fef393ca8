"""Valid profiles, in one word. A test names only what it is about."""

from app.domain.profile.model import (
    Achievement,
    Education,
    Experience,
    Link,
    Profile,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.shared.ids import UserId
from app.domain.shared.time import PartialDate
from tests.builders.identity import ADA, NOON


def lines(*texts: str) -> tuple[Achievement, ...]:
    return tuple(Achievement(text=text) for text in texts)


def an_experience(title: str = "Ward Nurse", *told: str, **about: object) -> Experience:
    facts: dict[str, object] = {
        "title": title,
        "company": "Harbour Street Clinic",
        "employment": "Harbour Street",
        "location": "Bristol, UK",
        "start_date": PartialDate(2016, 4),
        "end_date": PartialDate(2019),
        "description": "A surgical ward of 24 beds.",
        "url": "https://clinic.example/ward",
        "achievements": lines(*(told or ("Trained 14 new nurses.", "Cut falls by a third in a year."))),
    }
    return Experience(**facts | about)  # type: ignore[arg-type]


def a_degree(institution: str = "Avon College") -> Education:
    return Education(
        institution=institution,
        degree="BSc",
        field_of_study="Adult Nursing",
        location="Bristol",
        start_date=PartialDate(2012),
        end_date=PartialDate(2015, 6, 30),
        gpa="2:1",
        honors=("Dean's list",),
        courses=("Pharmacology", "Wound care"),
    )


def a_project(name: str = "Handover sheet") -> Project:
    return Project(
        name=name,
        description="One page that the night shift reads first.",
        highlights=("Used on six wards.",),
        technologies=("Paper", "Excel"),
        role="Author",
        url="https://handover.example",
        start_date=PartialDate(2018, 1),
        end_date=PartialDate(2018, 9),
    )


def a_skill(name: str = "Triage", category: SkillCategory = SkillCategory.TECHNICAL) -> Skill:
    return Skill(category=category, name=name, group="Clinical", proficiency="expert", years=7.5)


def a_certificate() -> Skill:
    return Skill(
        category=SkillCategory.CERTIFICATION,
        name="Immediate Life Support",
        issuer="Resuscitation Trust",
        date_obtained=PartialDate(2021, 5),
        date_expires=PartialDate(2025, 5),
        credential_id="ILS-40172",
        credential_url="https://trust.example/ils-40172",
    )


def an_award() -> Achievement:
    return Achievement(
        text="Nurse of the year",
        description="For the handover sheet.",
        icon="trophy",
        awarder="Bristol Health Trust",
        date=PartialDate(2019, 11),
    )


def a_profile(user_id: UserId = ADA, **about: object) -> Profile:
    """Every field filled."""
    facts: dict[str, object] = {
        "user_id": user_id,
        "full_name": "Ada Byron",
        "headline": "Nurse",
        "email": "ada@example.com",
        "phone": "+44 117 496 0000",
        "location": "Bristol, UK",
        "website": "https://ada.example",
        "linkedin": "https://linkedin.com/in/ada-byron",
        "github": "https://github.com/ada-byron",
        "links": (Link("Mastodon", "https://social.example/@ada"),),
        "professional_summary": "Ten years on wards.\nLikes lists: “short” ones.",
        "custom_fields": {"interests": [{"name": "Rowing", "keywords": ["sculls"]}], "shoe size": 38},
        "is_default": True,
        "created_at": NOON,
        "updated_at": NOON,
        "experiences": (an_experience(), an_experience("Charge Nurse", end_date=None)),
        "education": (a_degree(),),
        "projects": (a_project(),),
        "skills": (a_skill(), a_certificate(), a_skill("Łódź dialect", SkillCategory.LANGUAGE)),
        "achievements": (an_award(),),
    }
    return Profile(**facts | about)  # type: ignore[arg-type]
