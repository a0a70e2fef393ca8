"""All tables, for whoever needs the whole schema: migrations and tests."""

from app.infrastructure.persistence import identity
from app.infrastructure.persistence.metadata import metadata

__all__ = ["identity", "metadata"]
