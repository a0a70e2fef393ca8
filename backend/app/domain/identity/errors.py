from app.domain.shared.errors import (
    Conflict,
    Exhausted,
    Forbidden,
    Invalid,
    NotFound,
    Unauthenticated,
    Unavailable,
)


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


class ScopeRequired(Forbidden):
    """A personal access token that is good, but not for this."""


class OriginRefused(Forbidden):
    """A page that may not use the cookie which its visitor's browser sends along."""


class AccessTokenNotFound(NotFound): ...


class TooManyAccessTokens(Conflict): ...


class OwnKeysNotAllowed(Forbidden):
    """By the host."""


class ProviderNotOffered(Invalid):
    """Not one whose keys the host lets people bring."""


class SignInNotOffered(NotFound):
    """The host has not set this provider up."""


class SignInRefused(Unauthenticated):
    """Not begun in this browser, over, used before, cancelled, or vouched for by nobody we believe."""


class SignInCancelled(SignInRefused):
    """By the person, on the provider's page."""


class IdentityConflict(Conflict):
    """The address belongs to an account that is linked to another identity of the same provider."""


class IdentityTaken(Conflict):
    """Somebody linked it at the same moment."""


class ExportUnderWay(Conflict):
    """One archive of an account at a time."""


class ProviderUnavailable(Unavailable): ...
