"""What an app sends to get a resume: a career, a posting and a wish. Every word of it is ours."""

from typing import Any
from uuid import UUID, uuid4

import httpx2

from app.domain.documents.content import SectionKind
from app.domain.documents.model import DocumentType
from app.domain.documents.ports import Density, Paper
from app.domain.generation.model import Generation
from app.domain.generation.options import Options
from app.domain.generation.usage import Allowance, Allowances, RunBudget
from app.domain.identity.model import Tier
from app.domain.shared.ids import JobId, ProfileId, UserId
from tests.builders.identity import ADA, NOON

POSTING = """Ward Nurse, Harbour Street Clinic
Location: Bristol, UK
Full-time. GBP 31,000 - 38,000 per year.

What you will do
- Plan and give care on a ward of 24 beds
- Train new colleagues and keep the records complete

What you need
- Registration with the NMC
- At least 2 years of experience on a surgical ward
- Nice to have: wound care
"""
CAREER: dict[str, Any] = {
    "basics": {
        "name": "Ada Byron",
        "label": "Ward Nurse",
        "email": "ada@example.com",
        "phone": "+44 117 496 0000",
        "summary": "Nurse with a liking for order. Surgical wards are my home.",
        "location": {"city": "Bristol", "countryCode": "GB"},
    },
    "work": [
        {
            "name": "Harbour Street Clinic",
            "position": "Ward Nurse",
            "startDate": "2016-04",
            "endDate": "2024-02",
            "summary": "A surgical ward of 24 beds.",
            "highlights": ["Trained 14 new nurses.", "Cut falls by a third within a year."],
        }
    ],
    "education": [
        {"institution": "Avon College", "studyType": "BSc", "area": "Adult Nursing", "endDate": "2015-06"}
    ],
    "skills": [{"name": "Wound care"}, {"name": "Record keeping"}],
    "certificates": [{"name": "NMC registration", "issuer": "NMC", "date": "2015-09"}],
}


def a_generation(user_id: UserId = ADA, **about: object) -> Generation:
    facts: dict[str, object] = {
        "user_id": user_id,
        "profile_id": None,
        "job_id": None,
        "document_type": DocumentType.RESUME,
        "options": Options(
            paper=Paper.LETTER,
            max_pages=1,
            language="de",
            accent="#7a1f3d",
            density=Density.COMPACT,
            titles={SectionKind.SKILLS: "K\u00f6nnen"},
        ),
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Generation(**facts | about)  # type: ignore[arg-type]


def a_request(user_id: UserId = ADA) -> Generation:
    return Generation.request(
        user_id=user_id,
        profile_id=ProfileId(uuid4()),
        job_id=JobId(uuid4()),
        document_type=DocumentType.RESUME,
        options=Options(),
        now=NOON,
    )


def an_allowance(
    generations: int = 100,
    *,
    at_once: int = 100,
    month: int | None = None,
    for_all: int | None = None,
    **budget: int,
) -> Allowances:
    """The same for every tier. `month` and `for_all`: what paid calls may come to in a month."""
    each = Allowance(
        generations=generations, at_once=at_once, budget=RunBudget(**budget), month_cost_micros=month
    )
    return Allowances(tiers=dict.fromkeys(Tier, each), currency="USD", month_cost_micros=for_all)


async def a_wish(person: httpx2.AsyncClient, **options: Any) -> dict[str, Any]:
    """A profile and a job of this person's, as the body of a request for a resume.

    Who asks for a language model has allowed it.
    """
    if options.get("use_llm"):
        allowed = await person.patch("/users/me", json={"llm_allowed": True})
        assert allowed.status_code == 200, allowed.text
    profile = await person.post("/profiles/import", json=CAREER)
    assert profile.status_code == 201, profile.text
    job = await person.post("/jobs", json={"source": "user_created", "raw_text": POSTING})
    assert job.status_code == 201, job.text
    wish: dict[str, Any] = {"profile_id": _id(profile), "job_id": job.json()["id"]}
    return wish | ({"options": options} if options else {})


def _id(answer: httpx2.Response) -> str:
    body = answer.json()
    found = str(body.get("id") or body["profile"]["id"])
    return str(UUID(found))
