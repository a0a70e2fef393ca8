"""Which format a file is in, and what it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from app.domain.profile.custom_fields import require_sound
from app.domain.profile.errors import ProfileFileInvalid
from app.domain.profile.formats.kinds import CareerFormat, Document
from app.domain.profile.formats.linkedin.reading import read_linkedin
from app.domain.profile.formats.reactive_resume import inner_of, read_reactive_resume
from app.domain.profile.formats.rendercv.reading import read_rendercv
from app.domain.profile.json_resume import Reading, read_json_resume
from app.domain.profile.model import Profile
from app.domain.shared.errors import Flaw
from app.domain.shared.ids import UserId


@dataclass(frozen=True, slots=True)
class Recognised:
    format: CareerFormat
    reading: Reading


def read_file(document: Document, stated: CareerFormat | None = None) -> Recognised:
    """Raises JsonResumeInvalid, ProfileFileInvalid, ArchiveRefused, CustomFieldsRefused."""
    kind = stated or recognise(document)
    reading = _read(document, kind)
    require_sound(reading.custom_fields)
    return Recognised(kind, reading)


def profile_from_reading(reading: Reading, *, user_id: UserId, now: datetime) -> Profile:
    """Raises ProfileFileInvalid when nobody is named."""
    if not reading.full_name:
        flaw = Flaw("", "missing", "The file does not say who the person is.")
        raise ProfileFileInvalid("A profile needs the person's name.", flaws=(flaw,))
    said = {f.name: getattr(reading, f.name) for f in fields(reading) if f.name != "unplaced"}
    return Profile(user_id=user_id, created_at=now, updated_at=now, **said)


def recognise(document: Document) -> CareerFormat:
    """By what stands in it. An object of no other kind is taken for a JSON Resume."""
    if isinstance(document, bytes):
        return CareerFormat.LINKEDIN
    if isinstance(document.get("cv"), Mapping):
        return CareerFormat.RENDERCV
    if inner_of(document):
        return CareerFormat.REACTIVE_RESUME
    return CareerFormat.JSON_RESUME


def _read(document: Document, kind: CareerFormat) -> Reading:
    if kind is CareerFormat.UPLOADED_RESUME:
        raise ProfileFileInvalid(
            "An uploaded resume is named by its `resume_id`, and sent to `/resumes/upload`."
        )
    if isinstance(document, bytes) != (kind is CareerFormat.LINKEDIN):
        wanted = "a zip" if kind is CareerFormat.LINKEDIN else "JSON or YAML"
        raise ProfileFileInvalid(f"A file of this format is {wanted}.")
    if isinstance(document, bytes):
        return read_linkedin(document)
    return _READERS[kind](document)


_READERS: Mapping[CareerFormat, Callable[[Mapping[str, Any]], Reading]] = {
    CareerFormat.JSON_RESUME: read_json_resume,
    CareerFormat.REACTIVE_RESUME: read_reactive_resume,
    CareerFormat.RENDERCV: read_rendercv,
}
