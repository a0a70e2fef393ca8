from app.presentation.api.identity import (
    access_tokens,
    avatars,
    export,
    google,
    llm_keys,
    mailed,
    own,
    security,
    sessions,
    signing_in,
    users,
)

routers = (
    signing_in.router,
    mailed.router,
    google.router,
    sessions.router,
    access_tokens.router,
    llm_keys.router,
    own.router,
    security.router,
    export.router,
    avatars.router,
    users.router,
)
ROOMS = {"/api/v1/users/avatar": avatars.ROOM}
"""Paths whose body may be larger than others, and how large."""

__all__ = ["ROOMS", "routers"]
