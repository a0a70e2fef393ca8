"""Valid people, in one word. A test names only what it is about."""

from datetime import UTC, datetime
from uuid import UUID

from app.domain.identity.model import Origin, Role, Session, User
from app.domain.identity.ports import Visitor
from app.domain.shared.ids import SessionId, UserId

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ADA = UserId(UUID(int=1))
BEN = UserId(UUID(int=2))


AT_HOME = Origin("Ada's Phone/1.0", "192.0.2.7")


def a_user(user_id: UserId = ADA, email: str = "ada@example.com", **about: object) -> User:
    facts: dict[str, object] = {
        "id": user_id,
        "email": email,
        "hashed_password": "hashed Correct-Horse-7",
        "full_name": "Ada Byron",
        "created_at": NOON,
        "updated_at": NOON,
    }
    return User(**facts | about)  # type: ignore[arg-type]


def a_session(user_id: UserId = ADA, now: datetime = NOON, origin: Origin = AT_HOME) -> Session:
    return Session.begin(user_id=user_id, origin=origin, now=now)


def a_visitor(user_id: UserId = ADA, role: Role = Role.USER) -> Visitor:
    return Visitor(user_id, SessionId(UUID(int=3)), role)
