from app.presentation.api.identity import access_tokens, google, mailed, own, sessions, signing_in, users

routers = (
    signing_in.router,
    mailed.router,
    google.router,
    sessions.router,
    access_tokens.router,
    own.router,
    users.router,
)

__all__ = ["routers"]
