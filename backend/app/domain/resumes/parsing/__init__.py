"""A resume's text into its fields, by rules alone."""

from app.domain.resumes.parsing.parser import parse_resume

__all__ = ["parse_resume"]
