"""JSON Resume (jsonresume.org, version 1.0.0), in and out. Nothing of a file is lost without being said."""

from app.domain.profile.json_resume.reading import Reading, read_json_resume
from app.domain.profile.json_resume.records import Unplaced
from app.domain.profile.json_resume.writing import write_json_resume

__all__ = ["Reading", "Unplaced", "read_json_resume", "write_json_resume"]
