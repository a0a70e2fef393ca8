"""The fact gate over resumes that someone else wrote beside a profile, clean or with an invention."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.domain.documents.facts import Verdict, check_text
from app.presentation.cli.careers import profile_of
from app.presentation.cli.engine import today
from app.presentation.cli.evaluation.material import Prediction, Row

_RENAMED = {
    "start": "startDate",
    "end": "endDate",
    "title": "position",
    "company": "name",
    "school": "institution",
    "degree": "studyType",
    "headline": "label",
}
_BASICS = ("name", "headline", "email", "phone", "url", "summary", "location", "profiles", "links")


def verdicts(cases: Sequence[Row]) -> list[Prediction]:
    """A row for each case: whether anything in its text is invented, and what."""
    return [_verdict(case) for case in cases]


def _verdict(case: Row) -> Prediction:
    person = profile_of(resume_of(case["profile"]), Path(str(case["id"])))
    receipt = check_text(case["text"], person, today())
    claims = (claim for line in receipt.lines for claim in line.claims)
    clauses = [claim.text for claim in claims if claim.verdict is Verdict.UNSUPPORTED]
    return {"id": case["id"], "invented": not receipt.holds, "clauses": clauses}


def resume_of(profile: Mapping[str, Any]) -> dict[str, Any]:
    """A flat career, with `title`, `company`, `school`, `start` and `end`, as JSON Resume."""
    if "basics" in profile:
        return dict(profile)
    basics = {_RENAMED.get(name, name): profile[name] for name in _BASICS if profile.get(name)}
    basics["profiles"] = [_link(link) for name in ("profiles", "links") for link in basics.pop(name, ())]
    rest = {name: part for name, part in profile.items() if name not in _BASICS}
    return {"basics": basics, **{_PARTS.get(name, name): _entries(part, name) for name, part in rest.items()}}


_PARTS = {"experience": "work", "experiences": "work", "certifications": "certificates"}
_TITLED = {"awards", "projects", "certificates", "certifications"}


def _link(link: Any) -> Any:
    return {"network": "Website", "url": link} if isinstance(link, str) else link


def _entries(part: Any, name: str) -> Any:
    if not isinstance(part, list):
        return part
    return [_entry(entry, name) for entry in part]


def _entry(entry: Any, name: str) -> Any:
    if isinstance(entry, str):
        return entry if name in ("skills", "languages") else {"title" if name == "awards" else "name": entry}
    if not isinstance(entry, Mapping) or name in _TITLED:
        return entry
    return {_RENAMED.get(field, field): value for field, value in entry.items()}
