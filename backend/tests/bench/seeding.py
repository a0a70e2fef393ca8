"""A user with 200 jobs and a long career, made through the API itself; and another who makes jobs."""

import json
import urllib.request
from dataclasses import dataclass
from typing import Any

JOBS = 200
API = "/api/v1"

JOB: dict[str, Any] = {
    "source": "imported",
    "title": "Ward Nurse",
    "company": "Harbour Street Clinic",
    "location": "Bristol, UK",
    "description": "A medical ward of 24 beds by the harbour, with a team that stays for years. " * 16,
    "workplace": "onsite",
    "employment_type": "full_time",
    "salary": {"minimum": 31000, "maximum": 38000, "currency": "GBP", "period": "year"},
    "requirements": [
        {"text": f"Experience with task number {n} of a medical ward", "need": "must", "skills": ["Triage"]}
        for n in range(8)
    ],
    "responsibilities": [{"text": f"Plan and give care on the ward, part {n}"} for n in range(5)],
    "skills": [{"name": f"Wound Care {n}", "written": f"wound care {n}"} for n in range(8)],
}
PROFILE: dict[str, Any] = {
    "full_name": "Ada Byron",
    "headline": "Ward Nurse",
    "email": "ada@example.com",
    "professional_summary": "Nurse with eleven years on medical wards. " * 4,
    "experiences": [
        {
            "title": f"Ward Nurse {n}",
            "company": "Harbour Street Clinic",
            "start_date": f"{2010 + n}-04",
            "end_date": f"{2011 + n}-03",
            "achievements": [f"Trained {k + 2} new nurses in year {n}." for k in range(5)],
        }
        for n in range(6)
    ],
    "education": [{"institution": f"Avon College {n}", "degree": "BSc"} for n in range(3)],
    "projects": [
        {"name": f"Sepsis checklist {n}", "highlights": ["Written", "Kept"], "technologies": ["Epic"]}
        for n in range(6)
    ],
    "skills": [{"category": "technical", "name": f"Skill {n}", "group": "Clinical"} for n in range(40)],
    "achievements": [{"text": f"Nurse of the year {2018 + n}"} for n in range(3)],
}


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    token: str

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        return (("Authorization", f"Bearer {self.token}"),)


@dataclass(frozen=True, slots=True)
class Seeded:
    reader: Person
    writer: Person
    job_id: str
    profile_id: str


def seed(port: int) -> Seeded:
    reader, writer = (register(port, name) for name in ("reader", "writer"))
    jobs = [ask(port, f"{API}/jobs", JOB, by=reader) for _ in range(JOBS)]
    profile = ask(port, f"{API}/profiles", PROFILE, by=reader)
    return Seeded(reader, writer, jobs[0]["id"], profile["id"])


def register(port: int, name: str) -> Person:
    said = {"email": f"{name}@example.com", "password": "Correct-Horse-7", "full_name": name.title()}
    pair = ask(port, f"{API}/auth/register", said)
    return Person(pair["user"]["id"], pair["access_token"])


def ask(port: int, path: str, body: object = None, *, by: Person | None = None) -> Any:
    """A POST when there is a body, else a GET. Raises HTTPError."""
    headers = {"Content-Type": "application/json", **dict(by.headers if by else ())}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data, headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)
