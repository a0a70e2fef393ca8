"""All tables, for whoever needs the whole schema: migrations and tests."""

from app.infrastructure.persistence import (
    applications,
    avatars,
    challenges,
    documents,
    generation,
    identity,
    job_profiles,
    jobs,
    notices,
    profile,
    resumes,
    work,
)
from app.infrastructure.persistence.metadata import metadata

__all__ = [
    "applications",
    "avatars",
    "challenges",
    "documents",
    "generation",
    "identity",
    "job_profiles",
    "jobs",
    "metadata",
    "notices",
    "profile",
    "resumes",
    "work",
]
