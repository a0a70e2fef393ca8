from app.presentation.api.identity import mailed, own, sessions, signing_in, users

routers = (signing_in.router, mailed.router, sessions.router, own.router, users.router)

__all__ = ["routers"]
