from app.domain.shared.entity import Entity
from app.domain.shared.errors import PreconditionFailed


def require_version(entity: Entity, expected: int | None) -> None:
    """Raises PreconditionFailed unless it is the version that the caller means; None means any."""
    if expected is not None and entity.version != expected:
        raise PreconditionFailed(f"It is at version {entity.version} by now.")
