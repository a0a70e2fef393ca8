"""What can go wrong with an application, in words fit for a person."""

from app.domain.shared.errors import Conflict, Invalid, NotFound, TooLarge


class ApplicationNotFound(NotFound):
    """There is no such application, or it is not the caller's."""


class ApplicationExists(Conflict):
    """There is one application for a job, and this job has it already."""


class IllegalMove(Conflict):
    """From where the application stands, it cannot go there. The details say where it can."""


class AlreadyApplied(Conflict):
    """What was applied for is more than saved: it is withdrawn, not unsaved."""


class HistoryFull(Conflict):
    """It was moved more often than we keep."""


class TooManyApplications(Conflict):
    """Somebody has as many cards as we keep for one person."""


class NoSuchNote(Invalid):
    """A note is named that the application does not have."""


class WrongKindOfDocument(Invalid):
    """A letter where a resume is wanted, or the other way round."""


class AppliedInFuture(Invalid):
    """Nobody has applied tomorrow."""


class TableUnreadable(Invalid):
    """The table cannot be read at all, or has no column that we know."""


class RowsRefused(Invalid):
    """Some rows of the table cannot be taken, and so none was; the flaws name them."""


class TableTooLong(TooLarge):
    """The table has more rows than we take at once."""
