from dataclasses import dataclass, field
from uuid import UUID, uuid4


@dataclass(slots=True, kw_only=True, eq=False)
class Entity:
    """A thing that stays itself while its values change. `version` counts its saves."""

    id: UUID = field(default_factory=uuid4)
    version: int = 0

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)
