"""A posting of our own, for whoever tries the API from its documentation."""

from pydantic.config import JsonDict

POSTING = """Ward Nurse (m/f/d), Harbour Street Clinic
Location: Bristol, UK
Full-time, permanent. GBP 31,000 - 38,000 per year.

What you will do
- Plan and give care on a ward of 24 beds
- Hand over to the night shift and keep the records complete

What you need
- Registration with the NMC
- At least 2 years of experience on a medical ward
- Nice to have: training in wound care

What we offer
- 33 days of leave
- A paid course of your choice every year
"""
AS_TEXT: JsonDict = {"source": "user_created", "raw_text": POSTING}
AS_FIELDS: JsonDict = {
    "source": "imported",
    "title": "Ward Nurse",
    "company": "Harbour Street Clinic",
    "location": "Bristol, UK",
    "workplace": "onsite",
    "employment_type": "full_time",
    "salary": {"minimum": 31000, "maximum": 38000, "currency": "GBP", "period": "year"},
    "requirements": [
        {"text": "Registration with the NMC", "need": "must"},
        {"text": "Training in wound care", "need": "nice", "skills": ["Wound Care"]},
    ],
    "skills": [{"name": "Wound Care", "written": "wound care"}],
}
"""Can be tried as it is, as the text can."""
JOB_POSTING: JsonDict = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Ward Nurse",
    "hiringOrganization": {"@type": "Organization", "name": "Harbour Street Clinic"},
    "jobLocation": {
        "@type": "Place",
        "address": {"addressLocality": "Bristol", "addressCountry": "GB"},
    },
    "employmentType": "FULL_TIME",
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "GBP",
        "value": {"minValue": 31000, "maxValue": 38000, "unitText": "YEAR"},
    },
    "datePosted": "2026-10-01",
    "description": "<p>Care on a ward.</p><h3>What you need</h3><ul><li>Registration with the NMC</li></ul>",
}
AS_DATA: JsonDict = {"source": "imported", "data": JOB_POSTING}
PAGE = (
    "<html><body><nav>All jobs</nav><main><h1>Ward Nurse</h1><p>Location: Bristol, UK</p>"
    "<h2>What you need</h2><ul><li>Registration with the NMC</li></ul></main></body></html>"
)
PATCH: JsonDict = {"status": "archived", "application_deadline": None}
