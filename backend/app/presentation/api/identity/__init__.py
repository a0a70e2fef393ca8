from app.presentation.api.identity import own, security, sessions, signing_in, users

routers = (signing_in.router, sessions.router, own.router, security.router, users.router)

__all__ = ["routers"]
