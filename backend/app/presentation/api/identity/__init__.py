from app.presentation.api.identity import own, sessions, signing_in, users

routers = (signing_in.router, sessions.router, own.router, users.router)

__all__ = ["routers"]
