"""What can go wrong with a generation, in words fit for a person."""

from enum import StrEnum

from app.domain.shared.errors import Conflict, Exhausted, NotFound, Unavailable


class GenerationNotFound(NotFound):
    """There is no such generation, or it is not the caller's."""


class GenerationAlreadyFinished(Conflict):
    """What has ended can be neither cancelled nor gone on with."""


class GenerationNotFinished(Conflict):
    """There is no result yet; its events say when there is."""


class GenerationHasNoResult(Conflict):
    """It failed or was cancelled; or its document was deleted."""


class SourceGone(Conflict):
    """The profile or the job was deleted: nothing can be made, or made again, of the two."""


class QuotaExceeded(Exhausted):
    """All generations of this month are used."""


class Budget(StrEnum):
    """What a paid call has to fit in."""

    RUN = "run"
    USER_MONTH = "user_month"
    OWN_MONTH = "own_month"
    INSTALLATION_MONTH = "installation_month"


class BudgetExhausted(Conflict):
    """The next paid call could go beyond what may be spent."""

    def __init__(self, message: str, budget: Budget = Budget.RUN) -> None:
        super().__init__(message)
        self.budget = budget


class ConsentNeeded(Conflict):
    """Nobody's career goes to a language model unless they allowed it for their account."""


class OwnKeyGone(Conflict):
    """Its owner took it back, and nobody else pays for what was to be asked with it."""


class WriterUnavailable(Unavailable):
    """Who was to write does not take the call at the moment. It costs nothing."""


class GenerationNotInReview(Conflict):
    """Only what needs review can be approved."""
