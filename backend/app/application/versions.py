from dataclasses import dataclass

from app.domain.shared.entity import Entity
from app.domain.shared.errors import PreconditionFailed


@dataclass(frozen=True, slots=True)
class Expected:
    """What the caller believes to be changing: a version, and where it was told, what was shown beside it."""

    version: int
    beside: str | None = None


def require_version(entity: Entity, expected: int | None) -> None:
    """Raises PreconditionFailed unless it is the version that the caller means; None means any."""
    if expected is not None and entity.version != expected:
        raise PreconditionFailed(f"It is at version {entity.version} by now.")


def require_shown(entity: Entity, beside: str, expected: Expected | None) -> None:
    """The same, and that what was shown beside it is still so. Raises PreconditionFailed."""
    if expected is None:
        return
    require_version(entity, expected.version)
    if expected.beside not in (None, beside):
        raise PreconditionFailed("What is shown with it has changed since.")
