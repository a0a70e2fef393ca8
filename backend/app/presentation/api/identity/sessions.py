from uuid import UUID

from fastapi import Request

from app.domain.identity.model import Session
from app.domain.shared.ids import SessionId
from app.presentation.api.identity.schemas import SessionOut, SessionPageOut, Sessions
from app.presentation.dependencies import CurrentOrigin, CurrentVisitor, Part
from app.presentation.routing import Access, area, rules

router = area("/sessions", "auth")


@router.get("", **rules(Access.USER))
async def list_sessions(visitor: CurrentVisitor, part: Part, sessions: Sessions) -> SessionPageOut:
    """The devices that you are signed in on, the one used last first."""
    page = part.of(await sessions.live(visitor.user_id))
    shown = [_shown(session, current=session.id == visitor.session_id) for session in page.items]
    return SessionPageOut(items=shown, total=page.total, limit=page.limit, offset=page.offset)


@router.delete("/{session_id}", status_code=204, **rules(Access.USER, 404, 409))
async def revoke_session(
    session_id: UUID, visitor: CurrentVisitor, origin: CurrentOrigin, request: Request, sessions: Sessions
) -> None:
    """Sign a device out: its tokens are refused from now on."""
    await sessions.revoke(SessionId(session_id), owner=visitor.user_id, origin=origin)
    request.app.state.doorman.forget(SessionId(session_id))


def _shown(session: Session, *, current: bool) -> SessionOut:
    return SessionOut.model_validate(
        {name: getattr(session, name) for name in SessionOut.model_fields if name != "current"}
        | {"current": current}
    )
