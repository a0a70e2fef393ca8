"""Postings that come as data: schema.org's JobPosting, and what public boards answer."""

from app.domain.jobs.structured.finding import posting_in, postings_in
from app.domain.jobs.structured.posting import StructuredPosting

__all__ = ["StructuredPosting", "posting_in", "postings_in"]
