"""The files that careers come in and go out as, and what each of them can carry."""

from app.domain.profile.formats.kinds import Document, Format
from app.domain.profile.formats.reading import Recognised, profile_from_reading, read_file
from app.domain.profile.formats.rendercv.writing import write_rendercv

__all__ = ["Document", "Format", "Recognised", "profile_from_reading", "read_file", "write_rendercv"]
