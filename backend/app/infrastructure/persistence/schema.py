"""All tables, for whoever needs the whole schema: migrations and tests."""

from app.infrastructure.persistence import documents, generation, identity, jobs, profile, work
from app.infrastructure.persistence.metadata import metadata

__all__ = ["documents", "generation", "identity", "jobs", "metadata", "profile", "work"]
