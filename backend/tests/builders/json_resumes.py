"""JSON Resumes of several trades, as real programs and people write them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.domain.profile.formats import CareerFormat, profile_from_reading, read_file
from app.domain.profile.json_resume import Unplaced
from app.domain.profile.model import Profile
from app.domain.shared.ids import UserId
from tests.builders.identity import ADA, NOON


def career_in(
    data: Mapping[str, Any], *, user_id: UserId = ADA, now: datetime = NOON
) -> tuple[Profile, tuple[Unplaced, ...]]:
    """As an import reads it, and what of it has no place."""
    reading = read_file(data, CareerFormat.JSON_RESUME).reading
    return profile_from_reading(reading, user_id=user_id, now=now), reading.unplaced


WELDER: dict[str, Any] = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "Siobhán O’Hara-Nkemelu",  # noqa: RUF001
        "label": "Coded Welder",
        "image": "https://siobhan.example/me.jpg",
        "email": "siobhan@welds.example",
        "phone": "+353 (0)91 555 0148",
        "url": "https://siobhan.example",
        "summary": "Pipe and pressure welding, 14 years.\nSite work across Ireland and Norway.",
        "location": {
            "address": "12 Quay Lane",
            "postalCode": "H91 X0X0",
            "city": "Galway",
            "region": "Connacht",
            "countryCode": "IE",
        },
        "profiles": [
            {
                "network": "LinkedIn",
                "username": "siobhan-welds",
                "url": "https://linkedin.com/in/siobhan-welds",
            },
            {
                "network": "Instagram",
                "username": "siobhan.welds",
                "url": "https://instagram.com/siobhan.welds",
            },
        ],
    },
    "work": [
        {
            "name": "Corrib Fabrication",
            "position": "Lead Welder",
            "location": "Galway, Ireland",
            "url": "https://corrib.example",
            "startDate": "2018-03-05",
            "summary": "Pressure vessels up to 60 bar.",
            "highlights": [
                "Brought the repair rate of X-rayed joints from 4.1 % to 0.9 %.",
                "Trained 6 apprentices; all passed EN ISO 9606-1.",
            ],
        },
        {
            "name": "Fjord Offshore AS",
            "position": "Welder",
            "startDate": "2012",
            "endDate": "2018-01",
            "highlights": ["Hyperbaric stand-by, 40 days a year."],
        },
    ],
    "volunteer": [{"organization": "Lifeboat", "position": "Crew", "startDate": "2015-01-01"}],
    "education": [
        {
            "institution": "Galway Technical Institute",
            "area": "Metal Fabrication",
            "studyType": "Apprenticeship",
            "startDate": "2008-09",
            "endDate": "2012-06",
            "score": "Distinction",
            "courses": ["TIG", "Blueprint reading"],
        }
    ],
    "awards": [
        {
            "title": "Apprentice of the year",
            "date": "2011-11",
            "awarder": "Guild of Metal Trades",
            "summary": "For a spiral stair.",
        },
        {"title": "Safety cup", "awarder": "Corrib Fabrication"},
    ],
    "certificates": [{"name": "EN ISO 9606-1 135 P BW", "date": "2024-02-10", "issuer": "Weld Institute"}],
    "publications": [{"name": "A stair in one piece", "publisher": "Trade Weekly", "releaseDate": "2012-03"}],
    "skills": [
        {"name": "Processes", "level": "Expert", "keywords": ["TIG", "MMA", "Orbital"]},
        {"name": "Rigging", "level": "Competent"},
    ],
    "languages": [{"language": "Irish", "fluency": "Native"}, {"language": "Norsk", "fluency": "B1"}],
    "interests": [{"name": "Sailing", "keywords": ["hookers", "currachs"]}],
    "references": [{"name": "P. Joyce", "reference": "The steadiest hand in the yard."}],
    "projects": [
        {
            "name": "Spiral stair",
            "description": "One stringer, no splice.",
            "highlights": ["Stands in the town museum."],
            "keywords": ["steel"],
            "startDate": "2011-02",
            "endDate": "2011-09",
            "url": "https://museum.example/stair",
            "roles": ["Design", "Welding"],
        }
    ],
}

PASTRY_COOK: dict[str, Any] = {
    "basics": {
        "name": "  Yūna 佐藤 ",
        "label": None,
        "phone": 493055501,
        "website": "yuna-bakes.example",
        "location": "Berlin, Deutschland",
        "profiles": [{"network": "github", "username": "yuna-bakes"}, {"network": "Chef’s forum"}],  # noqa: RUF001
    },
    "work": [
        {
            "company": "Konditorei Morgenrot",
            "title": "Pâtissière",
            "website": "https://morgenrot.example",
            "startDate": "Mar 2019",
            "endDate": "Present",
            "description": "Torten und Entremets.",
            "highlights": ["  Leitet ein Team von 4.  ", ""],
            "isRemote": False,
        },
        {"name": "Hotel Adler", "startDate": 2014, "endDate": "", "highlights": None},
        {"startDate": "2010", "highlights": ["Nobody knows where."]},
        {"name": "Café Ecke", "position": "Aushilfe", "startDate": "2009", "endDate": "long ago"},
    ],
    "education": [{"institution": "Berufsschule", "gpa": 1.7, "endDate": "06/2013", "website": "x.example"}],
    "skills": ["Laminieren", {"name": "Zucker", "keywords": []}, {"level": "Profi"}],
    "languages": ["Deutsch", {"name": "日本語", "level": "Muttersprache"}],
    "certifications": [
        {"name": "HACCP", "authority": "IHK", "date": "someday", "url": "https://ihk.example"}
    ],
    "awards": [{"date": "2020"}],
    "projects": [{"description": "No name."}],
    "meta": {"theme": "flat"},
}

TEACHER: dict[str, Any] = {
    "basics": {"name": "Κώστας Παππάς", "summary": "", "location": {"city": "Θεσσαλονίκη"}},
    "work": [
        {
            "name": "2ο Γυμνάσιο",  # noqa: RUF001
            "position": "Καθηγητής Φυσικής",
            "startDate": "2005-09-01T00:00:00Z",
            "endDate": "2021-06-30",
        }
    ],
    "skills": [{"name": "Διδασκαλία", "keywords": ["Φυσική", "Χημεία"]}],
}
EVERY_JSON_RESUME = {"welder": WELDER, "pastry cook": PASTRY_COOK, "teacher": TEACHER}
