"""Resumes as people upload them."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import uuid4

from app.domain.resumes.files import FileKind
from app.domain.resumes.model import Resume
from app.domain.resumes.parsing import parse_resume
from app.domain.shared.ids import UserId

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NURSE = """Ada Byron
Staff Nurse
ada@example.com | +44 20 7946 0958 | London | ada.example.com

Summary
Staff nurse with ten years of acute care, who leads a night shift and trains those who join it.

Experience
Staff Nurse, St Mary's Hospital, London
Mar 2019 - Present
- Reduced falls on the ward by 30 % with hourly rounds.
- Trained 12 new nurses in wound care and in the use of the ward's records.
- Planned the night shift for a ward of 28 beds, and answered for its handovers.

Nurse, City Clinic, London
Jan 2014 - Feb 2019
- Led triage for 40 patients a day.
- Introduced a list for handovers that halved the questions of the next shift.

Education
BSc Nursing, King's College London
2010 - 2013

Skills
Wound Care, Triage, Patient Education, Infection Control, Team Leadership
"""


def an_upload(user_id: UserId, text: str = NURSE, **about: Any) -> Resume:
    data, resume_id = text.encode(), uuid4()
    parsed = parse_resume(text)
    digest = sha256(data).hexdigest()
    facts: dict[str, Any] = {
        "id": resume_id,
        "user_id": user_id,
        "name": "Ada Byron.txt",
        "kind": FileKind.TXT,
        "size": len(data),
        "sha256": digest,
        "storage_key": f"resumes/{resume_id}/{digest}.txt",
        "text": text,
        "pages": 1,
        "remarks": ("A picture was left out.",),
        "reader": "plain 1",
        "language": parsed.language,
        "parsed": parsed,
        "extracted_at": NOW,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return Resume(**facts | about)
