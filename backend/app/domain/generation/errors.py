"""What can go wrong with a generation, in words fit for a person."""

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


class BudgetExhausted(Conflict):
    """The next paid call could take the run beyond what it may spend."""


class WriterUnavailable(Unavailable):
    """Who was to write does not take the call at the moment. It costs nothing."""


class GenerationNotInReview(Conflict):
    """Only what needs review can be approved."""
