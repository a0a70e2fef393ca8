"""Reads a posting: plain rules, the same answer every time, and the place in the text for each of them."""

from app.domain.jobs.parsing.parser import parse_posting
from app.domain.jobs.parsing.skill_terms import skills_of

__all__ = ["parse_posting", "skills_of"]
