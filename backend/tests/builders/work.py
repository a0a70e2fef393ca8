from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from app.domain.shared.ids import UserId, WorkId
from app.domain.shared.work import Order, Step
from tests.builders.identity import ADA


@dataclass(frozen=True, slots=True)
class Sum:
    """What the steps of these tests come to."""

    parts: tuple[int, ...]
    total: int
    note: str | None = None


ADDING = Step("add", Sum)
CHECKING = Step("check", Sum)


def an_order(
    user_id: UserId | None = ADA, *, kind: str = "adding", dedupe_key: str | None = None, **about: Any
) -> Order:
    """Of work that is not in its own way: so much may go at once."""
    work_id, facts = WorkId(uuid4()), {"at_once": 9} | about
    return Order(
        id=work_id,
        kind=kind,
        subject_id=UUID(int=work_id.int ^ 1),
        user_id=user_id,
        dedupe_key=dedupe_key or f"{kind}:{work_id}",
        **facts,
    )
