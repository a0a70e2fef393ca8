from app.presentation.api.identity import avatars, own, sessions, signing_in, users

routers = (signing_in.router, sessions.router, own.router, avatars.router, users.router)
ROOMS = {"/api/v1/users/avatar": avatars.ROOM}
"""Paths whose body may be larger than others, and how large."""

__all__ = ["ROOMS", "routers"]
