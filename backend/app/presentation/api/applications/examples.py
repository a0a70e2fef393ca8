"""Applications of our own, for whoever tries the API from its documentation."""

from pydantic.config import JsonDict

_CONTACT: JsonDict = {
    "name": "Ifeoma Brandt",
    "role": "Ward manager",
    "email": "ifeoma.brandt@clinic.example",
    "phone": "+44 117 496 0123",
}
_ID = "5b0f9a44-6c5e-4a51-9d5c-0d7c6f6f2a10"
SAVED: JsonDict = {"job_id": _ID, "notes": [{"text": "Twelve minutes by bicycle."}]}
APPLIED: JsonDict = {"source": "friend", "notes": [{"text": "Jo works there and passed it on."}]}
APPLICATION: JsonDict = {"job_id": _ID, "contacts": [_CONTACT], **APPLIED}
UPDATE: JsonDict = {
    "status": "interviewing",
    "why": "Invited by telephone",
    "favorite": True,
    "notes": [{"text": "Ask about the night shifts."}],
    "contacts": [_CONTACT],
    "follow_ups": [{"on": "2026-12-15", "about": "Thank them for the tour"}],
    "salary": {"asked": 36000, "offered": 35000.5, "currency": "GBP", "period": "year"},
    "source": "friend",
}
PATCH: JsonDict = {"favorite": True, "follow_ups": [{"on": "2026-12-20"}]}
STATUS: JsonDict = {"status": "applied", "why": "Sent by post"}
TABLE = (
    "title,company,source,status,favorite,applied_at,notes\r\n"
    "Ward Nurse,Harbour Street Clinic,friend,interviewing,yes,2026-03-02,Ask about the nights.\r\n"
)
