"""The ways a use case can say no. What each means to HTTP is decided in presentation.

DomainError
  NotFound       unknown, or not the caller's to see
  Conflict       its present state forbids this
    Stale        somebody else saved it first
  PreconditionFailed  not the version that the caller said it must be
  Forbidden      may be seen, but not done
  Unauthenticated  nobody we know is asking
  Invalid        well formed, but senseless
  TooLarge       more of it than we take
  Exhausted      what is allowed for a while is used up
  Unavailable    a part we lean on did not answer; later may help
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong with what was sent, and where: `field` is a JSON Pointer."""

    field: str
    code: str
    message: str


class DomainError(Exception):
    """Something the caller should hear about, in words fit for a person."""

    def __init__(
        self, message: str, *, details: Mapping[str, object] | None = None, flaws: tuple[Flaw, ...] = ()
    ) -> None:
        super().__init__(message)
        self.details = details
        self.flaws = flaws

    @property
    def code(self) -> str:
        """Stable and snake_case: `JobNotFound` is `job_not_found`."""
        return _HUMP.sub("_", type(self).__name__).lower()


class NotFound(DomainError):
    """It is not there, or not the caller's to see."""


class Conflict(DomainError):
    """It is there, but its present state forbids this."""


class Stale(Conflict):
    """Somebody else saved it first."""


class PreconditionFailed(DomainError):
    """It is not, or no longer, the version that the caller said it must be."""


class Forbidden(DomainError):
    """The caller may see it, but not do this to it."""


class Unauthenticated(DomainError):
    """Nobody we know is asking."""


class Invalid(DomainError):
    """Well formed, but it makes no sense."""


class TooLarge(DomainError):
    """More of it than we take."""


class Exhausted(DomainError):
    """What the caller is allowed for a while is used up: `limit` of it, and in `seconds` there is more."""

    def __init__(
        self, message: str, *, limit: int, seconds: int, details: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(message, details=details)
        self.limit = limit
        self.seconds = seconds


class Unavailable(DomainError):
    """A part that we lean on did not answer; trying again later may help."""
