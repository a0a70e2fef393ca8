from app.presentation.api.identity import access_tokens, google, own, sessions, signing_in, users

routers = (
    signing_in.router,
    google.router,
    sessions.router,
    access_tokens.router,
    own.router,
    users.router,
)

__all__ = ["routers"]
