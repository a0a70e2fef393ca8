from app.domain.shared.errors import Conflict, Exhausted, Forbidden, Invalid, NotFound, Unauthenticated


class UserNotFound(NotFound): ...


class EmailTaken(Conflict): ...


class SessionNotFound(NotFound): ...


class LastAdmin(Conflict):
    """Without it nobody could make another."""


class PasswordWrong(Forbidden):
    """Who is signed in, and has to show that it is still them."""


class PasswordTooWeak(Invalid): ...


class InvalidCredentials(Unauthenticated):
    """One answer for an unknown address, a wrong password and a closed account."""


class InvalidToken(Unauthenticated):
    """Missing, forged, expired, revoked or of the wrong kind: the caller is not told which."""


class RoleRequired(Forbidden): ...


class CodeRefused(Unauthenticated):
    """One answer for a wrong code, a spent or expired one, and none at all."""


class TooManyMails(Exhausted): ...
