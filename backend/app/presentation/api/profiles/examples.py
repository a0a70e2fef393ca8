"""A career of our own making, for whoever tries the API from its documentation."""

from pydantic.config import JsonDict

OF_ONE_THERE: JsonDict = {"id": "3f0d6c1e-5a52-4b8e-9a53-0f6f4f1c2b7d"}
EXPERIENCE: JsonDict = {
    "title": "Ward Nurse",
    "company": "Harbour Street Clinic",
    "location": "Bristol, UK",
    "start_date": "2016-04",
    "end_date": "2019-08",
    "description": "A surgical ward of 24 beds.",
    "achievements": ["Trained 14 new nurses.", "Cut falls by a third within a year."],
}
SECOND_EXPERIENCE: JsonDict = {
    "title": "Charge Nurse",
    "company": "Avon General Hospital",
    "start_date": "2019-09",
    "achievements": ["Leads a team of 11 on nights."],
}
EDUCATION: JsonDict = {
    "institution": "Avon College",
    "degree": "BSc",
    "field_of_study": "Adult Nursing",
    "start_date": "2012",
    "end_date": "2015-06",
    "gpa": "2:1",
    "honors": ["Dean's list"],
}
PROJECT: JsonDict = {
    "name": "Handover sheet",
    "description": "One page that the night shift reads first.",
    "technologies": ["Excel"],
    "url": "https://handover.example",
    "start_date": "2018-01",
    "end_date": "2018-09",
}
SKILL: JsonDict = {"category": "technical", "name": "Triage", "group": "Clinical", "proficiency": "expert"}
LANGUAGE: JsonDict = {"category": "language", "name": "Polish", "proficiency": "native"}
CERTIFICATE: JsonDict = {
    "category": "certification",
    "name": "Immediate Life Support",
    "issuer": "Resuscitation Trust",
    "date_obtained": "2021-05",
}
AWARD: JsonDict = {"text": "Nurse of the year", "awarder": "Bristol Health Trust", "date": "2019-11"}
ONE_CERTIFICATE: JsonDict = {
    "name": "Immediate Life Support",
    "issuer": "Resuscitation Trust",
    "date_obtained": "2021-05",
    "date_expires": "2025-05",
    "credential_id": "ILS-40172",
    "credential_url": "https://trust.example/ils-40172",
}
SECOND_CERTIFICATE: JsonDict = {"name": "Wound Care", "issuer": "Avon College", "date_obtained": "2018"}
ACHIEVEMENT: JsonDict = {
    "title": "Nurse of the year",
    "description": "For the handover sheet.",
    "icon": "trophy",
    "date": "2019-11",
}
SECOND_ACHIEVEMENT: JsonDict = {"title": "Trained 14 new nurses.", "date": "2018"}
EXPERIENCE_PATCH: JsonDict = {"title": "Senior Ward Nurse", "location": None}
PROPOSAL: JsonDict = {
    "experience_id": "00000000-0000-0000-0000-000000000001",
    "reason": "You said that you led the ward's night team in your last year there.",
    "proposed_by": "assistant",
    "said_in": "conversation of 12 March, message 8",
    "changes": {"title": "Senior Ward Nurse"},
    "achievements": [{"title": "Led a night team of 6."}],
}
PROFILE: JsonDict = {
    "full_name": "Ada Byron",
    "headline": "Nurse",
    "email": "ada@example.com",
    "phone": "+44 117 496 0000",
    "location": "Bristol, UK",
    "linkedin": "https://linkedin.com/in/ada-byron-example",
    "links": [{"label": "Portfolio", "url": "https://ada.example/work"}],
    "professional_summary": "Ten years on surgical wards, the last seven in charge of nights.",
    "custom_fields": {"interests": [{"name": "Rowing"}]},
}
NEW_PROFILE: JsonDict = PROFILE | {
    "experiences": [EXPERIENCE, SECOND_EXPERIENCE],
    "education": [EDUCATION],
    "projects": [PROJECT],
    "skills": [SKILL, LANGUAGE, CERTIFICATE],
    "achievements": [AWARD],
}
PATCH: JsonDict = {"headline": "Charge Nurse", "phone": None, "custom_fields": {"interests": None}}
JSON_RESUME: JsonDict = {
    "basics": {
        "name": "Ada Byron",
        "label": "Charge Nurse",
        "email": "ada@example.com",
        "summary": "Ten years on surgical wards.",
        "location": {"city": "Bristol", "countryCode": "GB"},
        "profiles": [{"network": "LinkedIn", "url": "https://linkedin.com/in/ada-byron-example"}],
    },
    "work": [
        {
            "name": "Harbour Street Clinic",
            "position": "Ward Nurse",
            "startDate": "2016-04",
            "endDate": "2019-08",
            "highlights": ["Trained 14 new nurses.", "Cut falls by a third within a year."],
        }
    ],
    "education": [
        {"institution": "Avon College", "studyType": "BSc", "area": "Adult Nursing", "endDate": "2015-06"}
    ],
    "skills": [{"name": "Clinical", "level": "expert", "keywords": ["Triage", "Wound care"]}],
    "languages": [{"language": "Polish", "fluency": "native"}],
    "certificates": [{"name": "Immediate Life Support", "issuer": "Resuscitation Trust", "date": "2021-05"}],
}
REACTIVE_RESUME: JsonDict = {
    "basics": {"name": "Ada Byron", "headline": "Charge Nurse", "email": "ada@example.com"},
    "sections": {
        "summary": {"content": "<p>Ten years on surgical wards.</p>"},
        "experience": {
            "items": [
                {
                    "company": "Harbour Street Clinic",
                    "position": "Ward Nurse",
                    "date": "April 2016 to August 2019",
                    "summary": "<ul><li>Trained 14 new nurses.</li></ul>",
                }
            ]
        },
        "skills": {"items": [{"name": "Clinical", "keywords": ["Triage", "Wound care"]}]},
    },
}
RENDERCV = """\
cv:
  name: Ada Byron
  location: Bristol, UK
  sections:
    experience:
      - company: Harbour Street Clinic
        position: Ward Nurse
        start_date: "2016-04"
        end_date: "2019-08"
        highlights:
          - Trained 14 new nurses.
    skills:
      - label: Clinical
        details: Triage, Wound care
"""
