"""The files that careers come in and go out as, and what each of them can carry."""

from app.domain.profile.formats.kinds import CareerFormat, Document
from app.domain.profile.formats.reading import Recognised, profile_from_reading, read_file
from app.domain.profile.formats.rendercv.writing import write_rendercv

__all__ = ["CareerFormat", "Document", "Recognised", "profile_from_reading", "read_file", "write_rendercv"]
